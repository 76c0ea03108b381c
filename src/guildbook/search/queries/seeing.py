"""What of the matches the actor may see, and what the facets say of it: read from the records themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Q

from guildbook.faces.lists import Asked, select
from guildbook.kit.actors import Actor
from guildbook.kit.models import Status
from guildbook.kit.record_types import Facet, RecordType, by_name, record_types
from guildbook.search.matching import Match

AT_ONCE = 900
# The day a record is dated by: the first of these that it has.
DAYS = ("since_day", "signed_day", "published_day", "as_of_day", "by_day", "deadline_day")
Place = tuple[str, int]


@dataclass(frozen=True)
class Facts:
    """What the facets know of a record."""

    countries: frozenset[str]
    fields: frozenset[str]
    day: date | None


def facts(actor: Actor, matches: Iterable[Match]) -> dict[Place, Facts]:
    """The records the actor may see among these, by kind and id, with their facets; one query a kind."""
    ids: dict[str, list[int]] = {}
    for match in matches:
        ids.setdefault(match.entry.kind, []).append(match.entry.record_id)
    found: dict[Place, Facts] = {}
    for name, some in ids.items():
        record_type = by_name(name)
        if record_type is not None:
            for start in range(0, len(some), AT_ONCE):
                found |= _of_kind(actor, record_type, some[start : start + AT_ONCE])
    return found


def within(actor: Actor, kind: str, country: str, field: str) -> Q:
    """Documents of records that fit these filters."""
    wanted = Q(pk__in=())
    for record_type in record_types():
        filters = {}
        for what, value in (("country", country), ("field", field)):
            facets = facets_of(record_type, what)
            if value and facets:
                filters[facets[0].name] = value
        if (kind and record_type.name != kind) or len(filters) < bool(country) + bool(field):
            continue
        records = select(record_type, actor, Asked(filters=filters)).order_by().values("pk")
        wanted |= Q(kind=record_type.name, record_id__in=records)
    return wanted


def _of_kind(actor: Actor, record_type: RecordType, ids: Sequence[int]) -> dict[Place, Facts]:
    days = _days(record_type)
    countries, fields = ([facet.path for facet in facets_of(record_type, what)] for what in ("country", "field"))
    paths = [f"{path}__key" for path in (*countries, *fields)]
    records = record_type.visible(actor).filter(status=Status.PUBLISHED, pk__in=ids).order_by()
    rows: dict[int, list[tuple[Any, ...]]] = {}
    for pk, *values in records.values_list("pk", *days, *paths):
        rows.setdefault(pk, []).append(tuple(values))
    first, last = len(days), len(days) + len(countries)
    return {
        (record_type.name, pk): Facts(
            frozenset(value for row in held for value in row[first:last] if value),
            frozenset(value for row in held for value in row[last:] if value),
            next((day for day in held[0][:first] if day), None),
        )
        for pk, held in rows.items()
    }


@cache
def facets_of(record_type: RecordType, what: str) -> tuple[Facet, ...]:
    """The facets of a kind that say which country, or which field of education, a record belongs to."""
    if what == "field":
        return tuple(facet for facet in record_type.facets if facet.name == "field" and facet.refers == "field")
    places = [facet for facet in record_type.facets if facet.refers == "place"]
    own = [facet for facet in places if facet.name == "country"]
    return tuple(own or [facet for facet in places if facet.name.endswith("_country")][:1])


@cache
def _days(record_type: RecordType) -> tuple[str, ...]:
    return tuple(name for name in DAYS if _has(record_type, name))


def _has(record_type: RecordType, name: str) -> bool:
    try:
        record_type.model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True
