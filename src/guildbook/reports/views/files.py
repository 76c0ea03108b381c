"""A report as a Word file or PDF, in the language of the interface."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from guildbook.faces.views import record_or_404
from guildbook.kit.actors import actor_of
from guildbook.reports.models import Report
from guildbook.reports.printing import PrintingError, pdf_of, word_of
from guildbook.reports.queries import chosen_tag
from guildbook.reports.records import REPORT

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
Make = Callable[[Report, str, str], bytes]


def word_file(request: HttpRequest, key: str) -> HttpResponse:
    """The report as .docx."""
    return _file(request, key, word_of, "docx", WORD)


def pdf_file(request: HttpRequest, key: str) -> HttpResponse:
    """The report as PDF."""
    return _file(request, key, pdf_of, "pdf", "application/pdf")


def _file(request: HttpRequest, key: str, make: Make, ending: str, content_type: str) -> HttpResponse:
    report: Report = record_or_404(REPORT, actor_of(request), key)
    tag = chosen_tag(report, request.GET.get("text", ""))
    try:
        made = make(report, tag, request.build_absolute_uri("/").rstrip("/"))
    except PrintingError as error:
        return render(request, "reports/unprinted.html", {"report": report, "reason": str(error)}, status=503)
    answer = HttpResponse(made, content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="{key}-{get_language()}.{ending}"'
    return answer
