"""The read API of the directory area."""

from django.http import HttpRequest
from ninja import Query, Router, Schema

from guildbook.directory.models.organisation import NameKind, OrganisationKind
from guildbook.directory.models.place import PlaceKind
from guildbook.directory.models.source import SourceKind
from guildbook.directory.records import CITY_LINK, FIELD, ORGANISATION, PERSON, PLACE, ROLE, SOURCE
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

router = Router(tags=["directory"])


class PlaceOut(RecordOut):
    """A country or region, a province or a city; `path` lists the keys from the country down to it."""

    names: LanguageMap
    kind: PlaceKind
    parent: Key | None = None
    iso_code: str = ""
    latitude: float | None = None
    longitude: float | None = None
    members: list[Key] = []


class PlaceQuery(ListQuery):
    """What the list of places may be asked."""

    sort: str = sort_by(PLACE)
    kind: PlaceKind | None = None
    country: Key = ""
    group: Key = ""


class CityLinkOut(RecordOut):
    """A sister-city relation between two places, since a date."""

    place: Key
    partner: Key


class CityLinkQuery(ListQuery):
    """What the list of city links may be asked."""

    sort: str = sort_by(CITY_LINK)
    place_country: Key = ""
    place_group: Key = ""
    place: Within = ""
    partner: Within = ""
    country: Key = ""
    group: Key = ""


class OrganisationNameOut(Schema):
    """One name of an organisation: its language, what kind of name it is, and when it was borne."""

    text: str
    language: str
    kind: NameKind
    since: FuzzyDate = ""
    until: FuzzyDate = ""


class OrganisationOut(RecordOut):
    """A school, company, government body, association, centre, alliance or media outlet."""

    kind: OrganisationKind
    place: Key | None = None
    parent: Key | None = None
    names: list[OrganisationNameOut] = []


class OrganisationQuery(ListQuery):
    """What the list of organisations may be asked."""

    sort: str = sort_by(ORGANISATION)
    kind: OrganisationKind | None = None
    country: Key = ""
    place: Within = ""
    alliance: Key = ""


class PersonOut(RecordOut):
    """A named public person."""

    names: LanguageMap


class PersonQuery(ListQuery):
    """What the list of people may be asked."""

    sort: str = sort_by(PERSON)
    organisation: Key = ""


class RoleOut(RecordOut):
    """A named public person holding a role at an organisation for a term."""

    person: Key
    title: LanguageMap
    organisation: Key


class RoleQuery(ListQuery):
    """What the list of people in roles may be asked."""

    sort: str = sort_by(ROLE)
    person: Key = ""
    organisation: Key = ""
    country: Key = ""


class SourceOut(RecordOut):
    """A document the book cites; its text is kept where we hold it, so that a locator can be shown in place."""

    title: LanguageMap
    kind: SourceKind
    publisher: Key | None = None
    published: FuzzyDate = ""
    language: str = ""
    licence: str = ""
    url: str = ""
    file: str = ""
    text: str = ""


class SourceQuery(ListQuery):
    """What the list of sources may be asked."""

    sort: str = sort_by(SOURCE)
    kind: SourceKind | None = None
    publisher: Key = ""


class FieldOut(RecordOut):
    """A broad, narrow or detailed field of education (ISCED-F 2013); its code is two, three or four digits."""

    code: str
    names: LanguageMap
    parent: Key | None = None


class FieldQuery(ListQuery):
    """What the list of fields of education may be asked."""

    sort: str = sort_by(FIELD)
    parent: Key = ""


@router.get("/places", response={200: Page[PlaceOut], 422: Refused}, exclude_unset=True)
def list_places(request: HttpRequest, asked: Query[PlaceQuery]) -> Document:
    """List places."""
    return list_documents(PLACE, request, asked)


@router.get("/places/{key}", response={200: PlaceOut, 404: Missing}, exclude_unset=True)
def read_place(request: HttpRequest, key: str) -> Document:
    """Read one place."""
    return read_one(PLACE, request, key)


@router.get("/city-links", response={200: Page[CityLinkOut], 422: Refused}, exclude_unset=True)
def list_city_links(request: HttpRequest, asked: Query[CityLinkQuery]) -> Document:
    """List city links."""
    return list_documents(CITY_LINK, request, asked)


@router.get("/city-links/{key}", response={200: CityLinkOut, 404: Missing}, exclude_unset=True)
def read_city_link(request: HttpRequest, key: str) -> Document:
    """Read one city link."""
    return read_one(CITY_LINK, request, key)


@router.get("/organisations", response={200: Page[OrganisationOut], 422: Refused}, exclude_unset=True)
def list_organisations(request: HttpRequest, asked: Query[OrganisationQuery]) -> Document:
    """List organisations."""
    return list_documents(ORGANISATION, request, asked)


@router.get("/organisations/{key}", response={200: OrganisationOut, 404: Missing}, exclude_unset=True)
def read_organisation(request: HttpRequest, key: str) -> Document:
    """Read one organisation."""
    return read_one(ORGANISATION, request, key)


@router.get("/people", response={200: Page[PersonOut], 422: Refused}, exclude_unset=True)
def list_people(request: HttpRequest, asked: Query[PersonQuery]) -> Document:
    """List people."""
    return list_documents(PERSON, request, asked)


@router.get("/people/{key}", response={200: PersonOut, 404: Missing}, exclude_unset=True)
def read_person(request: HttpRequest, key: str) -> Document:
    """Read one person."""
    return read_one(PERSON, request, key)


@router.get("/roles", response={200: Page[RoleOut], 422: Refused}, exclude_unset=True)
def list_roles(request: HttpRequest, asked: Query[RoleQuery]) -> Document:
    """List people in roles."""
    return list_documents(ROLE, request, asked)


@router.get("/roles/{key}", response={200: RoleOut, 404: Missing}, exclude_unset=True)
def read_role(request: HttpRequest, key: str) -> Document:
    """Read one person in role."""
    return read_one(ROLE, request, key)


@router.get("/sources", response={200: Page[SourceOut], 422: Refused}, exclude_unset=True)
def list_sources(request: HttpRequest, asked: Query[SourceQuery]) -> Document:
    """List sources."""
    return list_documents(SOURCE, request, asked)


@router.get("/sources/{key}", response={200: SourceOut, 404: Missing}, exclude_unset=True)
def read_source(request: HttpRequest, key: str) -> Document:
    """Read one source."""
    return read_one(SOURCE, request, key)


@router.get("/fields", response={200: Page[FieldOut], 422: Refused}, exclude_unset=True)
def list_fields(request: HttpRequest, asked: Query[FieldQuery]) -> Document:
    """List fields of education."""
    return list_documents(FIELD, request, asked)


@router.get("/fields/{key}", response={200: FieldOut, 404: Missing}, exclude_unset=True)
def read_field(request: HttpRequest, key: str) -> Document:
    """Read one field of education."""
    return read_one(FIELD, request, key)
