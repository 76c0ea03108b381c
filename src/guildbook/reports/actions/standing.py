"""Published figures asked again: what the book contradicts since is flagged and told, never changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from guildbook.kit.actions import keep, stored
from guildbook.kit.actors import SYSTEM
from guildbook.kit.models import Status
from guildbook.kit.record_types import type_of
from guildbook.reports.models import Report
from guildbook.reports.models.report import Standing
from guildbook.reports.queries import Now, now_of


def recheck(day: dt.date | None = None) -> int:
    """Ask every published figure again as of its own date; how many reports are contradicted newly.

    Safe to repeat: a report that stands where it stood is left alone.
    """
    newly = 0
    published = Report.objects.filter(status=Status.PUBLISHED, frozen__isnull=False).distinct()
    for key in list(published.order_by("key").values_list("key", flat=True)):
        newly += recheck_one(Report.objects.get(key=key))
    return newly


def recheck_one(report: Report) -> bool:
    """Ask one report's figures again; whether it is contradicted and was not before."""
    nows = now_of([row.lineage for row in report.frozen.all()])
    standing = Standing.CONTRADICTED if any(now.contradicted for now in nows) else Standing.STANDS
    if standing == report.standing:
        return False
    with transaction.atomic(), override("en"):
        draft = stored(type_of(report), report)
        report.standing = standing
        keep(SYSTEM, draft, _why(nows))
    return standing == Standing.CONTRADICTED


def _why(nows: Sequence[Now]) -> str:
    names = [now.name for now in nows if now.contradicted]
    return _("the book contradicts: %(names)s") % {"names": "; ".join(names)} if names else _("the book agrees again")
