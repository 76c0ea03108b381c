"""The read API of indicators and claims."""

from typing import Any

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
from guildbook.figures.models.claim import Basis, Qualifier
from guildbook.figures.records import CLAIM, INDICATOR
from guildbook.kit.documents import Document

router = Router(tags=["figures"])


class IndicatorOut(RecordOut):
    """A written definition of a count or sum, with the declarative form the book computes it from."""

    title: LanguageMap
    text: LanguageMap
    theme: str = ""
    phrases: dict[str, Any] = {}
    definition: dict[str, Any] = {}


class IndicatorQuery(ListQuery):
    """What the list of indicators may be asked."""

    sort: str = sort_by(INDICATOR)
    theme: str = ""


class ClaimOut(RecordOut):
    """A figure a source published: value, qualifier, what it counts, subject, date and locator."""

    source: Key
    paragraph: int | None = None
    start: int | None = None
    end: int | None = None
    value: Number | None = None
    qualifier: Qualifier
    basis: Basis
    counts: str
    quote: str = ""
    indicator: Key | None = None
    subject_type: str = ""
    subject_key: str = ""
    as_of: FuzzyDate = ""


class ClaimQuery(ListQuery):
    """What the list of claims may be asked."""

    sort: str = sort_by(CLAIM)
    qualifier: Qualifier | None = None
    basis: Basis | None = None
    source: Key = ""
    indicator: Key = ""


@router.get("/indicators", response={200: Page[IndicatorOut], 422: Refused}, exclude_unset=True)
def list_indicators(request: HttpRequest, asked: Query[IndicatorQuery]) -> Document:
    """List indicators."""
    return list_documents(INDICATOR, request, asked)


@router.get("/indicators/{key}", response={200: IndicatorOut, 404: Missing}, exclude_unset=True)
def read_indicator(request: HttpRequest, key: str) -> Document:
    """Read one indicator."""
    return read_one(INDICATOR, request, key)


@router.get("/claims", response={200: Page[ClaimOut], 422: Refused}, exclude_unset=True)
def list_claims(request: HttpRequest, asked: Query[ClaimQuery]) -> Document:
    """List claims."""
    return list_documents(CLAIM, request, asked)


@router.get("/claims/{key}", response={200: ClaimOut, 404: Missing}, exclude_unset=True)
def read_claim(request: HttpRequest, key: str) -> Document:
    """Read one claim."""
    return read_one(CLAIM, request, key)
