"""The declarative form of an indicator: validated data, no code."""

from collections.abc import Iterable

from django.db.models import DecimalField, IntegerField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import BaseModel, ConfigDict, Field

from guildbook.kit.record_types import RecordType, by_name, model_field

SELF = "self"
THEMES = {
    "alliances": gettext_lazy("Alliances"),
    "organisations": gettext_lazy("Organisations"),
    "cities": gettext_lazy("Cities"),
    "units": gettext_lazy("Units abroad"),
    "training-abroad": gettext_lazy("Training abroad"),
    "programmes": gettext_lazy("Programmes"),
    "learners": gettext_lazy("Learners"),
    "standards": gettext_lazy("Standards"),
    "resources": gettext_lazy("Resources"),
    "agreements": gettext_lazy("Agreements"),
    "events": gettext_lazy("Events"),
    "plans": gettext_lazy("Plans"),
    "book": gettext_lazy("The book itself"),
}
"""What the themes of the standard indicators are called; a theme of somebody's own goes by its key."""


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
    """What an indicator counts, of whom it can be asked, how it can be broken down, and per what time.

    With `of`, what is counted is a share, in per cent, of what these legs count; a share cannot be broken down.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    counts: tuple[Leg, ...]
    of: tuple[Leg, ...] = ()
    subjects: dict[str, str] = {}
    breakdowns: tuple[str, ...] = ()
    per: str = ""


def read_definition(data: object) -> Definition:
    """Parse a definition; raises pydantic's ValidationError naming the place."""
    return Definition.model_validate(data)


def faults_of(definition: Definition) -> list[str]:
    """Everything in a definition that the declared record types cannot answer; empty when it can be computed."""
    faults: list[str] = []
    for leg in (*definition.counts, *definition.of):
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
    faults.extend(
        _("there is no record type “%(name)s”") % {"name": subject}
        for subject in subject_kinds(definition)
        if by_name(subject) is None
    )
    if definition.of and definition.breakdowns:
        faults.append(_("a share cannot be broken down"))
    if len({(bool(leg.value), bool(leg.sum)) for leg in definition.counts}) > 1:
        faults.append(_("all legs count records, or all count the same value, or all sum a column"))
    return faults


def _unknown(kind: RecordType, names: Iterable[str]) -> list[str]:
    known = ", ".join(facet.name for facet in kind.facets)
    return [
        _("%(kind)s has no facet “%(name)s”; there are %(known)s") % {"kind": kind.name, "name": name, "known": known}
        for name in names
        if kind.facet(name) is None
    ]


def _is_number(kind: RecordType, name: str) -> bool:
    """Whether it is a number column of the record, or of one of its parts, written `intakes.seats`."""
    part, __, column = name.rpartition(".")
    rows = next((rows for rows in kind.rows if rows.name == part), None)
    if part and rows is None:
        return False
    held = rows.columns if rows else kind.columns
    model = kind.part_model(rows) if rows else kind.model
    return any(each.field == column for each in held) and isinstance(
        model_field(model, column), IntegerField | DecimalField
    )


def subject_facet(definition: Definition, leg: Leg, kind: str) -> str | None:
    """The facet by which a leg's records belong to a kind of subject; `self` for the record itself, None for never."""
    return leg.subjects.get(kind) or definition.subjects.get(kind)


def subject_kinds(definition: Definition) -> tuple[str, ...]:
    """Kinds of record the indicator can be asked of, in the order written."""
    return tuple(dict.fromkeys([*definition.subjects, *(name for leg in definition.counts for name in leg.subjects)]))


def happens(kind: RecordType) -> bool:
    """Whether records of this kind happen rather than last: once held, an event goes on having been held."""
    return kind.term == "schema:Event"
