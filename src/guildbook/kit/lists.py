"""The list face: search, facets, sort and count over what the actor may see."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from guildbook.kit.actors import Actor
from guildbook.kit.models import Status
from guildbook.kit.record_types import Facet, RecordType, by_name, model_field
from guildbook.kit.texts import pick
from guildbook.language.folding import fold

PAGE_SIZE = 50
MOST_VALUES = 12
# Digits a number of the database can have.
LONGEST_NUMBER = 19


@dataclass(frozen=True)
class FacetValue:
    """One value of a facet beside a list: what it is called, how many records have it, whether it is chosen."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Asked:
    """What a list was asked for; `filters` maps facet names to values."""

    words: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    sort: str = ""
    page: int = 1


@dataclass(frozen=True)
class RecordList:
    """A list as its page shows it."""

    record_type: RecordType
    asked: Asked
    page: Page[Any]
    count: int
    facets: tuple[tuple[Facet, tuple[FacetValue, ...]], ...]


def read_asked(record_type: RecordType, params: Mapping[str, str]) -> Asked:
    """What a query string asks for; what it does not know it leaves alone."""
    filters = {facet.name: value for facet in record_type.facets if (value := params.get(facet.name, "").strip())}
    page = params.get("page", "1")
    return Asked(
        words=params.get("q", "").strip()[:200],
        filters=filters,
        sort=params.get("sort", ""),
        page=int(page) if page.isdecimal() and len(page) < 7 else 1,
    )


def facet_filter(facet: Facet, values: tuple[str, ...]) -> Q:
    """Records that have one of the values in a facet; of places, also what lies within them."""
    only = Q(**dict(facet.only))
    if facet.within:
        inside = Q(pk__in=())
        for path in _paths(facet, values):
            inside |= Q(**{f"{facet.path}__path__startswith": path})
        return inside & only
    if facet.path.endswith("__id"):
        values = tuple(value for value in values if value.isdecimal() and len(value) < LONGEST_NUMBER)
    path = f"{facet.path}__key" if facet.refers else facet.path
    return Q(**{f"{path}__in": values}) & only


def _paths(facet: Facet, keys: tuple[str, ...]) -> list[str]:
    """Paths of the places asked for; of a group of countries, those of its countries."""
    kind = by_name(facet.refers)
    if kind is None:
        return []
    places = kind.model._default_manager.filter(Q(key__in=keys) | Q(groups__key__in=keys))
    return list(places.values_list("path", flat=True).distinct())


def select(record_type: RecordType, actor: Actor, asked: Asked) -> QuerySet[Any]:
    """The published records asked for, sorted; each once, however many ways it fits."""
    records = record_type.visible(actor).filter(status=Status.PUBLISHED)
    for word in fold(asked.words).split():
        records = records.filter(search_text__contains=word)
    joined = False
    for name, value in asked.filters.items():
        facet = record_type.facet(name)
        if facet is not None:
            records = records.filter(facet_filter(facet, (value,)))
            joined = joined or "__" in facet.path or bool(facet.refers)
    if joined:
        records = records.distinct()
    return records.order_by(*_order(record_type, asked.sort))


def sort_names(record_type: RecordType) -> frozenset[str]:
    """What a list can be sorted by; a minus before it turns it round."""
    return frozenset(("key", "since_day", *(column.field for column in record_type.columns if column.listed)))


def _order(record_type: RecordType, sort: str) -> tuple[str, ...]:
    return (sort if sort.removeprefix("-") in sort_names(record_type) else record_type.sort, "pk")


def list_records(record_type: RecordType, actor: Actor, asked: Asked) -> RecordList:
    """One page of a list with its facets; as many queries for three records as for three thousand."""
    records = select(record_type, actor, asked)
    paginator = Paginator(records, PAGE_SIZE)
    page = paginator.get_page(asked.page)
    listed = tuple(facet for facet in record_type.facets if facet.listed)
    facets = tuple((facet, _values(record_type, actor, asked, facet)) for facet in listed)
    return RecordList(record_type, asked, page, paginator.count, tuple(pair for pair in facets if pair[1]))


def _values(record_type: RecordType, actor: Actor, asked: Asked, facet: Facet) -> tuple[FacetValue, ...]:
    """A facet's values among the records that fit everything else asked for, the commonest first."""
    others = Asked(asked.words, {name: value for name, value in asked.filters.items() if name != facet.name})
    records = select(record_type, actor, others).filter(Q(**dict(facet.only))).order_by()
    path = f"{facet.path}__key" if facet.refers else facet.path
    pairs = list(
        records.exclude(**{f"{path}__isnull": True})
        .values_list(path)
        .annotate(n=Count("pk", distinct=True))
        .order_by("-n", path)
        .values_list(path, "n")[: MOST_VALUES + 1]
    )
    labels = facet_labels(record_type, facet, [str(value) for value, __ in pairs])
    chosen = asked.filters.get(facet.name, "")
    return tuple(FacetValue(str(value), labels[str(value)], n, str(value) == chosen) for value, n in pairs if value)


def facet_labels(record_type: RecordType, facet: Facet, values: list[str]) -> dict[str, str]:
    """What the values of a facet are called in the interface's language; one query at most."""
    labels = {value: value for value in values}
    if facet.refers:
        kind = by_name(facet.refers)
        if kind is not None:
            for record in kind.visible(Actor("labels", is_staff=True)).filter(key__in=values):
                labels[record.key] = pick(record.label()).text
        return labels
    *joins, last = facet.path.split("__")
    model: Any = record_type.model
    for join in joins:
        model = model._meta.get_field(join).related_model
    if last not in ("id", "pk"):
        choices = dict(model_field(model, last).flatchoices)
        labels.update({value: str(choices[value]) for value in values if value in choices})
    return labels
