"""The read API of the reports area."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

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
from guildbook.reports.models.report import ReportKind, Standing
from guildbook.reports.records import REPORT

router = Router(tags=["reports"])


class FrozenFigureOut(Schema):
    """A figure as it was published: the question, the value, the lineage on that day and its hash."""

    place: int
    name: str
    value: Number
    lineage: dict[str, Any]
    sha256: str
    at: FuzzyDate
    claims: dict[str, Key] = {}


class AcknowledgementOut(Schema):
    """A number of the text that differs from the book, and why it was let stand."""

    language: str
    number: str
    quote: str
    reason: str


class ReportOut(RecordOut):
    """A text with figures inserted by name, frozen with their lineage on publication."""

    title: LanguageMap
    kind: ReportKind
    alliance: Key | None = None
    authors: list[Key] = []
    period: FuzzyDate = ""
    body: LanguageMap = {}
    edition: int
    corrects: Key | None = None
    published: FuzzyDate = ""
    standing: Standing
    frozen: list[FrozenFigureOut] = []
    acknowledged: list[AcknowledgementOut] = []


class ReportQuery(ListQuery):
    """What the list of reports may be asked."""

    sort: str = sort_by(REPORT)
    kind: ReportKind | None = None
    alliance: Key = ""
    author: Key = ""
    standing: Standing | None = None


@router.get("/reports", response={200: Page[ReportOut], 422: Refused}, exclude_unset=True)
def list_reports(request: HttpRequest, asked: Query[ReportQuery]) -> Document:
    """List reports."""
    return list_documents(REPORT, request, asked)


@router.get("/reports/{key}", response={200: ReportOut, 404: Missing}, exclude_unset=True)
def read_report(request: HttpRequest, key: str) -> Document:
    """Read one report."""
    return read_one(REPORT, request, key)
