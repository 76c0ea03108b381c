"""Conditions: which records a leg counts, as SQL that never counts a record twice.

A condition that leads through a relation to many rows becomes `pk IN (SELECT owner …)`, never a join: so a plain
COUNT(*) is right however many rows fit, and only counting values over such a relation needs DISTINCT.
"""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.lookups import In

from guildbook.directory.models import Place
from guildbook.figures.definitions import SELF, Leg, happens
from guildbook.kit.models import Record, Status
from guildbook.kit.queries import in_effect
from guildbook.kit.record_types import Facet, RecordType, by_name

Values = tuple[str, ...] | tuple[int, ...]
ITSELF = Facet(SELF, "pk", "")


@dataclass(frozen=True)
class Road:
    """A lookup path, cut where it first leads to many rows: `before`, those `rows` with their owner's name, the rest.

    `inner` is how the hop is written from the rows' own side (empty for a part, the target's name for many-to-many).
    """

    before: str
    hop: str
    rows: type[Model] | None
    owner: str
    inner: str

    @property
    def many(self) -> bool:
        """Whether a join along this path can multiply records."""
        return self.rows is not None

    def from_rows(self, path: str) -> str:
        """The path as the rows' own queries write it."""
        rest = path.removeprefix(self.hop).removeprefix("__")
        return "__".join(step for step in (self.inner, rest) if step)


@lru_cache(maxsize=512)
def road(model: type[Model], path: str) -> Road:
    """Cut a lookup path at its first relation to many rows."""
    here: Any = model
    steps = path.split("__")
    for place, name in enumerate(steps):
        if name == "pk":
            break
        field: Any = here._meta.get_field(name)
        before, hop = "__".join(steps[:place]), "__".join(steps[: place + 1])
        if field.one_to_many:
            return Road(before, hop, field.related_model, field.field.name, "")
        if field.many_to_many:
            forward = field if hasattr(field, "m2m_field_name") else field.remote_field
            names = (forward.m2m_field_name(), forward.m2m_reverse_field_name())
            owner, inner = names if forward is field else names[::-1]
            return Road(before, hop, forward.remote_field.through, owner, inner)
        if not field.is_relation:
            break
        here = field.related_model
    return Road("", "", None, "", "")


def facet_named(kind: RecordType, name: str) -> Facet:
    """The facet a definition names; `self` is the record itself."""
    facet = ITSELF if name == SELF else kind.facet(name)
    if facet is None:
        raise LookupError(f"{kind.name} has no facet {name}: definitions are checked when they are kept")
    return facet


def kind_of(leg: Leg) -> RecordType:
    """The record type a leg counts."""
    kind = by_name(leg.records)
    if kind is None:
        raise LookupError(f"there is no record type {leg.records}: definitions are checked when they are kept")
    return kind


def places_within(keys: tuple[str, ...]) -> QuerySet[Place, Any]:
    """Places of these keys, of the countries of a group among them, and everything inside, as primary keys."""
    inside = Q(pk__in=())
    asked = Place.objects.filter(Q(key__in=keys) | Q(groups__key__in=keys)).order_by()
    for path in asked.values_list("path", flat=True).distinct():
        inside |= Q(path__startswith=path)
    return Place.objects.filter(inside).order_by().values("pk")


def row_condition(kind: RecordType, facet: Facet, values: Values, day: dt.date, many: Road) -> Q:
    """Rows behind a facet that count: those it is limited to, in effect on the day, with one of the values.

    Records are asked for by key, or by primary key (integers): SQL then knows how few rows to look up.
    """

    def written(path: str) -> str:
        return many.from_rows(path) if many.many else path

    found = Q(**{written(path): value for path, value in facet.only.items()})
    found &= _rows_in_effect(many, day)
    path = written(facet.path)
    if any(isinstance(value, int) for value in values):
        return found & Q(**{f"{path}__in": values})
    if facet.within:
        return found & Q(**{f"{path}__in": places_within(tuple(str(value) for value in values))})
    referred = by_name(facet.refers) if facet.refers else None
    if referred is not None:
        # By primary key, which the row already has: by key every row would have to be joined with its record.
        return found & Q(**{f"{path}__in": referred.model._default_manager.filter(key__in=values).values("pk")})
    return found & Q(**{f"{path}__in": values})


