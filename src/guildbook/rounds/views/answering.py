"""The page on which an organisation answers: on a phone, saved answer by answer, or all at once without a script."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from guildbook.faces.details import link
from guildbook.faces.views import record_or_404
from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import actor_of
from guildbook.kit.documents import DocumentError
from guildbook.kit.format import number_text
from guildbook.kit.texts import pick
from guildbook.rounds.actions import Typed, save_answers, submit, take_back
from guildbook.rounds.actions.answering import Saved, not_taken
from guildbook.rounds.checks import Cell, Given, blocking, unexplained
from guildbook.rounds.forms.shown import answer_text
from guildbook.rounds.models import Answer, Round, Submission, SubmissionState
from guildbook.rounds.queries import Sheet, paper_of, sheet_of, submission_of
from guildbook.rounds.records import ROUND
from guildbook.rounds.rules import may_answer_for, may_run, may_submit_for, takes_answers
from guildbook.rounds.views.cells import finding_shown, marked, sections, shown

Shown = dict[str, Any]
MODES = (Answer.VALUE, Answer.NONE, Answer.NOT_KNOWN)


def asked_of(request: HttpRequest, key: str, organisation: str) -> Submission:
    """The submission behind an address; Http404 for who may not know of it."""
    actor = actor_of(request)
    held: Round = record_or_404(ROUND, actor, key)
    found = submission_of(actor, held, organisation)
    if found is None:
        raise Http404(_("This round asks no such organisation."))
    return found


def address_of(submission: Submission, further: str = "") -> str:
    """Where an organisation answers."""
    return f"/rounds/{submission.round.key}/answer/{submission.organisation.key}{further}"


def answer_page(request: HttpRequest, key: str, organisation: str) -> HttpResponse:
    """The questions with their answers so far; a post saves them all, and goes on to handing in if asked to."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    submission, actor = asked_of(request, key, organisation), actor_of(request)
    if not may_answer_for(actor, submission.organisation_id):
        return redirect(f"/rounds/{key}/desk/{organisation}")
    if request.method != "POST":
        return render(request, "rounds/answer.html", context_of(request, submission, sheet_of(submission)))
    try:
        saved = save_answers(actor, submission, read_posted(sheet_of(submission), request.POST))
    except DocumentError as error:
        context = context_of(request, submission, sheet_of(submission))
        context["errors"] = [fault.message for fault in error.faults]
        return render(request, "rounds/answer.html", context, status=422)
    if saved.conflicts:
        context = context_of(request, submission, saved.sheet, saved.conflicts)
        return render(request, "rounds/answer.html", context, status=409)
    if "submit" in request.POST:
        return redirect(address_of(submission, "/submit"))
    messages.success(request, kept_words(saved))
    return redirect(address_of(submission))


def kept_words(saved: Saved) -> str:
    """How many answers were saved."""
    n = len(saved.changed)
    return ngettext("%(n)s answer saved.", "%(n)s answers saved.", n) % {"n": number_text(n)}


def read_posted(sheet: Sheet, posted: Mapping[str, str], pressed: str = "") -> dict[Cell, Typed]:
    """The answers a form sent; `pressed` is the field that was just changed and wins over the other of its cell.

    Text beside “none” or “not known” contradicts it where nobody knows which came last: it is kept as typed, unread.
    """
    found: dict[Cell, Typed] = {}
    for cell in sheet.asked.cells:
        name = cell.name
        if f"a.{name}" not in posted and f"m.{name}" not in posted and f"x.{name}" not in posted:
            continue
        text, mode = posted.get(f"a.{name}", "").strip(), posted.get(f"m.{name}", Answer.VALUE)
        if mode not in MODES or (text and pressed == f"a.{name}"):
            mode = Answer.VALUE
        seen, explanation = posted.get(f"s.{name}", ""), posted.get(f"x.{name}")
        number = int(seen) if seen.isdecimal() and len(seen) < 18 else None
        if mode != Answer.VALUE and pressed == f"m.{name}":
            text = ""
        found[cell] = Typed(Answer.UNREADABLE if mode != Answer.VALUE and text else mode, text, explanation, number)
    return found


