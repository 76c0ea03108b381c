"""The read API of figures: every indicator asked of a subject, and one figure with its lineage."""

from typing import Literal

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Schema
from ninja.errors import HttpError, ValidationError
from pydantic import Field

from guildbook.faces.api import FuzzyDate, Key, Missing, Page, Refused
from guildbook.figures.api.records import router
from guildbook.figures.models.claim import Basis, Qualifier
from guildbook.figures.queries import (
    Data,
    FigureError,
    Question,
    UnknownFigureError,
    ask,
    ask_many,
    figure_data,
    headline_data,
    indicators,
    read_day,
)
from guildbook.kit.actors import actor_of

Mark = Literal["rec", "rep", "cla", "dif", "none"]
Value = int | float
NOT_FACETS = ("subject", "at", "limit", "offset", "lang")


class SubjectOut(Schema):
    """Whom a figure is about."""

    name: str = Field(examples=["place:guangxi"])
    label: str
    url: str


class PeriodOut(Schema):
    """The days a number speaks of; both null where nobody dated it."""

    first: str | None = Field(examples=["2023-08-31"])
    last: str | None = Field(examples=["2023-08-31"])
    text: str


class HeadlineOut(Schema):
    """A figure's answer. Marks: on record, reported by members, claimed by sources, sources differ, nothing known."""

    indicator: Key
    title: str
    theme: str
    subject: SubjectOut | None = Field(description="Null for the whole book.")
    filters: dict[str, str]
    at: str | None
    value: Value | None
    qualifier: str
    text: str
    mark: Mark
    as_of: PeriodOut
    on_record: Value | None = Field(description="Null where no records of the book could answer.")
    reported: Value | None
    reported_qualifier: str | None
    missing: Value | None = Field(description="How many are reported and not on record.")
    url: str


class CitedSourceOut(Schema):
    """The source of a claim, its address at the paragraph."""

    key: Key
    title: str
    url: str


class LocatorOut(Schema):
    """Where in the source a claim stands; characters are counted from 0."""

    paragraph: int | None
    start: int | None
    end: int | None


class ClaimWitnessOut(Schema):
    """What a source says, and how it stands to the figure."""

    key: Key
    url: str
    value: Value | None
    qualifier: Qualifier
    basis: Basis
    counts: str
    quote: str
    as_of: PeriodOut
    source: CitedSourceOut
    locator: LocatorOut
    verdict: Literal["agrees", "differs", "incomparable"]
    difference: Value | None
    note: str | None


class ReporterOut(Schema):
    """The organisation that reported."""

    key: Key
    label: str


class ReturnWitnessOut(Schema):
    """What a member reported in a round, approved."""

    key: Key
    url: str
    value: Value | None
    answer: str = Field(description="value, none (nought) or not-known (missing, not nought).")
    thing: str | None = Field(description="What it is about, where several organisations share it: it counts once.")
    as_of: PeriodOut
    organisation: ReporterOut
    round: Key


class BesideOut(ReturnWitnessOut):
    """A return that adds nothing: not known, or of a thing counted as another partner reported it."""

    verdict: Literal["agrees", "differs", "incomparable"]
    difference: Value | None
    note: str | None


class ReportingOut(Schema):
    """How many were asked for a figure and have answered; null where you may not know."""

    round: Key
    expected: int | None
    received: int | None
    approved: int | None
    not_known: int


class CountedOut(Schema):
    """A record that the figure counts."""

    type: str
    key: Key
    label: str
    url: str


class LabelOut(Schema):
    """A distinct value that the figure counts."""

    label: str
    url: str | None


class BarOut(Schema):
    """One value of a breakdown; its address asks for that value alone."""

    key: str
    label: str
    value: Value
    url: str


class BreakdownOut(Schema):
    """The count on record by the values of one facet."""

    facet: str
    label: str
    values: list[BarOut]


class FigureOut(HeadlineOut):
    """A figure with its lineage; at most 100 of the records counted are listed."""

    language: str
    definition: str
    claims: list[ClaimWitnessOut]
    returns: list[ReturnWitnessOut]
    beside: list[BesideOut]
    reporting: ReportingOut | None
    records: list[CountedOut]
    records_counted: dict[str, int]
    values: list[LabelOut]
    breakdowns: list[BreakdownOut]


class FigureQuery(Schema):
    """What a figure may be asked. Any breakdown of its indicator is a parameter too: `country=laos`."""

    subject: str = Field(
        "",
        max_length=200,
        description="Kind and key of a record.",
        examples=["place:guangxi"],
        json_schema_extra={"format": "record"},
    )
    at: FuzzyDate = Field("", description="As of a day, month or year.")


class FiguresQuery(FigureQuery):
    """What the list of figures may be asked."""

    limit: int = Field(20, ge=1, le=100, description="Figures per page.")
    offset: int = Field(0, ge=0, le=10_000_000, description="Figures to skip.")


@router.get("/figures", response={200: Page[HeadlineOut], 404: Missing, 422: Refused})
def list_figures(request: HttpRequest, asked: Query[FiguresQuery]) -> Data:
    """List every indicator, asked of one subject or of the whole book."""
    actor = actor_of(request)
    try:
        _refuse_facets(request)
        day, known = read_day(asked.at), indicators(actor)
        end = asked.offset + asked.limit
        questions = [Question(indicator.key, asked.subject, day) for indicator in known[asked.offset : end]]
        items = [headline_data(figure) for figure in ask_many(actor, questions)]
    except FigureError as error:
        raise _refusal(error) from error
    query = request.GET.copy()
    query["offset"] = str(end)
    after = request.build_absolute_uri(f"{request.path}?{query.urlencode()}") if end < len(known) else None
    return {"count": len(known), "next": after, "items": items}


@router.get("/figures/{key}", response={200: FigureOut, 404: Missing, 422: Refused})
def read_figure(request: HttpRequest, key: str, asked: Query[FigureQuery]) -> Data:
    """Read one figure with everything that stands behind it."""
    actor = actor_of(request)
    filters = {name: str(value) for name, value in request.GET.items() if name not in NOT_FACETS}
    try:
        return figure_data(actor, ask(actor, key, asked.subject, read_day(asked.at), filters))
    except FigureError as error:
        raise _refusal(error) from error


def _refuse_facets(request: HttpRequest) -> None:
    for name in request.GET:
        if name not in NOT_FACETS:
            said = _("The list cannot be asked by “%(name)s”; one figure can, by its breakdowns.")
            raise FigureError(said % {"name": name[:40]})


def _refusal(error: FigureError) -> Exception:
    if isinstance(error, UnknownFigureError):
        return HttpError(404, str(error))
    return ValidationError([{"type": "unknown", "loc": ["query"], "msg": str(error)}])
