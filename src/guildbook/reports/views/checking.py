"""The check before publication, numbers let stand, publication, and the beginning of a new edition."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from guildbook.faces.details import language_name
from guildbook.faces.views import record_or_404
from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.documents import DocumentError
from guildbook.reports.actions import acknowledge, begin_edition, publish
from guildbook.reports.models import Report
from guildbook.reports.queries.checks import Checked, check_report
from guildbook.reports.records import REPORT
from guildbook.reports.rules import may_publish, may_write


def check_page(request: HttpRequest, key: str) -> HttpResponse:
    """Every typed number beside its verdict; who may publish lets numbers stand here, with a reason."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    actor = actor_of(request)
    report: Report = record_or_404(REPORT, actor, key)
    if not (may_write(actor, report) or may_publish(actor, report)):
        raise PermissionDenied(str(NOT_YOURS))
    if request.method == "POST":
        return _let_stand(request, actor, report)
    return _answered(request, actor, report)


def _let_stand(request: HttpRequest, actor: Actor, report: Report) -> HttpResponse:
    sent = {name: request.POST.get(name, "") for name in ("language", "number", "quote", "reason")}
    try:
        acknowledge(actor, report, sent["language"], sent["number"], sent["quote"], sent["reason"])
    except DocumentError as error:
        return _answered(request, actor, report, [fault.message for fault in error.faults])
    return redirect(f"/reports/{report.key}/check")


def _answered(request: HttpRequest, actor: Actor, report: Report, errors: list[str] | None = None) -> HttpResponse:
    check = check_report(actor, report)
    context = {
        "report": report,
        "errors": errors or [],
        "check": check,
        "texts": [_text(number, each) for number, each in enumerate(check.texts, 1)],
        "strange": [(language_name(tag), names) for tag, names in check.strange.items()],
        "may_publish": may_publish(actor, report) and report.status == "draft",
    }
    return render(request, "reports/check.html", context, status=422 if errors else 200)


def _text(number: int, checked: Checked) -> dict[str, Any]:
    """One language as the page shows it: the text in pieces, the typed numbers as rows."""
    rows = [
        {"id": f"t{number}-{place}", "typed": typed, "finding": typed.finding, "said": said_of(checked, typed.finding)}
        for place, typed in enumerate(checked.typed, 1)
    ]
    return {
        "language": checked.text.language,
        "name": language_name(checked.text.language),
        "pieces": _pieces(checked, rows),
        "rows": rows,
        "faults": [str(fault) for fault in checked.text.faults],
        "inserted": checked.inserted,
    }


def said_of(checked: Checked, finding: Any) -> str:
    """The number as it is typed."""
    return checked.plain.text[finding.start : finding.end]


def _pieces(checked: Checked, rows: list[dict[str, Any]]) -> list[dict[str, str]]:
    """The text cut at its numbers: typed ones marked by their verdict, inserted ones as figures."""
    marks = [(row["finding"].start, row["finding"].end, row["finding"].verdict, row["id"]) for row in rows]
    marks += [(start, end, "inserted", "") for start, end, __ in checked.plain.figures]
    pieces, at = [], 0
    for start, end, mark, row in sorted(marks):
        if start < at:
            continue
        pieces.append({"text": checked.plain.text[at:start]})
        pieces.append({"text": checked.plain.text[start:end], "mark": mark, "row": row})
        at = end
    return [*pieces, {"text": checked.plain.text[at:]}]


@require_POST
def publish_report(request: HttpRequest, key: str) -> HttpResponse:
    """Publish a draft; what stands in the way is said on the page of the check."""
    actor = actor_of(request)
    report: Report = record_or_404(REPORT, actor, key)
    try:
        kept = publish(actor, report, request.POST.get("why", "").strip())
    except DocumentError as error:
        said = [f"{fault.where}: {fault.message}" for fault in error.faults]
        return _answered(request, actor, report, said)
    messages.success(request, _("Published; its figures are frozen."))
    return redirect(f"/reports/{kept.key}")


@require_POST
def correct(request: HttpRequest, key: str) -> HttpResponse:
    """Begin a new edition of a published report, or go on with the one begun."""
    actor = actor_of(request)
    try:
        made = begin_edition(actor, record_or_404(REPORT, actor, key))
    except DocumentError as error:
        messages.error(request, "; ".join(fault.message for fault in error.faults))
        return redirect(f"/reports/{key}")
    return redirect(f"/reports/{made.key}/write")