@require_POST
def save_cell(request: HttpRequest, key: str, organisation: str) -> HttpResponse:
    """Save what was just typed; answers with that cell's notes and the progress, for htmx."""
    if not request.user.is_authenticated:
        return HttpResponse(status=401)
    submission, actor = asked_of(request, key, organisation), actor_of(request)
    if not may_answer_for(actor, submission.organisation_id):
        raise PermissionDenied(str(NOT_YOURS))
    paper = paper_of(submission.round)
    pressed = request.headers.get("HX-Trigger-Name", "")
    typed = read_posted(sheet_of(submission, paper), request.POST, pressed)
    try:
        saved = save_answers(actor, submission, typed, paper=paper)
    except DocumentError as error:
        said = " ".join(fault.message for fault in error.faults)
        return render(request, "rounds/refused.html", {"text": said}, status=422)
    cells = [shown(saved.sheet, cell, conflict=saved.conflicts.get(cell)) for cell in typed]
    context = {
        "cells": cells,
        "progress": progress(saved.sheet),
        "renewed": {cell.name for cell in typed if _contradicted(cell, request.POST, pressed)},
        "saved": not saved.conflicts,
        "save": address_of(submission, "/save"),
        "others": _touched(saved, set(typed)),
    }
    return render(request, "rounds/saved.html", context)


def _contradicted(cell: Cell, posted: Mapping[str, str], pressed: str) -> bool:
    """Whether what was pressed makes the other half of the answer untrue, so that the page must show it anew."""
    other = posted.get(f"m.{cell.name}", Answer.VALUE) != Answer.VALUE and posted.get(f"a.{cell.name}", "").strip()
    return bool(other) and pressed in (f"a.{cell.name}", f"m.{cell.name}")


def _touched(saved: Saved, typed: set[Cell]) -> list[Shown]:
    """Cells whose sums an answer may have mended or broken; their notes are shown anew."""
    codes = {cell.question for cell in typed}
    lefts = {check.left for check in saved.sheet.paper.checks if codes & set(check.addends)}
    things = {cell[1:] for cell in typed}
    cells = [cell for cell in saved.sheet.asked.cells if cell.question in lefts and cell[1:] in things]
    return [shown(saved.sheet, cell) for cell in cells if cell not in typed]


def progress(sheet: Sheet) -> Shown:
    """How far a sheet is, in words and as a share."""
    asked, answered = len(sheet.asked.cells), sheet.asked.answered
    return {
        "answered": number_text(answered),
        "asked": number_text(asked),
        "share": answered / asked if asked else 1,
        "errors": len(blocking(sheet.found)),
        "warnings": len(unexplained(sheet.found)),
    }


def context_of(
    request: HttpRequest, submission: Submission, sheet: Sheet, conflicts: Mapping[Cell, Typed] | None = None
) -> Shown:
    """What rounds/answer.html shows."""
    actor = actor_of(request)
    remarks = list(submission.remarks.all())
    return {
        "held": submission.round,
        "round_link": link(submission.round),
        "organisation": link(submission.organisation),
        "submission": submission,
        "state": {"key": submission.state, "label": submission.get_state_display()},
        "open": takes_answers(submission),
        "closed_words": "" if takes_answers(submission) else not_taken(submission),
        "groups": sections(sheet, remarks, conflicts),
        "general": [one for one in remarks if not one.question],
        "progress": progress(sheet),
        "conflicts": len(conflicts or ()),
        "save": address_of(submission, "/save"),
        "address": address_of(submission),
        "may_submit": may_submit_for(actor, submission.organisation_id),
        "may_take_back": _may_take_back(request, submission),
        "may_run": may_run(actor, submission.round),
        "errors": [],
    }


