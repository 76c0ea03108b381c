"""The read API of the agreements area."""

from django.http import HttpRequest
from ninja import Query, Router, Schema

from guildbook.agreements.models.agreement import (
    AgreementKind,
    AgreementState,
    SigningMethod,
    SigningState,
    TextStanding,
)
from guildbook.agreements.records import AGREEMENT
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

router = Router(tags=["agreements"])


class AgreementPartyOut(Schema):
    """One party to an agreement and where its signature stands."""

    organisation: Key
    signing: SigningState
    signed: FuzzyDate = ""
    role: Key | None = None
    method: SigningMethod | None = None


class AgreementVersionOut(Schema):
    """One version of the text in one language; what was sent to the parties is frozen, told by its hash."""

    number: int
    language: str
    standing: TextStanding | None = None
    title: str = ""
    text: str = ""
    circulated: FuzzyDate = ""
    signed: FuzzyDate = ""
    content_hash: str = ""


class AgreementOut(RecordOut):
    """N parties × signed versions: a memorandum, framework, contract or letter of intent."""

    title: LanguageMap
    kind: AgreementKind
    state: AgreementState
    signed: FuzzyDate = ""
    place: Key | None = None
    parent: Key | None = None
    renews: Key | None = None
    amends: Key | None = None
    alliance: Key | None = None
    notice_months: int | None = None
    parties: list[AgreementPartyOut] = []
    versions: list[AgreementVersionOut] = []


class AgreementQuery(ListQuery):
    """What the list of agreements may be asked."""

    sort: str = sort_by(AGREEMENT)
    kind: AgreementKind | None = None
    state: AgreementState | None = None
    alliance: Key = ""
    party: Key = ""
    awaiting: Key = ""
    party_country: Key = ""
    place: Within = ""
    party_place: Within = ""


@router.get("/agreements", response={200: Page[AgreementOut], 422: Refused}, exclude_unset=True)
def list_agreements(request: HttpRequest, asked: Query[AgreementQuery]) -> Document:
    """List agreements."""
    return list_documents(AGREEMENT, request, asked)


@router.get("/agreements/{key}", response={200: AgreementOut, 404: Missing}, exclude_unset=True)
def read_agreement(request: HttpRequest, key: str) -> Document:
    """Read one agreement."""
    return read_one(AGREEMENT, request, key)
