"""What the secretariat decides: send back with remarks, approve, open again, give more time."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from guildbook.kit.actions import NOT_YOURS, keep_many, stored_many
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.drafts import Draft
from guildbook.kit.models import Status
from guildbook.kit.record_types import type_of_model
from guildbook.rounds.actions.steps import add_steps
from guildbook.rounds.actions.telling import tell_members
from guildbook.rounds.checks import Cell, Given, blocking, is_given, number_of
from guildbook.rounds.models import (
    About,
    Answer,
    Capacity,
    Question,
    QuestionKind,
    Remark,
    Return,
    ReturnAnswer,
    ReturnState,
    Round,
    RoundState,
    StepKind,
    Submission,
    SubmissionState,
)
from guildbook.rounds.queries import Sheet, paper_of, sheets_of
from guildbook.rounds.rules import may_run, may_see_answers
from guildbook.search.actions import catch_up

WHOLE = Cell("")
Filed = dict[tuple[int, Cell], Return]


def remark(actor: Actor, submission: Submission, remarks: Mapping[Cell, str]) -> list[Remark]:
    """Say something about cells of a submission, or (WHOLE) about all of it; remarks are never changed."""
    if not may_see_answers(actor, submission):
        raise PermissionDenied(str(NOT_YOURS))
    by_member = not may_run(actor, submission.round)
    made = [
        Remark(
            submission=submission,
            question=cell.question,
            subject_type=cell.subject_type,
            subject_key=cell.subject_key,
            text=text.strip(),
            by_member=by_member,
            who=actor.name,
            user_id=actor.user,
        )
        for cell, text in remarks.items()
        if text.strip()
    ]
    return Remark.objects.bulk_create(made)


def send_back(
    actor: Actor, submission: Submission, remarks: Mapping[Cell, str], due: dt.date | None = None
) -> Submission:
    """Send answers back with at least one remark, and perhaps a new day by which they are due."""
    _check_run(actor, submission.round)
    if not any(text.strip() for text in remarks.values()):
        raise DocumentError([Fault("", _("Say what should be looked at again."))])
    with transaction.atomic():
        held = _locked([submission])[0]
        if held.state != SubmissionState.SUBMITTED:
            raise DocumentError([Fault("", _("Only answers that were handed in can be sent back."))])
        remark(actor, held, remarks)
        held.state, held.due = SubmissionState.SENT_BACK, due or held.due
        held.save()
        add_steps(actor, [held], StepKind.SENT_BACK)
        tell_members([held], "round-sent-back")
    return held


def reopen(actor: Actor, submissions: Sequence[Submission], why: str) -> list[Submission]:
    """Open approved answers again, with a reason; their returns stand until others take their place."""
    if not why.strip():
        raise DocumentError([Fault("why", _("say why it is opened again"))])
    with transaction.atomic():
        held = _locked(submissions)
        for each in held:
            _check_run(actor, each.round)
            if each.state != SubmissionState.APPROVED:
                raise DocumentError([Fault(each.organisation.key, _("Only approved answers can be opened again."))])
            if each.round.state == RoundState.LOCKED:
                raise DocumentError([Fault("state", _("The round is locked; open it again first."))])
            each.state = SubmissionState.SENT_BACK
        Submission.objects.bulk_update(held, ["state"], batch_size=200)
        add_steps(actor, held, StepKind.REOPENED, why)
        for each in held:
            remark(actor, each, {WHOLE: why})
        tell_members(held, "round-reopened", why=why)
    return held


def extend(actor: Actor, submissions: Sequence[Submission], due: dt.date, why: str = "") -> list[Submission]:
    """Give organisations more time."""
    with transaction.atomic():
        held = _locked(submissions)
        for each in held:
            _check_run(actor, each.round)
            each.due = due
        Submission.objects.bulk_update(held, ["due"], batch_size=200)
        add_steps(actor, held, StepKind.EXTENDED, why or due.isoformat())
    return held


def approve(actor: Actor, submissions: Sequence[Submission], why: str = "") -> list[Return]:
    """Approve answers, all of these or none: figures take them up at once; returns the returns that are new.

    Answers that say what an earlier approval said leave their returns alone; changed ones supersede them.
    """
    with transaction.atomic():
        held = _locked(submissions)
        for each in held:
            _check_run(actor, each.round)
            if each.state != SubmissionState.SUBMITTED:
                raise DocumentError(
                    [Fault(each.organisation.key, _("Only answers that were handed in can be approved."))]
                )
        made: list[Return] = []
        for round_ in {each.round_id: each.round for each in held}.values():
            own = [each for each in held if each.round_id == round_.pk]
            made += _returns(actor, round_, own, why or _("approved"))
        now = timezone.now()
        for each in held:
            each.state, each.approved_at = SubmissionState.APPROVED, now
        Submission.objects.bulk_update(held, ["state", "approved_at"], batch_size=200)
        add_steps(actor, held, StepKind.APPROVED, why)
        tell_members(held, "round-approved", f"{now:%F %T}")
        transaction.on_commit(catch_up)
    return made


def _returns(actor: Actor, held: Round, submissions: Sequence[Submission], why: str) -> list[Return]:
    """The returns of these submissions, made, superseded or withdrawn."""
    paper = paper_of(held)
    sheets = sheets_of(submissions, paper)
    faults = [
        Fault(sheet.submission.organisation.key, f"{finding.cell.name}: {finding.message}")
        for sheet in sheets
        for finding in blocking(sheet.found)
    ]
    if faults:
        raise DocumentError(faults)
    standing, written = _filed(held, submissions)
    record_type = type_of_model(Return)
    wanted: Filed = {}
    for sheet in sheets:
        wanted |= _of_sheet(sheet)
    new = {where: one for where, one in wanted.items() if not _same(one, standing.get(where))}
    for where, one in new.items():
        one.key = _key(held, one, where, written.get(where, 0))
    made: list[Return] = keep_many(actor, record_type, [Draft(one) for one in new.values()], why, permitted=True)
    gone = {where: one for where, one in standing.items() if where in new or where not in wanted}
    changed = stored_many(record_type, list(gone.values()))
    for (where, __), draft in zip(gone.items(), changed, strict=True):
        follower = new.get(where)
        draft.record.status = Status.SUPERSEDED if follower else Status.WITHDRAWN
        draft.record.superseded_by = follower.key if follower else ""
    keep_many(actor, record_type, changed, why, permitted=True)
    return made


def _filed(held: Round, submissions: Sequence[Submission]) -> tuple[Filed, dict[tuple[int, Cell], int]]:
    """Standing returns of these submissions by cell, and how many each cell ever had."""
    organisations = {each.organisation_id: each.organisation.key for each in submissions}
    standing: Filed = {}
    written: dict[tuple[int, Cell], int] = {}
    found = Return.objects.filter(round=held.pk, organisation__in=organisations).exclude(question="").order_by("pk")
    for one in found:
        own = one.subject_type == About.ORGANISATION
        cell = Cell(one.question) if own else Cell(one.question, one.subject_type, one.subject_key)
        where = (one.organisation_id, cell)
        written[where] = written.get(where, 0) + 1
        if one.status == Status.PUBLISHED:
            standing[where] = one
    return standing, written


def _of_sheet(sheet: Sheet) -> Filed:
    """The returns one organisation's answers make: one for each answered question that feeds an indicator."""
    organisation = sheet.submission.organisation
    by_code = {question.code: question for question in sheet.paper.questions}
    capacities = {thing[:2]: thing.capacity for thing in sheet.things}
    made: Filed = {}
    for cell in sheet.asked.cells:
        question, given = by_code[cell.question], sheet.asked.given.get(cell)
        if question.indicator_id is None or given is None or not is_given(given):
            continue
        answer, value = _answer(question, given)
        made[organisation.pk, cell] = Return(
            round=sheet.submission.round,
            organisation=organisation,
            steward=organisation,
            indicator=question.indicator,
            question=question.code,
            subject_type=cell.subject_type or About.ORGANISATION,
            subject_key=cell.subject_key or organisation.key,
            capacity=capacities.get(cell[1:], Capacity.OWN),
            answer=answer,
            value=value,
            as_of=sheet.paper.held.period or sheet.paper.held.deadline,
            state=ReturnState.APPROVED,
        )
    return made


