"""The workbook of a round: downloaded filled as far as it is, sent back, looked at before anything is saved."""

from __future__ import annotations

import json
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from guildbook.faces.details import link
from guildbook.faces.views import WORKBOOK
from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import actor_of
from guildbook.kit.documents import DocumentError
from guildbook.kit.format import number_text
from guildbook.kit.texts import pick
from guildbook.rounds.actions import Typed, save_answers
from guildbook.rounds.actions.answering import not_taken
from guildbook.rounds.checks import Cell
from guildbook.rounds.forms import Line, Read, read_book, write_form
from guildbook.rounds.models import Answer, Submission
from guildbook.rounds.queries import Sheet, sheet_of
from guildbook.rounds.rules import may_answer_for, takes_answers
from guildbook.rounds.views.answering import address_of, asked_of, context_of, kept_words
from guildbook.rounds.views.cells import marked

LARGEST = 10 * 1024 * 1024
SENDABLE = (Answer.VALUE, Answer.NONE, Answer.NOT_KNOWN, Answer.UNREADABLE)


def download_form(request: HttpRequest, key: str, organisation: str) -> HttpResponse:
    """The organisation's workbook in the interface's language."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    submission = asked_of(request, key, organisation)
    answer = HttpResponse(write_form(sheet_of(submission)), content_type=WORKBOOK)
    answer["Content-Disposition"] = f'attachment; filename="{key}-{organisation}.xlsx"'
    return answer


def send_form(request: HttpRequest, key: str, organisation: str) -> HttpResponse:
    """Take a filled workbook: show what it would change, then save what was agreed to."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    submission, actor = asked_of(request, key, organisation), actor_of(request)
    if not may_answer_for(actor, submission.organisation_id):
        raise PermissionDenied(str(NOT_YOURS))
    if request.method != "POST":
        return redirect(address_of(submission))
    filled = sheet_of(submission)
    if not takes_answers(submission):
        return _refused(request, submission, filled, [not_taken(submission)])
    if "sent" in request.POST:
        return _save(request, submission, filled)
    file = request.FILES.get("file")
    if file is None or (file.size or 0) > LARGEST:
        words = _("Choose the workbook first.") if file is None else _("The file is too large.")
        return _refused(request, submission, filled, [words])
    found = read_book(file.read(), str(file.name), filled)
    if found.refused:
        return _refused(request, submission, filled, list(found.problems))
    return render(request, "rounds/preview.html", _preview(submission, filled, found))


def _refused(request: HttpRequest, submission: Submission, filled: Sheet, errors: list[str]) -> HttpResponse:
    context = {**context_of(request, submission, filled), "errors": errors}
    return render(request, "rounds/answer.html", context, status=422)


def _preview(submission: Submission, filled: Sheet, found: Read) -> dict[str, Any]:
    by_code = {question.code: question for question in filled.paper.questions}
    things = {thing[:2]: marked(pick(thing.label)) for thing in filled.things}
    words = {
        "new": (_("new"), "ok"),
        "changed": (_("changed"), "new"),
        "emptied": (_("emptied"), "bad"),
        "unreadable": (_("cannot be read"), "bad"),
        "conflict": (_("changed on the page since"), "bad"),
    }
    return {
        "round_link": link(submission.round),
        "organisation": link(submission.organisation),
        "address": address_of(submission),
        "problems": found.problems,
        "same": number_text(found.same),
        "count": len(found.lines),
        "lines": [
            {
                "name": line.cell.name,
                "label": marked(pick(by_code[line.cell.question].text)),
                "thing": things.get(line.cell[1:]),
                "place": line.place,
                "how": line.how,
                "tag": words[line.how],
                "before": line.before,
                "after": line.after,
                "explanation": line.typed.explanation,
                "message": line.message,
            }
            for line in found.lines
        ],
        "sent": json.dumps([_sent(line) for line in found.lines], ensure_ascii=False),
    }


def _sent(line: Line) -> dict[str, Any]:
    typed = line.typed
    return {
        "cell": line.cell.name,
        "answer": typed.answer,
        "text": typed.text,
        "explanation": typed.explanation,
        "seen": typed.seen,
        "asks": line.how == "conflict",
    }


def _save(request: HttpRequest, submission: Submission, filled: Sheet) -> HttpResponse:
    """Save the lines of a preview; of a conflict only where the workbook's answer was chosen."""
    typed = _agreed(request, filled)
    if typed is None:
        words = _("What was sent is not what the preview showed; send the workbook again.")
        return _refused(request, submission, filled, [words])
    try:
        saved = save_answers(actor_of(request), submission, typed, "workbook")
    except DocumentError as error:
        return _refused(request, submission, filled, [fault.message for fault in error.faults])
    if saved.conflicts:
        context = context_of(request, submission, saved.sheet, saved.conflicts)
        return render(request, "rounds/answer.html", context, status=409)
    messages.success(request, kept_words(saved))
    return redirect(address_of(submission))


def _agreed(request: HttpRequest, filled: Sheet) -> dict[Cell, Typed] | None:
    cells = {cell.name: cell for cell in filled.asked.cells}
    try:
        rows = json.loads(request.POST.get("sent", ""))
        found = {}
        for row in rows:
            chosen = not row["asks"] or request.POST.get(f"take.{row['cell']}") == "workbook"
            if chosen and row["answer"] in SENDABLE:
                texts = (str(row["text"]), str(row["explanation"]))
                found[cells[row["cell"]]] = Typed(row["answer"], *texts, int(row["seen"]))
    except (ValueError, TypeError, KeyError):
        return None
    return found
