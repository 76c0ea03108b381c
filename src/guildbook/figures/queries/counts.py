"""Counts: how many records, distinct values or what sum answer a question; whole, or by the values of a facet."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from guildbook.figures.definitions import SELF, Leg, subject_facet
from guildbook.figures.queries.conditions import (
    facet_named,
    having,
    held_on,
    kind_of,
    leg_condition,
    road,
    value_rows,
)
from guildbook.figures.queries.questions import Asked, facet_of
from guildbook.kit.actors import Actor
from guildbook.kit.models import Status
from guildbook.kit.record_types import Facet, RecordType

Number = int | Decimal
FacetOf = Callable[[Leg], Facet]


@dataclass(frozen=True)
class Counted:
    """Records of one kind that answer a question, and the leg that says what of them is counted."""

    kind: RecordType
    leg: Leg
    records: QuerySet[Any]

    @property
    def value(self) -> Facet | None:
        """The facet whose values are counted, if not the records themselves."""
        return facet_named(self.kind, self.leg.value) if self.leg.value else None

    @property
    def path(self) -> str:
        """The lookup path to what is counted."""
        return self.value.path if self.value else "pk"


def counted(actor: Actor, asked: Asked, group_of: FacetOf | None = None) -> list[Counted]:
    """The records behind a question, leg by leg; legs that count the same thing are one, so that it counts once.

    Legs that are to be grouped by different facets stay apart, as do legs over one value, which may limit its rows
    differently: what these share has to be united after counting.
    """
    merged: dict[tuple[str, str, str, str], tuple[Leg, Q]] = {}
    for leg in asked.definition.counts:
        condition = leg_condition(leg, asked.day, asked.question.at) & _narrowed(leg, asked)
        group = group_of(leg).name if group_of else ""
        same = (leg.records, leg.sum, leg.model_dump_json() if leg.value else "", group)
        merged[same] = (leg, merged[same][1] | condition if same in merged else condition)
    return [
        Counted(kind, leg, _published(kind, actor, asked.day).filter(condition))
        for leg, condition in merged.values()
        for kind in (kind_of(leg),)
    ]


def _published(kind: RecordType, actor: Actor, day: dt.date) -> QuerySet[Any]:
    return kind.visible(actor).filter(held_on(kind, day), status=Status.PUBLISHED).order_by()


def _narrowed(leg: Leg, asked: Asked) -> Q:
    """The part of a leg's condition that the question adds: its subject and its filters."""
    found = Q()
    for name, value in asked.question.filters.items():
        found &= _of(leg, facet_of(asked.definition, leg, name), value, asked)
    if asked.subject is not None:
        facet = subject_facet(asked.definition, leg, asked.subject.kind)
        found &= _of(leg, facet, asked.subject.key, asked, asked.subject.pk)
    return found


def _of(leg: Leg, name: str | None, key: str, asked: Asked, pk: int | None = None) -> Q:
    if name is None:
        return Q(pk__in=())
    if name == SELF:
        return Q(key=key)
    kind = kind_of(leg)
    facet = facet_named(kind, name)
    values = (key,) if pk is None or facet.within else (pk,)
    return having(kind, facet, values, asked.day, asked.question.at)


def count(actor: Actor, asked: Asked) -> Number | None:
    """The count on record; None when no leg can answer."""
    if not asked.answerable:
        return None
    if asked.definition.of:
        return _share(actor, asked)
    found = counted(actor, asked)
    if found[0].leg.value:
        return _distinct_values(found, asked.day)
    if found[0].leg.sum:
        return tidy(sum((total(each.records, each) for each in found), Decimal(0)))
    return sum(each.records.count() for each in found)


def _share(actor: Actor, asked: Asked) -> Number | None:
    """What is counted in per cent of what it is a share of, to one decimal; None where that is nothing."""
    plain = asked.definition.model_copy(update={"of": ()})
    whole = plain.model_copy(update={"counts": asked.definition.of})
    part, of = (count(actor, replace(asked, definition=each)) for each in (plain, whole))
    return tidy((100 * Decimal(part or 0) / Decimal(of)).quantize(Decimal("0.1"))) if of else None


def total(records: QuerySet[Any], each: Counted) -> Decimal:
    """Sum of a leg's column over records; of a part's column (`intakes.seats`) over their rows."""
    part, __, column = each.leg.sum.rpartition(".")
    if not part:
        return Decimal(records.aggregate(total=Sum(column))["total"] or 0)
    rows = next(rows for rows in each.kind.rows if rows.name == part)
    owner = each.kind.owner_of(rows)
    held = each.kind.part_model(rows)._default_manager.filter(**{f"{owner}__in": records.values("pk")})
    return Decimal(held.aggregate(total=Sum(column))["total"] or 0)


def tidy(number: Decimal) -> Number:
    """A number as people write it: whole where it is whole."""
    return int(number) if number == number.to_integral_value() else number


def values_counted(each: Counted, day: dt.date) -> QuerySet[Any]:
    """The values a leg counts, as primary keys or texts; a value comes as often as it has records."""
    facet = facet_named(each.kind, each.leg.value)
    return each.records.filter(value_rows(each.kind, facet, day, each.leg)).values_list(facet.path)


