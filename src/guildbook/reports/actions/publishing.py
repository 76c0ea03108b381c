"""Publication: every inserted figure frozen as a claim with its lineage, in one transaction or not at all."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from guildbook.directory.models import Source
from guildbook.figures.models import Claim, Indicator
from guildbook.kit.actions import NOT_YOURS, keep, stored
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.drafts import Draft
from guildbook.kit.models import Status
from guildbook.kit.naming import fresh_key
from guildbook.kit.record_types import type_of, type_of_model
from guildbook.reports.actions.editions import supersede
from guildbook.reports.models import FrozenFigure, Report
from guildbook.reports.models.report import ReportKind, Standing
from guildbook.reports.queries import Data, Text, all_codes, answers, frozen_lineage, named, sealed
from guildbook.reports.queries.checks import Check, check_report
from guildbook.reports.queries.reading import in_language, interface_code
from guildbook.reports.queries.showing import number_of
from guildbook.reports.rules import may_publish
from guildbook.reports.writing import Insertion, PlainText, plain_text

STEM = 90


def publish(actor: Actor, report: Report, why: str = "") -> Report:
    """Publish a draft, freezing each figure; what is published already stays as it is.

    Raises PermissionDenied, or DocumentError naming by language, line and column what stands in the way.
    """
    if not may_publish(actor, report):
        raise PermissionDenied(str(NOT_YOURS))
    with transaction.atomic():
        held = Report.objects.select_for_update().get(pk=report.pk)
        if held.status == Status.PUBLISHED:
            return held
        if held.status != Status.DRAFT:
            raise DocumentError([Fault("status", _("only a draft can be published"))])
        check = check_report(actor, held)
        if faults := [*_missing(held), *_unready(check)]:
            raise DocumentError(faults)
        return _freeze(actor, held, check, why or _("published"))


def _missing(report: Report) -> list[Fault]:
    faults = [] if report.body else [Fault("body", _("there is no text yet"))]
    lacking = [tag for tag in report.body if tag not in report.title]
    message = _("the title is missing in a language the text is written in")
    faults.extend(Fault(f"title.{tag}", message) for tag in lacking)
    if report.corrects is not None and report.corrects.status != Status.PUBLISHED:
        faults.append(Fault("corrects", _("the edition it corrects is not published any more")))
    return faults


def _unready(check: Check) -> list[Fault]:
    faults = [Fault(f"body.{tag}", message) for tag, message in check.faults]
    for number in check.open:
        said = _("“%(number)s” differs from the book; correct it, or say why it may stand")
        faults.append(Fault(f"body.{number.language}", said % {"number": number.finding.said}))
    return faults


def _freeze(actor: Actor, report: Report, check: Check, why: str) -> Report:
    today = timezone.localdate()
    frozen: dict[str, Data] = {}
    texts: dict[str, tuple[PlainText, tuple[Insertion, ...]]] = {}
    for each in check.texts:
        answered = answers(each.text.body.insertions, all_codes(), today)
        for name, data in answered.found.items():
            if name not in frozen:
                frozen[name] = frozen_lineage(data, name)
        texts[each.text.language] = (_plain(each.text, answered.insertions, frozen), answered.insertions)
    sources = {tag: _source(actor, report, tag, plain, today, why) for tag, (plain, __) in texts.items()}
    rows = []
    for place, (name, data) in enumerate(frozen.items(), 1):
        claims = {}
        for tag, (plain, insertions) in texts.items():
            at = next((one for one in plain.figures if insertions[one[2]].name == name), None)
            if at is not None:
                claim = _claim(report, place, tag, data)
                claim.start, claim.end = _number_within(plain, at, data, tag)
                claim.paragraph, claim.quote = plain.paragraph(at[0]), plain.sentence(claim.start, claim.end)
                claim.source = sources[tag]
                claims[tag] = keep(actor, Draft(claim), why, permitted=True).key
        rows.append(_row(place, name, data, claims, today))
    draft = stored(type_of(report), report)
    draft.rows["frozen"] = cast(Any, rows)
    report.status, report.published = Status.PUBLISHED, today.isoformat()
    report.standing = Standing.STANDS
    kept: Report = keep(actor, draft, why, permitted=True)
    if kept.corrects is not None:
        supersede(actor, kept.corrects, kept, why)
    return kept


def _row(place: int, name: str, data: Data, claims: dict[str, str], today: dt.date) -> FrozenFigure:
    value = Decimal(str(data["value"]))
    made = {"place": place, "name": name, "value": value, "lineage": data, "at": today.isoformat(), "claims": claims}
    return FrozenFigure(**made, sha256=sealed(data))


def _plain(text: Text, insertions: tuple[Insertion, ...], frozen: dict[str, Data]) -> PlainText:
    """The text as it is published: its figures are those just frozen, not those asked a moment before."""
    with override(interface_code(text.language)):
        words = [in_language(one, text.language, frozen[one.name]).words for one in insertions]
    return plain_text(text.title, text.body, lambda place: words[place])


def _source(actor: Actor, report: Report, tag: str, plain: PlainText, today: dt.date, why: str) -> Source:
    """The text as published, kept as a source of the book."""
    source = Source(
        key=_key(Source, f"report-{report.key[:STEM]}-{tag.lower()}"),
        title={tag: report.title[tag]},
        kind="press" if report.kind == ReportKind.PRESS else "document",
        publisher=report.alliance or report.steward,
        steward=report.alliance or report.steward,
        published=today.isoformat(),
        language=tag,
        text=plain.text,
    )
    kept: Source = keep(actor, Draft(source), why, permitted=True)
    return kept


def _key(model: type[Any], wanted: str) -> str:
    taken = model._default_manager.filter(key=wanted).exists()
    return fresh_key(type_of_model(model), wanted) if taken else wanted


def _claim(report: Report, place: int, tag: str, data: Data) -> Claim:
    """What a report says of one figure; one narrowed by filters is not filed under the whole."""
    question, period = data["question"], data["as_of"]
    whole = not question["filters"]
    kind, __, key = question["subject"].partition(":")
    return Claim(
        key=_key(Claim, f"report-{report.key[:STEM]}-{tag.lower()}-{place:02}"),
        value=Decimal(str(data["value"])),
        qualifier=data["qualifier"],
        counts=_counts(data, tag),
        indicator=Indicator.objects.get(key=question["indicator"]) if whole else None,
        subject_type=kind,
        subject_key=key,
        as_of=period["text"] or period["last"],
        steward=report.alliance or report.steward,
    )


def _counts(data: Data, tag: str) -> str:
    """What the figure counts, in the language of the text."""
    with override(interface_code(tag)):
        return named(data)[:300]


def _number_within(plain: PlainText, at: tuple[int, int, int], data: Data, tag: str) -> tuple[int, int]:
    """Where the number itself stands within an inserted sentence or table; the whole of it where it is not found."""
    start, end, __ = at
    with override(interface_code(tag)):
        number, caption = number_of(data), named(data)
    # What it is called may hold digits too; of a figure over years the last number is the one claimed.
    begin = start + len(caption) if plain.text.startswith(caption, start) else start
    find = plain.text.rfind if "points" in data else plain.text.find
    found = find(number, begin, end)
    return (found, found + len(number)) if found >= 0 and number else (start, end)
