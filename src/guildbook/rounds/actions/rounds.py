"""Rounds: kept, opened, closed, locked and opened again; each step stands in the round's history."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from guildbook.directory.models import Organisation
from guildbook.kit.actions import NOT_YOURS, keep, stored
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, Fault, document, read_document
from guildbook.kit.drafts import Draft
from guildbook.kit.fuzzy import last_day
from guildbook.kit.models import Status
from guildbook.kit.naming import fresh_key
from guildbook.kit.record_types import type_of, type_of_model
from guildbook.kit.texts import current_tag
from guildbook.rounds.actions.steps import BATCH, add_steps
from guildbook.rounds.actions.telling import tell_members
from guildbook.rounds.models import (
    NUMERIC,
    Entry,
    QuestionKind,
    Round,
    RoundState,
    StepKind,
    Submission,
    SubmissionState,
)
from guildbook.rounds.queries import audience_of, paper_of, sheets_of
from guildbook.rounds.rules import may_run

# What a round takes over from the one it is made like.
COPIED = ("languages", "rates", "indicators", "questions", "options", "checks", "audience")


def save_round(actor: Actor, draft: Draft, why: str) -> Round:
    """Keep a round: its questions must be sound, and what was answered stays asked as it was."""
    faults = [*_state(actor, draft), *_questions(draft), *_checks(draft), *_answered(draft)]
    if faults:
        raise DocumentError(faults)
    held: Round = keep(actor, draft, why)
    return held


def _state(actor: Actor, draft: Draft) -> Iterable[Fault]:
    record: Any = draft.record
    held = Round.objects.filter(pk=record.pk).values_list("state", flat=True).first() if record.pk else None
    if held is None and not actor.is_staff:
        held = RoundState.DRAFT
    if held is not None and record.state != held:
        yield Fault("state", _("a round is opened, closed and locked on its own page, where members are asked"))


def _questions(draft: Draft) -> Iterable[Fault]:
    codes: set[str] = set()
    figures: set[int] = set()
    offered = {option.question for option in draft.rows.get("options", [])}  # type: ignore[attr-defined]  # the rows are Options
    rows: list[Any] = draft.rows.get("questions", [])
    for place, question in enumerate(rows, 1):
        if question.code in codes:
            yield Fault(f"questions.{place}.code", _("two questions have this code"))
        if question.indicator_id in figures:
            said = _("two questions feed this indicator; a figure would count the same twice")
            yield Fault(f"questions.{place}.indicator", said)
        if question.kind == QuestionKind.CHOICE and question.code not in offered:
            yield Fault(f"questions.{place}.kind", _("a choice needs options under its code"))
        codes.add(question.code)
        figures |= {question.indicator_id} - {None}
    options: list[Any] = draft.rows.get("options", [])
    for place, option in enumerate(options, 1):
        if option.question not in codes:
            yield Fault(f"options.{place}.question", _("there is no question with this code"))


def _checks(draft: Draft) -> Iterable[Fault]:
    rows: list[Any] = draft.rows.get("questions", [])
    by_code = {question.code: question for question in rows}
    checks: list[Any] = draft.rows.get("checks", [])
    for place, check in enumerate(checks, 1):
        for where, codes in (("left", (check.left,)), ("right", check.addends)):
            for code in codes:
                question = by_code.get(code)
                if question is None:
                    yield Fault(
                        f"checks.{place}.{where}", _("there is no question with the code %(code)s") % {"code": code}
                    )
                elif question.kind not in NUMERIC:
                    yield Fault(f"checks.{place}.{where}", _("%(code)s is not answered by a number") % {"code": code})
                elif check.left in by_code and question.about != by_code[check.left].about:
                    yield Fault(f"checks.{place}.{where}", _("both sides must be about the same thing"))


def _answered(draft: Draft) -> Iterable[Fault]:
    """Questions somebody answered may be worded better, not taken out or made into other questions."""
    record: Any = draft.record
    if not record.pk:
        return
    given = set(
        Entry.objects.filter(submission__round=record.pk).order_by().values_list("question", flat=True).distinct()
    )
    if not given:
        return
    rows: list[Any] = draft.rows.get("questions", [])
    now = {question.code: (question.kind, question.about) for question in rows}
    for code, kind, about in record.questions.filter(code__in=given).values_list("code", "kind", "about"):
        if code not in now:
            yield Fault("questions", _("%(code)s has answers; let it stay and make it optional") % {"code": code})
        elif now[code] != (kind, about):
            yield Fault(
                "questions", _("%(code)s has answers; ask another kind of question under a new code") % {"code": code}
            )


def start_round(
    actor: Actor, alliance: Organisation, title: str, period: str, deadline: str, like: Round | None = None
) -> Round:
    """A new round in preparation; `like` an earlier one, it asks the same questions of the same members."""
    record_type = type_of_model(Round)
    if like is not None and not may_run(actor, like):
        raise PermissionDenied(str(NOT_YOURS))
    data = document(record_type, stored(record_type, like)) if like is not None else {}
    made = {name: data[name] for name in COPIED if name in data}
    made |= {
        "key": fresh_key(record_type, title),
        "title": {current_tag(): title},
        "alliance": alliance.key,
        "period": period,
        "deadline": deadline,
    }
    draft = read_document(record_type, made)
    _check_run(actor, cast("Round", draft.record))
    why = _("as %(key)s") % {"key": like.key} if like is not None else ""
    return save_round(actor, draft, why)


def open_round(actor: Actor, held: Round, why: str = "") -> list[Submission]:
    """Open a round: ask its audience, from now on known by name; returns the submissions made."""
    _check_run(actor, held)
    with transaction.atomic():
        draft = _draft(held)
        record: Any = draft.record
        if record.state not in (RoundState.DRAFT, RoundState.CLOSED):
            raise DocumentError([Fault("state", _("this round is open already, or locked"))])
        if faults := list(_unfit(draft)):
            raise DocumentError(faults)
        record.state, record.status = RoundState.OPEN, Status.PUBLISHED
        record.opens = record.opens or timezone.localdate().isoformat()
        keep(actor, draft, why or _("opened"), permitted=True)
        return ask_members(actor, record)


def _unfit(draft: Draft) -> Iterable[Fault]:
    record: Any = draft.record
    if not draft.rows.get("questions"):
        yield Fault("questions", _("a round asks at least one question"))
    if not record.period:
        yield Fault("period", _("say what period the answers are about"))
    if last_day(record.deadline) is None:
        yield Fault("deadline", _("say by when the answers are due"))
    if not audience_of(record).exists():
        yield Fault("audience", _("nobody is asked: the alliance has no such member on that day"))
    yield from _questions(draft)
    yield from _checks(draft)


def ask_members(actor: Actor, held: Round) -> list[Submission]:
    """Ask whoever belongs to the audience and has not been asked yet; nobody is asked twice."""
    _check_run(actor, held)
    with transaction.atomic():
        known = Submission.objects.filter(round=held.pk).order_by().values("organisation")
        new = list(audience_of(held).exclude(pk__in=known))
        due = last_day(held.deadline)
        made = [Submission(round=held, organisation=organisation, due=due) for organisation in new]
        paper = paper_of(held)
        for sheet in sheets_of(made, paper) if made else ():
            sheet.submission.asked = len(sheet.asked.cells)
            sheet.submission.missing = len(sheet.asked.missing)
        Submission.objects.bulk_create(made, batch_size=BATCH)
        add_steps(actor, made, StepKind.ASKED)
        tell_members(made, "round-opened", "asked")
    return made


def close_round(actor: Actor, held: Round, why: str = "") -> Round:
    """Close a round: answers are taken no longer, but from those who are asked to put theirs right."""
    return _move(actor, held, (RoundState.OPEN,), RoundState.CLOSED, why or _("closed"))


def lock_round(actor: Actor, held: Round, why: str = "") -> Round:
    """Lock a round: nothing in it changes any more unless it is opened again with a reason."""
    waiting = Submission.objects.filter(round=held.pk, state=SubmissionState.SUBMITTED).count()
    if waiting:
        raise DocumentError(
            [Fault("state", _("%(n)s wait for approval; approve them or send them back first") % {"n": waiting})]
        )
    return _move(actor, held, (RoundState.OPEN, RoundState.CLOSED), RoundState.LOCKED, why or _("locked"))


def reopen_round(actor: Actor, held: Round, why: str) -> Round:
    """Open a closed or locked round again, with a reason; what was approved stays so until it is opened itself."""
    if not why.strip():
        raise DocumentError([Fault("why", _("say why it is opened again"))])
    return _move(actor, held, (RoundState.CLOSED, RoundState.LOCKED), RoundState.OPEN, why)


def _move(actor: Actor, held: Round, states: tuple[RoundState, ...], to: RoundState, why: str) -> Round:
    _check_run(actor, held)
    with transaction.atomic():
        draft = _draft(held)
        record: Any = draft.record
        if record.state not in states:
            said = _("this round is %(state)s") % {"state": record.get_state_display()}
            raise DocumentError([Fault("state", said)])
        record.state = to
        kept: Round = keep(actor, draft, why, permitted=True)
    return kept


def _draft(held: Round) -> Draft:
    """The round as the database has it now."""
    return stored(type_of(held), Round.objects.select_for_update().get(pk=held.pk))


def _check_run(actor: Actor, held: Round) -> None:
    if not may_run(actor, held):
        raise PermissionDenied(str(NOT_YOURS))
