"""The read API of the programmes area."""

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
from guildbook.programmes.models.programme import ProgrammeKind
from guildbook.programmes.models.resource import ResourceKind
from guildbook.programmes.records import PROGRAMME, RESOURCE
from guildbook.units.models.unit import UnitKind

router = Router(tags=["programmes"])


class IntakeOut(Schema):
    """One intake of a programme and its seats."""

    since: FuzzyDate
    seats: int | None = None


class ProgrammeOut(RecordOut):
    """A major or course: its field, level and languages, and who delivers it."""

    title: LanguageMap
    kind: ProgrammeKind
    field: Key | None = None
    level: int | None = None
    languages: str = ""
    organisation: Key | None = None
    unit: Key | None = None
    agreement: Key | None = None
    intakes: list[IntakeOut] = []


class ProgrammeQuery(ListQuery):
    """What the list of programmes may be asked."""

    sort: str = sort_by(PROGRAMME)
    kind: ProgrammeKind | None = None
    field: Key = ""
    organisation: Key = ""
    unit: Key = ""
    unit_kind: UnitKind | None = None
    place: Within = ""
    country: Key = ""
    founder_place: Within = ""
    agreement: Key = ""
    alliance: Key = ""


class ResourceMakerOut(Schema):
    """An organisation that made a resource."""

    organisation: Key


class EditionOut(Schema):
    """One edition of a resource in one language."""

    language: str
    title: str = ""
    published: FuzzyDate = ""


class ResourceShareOut(Schema):
    """An organisation or a country a resource is shared with."""

    organisation: Key | None = None
    place: Key | None = None
    since: FuzzyDate = ""


class ResourceOut(RecordOut):
    """A textbook or courseware: who made it, in which editions, and who it is shared with."""

    title: LanguageMap
    kind: ResourceKind
    field: Key | None = None
    makers: list[ResourceMakerOut] = []
    editions: list[EditionOut] = []
    shares: list[ResourceShareOut] = []


class ResourceQuery(ListQuery):
    """What the list of resources may be asked."""

    sort: str = sort_by(RESOURCE)
    kind: ResourceKind | None = None
    field: Key = ""
    maker_place: Within = ""
    shared_country: Key = ""


@router.get("/programmes", response={200: Page[ProgrammeOut], 422: Refused}, exclude_unset=True)
def list_programmes(request: HttpRequest, asked: Query[ProgrammeQuery]) -> Document:
    """List programmes."""
    return list_documents(PROGRAMME, request, asked)


@router.get("/programmes/{key}", response={200: ProgrammeOut, 404: Missing}, exclude_unset=True)
def read_programme(request: HttpRequest, key: str) -> Document:
    """Read one programme."""
    return read_one(PROGRAMME, request, key)


@router.get("/resources", response={200: Page[ResourceOut], 422: Refused}, exclude_unset=True)
def list_resources(request: HttpRequest, asked: Query[ResourceQuery]) -> Document:
    """List resources."""
    return list_documents(RESOURCE, request, asked)


@router.get("/resources/{key}", response={200: ResourceOut, 404: Missing}, exclude_unset=True)
def read_resource(request: HttpRequest, key: str) -> Document:
    """Read one resource."""
    return read_one(RESOURCE, request, key)
