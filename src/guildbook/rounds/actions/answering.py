"""Answers: saved as they are given, never overwritten unseen, handed in, and taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.entering import UNWRITABLE
from guildbook.rounds.actions.steps import add_steps
from guildbook.rounds.checks import Cell, Given, blocking, unexplained
from guildbook.rounds.models import (
    Answer,
    Entry,
    Question,
    RoundState,
    StepKind,
    Submission,
    SubmissionState,
)
from guildbook.rounds.numbers import UnreadableError, read_answer
from guildbook.rounds.queries import Sheet, paper_of, sheet_of
from guildbook.rounds.queries.sheets import Paper, sheet
from guildbook.rounds.rules import may_answer_for, may_run, may_submit_for, takes_answers

LONGEST_EXPLANATION = 2000


class Typed(NamedTuple):
    """An answer as it came: how (value, none, not-known or emptied), its text, what was said about it.

    `explanation` None leaves what was said; `seen` is the entry its writer had before them (0: none, None: any).
    """

    answer: str
    text: str = ""
    explanation: str | None = None
    seen: int | None = None


@dataclass(frozen=True)
class Saved:
    """What became of answers: the sheet as it is now, cells that changed, and those somebody else changed meanwhile."""

    sheet: Sheet
    changed: tuple[Cell, ...]
    conflicts: Mapping[Cell, Typed]


def save_answers(
    actor: Actor, submission: Submission, typed: Mapping[Cell, Typed], way: str = "page", paper: Paper | None = None
) -> Saved:
    """Save answers in one transaction; those that say the same leave no trace, what cannot be read is kept as typed.

    Raises PermissionDenied, or DocumentError for cells the round does not ask or while answers are not taken.
    """
    if not may_answer_for(actor, submission.organisation_id):
        raise PermissionDenied(str(NOT_YOURS))
    with transaction.atomic():
        held = _lock(submission)
        if not takes_answers(held):
            raise DocumentError([Fault("", not_taken(held))])
        before = sheet_of(held, paper or paper_of(held.round))
        new, conflicts = _entries(actor, before, typed, way)
        given = {**before.asked.given}
        if new:
            Entry.objects.filter(pk__in=[given[cell].entry for cell in new if cell in given]).update(current=False)
            Entry.objects.bulk_create(new.values())
            given |= {
                cell: Given(entry.answer, entry.value, entry.explanation, entry.pk) for cell, entry in new.items()
            }
        after = sheet(held, before.paper, before.things, given, before.asked.before)
        if new:
            _tell_progress(held, after)
    return Saved(after, tuple(new), conflicts)


def not_taken(submission: Submission) -> str:
    """Why answers cannot be changed now."""
    if submission.state == SubmissionState.SUBMITTED:
        return _("These answers have been handed in; take them back to change them.")
    if submission.state == SubmissionState.APPROVED:
        return _("These answers have been approved; ask the secretariat to open them again.")
    return _("This round takes no answers now.")


def _lock(submission: Submission) -> Submission:
    return (
        Submission.objects.select_for_update(of=("self",)).select_related("round", "organisation").get(pk=submission.pk)
    )


def _entries(
    actor: Actor, before: Sheet, typed: Mapping[Cell, Typed], way: str
) -> tuple[dict[Cell, Entry], dict[Cell, Typed]]:
    """The entries these answers make, and the answers that would overwrite what their writer has not seen."""
    cells = set(before.asked.cells)
    faults = [Fault(cell.name, _("this round does not ask that")) for cell in typed if cell not in cells]
    if faults:
        raise DocumentError(faults)
    new: dict[Cell, Entry] = {}
    conflicts: dict[Cell, Typed] = {}
    by_code = {question.code: question for question in before.paper.questions}
    now = timezone.now()
    for cell, said in typed.items():
        standing = before.asked.given.get(cell)
        answer, value = _read(before, by_code[cell.question], said)
        explanation = _explanation(cell, said, standing)
        if (answer, value, explanation) == _as_said(standing):
            continue
        if said.seen is not None and said.seen != (standing.entry if standing else 0):
            conflicts[cell] = said
            continue
        new[cell] = Entry(
            submission=before.submission,
            question=cell.question,
            subject_type=cell.subject_type,
            subject_key=cell.subject_key,
            answer=answer,
            value=value,
            explanation=explanation,
            way=way,
            who=actor.name,
            user_id=actor.user,
            at=now,
        )
    return new, conflicts


def _as_said(standing: Given | None) -> tuple[str, str, str]:
    return (standing.answer, standing.value, standing.explanation) if standing else (Answer.EMPTIED, "", "")


def _read(before: Sheet, question: Question, said: Typed) -> tuple[str, str]:
    """How an answer is stored; what cannot be read is kept as it was typed."""
    text = UNWRITABLE.sub("", said.text).strip()
    if said.answer != Answer.VALUE:
        return said.answer, text if said.answer == Answer.UNREADABLE else ""
    if not text:
        return Answer.EMPTIED, ""
    try:
        return Answer.VALUE, read_answer(question, list(before.paper.options), text)
    except UnreadableError:
        return Answer.UNREADABLE, text


def _explanation(cell: Cell, said: Typed, standing: Given | None) -> str:
    if said.explanation is None:
        return standing.explanation if standing else ""
    text = UNWRITABLE.sub("", said.explanation.replace("\r\n", "\n")).strip()
    if len(text) > LONGEST_EXPLANATION:
        raise DocumentError([Fault(cell.name, _("This is longer than %(n)s characters.") % {"n": LONGEST_EXPLANATION})])
    return text


def _tell_progress(held: Submission, after: Sheet) -> None:
    """Keep with the submission how far it is, so that the desk asks nothing of the entries."""
    now = timezone.now()
    held.asked, held.answered = len(after.asked.cells), after.asked.answered
    held.missing = len(after.asked.missing)
    held.errors, held.warnings = len(blocking(after.found)), len(unexplained(after.found))
    held.first_saved, held.last_saved = held.first_saved or now, now
    if held.state == SubmissionState.NOT_STARTED:
        held.state = SubmissionState.IN_PROGRESS
    held.save()


def submit(actor: Actor, submission: Submission, why: str = "") -> Submission:
    """Hand answers in; raises DocumentError naming each cell that is missing or must be put right."""
    if not may_submit_for(actor, submission.organisation_id):
        raise PermissionDenied(str(NOT_YOURS))
    with transaction.atomic():
        held = _lock(submission)
        if not takes_answers(held):
            raise DocumentError([Fault("", not_taken(held))])
        now = timezone.now()
        final = sheet_of(held)
        faults = [Fault(cell.name, _("has no answer yet")) for cell in final.asked.missing]
        faults += [Fault(finding.cell.name, finding.message) for finding in blocking(final.found)]
        if faults:
            raise DocumentError(faults)
        _tell_progress(held, final)
        held.state, held.submitted_at = SubmissionState.SUBMITTED, now
        held.received_at = held.received_at or now
        held.save()
        add_steps(actor, [held], StepKind.SUBMITTED, why)
    return held


def take_back(actor: Actor, submission: Submission, why: str = "") -> Submission:
    """Take answers back that were handed in and not decided yet, while the round is open."""
    if not may_submit_for(actor, submission.organisation_id) and not may_run(actor, submission.round):
        raise PermissionDenied(str(NOT_YOURS))
    with transaction.atomic():
        held = _lock(submission)
        if held.state != SubmissionState.SUBMITTED or held.round.state != RoundState.OPEN:
            raise DocumentError(
                [Fault("", _("Only answers that wait for approval in an open round can be taken back."))]
            )
        held.state = SubmissionState.IN_PROGRESS
        held.save()
        add_steps(actor, [held], StepKind.TAKEN_BACK, why)
    return held
