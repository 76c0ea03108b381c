"""The read API of the units area."""

from django.http import HttpRequest
from ninja import Query, Router, Schema

from guildbook.faces.api import (
    FuzzyDate,
    Key,
    LanguageMap,
    ListQuery,
    Missing,
    Page,
    RecordOut,
    Refused,
    Within,
    list_documents,
    read_one,
    sort_by,
)
from guildbook.kit.documents import Document
from guildbook.units.models.unit import PartnerRole, UnitKind, UnitStateKind
from guildbook.units.records import UNIT

router = Router(tags=["units"])


class UnitPartnerOut(Schema):
    """A partner of a unit and what it is to it."""

    organisation: Key
    role: PartnerRole
    since: FuzzyDate = ""
    until: FuzzyDate = ""


class UnitStateOut(Schema):
    """A state a unit was in, since a date."""

    state: UnitStateKind
    since: FuzzyDate = ""


class UnitOut(RecordOut):
    """Something partners run together: a joint college, workshop, school, base, centre or station."""

    names: LanguageMap
    kind: UnitKind
    state: UnitStateKind
    place: Key | None = None
    agreement: Key | None = None
    alliance: Key | None = None
    fields: list[Key] = []
    partners: list[UnitPartnerOut] = []
    states: list[UnitStateOut] = []


class UnitQuery(ListQuery):
    """What the list of units may be asked."""

    sort: str = sort_by(UNIT)
    kind: UnitKind | None = None
    state: UnitStateKind | None = None
    country: Key = ""
    place: Within = ""
    agreement: Key = ""
    alliance: Key = ""
    partner: Key = ""
    partner_country: Key = ""
    founder: Key = ""
    founder_place: Within = ""
    field: Key = ""


@router.get("/units", response={200: Page[UnitOut], 422: Refused}, exclude_unset=True)
def list_units(request: HttpRequest, asked: Query[UnitQuery]) -> Document:
    """List units."""
    return list_documents(UNIT, request, asked)


@router.get("/units/{key}", response={200: UnitOut, 404: Missing}, exclude_unset=True)
def read_unit(request: HttpRequest, key: str) -> Document:
    """Read one unit."""
    return read_one(UNIT, request, key)
