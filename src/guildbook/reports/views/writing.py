"""The writing desk: a report's text and title in each language, what is wrong with its figures, and the picker."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from guildbook.faces.details import language_name
from guildbook.faces.views import record_or_404
from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import actor_of
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.fields import LANGUAGE_TAG
from guildbook.kit.texts import current_tag
from guildbook.reports.actions import write_text
from guildbook.reports.models import Report
from guildbook.reports.queries import live_text, strange_insertions, tag_of
from guildbook.reports.records import REPORT
from guildbook.reports.rules import may_write
from guildbook.reports.views.picking import picker
from guildbook.reports.writing import FORMS, read_body


def write_page(request: HttpRequest, key: str) -> HttpResponse:
    """The text of a draft, for who keeps it; saved as it stands, with what is wrong beside it."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    actor = actor_of(request)
    report: Report = record_or_404(REPORT, actor, key)
    if not may_write(actor, report):
        raise PermissionDenied(str(NOT_YOURS))
    faults: tuple[Fault, ...] = ()
    posted: Mapping[str, str] = {}
    if request.method == "POST":
        texts, titles = _sent(request.POST, "text"), _sent(request.POST, "title")
        try:
            kept = write_text(actor, report, texts, titles, request.POST.get("version", ""))
        except DocumentError as error:
            faults, posted = error.faults, request.POST
            report = record_or_404(REPORT, actor, key)
        else:
            return _kept(request, kept)
    context = _context(request, report, posted, faults)
    return render(request, "reports/write.html", context, status=422 if faults else 200)


def _kept(request: HttpRequest, report: Report) -> HttpResponse:
    wrong = sum(len(live_text("", tag, read_body(text)).faults) for tag, text in report.body.items())
    if wrong:
        messages.warning(request, _("Kept, with figures to put right; they are named beside the text."))
        return redirect(f"/reports/{report.key}/write")
    messages.success(request, _("Kept: %(name)s") % {"name": str(report)})
    return redirect(f"/reports/{report.key}/write" if "stay" in request.POST else f"/reports/{report.key}")


def _sent(posted: Mapping[str, str], name: str) -> dict[str, str]:
    """What was typed in each language, lines ended as the book keeps them."""
    found = {}
    for field, text in posted.items():
        tag = field.removeprefix(f"{name}.")
        if tag != field and LANGUAGE_TAG.match(tag):
            found[tag] = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return found


def _context(
    request: HttpRequest, report: Report, posted: Mapping[str, str], faults: tuple[Fault, ...]
) -> dict[str, Any]:
    texts = _sent(posted, "text") if posted else dict(report.body)
    titles = _sent(posted, "title") if posted else dict(report.title)
    strange = strange_insertions(report)
    tags = list(dict.fromkeys([*texts, *titles, current_tag(), *(tag_of(code) for code, __ in settings.LANGUAGES)]))
    versions = [
        {
            "tag": tag,
            "name": language_name(tag),
            "title": titles.get(tag, ""),
            "text": texts.get(tag, ""),
            "open": bool(texts.get(tag)) or (not any(texts.values()) and tag == current_tag()),
            "faults": [str(one) for one in live_text("", tag, read_body(texts[tag])).faults] if tag in texts else [],
            "strange": strange.get(tag, []),
        }
        for tag in tags
    ]
    return {
        "report": report,
        "versions": versions,
        "errors": [fault.message for fault in faults],
        "version": posted.get("version", "") or str(report.version),
        "forms": FORMS,
        "picker": picker(request, report),
    }
