"""The read API of the rounds area."""

from django.http import HttpRequest
from ninja import Query, Router

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
from guildbook.rounds.models.member_return import ReturnState
from guildbook.rounds.records import RETURN, ROUND

router = Router(tags=["rounds"])


class RoundOut(RecordOut):
    """A dated collection of figures from members, with a deadline."""

    title: LanguageMap
    alliance: Key
    deadline: FuzzyDate = ""
    indicators: list[Key] = []


class RoundQuery(ListQuery):
    """What the list of rounds may be asked."""

    sort: str = sort_by(ROUND)
    alliance: Key = ""


class ReturnOut(RecordOut):
    """A figure a member reported in a round."""

    round: Key
    organisation: Key
    indicator: Key
    subject_type: str = ""
    subject_key: str = ""
    value: Number
    as_of: FuzzyDate
    state: ReturnState


class ReturnQuery(ListQuery):
    """What the list of returns may be asked."""

    sort: str = sort_by(RETURN)
    round: Key = ""
    organisation: Key = ""
    indicator: Key = ""
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
