"""The read API of the events area."""

from django.http import HttpRequest
from ninja import Query, Router, Schema

from guildbook.events.models.event import EventKind
from guildbook.events.models.gathering import OrganiserRole
from guildbook.events.models.result import OutcomeKind
from guildbook.events.records import EVENT
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

router = Router(tags=["events"])


class OrganiserOut(Schema):
    """An organisation that made an event, and how."""

    organisation: Key
    role: OrganiserRole


class SessionOut(Schema):
    """A part of an event's programme."""

    title: LanguageMap
    since: FuzzyDate = ""


class SpeechOut(Schema):
    """A speech, report or presentation given at an event."""

    speaker: Key
    session: str = ""
    title: LanguageMap = {}
    summary: LanguageMap = {}


class DelegationOut(Schema):
    """A group that came: whom it stood for, where from, who led it."""

    organisation: Key | None = None
    place: Key | None = None
    head: Key | None = None
    size: int | None = None


class AttendanceOut(Schema):
    """A person in role who was there."""

    role: Key


class StopOut(Schema):
    """A stop of an itinerary and whom the delegation met there."""

    organisation: Key | None = None
    place: Key | None = None
    counterpart: Key | None = None
    since: FuzzyDate = ""
    what: LanguageMap = {}


class OutcomeOut(Schema):
    """What was signed, launched or announced at an event: a record of the book, or words where there is none."""

    kind: OutcomeKind
    record_type: str = ""
    record_key: str = ""
    what: LanguageMap = {}


class CoverageOut(Schema):
    """A media outlet that reported on an event, and the report where we hold it."""

    outlet: Key
    source: Key | None = None


class EventOut(RecordOut):
    """A forum, conference, ceremony, visit, exchange trip or press conference."""

    title: LanguageMap
    kind: EventKind
    theme: LanguageMap = {}
    place: Key | None = None
    alliance: Key | None = None
    parent: Key | None = None
    organisers: list[OrganiserOut] = []
    sessions: list[SessionOut] = []
    speeches: list[SpeechOut] = []
    delegations: list[DelegationOut] = []
    attendances: list[AttendanceOut] = []
    stops: list[StopOut] = []
    outcomes: list[OutcomeOut] = []
    coverage: list[CoverageOut] = []


class EventQuery(ListQuery):
    """What the list of events may be asked."""

    sort: str = sort_by(EVENT)
    kind: EventKind | None = None
    place: Within = ""
    country: Key = ""
    alliance: Key = ""
    delegation_country: Key = ""
    organiser: Key = ""
    speaker: Key = ""
    attendee: Key = ""
    attendee_organisation: Key = ""
    visited: Key = ""
    outlet: Key = ""
    session: int | None = None


@router.get("/events", response={200: Page[EventOut], 422: Refused}, exclude_unset=True)
def list_events(request: HttpRequest, asked: Query[EventQuery]) -> Document:
    """List events."""
    return list_documents(EVENT, request, asked)


@router.get("/events/{key}", response={200: EventOut, 404: Missing}, exclude_unset=True)
def read_event(request: HttpRequest, key: str) -> Document:
    """Read one event."""
    return read_one(EVENT, request, key)
