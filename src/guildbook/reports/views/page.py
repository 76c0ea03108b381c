"""A report's page and the list of reports, with the drafts of who asks."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guildbook.faces.details import language_name, link
from guildbook.faces.views import list_context, own_context
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.models import Status
from guildbook.kit.texts import current_tag
from guildbook.reports.models import Report
from guildbook.reports.queries import (
    chosen_tag,
    drafts_of,
    figure_rows,
    is_live,
    next_edition,
    now_of,
    read_report,
)
from guildbook.reports.records import REPORT
from guildbook.reports.rules import may_publish, may_write


def list_page(request: HttpRequest) -> HttpResponse:
    """Published reports, and above them the drafts the reader keeps."""
    context = list_context(REPORT, request)
    context["drafts"] = [link(report) for report in drafts_of(actor_of(request))[:50]]
    return render(request, "reports/list.html", context)


def report_page(request: HttpRequest, key: str) -> HttpResponse:
    """A report in one of its languages: live while it is a draft, then frozen, contradictions flagged."""
    context = own_context(REPORT, request, key)
    report: Report = context["record"]
    nows = [] if is_live(report) else now_of([row.lineage for row in report.frozen.all()])
    tag = chosen_tag(report, request.GET.get("text", ""))
    context |= {
        "text": read_report(report, tag, nows),
        "live": is_live(report),
        "tongue": tongue(report, tag),
        "figures": [] if is_live(report) else figure_rows(report, nows),
        "contradicted": sum(now.contradicted for now in nows),
        "may": may(actor_of(request), report),
        "next": next_edition(report) if may_publish(actor_of(request), report) else None,
        "stands": [row for row in context["rows"]["acknowledged"] if row.language == tag],
    }
    return render(request, "reports/report.html", context)


def may(actor: Actor, report: Report) -> dict[str, bool]:
    """What the actor may do with a report as it stands."""
    publish = may_publish(actor, report)
    return {
        "write": may_write(actor, report),
        "publish": publish and report.status == Status.DRAFT,
        "correct": publish and report.status == Status.PUBLISHED,
    }


def tongue(report: Report, tag: str) -> dict[str, Any]:
    """The language a text is shown in, the others it is written in, and whether it is not the reader's."""
    return {
        "tag": tag,
        "name": language_name(tag),
        "missing": "" if current_tag() in report.body or not report.body else language_name(current_tag()),
        "others": [(other, language_name(other)) for other in report.body if other != tag],
    }
