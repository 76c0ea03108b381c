"""The page of an event: its programme, who made it, who came, where it went, and what came of it."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from guildbook.events.models import Attendance, Coverage, Delegation, Organiser, Outcome, Session, Speech, Stop
from guildbook.events.queries import records_behind
from guildbook.events.records import EVENT
from guildbook.faces.details import Cell, link, text_cell
from guildbook.faces.tables import filled, head
from guildbook.faces.views import own_context
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.format import date_text, number_text


def event_page(request: HttpRequest, key: str) -> HttpResponse:
    """An event with its programme, people, stops and outcomes."""
    context = own_context(EVENT, request, key)
    rows = context["rows"]
    context |= {
        "organisers": organisers(rows["organisers"]),
        "programme": programme(rows["sessions"], rows["speeches"]),
        "delegations": delegations(rows["delegations"]),
        "led_by": led_by(rows["delegations"]),
        "attendances": attendances(rows["attendances"]),
        "stops": stops(rows["stops"]),
        "outcomes": outcomes(actor_of(request), rows["outcomes"]),
        "coverage": coverage(rows["coverage"]),
    }
    return render(request, "events/event.html", context)


def _mapping(shown: Cell) -> dict[str, Any]:
    return shown if isinstance(shown, dict) else {"text": shown}


def person_cell(role: Any) -> dict[str, Any]:
    """A person in role: the name as a link, and under it the title and where it is held."""
    title, place = text_cell(role.title), link(role.organisation)
    words = [each["text"] if isinstance(each, dict) else each for each in (title, place)]
    language = title.get("lang", "") if isinstance(title, dict) else ""
    return {**_mapping(link(role.person)), "two": ", ".join(word for word in words if word), "two_lang": language}


def organisers(rows: Iterable[Organiser]) -> list[dict[str, Any]]:
    """Organisers by what they did."""
    lines: dict[str, list[Cell]] = {}
    for organiser in rows:
        lines.setdefault(organiser.get_role_display(), []).append(link(organiser.organisation))
    return [{"label": label, "cells": cells} for label, cells in lines.items()]


def programme(sessions: Sequence[Session], speeches: Sequence[Speech]) -> list[dict[str, Any]]:
    """The sessions in order with their speeches; speeches of no session come first, as the opening usually does."""
    titles = {title: session.pk for session in sessions for title in session.title.values()}
    spoken: dict[int | None, list[dict[str, Any]]] = {}
    for speech in speeches:
        line = {"who": person_cell(speech.speaker), "title": text_cell(speech.title), "what": text_cell(speech.summary)}
        spoken.setdefault(titles.get(speech.session), []).append(line)
    parts: list[dict[str, Any]] = []
    if spoken.get(None):
        parts.append({"title": "", "date": "", "speeches": spoken[None]})
    parts.extend(
        {"title": text_cell(session.title), "date": date_text(session.since), "speeches": spoken.get(session.pk, [])}
        for session in sessions
    )
    return parts


def led_by(rows: Sequence[Delegation]) -> dict[str, Any] | None:
    """Who led all delegations, where there are several and one person led them all."""
    heads = {each.head_id for each in rows}
    return person_cell(rows[0].head) if len(rows) > 1 and len(heads) == 1 and rows[0].head else None


def delegations(rows: Sequence[Delegation]) -> dict[str, Any] | None:
    """Who came as a group, from where, and who led them; somebody who led them all is named once, above."""
    together = led_by(rows) is not None
    cells = [
        [
            link(each.organisation) if each.organisation else "",
            link(each.place) if each.place else "",
            person_cell(each.head) if each.head and not together else "",
            number_text(each.size),
        ]
        for each in rows
    ]
    heads = [head(_("delegation of")), head(_("from")), head(_("led by")), head(_("people"), "n")]
    return filled(heads, cells) if cells else None


def attendances(rows: Iterable[Attendance]) -> list[dict[str, Any]]:
    """Who was there by name."""
    return [person_cell(each.role) for each in rows]


def stops(rows: Iterable[Stop]) -> dict[str, Any] | None:
    """The itinerary in its order."""
    cells = [
        [
            link(each.organisation) if each.organisation else link(each.place) if each.place else "—",
            link(each.place) if each.organisation and each.place else "",
            person_cell(each.counterpart) if each.counterpart else "",
            date_text(each.since),
            text_cell(each.what),
        ]
        for each in rows
    ]
    heads = [head(_("stop")), head(_("place")), head(_("met")), head(_("when"), "d"), head(_("what happened"))]
    return filled(heads, cells) if cells else None


def outcomes(actor: Actor, rows: list[Outcome]) -> list[dict[str, Any]]:
    """What was signed, launched or announced: records of the book, or the words of the source."""
    records = records_behind(actor, rows)
    made = []
    for outcome in rows:
        record = records.get((outcome.record_type, outcome.record_key))
        words = text_cell(outcome.what)
        shown = link(record) if record is not None else words
        made.append({"kind": outcome.get_kind_display(), "what": shown, "words": words if record is not None else ""})
    return made


def coverage(rows: Iterable[Coverage]) -> list[dict[str, Any]]:
    """Who reported on it, and the report where the book holds it."""
    return [{"outlet": link(each.outlet), "report": link(each.source) if each.source else ""} for each in rows]