def _answer(question: Question, given: Given) -> tuple[str, Decimal | None]:
    """An answer as a return has it; yes counts one and no counts none."""
    if given.answer == Answer.NOT_KNOWN:
        return ReturnAnswer.NOT_KNOWN, None
    if question.kind == QuestionKind.YES_NO and given.answer == Answer.VALUE:
        return ReturnAnswer.VALUE, Decimal(given.value == "yes")
    return ReturnAnswer(given.answer), number_of(given)


def _same(one: Return, standing: Return | None) -> bool:
    if standing is None:
        return False
    said = ("answer", "value", "capacity", "as_of", "indicator_id")
    return all(getattr(one, name) == getattr(standing, name) for name in said)


def _key(held: Round, one: Return, where: tuple[int, Cell], written: int) -> str:
    """A key that is the same for the same cell wherever the round is kept; its tail tells cells apart."""
    told = "|".join((held.key, one.organisation.key, *where[1], str(written)))
    return (
        f"{held.key[:50]}-{one.organisation.key[:50]}".strip("-") + "-" + hashlib.sha256(told.encode()).hexdigest()[:12]
    )


def _locked(submissions: Iterable[Submission]) -> list[Submission]:
    found = Submission.objects.select_for_update(of=("self",)).select_related("round__alliance", "organisation")
    return list(found.filter(pk__in=[each.pk for each in submissions]))


def _check_run(actor: Actor, held: Round) -> None:
    if not may_run(actor, held):
        raise PermissionDenied(str(NOT_YOURS))
