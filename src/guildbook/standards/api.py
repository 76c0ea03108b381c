"""The read API of the standards area."""

from typing import Any

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

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
from guildbook.standards.models.alignment import AlignmentState, MatchState, Relation
from guildbook.standards.models.standard import ItemKind, Nature, StandardKind
from guildbook.standards.records import ADOPTION, ALIGNMENT, STANDARD

router = Router(tags=["standards"])


def _silent() -> Any:
    """What stands for a column that says nothing and is left out."""
    return None


class StandardVersionOut(Schema):
    """One version of a standard."""

    name: str
    issued: FuzzyDate = ""
    language: str = ""
    localises: str = ""
    localised_from: Key | None = None


class StandardItemOut(Schema):
    """One numbered item of a version, such as 2.1.3; its identifier stays when number or text change."""

    version: str
    number: str
    kind: ItemKind
    parent: str = ""
    text: str
    identifier: str


class StandardContributorOut(Schema):
    """An organisation that helped to make a standard."""

    organisation: Key


class StandardOut(RecordOut):
    """A professional, curriculum, job or technical standard."""

    title: LanguageMap
    kind: StandardKind
    nature: Nature = Field(default_factory=_silent)  # left out where nothing is said, never null
    owner: Key | None = None
    field: Key | None = None
    versions: list[StandardVersionOut] = []
    items: list[StandardItemOut] = []
    contributors: list[StandardContributorOut] = []


class StandardQuery(ListQuery):
    """What the list of standards may be asked."""

    sort: str = sort_by(STANDARD)
    kind: StandardKind | None = None
    nature: Nature | None = None
    language: str = ""
    field: Key = ""
    owner_place: Within = ""
    owner: Key = ""


class AlignmentMatchOut(Schema):
    """Two items that somebody compared: confirmed, rejected, or to be reviewed because a text changed since."""

    from_item: str
    to_item: str
    relation: Relation
    state: MatchState
    score: float | None = None
    confirmed_by: str = ""
    organisation: Key | None = None
    confirmed_on: FuzzyDate = ""
    texts: str = ""
    carried_from: str = ""
    note: LanguageMap = {}


class AlignmentOut(RecordOut):
    """Two versions of standards, item by item, with what people decided; unreviewed proposals are no part of it."""

    from_standard: Key
    from_version: str
    to_standard: Key
    to_version: str
    state: AlignmentState
    from_items: int
    from_covered: int
    to_items: int
    to_covered: int
    matches: list[AlignmentMatchOut] = []


class AlignmentQuery(ListQuery):
    """What the list of alignments may be asked."""

    sort: str = sort_by(ALIGNMENT)
    state: AlignmentState | None = None
    standard: Key = ""
    to_standard: Key = ""
    nature: Nature | None = None
    to_nature: Nature | None = None
    kind: StandardKind | None = None
    owner_place: Within = ""
    confirmed_for: Key = ""


class AdoptionOut(RecordOut):
    """Which version of a standard was adopted where, by whom, by what instrument, for what."""

    standard: Key
    version_name: str = ""
    country: Key
    authority: Key | None = None
    instrument: str = ""
    scope: LanguageMap = {}
    localisation: LanguageMap = {}
    localised_version: str = ""
    alignment: Key | None = None


class AdoptionQuery(ListQuery):
    """What the list of adoptions may be asked."""

    sort: str = sort_by(ADOPTION)
    kind: StandardKind | None = None
    country: Key = ""
    owner_place: Within = ""
    standard: Key = ""
    authority: Key = ""
    alignment_state: AlignmentState | None = None
    nature: Nature | None = None


@router.get("/standards", response={200: Page[StandardOut], 422: Refused}, exclude_unset=True)
def list_standards(request: HttpRequest, asked: Query[StandardQuery]) -> Document:
    """List standards."""
    return list_documents(STANDARD, request, asked)


@router.get("/standards/{key}", response={200: StandardOut, 404: Missing}, exclude_unset=True)
def read_standard(request: HttpRequest, key: str) -> Document:
    """Read one standard."""
    return read_one(STANDARD, request, key)


@router.get("/alignments", response={200: Page[AlignmentOut], 422: Refused}, exclude_unset=True)
def list_alignments(request: HttpRequest, asked: Query[AlignmentQuery]) -> Document:
    """List alignments."""
    return list_documents(ALIGNMENT, request, asked)


@router.get("/alignments/{key}", response={200: AlignmentOut, 404: Missing}, exclude_unset=True)
def read_alignment(request: HttpRequest, key: str) -> Document:
    """Read one alignment."""
    return read_one(ALIGNMENT, request, key)


@router.get("/adoptions", response={200: Page[AdoptionOut], 422: Refused}, exclude_unset=True)
def list_adoptions(request: HttpRequest, asked: Query[AdoptionQuery]) -> Document:
    """List adoptions."""
    return list_documents(ADOPTION, request, asked)


@router.get("/adoptions/{key}", response={200: AdoptionOut, 404: Missing}, exclude_unset=True)
def read_adoption(request: HttpRequest, key: str) -> Document:
    """Read one adoption."""
    return read_one(ADOPTION, request, key)