def _rows_in_effect(many: Road, day: dt.date, prefix: str = "") -> Q:
    if many.rows is None:
        return Q()
    names = {field.name for field in many.rows._meta.fields}
    found = in_effect(day, prefix) if {"since_day", "until_day"} <= names else Q()
    return found & Q(**{f"{prefix}status": Status.PUBLISHED}) if issubclass(many.rows, Record) else found


def having(kind: RecordType, facet: Facet, values: Values, day: dt.date, at: dt.date | None) -> Q:
    """Records that have one of the values in a facet on that day; of places, also what lies within them."""
    if at is not None and (past := _state_then(kind, facet, values, at)) is not None:
        return past
    many = road(kind.model, facet.path)
    if many.rows is None:
        return row_condition(kind, facet, values, day, many)
    rows = many.rows._default_manager.filter(row_condition(kind, facet, values, day, many))
    return Q(**{f"{many.before or 'pk'}__in": rows.values(many.owner)})


def _state_then(kind: RecordType, facet: Facet, values: Values, at: dt.date) -> Q | None:
    """For a column whose past is kept as dated rows (a unit's states): records that had one of the values then."""
    for part in kind.rows:
        model = kind.part_model(part)
        held = {column.field for column in part.columns}
        if {facet.path, "since"} <= held and any(field.name == "since_day" for field in model._meta.fields):
            rows = model._default_manager.filter(**{kind.owner_of(part): OuterRef("pk")})
            begun = rows.filter(Q(since_day__isnull=True) | Q(since_day__lte=at))
            newest = begun.order_by(F("since_day").desc(nulls_last=True), "-order").values(facet.path)[:1]
            # Without dated rows the record only says how it stands, and that has to do.
            return Q(In(Subquery(newest), values)) | (~Q(Exists(rows)) & Q(**{f"{facet.path}__in": values}))
    return None


def value_rows(kind: RecordType, facet: Facet, day: dt.date, leg: Leg | None = None) -> Q:
    """For counting the values of a facet: the condition on the joined rows, all in one `filter` so that they join once.

    What a leg demands or excludes of the very facet it counts narrows the values, not the records.
    """
    many = road(kind.model, facet.path)
    found = Q(**dict(facet.only)) & Q(**{f"{facet.path}__isnull": False})
    found &= _rows_in_effect(many, day, f"{many.hop}__")
    if leg is not None and facet.name == leg.value:
        plain = Road("", "", None, "", "")
        if facet.name in leg.where:
            found &= row_condition(kind, facet, leg.where[facet.name], day, plain)
        if facet.name in leg.excluding:
            found &= Q(**{f"{facet.path}__in": _others(kind, facet, leg.excluding[facet.name])})
    return found


def _others(kind: RecordType, facet: Facet, values: tuple[str, ...]) -> QuerySet[Any]:
    """Every value but these; said positively, because a negated condition would ask of all of a record's rows."""
    if facet.within:
        return Place.objects.exclude(pk__in=places_within(values)).values("pk")
    referred = by_name(facet.refers) if facet.refers else None
    if referred is not None:
        return referred.model._default_manager.exclude(key__in=values).values("pk")
    *hops, column = facet.path.split("__")
    model: Any = kind.model
    for hop in hops:
        model = model._meta.get_field(hop).related_model
    return model._default_manager.exclude(**{f"{column}__in": values}).values(column)  # type: ignore[no-any-return]  # walked to at run time


def leg_condition(leg: Leg, day: dt.date, at: dt.date | None) -> Q:
    """The records a leg counts, whoever they belong to."""
    kind = kind_of(leg)
    found = Q()
    for name, values in leg.where.items():
        found &= having(kind, facet_named(kind, name), values, day, at)
    for name, values in leg.excluding.items():
        if name != leg.value:
            found &= ~having(kind, facet_named(kind, name), values, day, at)
    return found


def held_on(kind: RecordType, day: dt.date) -> Q:
    """Records in effect on a day; of what happens rather than lasts, all that had happened by then."""
    if happens(kind):
        return Q(since_day__isnull=True) | Q(since_day__lte=day)
    return in_effect(day)