def _distinct_values(found: list[Counted], day: dt.date) -> int:
    if len(found) == 1:
        return int(values_counted(found[0], day).aggregate(n=Count(found[0].path, distinct=True))["n"])
    first, *others = [values_counted(each, day).distinct() for each in found]
    return first.union(*others).count()


def tally(actor: Actor, asked: Asked, group_of: FacetOf, only: Collection[int] | None = None) -> dict[Any, Number]:
    """Counts by the raw value of a facet per leg (`group_of`), `only` some primary keys of it; one query per leg.

    Records, sums and values of one leg are grouped in SQL; values shared by several legs are united first.
    """
    found = counted(actor, asked, group_of)
    if len(found) > 1 and (found[0].leg.value or len({each.kind.name for each in found}) < len(found)):
        return {group: len(items) for group, items in pairs(found, asked.day, group_of, only).items()}
    tallied: dict[Any, Number] = defaultdict(int)
    for each in found:
        for group, number in _grouped(each, asked.day, group_of, only):
            tallied[group] += number
    return dict(tallied)


def _grouped(
    each: Counted, day: dt.date, group_of: FacetOf, only: Collection[int] | None
) -> Iterable[tuple[Any, Number]]:
    group = group_of(each.leg)
    many = road(each.kind.model, group.path).many
    if each.leg.sum:
        return _summed(each, day, group, only)
    if many and _many_values(each):
        return [(value, len(items)) for value, items in _paired(each, day, group, only)]
    rows = _joined(each, day, group, only)
    n = Count(each.path, distinct=many or each.value is not None)
    tallied: Iterable[tuple[Any, Number]] = rows.values_list(group.path).annotate(n=n)
    return tallied


def _joined(each: Counted, day: dt.date, group: Facet, only: Collection[int] | None) -> QuerySet[Any]:
    """Records joined once with the rows of the facet they are grouped by and of the value they are counted by."""
    condition = value_rows(each.kind, group, day)
    if each.value is not None:
        condition &= value_rows(each.kind, each.value, day, each.leg)
    if only is not None:
        condition &= Q(**{f"{group.path}__in": only})
    return each.records.filter(condition)


def _summed(each: Counted, day: dt.date, group: Facet, only: Collection[int] | None) -> Iterable[tuple[Any, Number]]:
    part, __, column = each.leg.sum.rpartition(".")
    if not part and not road(each.kind.model, group.path).many:
        rows = _joined(each, day, group, only).values_list(group.path).annotate(n=Sum(column))
        return [(value, tidy(Decimal(number))) for value, number in rows if number is not None]
    # A record in one group twice must be summed once: pair records and groups first, then add the numbers up.
    if part:
        rows_of = next(rows for rows in each.kind.rows if rows.name == part)
        numbers = _by_owner(each, each.kind.part_model(rows_of), each.kind.owner_of(rows_of), column)
    else:
        numbers = dict(each.records.values_list("pk", column))
    summed: dict[Any, Decimal] = defaultdict(Decimal)
    for value, pk in _joined(each, day, group, only).values_list(group.path, "pk").distinct():
        summed[value] += numbers.get(pk) or 0
    return [(value, tidy(number)) for value, number in summed.items()]


def _by_owner(each: Counted, part: Any, owner: str, column: str) -> Mapping[Any, Any]:
    held = part._default_manager.filter(**{f"{owner}__in": each.records.values("pk")}).order_by()
    return dict(held.values_list(owner).annotate(total=Sum(column)))


def pairs(
    found: list[Counted], day: dt.date, group_of: FacetOf, only: Collection[int] | None = None
) -> dict[Any, set[Any]]:
    """For every value of a facet, the things counted there: values, or kinds and primary keys of records."""
    items: dict[Any, set[Any]] = defaultdict(set)
    for each in found:
        for value, things in _paired(each, day, group_of(each.leg), only):
            items[value] |= things if each.leg.value else {(each.kind.name, thing) for thing in things}
    return items


def _many_values(each: Counted) -> bool:
    return bool(each.leg.value) and road(each.kind.model, each.path).many


def _paired(each: Counted, day: dt.date, group: Facet, only: Collection[int] | None) -> Iterable[tuple[Any, set[Any]]]:
    """Values of a facet with what a leg counts there."""
    items: dict[Any, set[Any]] = defaultdict(set)
    if not (road(each.kind.model, group.path).many and _many_values(each)):
        for value, thing in _joined(each, day, group, only).values_list(group.path, each.path).distinct():
            items[value].add(thing)
        return items.items()
    # One join cannot be both the row grouped by and the row counted: a founder is not every partner.
    records = replace(each, leg=each.leg.model_copy(update={"value": ""}))
    things: dict[Any, set[Any]] = defaultdict(set)
    for pk, thing in values_counted(each, day).values_list("pk", each.path).distinct():
        things[pk].add(thing)
    for value, pk in _joined(records, day, group, only).values_list(group.path, "pk"):
        items[value] |= things[pk]
    return items.items()
