"""Drafts: a report kept, its text written, a number let stand. What is published is frozen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from guildbook.kit.actions import CHANGED_MEANWHILE, NOT_GIVEN, NOT_YOURS, keep, stored
from guildbook.kit.actors import Actor
from guildbook.kit.documents import Document, DocumentError, Fault, document
from guildbook.kit.drafts import Draft
from guildbook.kit.models import Status
from guildbook.kit.record_types import RecordType, by_name, type_of
from guildbook.reports.models import Acknowledgement, Report
from guildbook.reports.queries import named_insertions, sealed
from guildbook.reports.rules import may_publish, may_write

# A published report shows for good what it showed that day; names of organisations may go on to change.
FROZEN = ("title", "kind", "body", "period", "edition", "corrects", "published", "frozen", "acknowledged")
# What only the actions of this area set: whoever sends it as a document would publish or correct without the check.
WORKED_OUT = ("edition", "corrects", "published", "standing", "frozen")
MOST_TEXT = 400_000


def save_report(actor: Actor, draft: Draft, why: str) -> Report:
    """Keep a report: a draft as it is; a published one is frozen but for its withdrawal.

    One that comes as published (a book copied out and in again) must bring its frozen figures with their hashes.
    """
    report = cast(Report, draft.record)
    kind = type_of(report)
    before = document(kind, stored(kind, Report.objects.get(pk=report.pk))) if report.pk else None
    faults = [*_faults_of_columns(report), *_faults_of_status(actor, kind, draft, before)]
    if not actor.is_staff:
        faults.extend(_faults_of_who(actor, kind, draft, before))
    if faults:
        raise DocumentError(faults)
    with transaction.atomic():
        kept: Report = keep(actor, draft, why)
        if before is not None and before["status"] != kept.status:
            _follow(actor, kept, why)
    return kept


def _faults_of_columns(report: Report) -> Iterable[Fault]:
    if report.alliance is not None and report.alliance.kind != "alliance":
        yield Fault("alliance", _("this is no alliance"))
    for tag, text in report.body.items():
        if len(text) > MOST_TEXT:
            yield Fault(f"body.{tag}", _("the text is longer than %(n)s characters") % {"n": MOST_TEXT})


def _faults_of_status(actor: Actor, kind: RecordType, draft: Draft, before: Document | None) -> Iterable[Fault]:
    report = cast(Report, draft.record)
    if report.status == Status.DRAFT:
        return
    if before is not None and before["status"] != Status.DRAFT:
        after = document(kind, draft)
        message = _("this is published, and stays as it was; begin a new edition to correct it")
        yield from (Fault(name, message) for name in FROZEN if before.get(name) != after.get(name))
    elif report.status != Status.WITHDRAWN and not (before is None and actor.is_staff):
        yield Fault("status", _("publish a report on its own page, where its figures are checked and frozen"))
    elif report.status != Status.WITHDRAWN:
        yield from _faults_of_frozen(draft)


def _faults_of_who(actor: Actor, kind: RecordType, draft: Draft, before: Document | None) -> Iterable[Fault]:
    """What was never published is not published by taking its withdrawal back, nor by who may not publish."""
    report = cast(Report, draft.record)
    held, after = before or document(kind, Draft(Report())), document(kind, draft)
    publishes = may_publish(actor, report)
    names = WORKED_OUT if publishes else (*WORKED_OUT, "acknowledged")
    yield from (Fault(name, str(NOT_GIVEN)) for name in names if held.get(name) != after.get(name))
    shown = (Status.PUBLISHED, Status.SUPERSEDED)
    if held["status"] == Status.WITHDRAWN and report.status in shown and not (publishes and held.get("published")):
        yield Fault("status", _("publish a report on its own page, where its figures are checked and frozen"))


def _faults_of_frozen(draft: Draft) -> Iterable[Fault]:
    """Every figure of a report that arrives as published is frozen, and nobody touched what was frozen."""
    report = cast(Report, draft.record)
    rows: list[Any] = draft.rows.get("frozen", [])
    for place, row in enumerate(rows, 1):
        if sealed(row.lineage) != row.sha256:
            yield Fault(f"frozen.{place}.sha256", _("this is not the hash of what was frozen"))
    held = {row.name for row in rows}
    for tag, text in report.body.items():
        for each in named_insertions(text):
            if each.name not in held:
                yield Fault(f"body.{tag}", str(each.fault(_("this figure is not frozen; keep the report as a draft"))))


def _follow(actor: Actor, report: Report, why: str) -> None:
    """What a withdrawn report said is withdrawn with it; what is published again speaks again."""
    if report.status not in (Status.WITHDRAWN, Status.PUBLISHED):
        return
    others = {Status.WITHDRAWN: Status.PUBLISHED, Status.PUBLISHED: Status.WITHDRAWN}
    for record in said_by(report):
        if record.status == others[Status(report.status)]:
            record.status = report.status
            keep(actor, stored_as(record), why, permitted=True)


def said_by(report: Report) -> list[Any]:
    """The claims a published report makes, and the sources they stand in."""
    keys = {key for row in report.frozen.all() for key in row.claims.values()}
    claims = _model("claim").filter(key__in=keys).select_related("source")
    return [*claims, *{claim.source_id: claim.source for claim in claims}.values()]


def _model(name: str) -> Any:
    kind = by_name(name)
    if kind is None:
        raise LookupError(name)
    return kind.model._default_manager


def stored_as(record: Any) -> Draft:
    """A draft of a record changed in memory, with the parts and citations the database holds."""
    draft = stored(type_of(record), type(record)._default_manager.get(pk=record.pk))
    draft.record = record
    return draft


def write_text(actor: Actor, report: Report, texts: dict[str, str], titles: dict[str, str], version: str) -> Report:
    """Keep the text and titles of a draft in all its languages; raises DocumentError when it was changed meanwhile."""
    if not may_write(actor, report):
        raise PermissionDenied(str(NOT_YOURS))
    if str(report.version) != version:
        raise DocumentError([Fault("key", str(CHANGED_MEANWHILE))])
    draft = stored(type_of(report), report)
    report.body = {tag: text for tag, text in texts.items() if text.strip()}
    report.title = {tag: title.strip() for tag, title in titles.items() if title.strip()}
    return save_report(actor, draft, _("text written"))


def acknowledge(actor: Actor, report: Report, language: str, number: str, quote: str, reason: str) -> Report:
    """Let a number stand that differs from the book, and say why; saying it again replaces the reason."""
    if not (may_publish(actor, report) and report.status == Status.DRAFT):
        raise PermissionDenied(str(NOT_YOURS))
    if not reason.strip():
        raise DocumentError([Fault("reason", _("say why the number may stand"))])
    draft = stored(type_of(report), report)
    draft.rows["acknowledged"] = [
        row
        for row in cast(list[Any], draft.rows["acknowledged"])
        if (row.language, row.number, row.quote) != (language, number, quote)
    ]
    made = Acknowledgement(language=language, number=number[:120], quote=quote, reason=reason.strip()[:300])
    draft.rows["acknowledged"].append(made)
    kept: Report = keep(actor, draft, _("a number let stand: %(number)s") % {"number": number}, permitted=True)
    return kept
