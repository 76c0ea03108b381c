"""Published figures asked again: what the book contradicts since is flagged and told, never changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from guildbook.alliances.queries import secretariat_of
from guildbook.kit.actions import keep, stored
from guildbook.kit.actors import SYSTEM
from guildbook.kit.models import Status
from guildbook.kit.record_types import type_of
from guildbook.mandates.queries import people_of
from guildbook.notices.actions import tell
from guildbook.reports.letters import CONTRADICTED
from guildbook.reports.models import Report
from guildbook.reports.models.report import Standing
from guildbook.reports.queries import Now, now_of, sealed


def recheck(day: dt.date | None = None) -> int:
    """Ask every published figure again as of its own date; how many people were told of a contradiction.

    Safe to repeat on any `day`: a report that stands where it stood is left alone, and nobody is told the same twice.
    """
    told = 0
    published = Report.objects.filter(status=Status.PUBLISHED, frozen__isnull=False).distinct()
    for key in list(published.order_by("key").values_list("key", flat=True)):
        told += recheck_one(Report.objects.get(key=key))
    return told


def recheck_one(report: Report) -> int:
    """Ask one report's figures again, flag it or take the flag away; how many people were told."""
    nows = now_of([row.lineage for row in report.frozen.all()])
    wrong = [now for now in nows if now.contradicted]
    standing = Standing.CONTRADICTED if wrong else Standing.STANDS
    with transaction.atomic(), override("en"):
        if standing != report.standing:
            draft = stored(type_of(report), report)
            report.standing = standing
            keep(SYSTEM, draft, _why(wrong))
        return _tell(report, wrong) if wrong else 0


def _tell(report: Report, wrong: Sequence[Now]) -> int:
    """Tell everybody who keeps the report, once for each set of figures that is contradicted."""
    keepers = {pk for pk in (report.steward_id, report.alliance_id) if pk is not None}
    people = {*people_of(keepers), *(secretariat_of([report.alliance_id]) if report.alliance_id else ())}
    data = {"title": dict(report.title), "n": len(wrong)}
    names = sealed({"names": sorted(now.name for now in wrong)})[:16]
    once = f"report-contradicted:{report.key}:{report.version}:{names}"
    return tell(people, CONTRADICTED.name, data, f"/reports/{report.key}", once=once)


def _why(wrong: Sequence[Now]) -> str:
    names = "; ".join(now.name for now in wrong)
    return _("the book contradicts: %(names)s") % {"names": names} if wrong else _("the book agrees again")
