"""The declarative form of an indicator: validated data, no code."""

from collections.abc import Iterable

from django.db.models import DecimalField, IntegerField
from django.utils.translation import gettext as _
from pydantic import BaseModel, ConfigDict, Field

from guildbook.kit.record_types import RecordType, by_name, model_field

SELF = "self"


class Leg(BaseModel):
    """One kind of record an indicator counts, which of them, and whether their number, a facet or a column."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    records: str
    where: dict[str, tuple[str, ...]] = {}
    excluding: dict[str, tuple[str, ...]] = Field(default={}, alias="not")
    value: str = ""
    sum: str = ""
    subjects: dict[str, str] = {}


class Definition(BaseModel):
    """What an indicator counts, of whom it can be asked, how it can be broken down, and per what time."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    counts: tuple[Leg, ...]
    subjects: dict[str, str] = {}
    breakdowns: tuple[str, ...] = ()
    per: str = ""


def read_definition(data: object) -> Definition:
    """Parse a definition; raises pydantic's ValidationError naming the place."""
    return Definition.model_validate(data)


def faults_of(definition: Definition) -> list[str]:
    """Everything in a definition that the declared record types cannot answer; empty when it can be computed."""
    faults: list[str] = []
    for leg in definition.counts:
        kind = by_name(leg.records)
        if kind is None:
            faults.append(_("there is no record type “%(name)s”") % {"name": leg.records})
            continue
        asked = [*leg.where, *leg.excluding, *definition.breakdowns, *([leg.value] if leg.value else [])]
        facets = {**definition.subjects, **leg.subjects}
        faults.extend(_unknown(kind, [name for name in [*asked, *facets.values()] if name != SELF]))
        if leg.sum and leg.value:
            faults.append(_("a leg counts a value or sums a column, not both"))
        if leg.sum and not _is_number(kind, leg.sum):
            faults.append(_("“%(name)s” is not a number column of %(kind)s") % {"name": leg.sum, "kind": kind.name})
    for subject in definition.subjects:
        if by_name(subject) is None:
            faults.append(_("there is no record type “%(name)s”") % {"name": subject})
    if len(definition.counts) > 1 and any(bool(leg.value) != bool(definition.counts[0].value) for leg in definition.counts):
        faults.append(_("all legs count records, or all count the same value"))
    return faults


def _unknown(kind: RecordType, names: Iterable[str]) -> list[str]:
    known = ", ".join(facet.name for facet in kind.facets)
    return [
        _("%(kind)s has no facet “%(name)s”; there are %(known)s") % {"kind": kind.name, "name": name, "known": known}
        for name in names
        if kind.facet(name) is None
    ]


def _is_number(kind: RecordType, name: str) -> bool:
    column = next((column for column in kind.columns if column.field == name), None)
    return column is not None and isinstance(model_field(kind.model, name), IntegerField | DecimalField)
