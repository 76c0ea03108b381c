"""The read API of the rounds area."""

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from guildbook.alliances.models.membership import MembershipRole
from guildbook.directory.models.organisation import OrganisationKind
from guildbook.faces.api import (
    FuzzyDate,
    Key,
    LanguageMap,
    ListQuery,
    Missing,
    Number,
    Page,
    RecordOut,
    Refused,
    list_documents,
    read_one,
    sort_by,
)
from guildbook.kit.documents import Document
from guildbook.rounds.models import (
    About,
    Capacity,
    CheckRelation,
    Need,
    QuestionKind,
    Rates,
    ReturnAnswer,
    ReturnState,
    RoundState,
    Weight,
)
from guildbook.rounds.records import RETURN, ROUND

router = Router(tags=["rounds"])


class QuestionOut(Schema):
    """One question of a round; its code names it in answers and workbooks."""

    code: str
    text: LanguageMap
    help: LanguageMap = {}
    kind: QuestionKind
    about: About
    need: Need
    indicator: Key | None = None
    unit: str = ""
    least: Number | None = None
    most: Number | None = None
    jump: int | None = Field(None, description="Per cent against the last approved value that ask for a word.")


class OptionOut(Schema):
    """One choice of a question of that kind."""

    question: str
    value: str
    text: LanguageMap


class RoundCheckOut(Schema):
    """What must add up between answers, such as total = men + women."""

    left: str
    relation: CheckRelation
    right: str
    weight: Weight


class AudienceOut(Schema):
    """Members that are asked: those that meet every column, or the one organisation named."""

    role: MembershipRole | None = None
    kind: OrganisationKind | None = None
    country: Key | None = None
    organisation: Key | None = None


class RoundOut(RecordOut):
    """A dated collection of figures from members, with a deadline."""

    title: LanguageMap
    alliance: Key
    state: RoundState
    period: FuzzyDate = ""
    opens: FuzzyDate = ""
    deadline: FuzzyDate = ""
    members_on: FuzzyDate = ""
    languages: str = ""
    rates: Rates
    indicators: list[Key] = []
    questions: list[QuestionOut] = []
    options: list[OptionOut] = []
    checks: list[RoundCheckOut] = []
    audience: list[AudienceOut] = []


class RoundQuery(ListQuery):
    """What the list of rounds may be asked."""

    sort: str = sort_by(ROUND)
    alliance: Key = ""
    state: RoundState | None = None


class ReturnOut(RecordOut):
    """A figure a member reported in a round."""

    round: Key
    organisation: Key
    indicator: Key
    subject_type: str = ""
    question: str = ""
    subject_key: str = ""
    capacity: Capacity
    answer: ReturnAnswer
    value: Number | None = None
    as_of: FuzzyDate
    state: ReturnState


class ReturnQuery(ListQuery):
    """What the list of returns may be asked."""

    sort: str = sort_by(RETURN)
    round: Key = ""
    organisation: Key = ""
    indicator: Key = ""
    answer: ReturnAnswer | None = None
    state: ReturnState | None = None


@router.get("/rounds", response={200: Page[RoundOut], 422: Refused}, exclude_unset=True)
def list_rounds(request: HttpRequest, asked: Query[RoundQuery]) -> Document:
    """List rounds."""
    return list_documents(ROUND, request, asked)


@router.get("/rounds/{key}", response={200: RoundOut, 404: Missing}, exclude_unset=True)
def read_round(request: HttpRequest, key: str) -> Document:
    """Read one round."""
    return read_one(ROUND, request, key)


@router.get("/returns", response={200: Page[ReturnOut], 422: Refused}, exclude_unset=True)
def list_returns(request: HttpRequest, asked: Query[ReturnQuery]) -> Document:
    """List returns."""
    return list_documents(RETURN, request, asked)


@router.get("/returns/{key}", response={200: ReturnOut, 404: Missing}, exclude_unset=True)
def read_return(request: HttpRequest, key: str) -> Document:
    """Read one return."""
    return read_one(RETURN, request, key)
