"""One organisation's answers in a round, with everything they are judged by; also for many organisations at once."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from guildbook.kit.documents import plain
from guildbook.kit.fuzzy import last_day
from guildbook.kit.models import Status
from guildbook.rounds.checks import Asked, Before, Cell, Finding, Given, find
from guildbook.rounds.models import (
    GIVEN,
    About,
    Check,
    Entry,
    Option,
    Question,
    Return,
    ReturnState,
    Round,
    Submission,
    SubmissionState,
)
from guildbook.rounds.queries.things import Thing, things_of

AT_ONCE = 500


@dataclass(frozen=True)
class Paper:
    """What a round asks, read once for however many organisations."""

    held: Round
    questions: Sequence[Question]
    options: Sequence[Option]
    checks: Sequence[Check]

    @property
    def abouts(self) -> set[str]:
        """The kinds of thing its questions are about."""
        return {question.about for question in self.questions}

    def cells(self, things: Sequence[Thing]) -> list[Cell]:
        """Every cell to fill: questions about the organisation first, then each thing with all its questions."""
        own = [Cell(question.code) for question in self.questions if question.about == About.ORGANISATION]
        for thing in things:
            own.extend(
                Cell(question.code, thing.kind, thing.key)
                for question in self.questions
                if question.about == thing.kind
            )
        return own


@dataclass(frozen=True)
class Sheet:
    """One organisation's paper filled as far as it is: things, cells, answers, what was found."""

    submission: Submission
    paper: Paper
    things: Sequence[Thing]
    asked: Asked
    found: Sequence[Finding] = field(default_factory=list)


def paper_of(held: Round) -> Paper:
    """The questions, options and checks of a round; three queries."""
    unneeded = (f"indicator__{name}" for name in ("definition", "phrases", "note", "search_text"))
    questions = list(held.questions.select_related("indicator").defer(*unneeded))
    return Paper(held, questions, list(held.options.all()), list(held.checks.all()))


def sheet_of(submission: Submission, paper: Paper | None = None) -> Sheet:
    """One organisation's sheet."""
    return sheets_of([submission], paper or paper_of(submission.round))[0]


def sheets_of(submissions: Sequence[Submission], paper: Paper) -> list[Sheet]:
    """The sheets of many organisations in one round: as many queries as for one."""
    made: list[Sheet] = []
    for start in range(0, len(submissions), AT_ONCE):
        part = submissions[start : start + AT_ONCE]
        organisations = [submission.organisation_id for submission in part]
        things = things_of(organisations, paper.abouts)
        given = given_in([submission.pk for submission in part])
        before = before_of(paper, organisations)
        for submission in part:
            own = things.get(submission.organisation_id, [])
            answers = given.get(submission.pk, {})
            past = before.get(submission.organisation_id, {})
            made.append(sheet(submission, paper, own, answers, past))
    return made


def sheet(
    submission: Submission,
    paper: Paper,
    things: Sequence[Thing],
    given: Mapping[Cell, Given],
    before: Mapping[Cell, Before],
) -> Sheet:
    """A sheet put together of what was read, judged."""
    asked = Asked(paper.questions, paper.options, paper.checks, paper.cells(things), given, before)
    return Sheet(submission, paper, things, asked, find(asked))


def given_in(submissions: Collection[int]) -> dict[int, dict[Cell, Given]]:
    """The standing answers of submissions (by primary key)."""
    found: dict[int, dict[Cell, Given]] = defaultdict(dict)
    rows = Entry.objects.filter(submission__in=submissions, current=True).order_by()
    columns = ("submission", "question", "subject_type", "subject_key", "answer", "value", "explanation", "pk")
    for submission, *cell, answer, value, explanation, pk in rows.values_list(*columns):
        found[submission][Cell(*cell)] = Given(answer, value, explanation, pk)
    return found


def before_of(paper: Paper, organisations: Collection[int]) -> dict[int, dict[Cell, Before]]:
    """What was approved last for the same cells: by indicator from returns, else by code from earlier rounds."""
    found: dict[int, dict[Cell, Before]] = defaultdict(dict)
    _from_entries(found, paper, organisations)
    _from_returns(found, paper, organisations)
    return found


def _from_entries(found: dict[int, dict[Cell, Before]], paper: Paper, organisations: Collection[int]) -> None:
    codes = {question.code for question in paper.questions if question.indicator_id is None}
    rounds = Round.objects.filter(alliance=paper.held.alliance_id).exclude(pk=paper.held.pk)
    if not codes or paper.held.deadline_day is None or not rounds.exists():
        return
    rows = Entry.objects.filter(
        submission__round__in=rounds,
        submission__organisation__in=organisations,
        submission__state=SubmissionState.APPROVED,
        current=True,
        answer__in=GIVEN[:2],
        question__in=codes,
        submission__round__deadline_day__lt=paper.held.deadline_day,
    ).order_by("submission__round__deadline_day", "submission__approved_at")
    columns = (
        "submission__organisation", "question", "subject_type", "subject_key", "answer", "value",
        "submission__round__period",
    )  # fmt: skip
    for organisation, *cell, answer, value, period in rows.values_list(*columns):
        found[organisation][Cell(*cell)] = Before(value if answer == GIVEN[0] else "0", period)


def _from_returns(found: dict[int, dict[Cell, Before]], paper: Paper, organisations: Collection[int]) -> None:
    codes = {question.indicator_id: question for question in paper.questions if question.indicator_id is not None}
    if not codes:
        return
    rows = Return.objects.filter(
        organisation__in=organisations,
        indicator__in=codes,
        status=Status.PUBLISHED,
        state=ReturnState.APPROVED,
        value__isnull=False,
    ).exclude(round=paper.held.pk)
    if (end := last_day(paper.held.period)) is not None:
        rows = rows.filter(as_of_day__lt=end)
    rows = rows.order_by("as_of_day", "pk")
    columns = ("organisation", "organisation__key", "indicator", "subject_type", "subject_key", "value", "as_of")
    for organisation, key, indicator, kind, subject, value, as_of in rows.values_list(*columns):
        own = not kind or (kind == About.ORGANISATION and subject == key)
        cell = Cell(codes[indicator].code) if own else Cell(codes[indicator].code, kind, subject)
        found[organisation][cell] = Before(str(plain(value, Return._meta.get_field("value"))), as_of)
