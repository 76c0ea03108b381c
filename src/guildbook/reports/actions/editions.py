"""Editions: a correction is a new edition; the old one stays readable and says what superseded it."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from guildbook.figures.models import Claim
from guildbook.kit.actions import NOT_YOURS, keep, stored
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.drafts import Draft
from guildbook.kit.models import Status
from guildbook.kit.naming import fresh_key
from guildbook.kit.record_types import type_of
from guildbook.reports.models import Report
from guildbook.reports.queries import next_edition
from guildbook.reports.rules import may_publish


def begin_edition(actor: Actor, report: Report) -> Report:
    """A draft that is to correct a published report, with its text as it stands; the one begun already, if any."""
    if not may_publish(actor, report):
        raise PermissionDenied(str(NOT_YOURS))
    with transaction.atomic():
        held = Report.objects.select_for_update().get(pk=report.pk)
        if (begun := next_edition(held)) is not None:
            return begun
        if held.status != Status.PUBLISHED:
            raise DocumentError([Fault("status", _("only a published report gets a new edition"))])
        wanted = f"{_stem(held)[:110]}-{held.edition + 1}"
        taken = Report.objects.filter(key=wanted).exists()
        made = Report(
            key=fresh_key(type_of(held), wanted) if taken else wanted,
            title=held.title,
            kind=held.kind,
            alliance=held.alliance,
            steward=held.steward,
            period=held.period,
            body=held.body,
            note=held.note,
            edition=held.edition + 1,
            corrects=held,
        )
        links = {"authors": list(held.authors.all())}
        kept: Report = keep(actor, Draft(made, links=links), _("a new edition begun"), permitted=True)
        return kept


def _stem(report: Report) -> str:
    """The key without the number of its edition."""
    tail = f"-{report.edition}"
    return report.key.removesuffix(tail) if report.edition > 1 else report.key


def supersede(actor: Actor, old: Report, new: Report, why: str) -> None:
    """The old edition says what superseded it, and so does every claim it made."""
    now = {row.name: row.claims for row in new.frozen.all()}
    for row in old.frozen.all():
        for tag, key in row.claims.items():
            claim = Claim.objects.filter(key=key, status=Status.PUBLISHED).first()
            if claim is None:
                continue
            draft = stored(type_of(claim), claim)
            claim.superseded_by = now.get(row.name, {}).get(tag, "")
            claim.status = Status.SUPERSEDED if claim.superseded_by else Status.WITHDRAWN
            keep(actor, draft, why, permitted=True)
    draft = stored(type_of(old), old)
    old.status, old.superseded_by = Status.SUPERSEDED, new.key
    keep(actor, draft, why, permitted=True)
