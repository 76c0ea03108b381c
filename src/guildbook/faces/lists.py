"""The list face: search, facets, sort and count over what the actor may see."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Model, Q, QuerySet

from guildbook.kit.actors import SYSTEM, Actor
from guildbook.kit.models import Record, Status
from guildbook.kit.record_types import Facet, RecordType, by_name, model_field
from guildbook.kit.texts import pick
from guildbook.language.folding import fold

PAGE_SIZE = 50
MOST_VALUES = 12
# Digits a number of the database can have.
LONGEST_NUMBER = 19
SEEN = tuple(status for status in Status if status != Status.DRAFT)


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


def facet_filter(model: type[Model], facet: Facet, values: tuple[str, ...]) -> Q:
    """Records that have one of the values in a facet; of places, also what lies within them."""
    only = _only(model, facet)
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
    places: QuerySet[Any] = kind.model._default_manager.all()
    places = places.filter(Q(key__in=keys) | Q(groups__key__in=keys, groups__status__in=SEEN))
    return list(places.values_list("path", flat=True).distinct())


def select(record_type: RecordType, actor: Actor, asked: Asked) -> QuerySet[Any]:
    """The published records asked for, sorted; each once, however many ways it fits."""
    records = record_type.visible(actor).filter(status=Status.PUBLISHED)
    for word in fold(asked.words).split():
        records = records.filter(search_text__contains=word)
    many = False
    for name, value in asked.filters.items():
        facet = record_type.facet(name)
        if facet is not None:
            records = records.filter(facet_filter(record_type.model, facet, (value,)))
            many = many or leads_to_many(record_type.model, facet.path)
    if many:
        records = records.distinct()
    return records.order_by(*_order(record_type, asked.sort))


@lru_cache(maxsize=512)
def leads_to_many(model: type[Model], path: str) -> bool:
    """Whether a join along this path can give a record more than one row."""
    here: Any = model
    for name in path.split("__"):
        field = here._meta.get_field(name)
        if field.one_to_many or field.many_to_many:
            return True
        here = field.related_model
    return False


@lru_cache(maxsize=512)
def _between(model: type[Model], path: str) -> tuple[str, ...]:
    """Lookups of the publication of records that refer to ours along a path: drafts among them must not show."""
    here: Any = model
    steps = path.split("__")
    found = []
    for number, name in enumerate(steps, 1):
        field = here._meta.get_field(name)
        here = field.related_model
        if (field.one_to_many or field.many_to_many) and issubclass(here, Record):
            found.append("__".join([*steps[:number], "status__in"]))
    return tuple(found)


def _only(model: type[Model], facet: Facet) -> Q:
    return Q(**dict(facet.only), **dict.fromkeys(_between(model, facet.path), SEEN))


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
    records = select(record_type, actor, others).filter(_only(record_type.model, facet)).order_by()
    # Counting distinct records is dear and only needed where a record can have several rows.
    joined = [found for name in (facet.name, *others.filters) if (found := record_type.facet(name))]
    many = any(leads_to_many(record_type.model, found.path) for found in joined)
    pairs = list(
        records.exclude(**{f"{facet.path}__isnull": True})
        .values_list(facet.path)
        .annotate(n=Count("pk", distinct=many))
        .order_by("-n", facet.path)
        .values_list(facet.path, "n")[: MOST_VALUES + 1]
    )
    named = _referred(facet, pk__in=[value for value, __ in pairs]) if facet.refers else _chosen(record_type, facet)
    chosen = asked.filters.get(facet.name, "")
    values = [(*named.get(value, (str(value), str(value))), n) for value, n in pairs if value]
    return tuple(FacetValue(key, label, n, key == chosen) for key, label, n in values)


def facet_labels(record_type: RecordType, facet: Facet, values: list[str]) -> dict[str, str]:
    """What the values of a facet are called in the interface's language; one query at most."""
    named = _referred(facet, key__in=values) if facet.refers else _chosen(record_type, facet)
    return {value: value for value in values} | {key: label for key, label in named.values() if key in values}


def _referred(facet: Facet, **asked: Any) -> dict[Any, tuple[str, str]]:
    """Key and label of the records a facet leads to, by primary key; one query."""
    kind = by_name(facet.refers)
    found = kind.visible(SYSTEM).filter(**asked) if kind else ()
    return {record.pk: (record.key, pick(record.label()).text) for record in found}


def _chosen(record_type: RecordType, facet: Facet) -> dict[Any, tuple[str, str]]:
    """Labels of a choice's values, by value."""
    *joins, last = facet.path.split("__")
    model: Any = record_type.model
    for join in joins:
        model = model._meta.get_field(join).related_model
    choices = model_field(model, last).flatchoices if last not in ("id", "pk") else ()
    return {value: (str(value), str(label)) for value, label in choices}
