"""One organisation's answers on the secretariat's desk: looked at, remarked on, sent back, approved, opened again."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from guildbook.faces.details import link
from guildbook.kit.actors import actor_of
from guildbook.kit.documents import DocumentError
from guildbook.rounds import actions
from guildbook.rounds.actions.deciding import WHOLE
from guildbook.rounds.checks import Cell
from guildbook.rounds.models import RoundState, StepKind, Submission, SubmissionState
from guildbook.rounds.queries import sheet_of, submission_of
from guildbook.rounds.queries.shared import disagreements
from guildbook.rounds.views.answering import progress
from guildbook.rounds.views.cells import sections
from guildbook.rounds.views.desk import row_of, run_by

LONGEST_REMARK = 2000


def submission_page(request: HttpRequest, key: str, organisation: str) -> HttpResponse:
    """Everything an organisation answered, with checks, jumps and explanations; a post decides."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    held, actor = run_by(request, key), actor_of(request)
    submission = submission_of(actor, held, organisation)
    if submission is None:
        raise Http404(_("This round asks no such organisation."))
    status, errors = 200, []
    if request.method == "POST":
        try:
            messages.success(request, _decide(request, submission))
        except DocumentError as error:
            status, errors = 422, [fault.message for fault in error.faults]
        else:
            follower = _next(submission) if "approve" in request.POST else None
            where = follower.organisation.key if follower is not None else organisation
            return redirect(f"/rounds/{key}/desk/{where}")
    return render(request, "rounds/submission.html", _context(request, submission, errors), status=status)


def _decide(request: HttpRequest, submission: Submission) -> str:
    actor, why = actor_of(request), request.POST.get("why", "").strip()
    if "approve" in request.POST:
        actions.approve(actor, [submission], why)
        return _("Approved; figures take it up now.")
    if "reopen" in request.POST:
        actions.reopen(actor, [submission], why)
        return _("Opened again; the organisation is told why.")
    remarks = _remarks(request, submission)
    if "send" in request.POST:
        actions.send_back(actor, submission, remarks, _day(request))
        return _("Sent back with your remarks.")
    actions.remark(actor, submission, remarks)
    return _("Kept.")


def _remarks(request: HttpRequest, submission: Submission) -> dict[Cell, str]:
    sheet = sheet_of(submission)
    found = {
        cell: text[:LONGEST_REMARK]
        for cell in sheet.asked.cells
        if (text := request.POST.get(f"r.{cell.name}", "").strip())
    }
    if text := request.POST.get("r", "").strip():
        found[WHOLE] = text[:LONGEST_REMARK]
    return found


def _day(request: HttpRequest) -> dt.date | None:
    try:
        return dt.date.fromisoformat(request.POST.get("due", ""))
    except ValueError:
        return None


def _next(submission: Submission) -> Submission | None:
    """The next organisation of the round that waits for approval."""
    found = Submission.objects.filter(round=submission.round_id, state=SubmissionState.SUBMITTED)
    return found.select_related("organisation").order_by("submitted_at", "pk").first()


def _context(request: HttpRequest, submission: Submission, errors: list[str]) -> dict[str, Any]:
    sheet = sheet_of(submission)
    remarks = list(submission.remarks.all())
    held = submission.round
    shown = sections(sheet, remarks)
    for name, words in disagreements(sheet).items():
        for section in shown:
            for cell in section["cells"]:
                if cell["name"] == name:
                    cell["findings"].append({"weight": "warning", "message": words, "explained": True})
    follower = _next(submission)
    return {
        "held": held,
        "round_link": link(held),
        "organisation": link(submission.organisation),
        "submission": submission,
        "row": row_of(submission, timezone.localdate()),
        "groups": shown,
        "general": [one for one in remarks if not one.question],
        "steps": [
            {"label": str(StepKind(one.kind).label), "who": one.who, "at": one.at, "why": one.why}
            for one in submission.steps.all()
        ],
        "progress": progress(sheet),
        "address": f"/rounds/{held.key}/answer/{submission.organisation.key}",
        "waits": submission.state == SubmissionState.SUBMITTED,
        "may_reopen": submission.state == SubmissionState.APPROVED and held.state != RoundState.LOCKED,
        "next": f"/rounds/{held.key}/desk/{follower.organisation.key}"
        if follower is not None and follower.pk != submission.pk
        else "",
        "said": request.POST,
        "errors": errors,
    }