def _may_take_back(request: HttpRequest, submission: Submission) -> bool:
    waiting = submission.state == SubmissionState.SUBMITTED
    return waiting and may_submit_for(actor_of(request), submission.organisation_id)


def submit_page(request: HttpRequest, key: str, organisation: str) -> HttpResponse:
    """What is missing, wrong or unexplained before answers are handed in, and the button that does it."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    submission, actor = asked_of(request, key, organisation), actor_of(request)
    if not may_answer_for(actor, submission.organisation_id):
        raise PermissionDenied(str(NOT_YOURS))
    status = 200
    if request.method == "POST":
        try:
            submit(actor, submission, request.POST.get("why", "").strip())
        except DocumentError:
            status = 422
        else:
            messages.success(request, _("Handed in. The secretariat looks at it now; you will hear from it here."))
            return redirect(address_of(submission))
    sheet = sheet_of(submission)
    by_code = {question.code: question for question in sheet.paper.questions}
    labels = {
        cell: {**shown(sheet, cell)["label"], "url": f"{address_of(submission)}#q-{cell.name.replace('.', '-')}"}
        for cell in sheet.asked.cells
    }
    things = {thing[:2]: marked(pick(thing.label)) for thing in sheet.things}
    context = {
        "round_link": link(submission.round),
        "organisation": link(submission.organisation),
        "submission": submission,
        "address": address_of(submission),
        "missing": [{"label": labels[cell], "thing": things.get(cell[1:])} for cell in sheet.asked.missing],
        "wrong": [
            {"label": labels[one.cell], "thing": things.get(one.cell[1:]), **finding_shown(one)}
            for one in blocking(sheet.found)
        ],
        "odd": [
            {"label": labels[one.cell], "thing": things.get(one.cell[1:]), **finding_shown(one)}
            for one in unexplained(sheet.found)
        ],
        "answers": [
            {"label": labels[cell], "thing": things.get(cell[1:]), "text": text}
            for cell in sheet.asked.cells
            if (text := answer_text(by_code[cell.question], sheet.paper.options, sheet.asked.given.get(cell)))
        ],
        "may_submit": may_submit_for(actor, submission.organisation_id),
        "open": takes_answers(submission),
        "closed_words": "" if takes_answers(submission) else not_taken(submission),
        "progress": progress(sheet),
    }
    return render(request, "rounds/submit.html", context, status=status)


@require_POST
def take_back_answers(request: HttpRequest, key: str, organisation: str) -> HttpResponse:
    """Take answers back that were handed in."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    submission = asked_of(request, key, organisation)
    try:
        take_back(actor_of(request), submission, request.POST.get("why", "").strip())
        messages.success(request, _("Taken back; you can change your answers."))
    except DocumentError as error:
        messages.error(request, " ".join(fault.message for fault in error.faults))
    return redirect(address_of(submission))


def history_of_cell(request: HttpRequest, key: str, organisation: str, cell: str) -> HttpResponse:
    """Every answer ever given to one cell: who, when, what, and what was said about it."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    submission = asked_of(request, key, organisation)
    question, kind, subject = (*cell.split("."), "", "")[:3]
    sheet = sheet_of(submission)
    asked = next((one for one in sheet.paper.questions if one.code == question), None)
    entries = list(submission.entries.filter(question=question, subject_type=kind, subject_key=subject).order_by("-pk"))
    if asked is None or (not entries and Cell(question, kind, subject) not in sheet.asked.cells):
        raise Http404(_("This round does not ask that."))
    rows = [
        {
            "at": entry.at,
            "who": entry.who,
            "way": entry.way,
            "text": answer_text(asked, sheet.paper.options, Given(entry.answer, entry.value)) or _("emptied"),
            "explanation": entry.explanation,
        }
        for entry in entries
    ]
    context = {
        "label": marked(pick(asked.text)),
        "rows": rows,
        "organisation": link(submission.organisation),
        "round_link": link(submission.round),
        "address": address_of(submission),
    }
    return render(request, "rounds/cell.html", context)
