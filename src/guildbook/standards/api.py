"""The read API of the standards area."""

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
from guildbook.standards.models.standard import StandardKind
from guildbook.standards.records import ADOPTION, STANDARD

router = Router(tags=["standards"])


class StandardVersionOut(Schema):
    """One version of a standard."""

    name: str
    issued: FuzzyDate = ""
    language: str = ""


class StandardItemOut(Schema):
    """One numbered item of a version, such as 2.1.3; the number tells its place."""

    version: str
    number: str
    text: str


class StandardContributorOut(Schema):
    """An organisation that helped to make a standard."""

    organisation: Key


class StandardOut(RecordOut):
    """A professional, curriculum, job or technical standard."""

    title: LanguageMap
    kind: StandardKind
    owner: Key | None = None
    field: Key | None = None
    versions: list[StandardVersionOut] = []
    items: list[StandardItemOut] = []
    contributors: list[StandardContributorOut] = []


class StandardQuery(ListQuery):
    """What the list of standards may be asked."""

    sort: str = sort_by(STANDARD)
    kind: StandardKind | None = None
    field: Key = ""
    owner_place: Within = ""
    owner: Key = ""


class AdoptionOut(RecordOut):
    """Which version of a standard was adopted where, by whom, by what instrument, for what."""

    standard: Key
    version_name: str = ""
    country: Key
    authority: Key | None = None
    instrument: str = ""
    scope: LanguageMap = {}
    localisation: LanguageMap = {}


class AdoptionQuery(ListQuery):
    """What the list of adoptions may be asked."""

    sort: str = sort_by(ADOPTION)
    kind: StandardKind | None = None
    country: Key = ""
    owner_place: Within = ""
    standard: Key = ""
    authority: Key = ""


@router.get("/standards", response={200: Page[StandardOut], 422: Refused}, exclude_unset=True)
def list_standards(request: HttpRequest, asked: Query[StandardQuery]) -> Document:
    """List standards."""
    return list_documents(STANDARD, request, asked)


@router.get("/standards/{key}", response={200: StandardOut, 404: Missing}, exclude_unset=True)
def read_standard(request: HttpRequest, key: str) -> Document:
    """Read one standard."""
    return read_one(STANDARD, request, key)


@router.get("/adoptions", response={200: Page[AdoptionOut], 422: Refused}, exclude_unset=True)
def list_adoptions(request: HttpRequest, asked: Query[AdoptionQuery]) -> Document:
    """List adoptions."""
    return list_documents(ADOPTION, request, asked)


@router.get("/adoptions/{key}", response={200: AdoptionOut, 404: Missing}, exclude_unset=True)
def read_adoption(request: HttpRequest, key: str) -> Document:
    """Read one adoption."""
    return read_one(ADOPTION, request, key)
