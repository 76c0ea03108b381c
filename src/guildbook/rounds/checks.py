"""What is wrong or odd about one organisation's answers: limits, sums, jumps and what is missing; pure rules."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from guildbook.kit.format import number_text
from guildbook.kit.texts import pick
from guildbook.rounds.models import GIVEN, NUMERIC, Answer, Check, CheckRelation, Need, Option, Question, Weight
from guildbook.rounds.numbers import UnreadableError, read_answer


class Cell(NamedTuple):
    """One place for an answer: a question, and the thing it is asked about (none: the organisation itself)."""

    question: str
    subject_type: str = ""
    subject_key: str = ""

    @property
    def name(self) -> str:
        """The cell as forms and workbooks name it."""
        return ".".join(part for part in self if part)


class Given(NamedTuple):
    """A standing answer: how it was answered, its stored value, what was said about it, and its entry."""

    answer: str
    value: str = ""
    explanation: str = ""
    entry: int = 0


class Before(NamedTuple):
    """What was approved last for the same cell: the number or text, and as of when."""

    value: str
    as_of: str


@dataclass(frozen=True)
class Finding:
    """One thing found about a cell; `explained` where it may stand and somebody said why."""

    cell: Cell
    weight: str
    message: str
    explained: bool = False


@dataclass(frozen=True)
class Asked:
    """Everything needed to judge one organisation's answers."""

    questions: Sequence[Question]
    options: Sequence[Option]
    checks: Sequence[Check]
    cells: Sequence[Cell]
    given: Mapping[Cell, Given]
    before: Mapping[Cell, Before]

    @property
    def missing(self) -> list[Cell]:
        """Cells that are needed and have no answer."""
        needed = {question.code for question in self.questions if question.need == Need.NEEDED}
        return [cell for cell in self.cells if cell.question in needed and not is_given(self.given.get(cell))]

    @property
    def answered(self) -> int:
        """How many cells have an answer."""
        return sum(is_given(self.given.get(cell)) for cell in self.cells)


def is_given(given: Given | None) -> bool:
    """Whether that is an answer: a value, “none” or “not known”."""
    return given is not None and given.answer in GIVEN


def number_of(given: Given | None) -> Decimal | None:
    """The number an answer stands for: none is nought; None where it is not known, not given or no number."""
    if given is None or given.answer not in (Answer.VALUE, Answer.NONE):
        return None
    if given.answer == Answer.NONE:
        return Decimal(0)
    try:
        return Decimal(given.value)
    except ArithmeticError:
        return None


def find(asked: Asked) -> list[Finding]:
    """Everything found, in the order of the cells: what cannot be read, limits, jumps, then what does not add up."""
    by_code = {question.code: question for question in asked.questions}
    found = [
        finding
        for cell in asked.cells
        if (given := asked.given.get(cell)) is not None
        for finding in _of_cell(by_code[cell.question], asked, cell, given)
    ]
    for check in asked.checks:
        for cell in asked.cells:
            if cell.question == check.left:
                found.extend(_of_check(check, by_code, asked, cell))
    place = {cell: number for number, cell in enumerate(asked.cells)}
    return sorted(found, key=lambda finding: place[finding.cell])


def blocking(found: Iterable[Finding]) -> list[Finding]:
    """What must be put right before answers can be handed in."""
    return [finding for finding in found if finding.weight == Weight.ERROR]


def unexplained(found: Iterable[Finding]) -> list[Finding]:
    """Warnings nobody has said anything about."""
    return [finding for finding in found if finding.weight == Weight.WARNING and not finding.explained]


def _of_cell(question: Question, asked: Asked, cell: Cell, given: Given) -> Iterable[Finding]:
    if given.answer == Answer.UNREADABLE:
        yield Finding(cell, Weight.ERROR, why_unreadable(question, asked.options, given.value))
        return
    if question.kind not in NUMERIC or not is_given(given):
        return
    number, before = number_of(given), _before(asked, cell)
    if number is not None:
        yield from _limits(question, cell, number)
        yield from _jump(question, cell, number, before, given)
    elif before is not None and given.answer == Answer.NOT_KNOWN and question.jump is not None:
        message = _("It was %(n)s last time and is not known now.") % {"n": number_text(before)}
        yield Finding(cell, Weight.WARNING, message, bool(given.explanation))


def why_unreadable(question: Question, options: Sequence[Option], typed: str) -> str:
    """What is wrong with a text that was kept as typed, in the reader's language."""
    try:
        read_answer(question, list(options), typed)
    except UnreadableError as error:
        return str(error)
    return _("“%(text)s” was not clear when it was typed; enter it again.") % {"text": typed[:40]}


def _limits(question: Question, cell: Cell, number: Decimal) -> Iterable[Finding]:
    if question.least is not None and number < question.least:
        message = _("%(n)s is less than %(limit)s, the least this can be.")
        yield Finding(cell, Weight.ERROR, message % {"n": number_text(number), "limit": number_text(question.least)})
    if question.most is not None and number > question.most:
        message = _("%(n)s is more than %(limit)s, the most this can be.")
        yield Finding(cell, Weight.ERROR, message % {"n": number_text(number), "limit": number_text(question.most)})


def _before(asked: Asked, cell: Cell) -> Decimal | None:
    held = asked.before.get(cell)
    try:
        return Decimal(held.value) if held is not None else None
    except ArithmeticError:
        return None


def _jump(question: Question, cell: Cell, number: Decimal, before: Decimal | None, given: Given) -> Iterable[Finding]:
    """A change against the last approved value that is larger than the question allows without a word."""
    if question.jump is None or before is None or number == before:
        return
    if before and abs(number - before) * 100 <= abs(before) * question.jump:
        return
    if before:
        share = number_text(round(abs(number - before) * 100 / abs(before)))
        said = (
            _("%(share)s%% more than %(n)s last time.")
            if number > before
            else _("%(share)s%% less than %(n)s last time.")
        )
        message = said % {"share": share, "n": number_text(before)}
    else:
        message = _("There were none last time.")
    yield Finding(cell, Weight.WARNING, message, bool(given.explanation))


def _of_check(check: Check, by_code: Mapping[str, Question], asked: Asked, cell: Cell) -> Iterable[Finding]:
    """Both sides known and out of relation; with an answer missing or not known there is nothing to compare."""
    left = number_of(asked.given.get(cell))
    addends = [number_of(asked.given.get(cell._replace(question=code))) for code in check.addends]
    known = [number for number in addends if number is not None]
    if left is None or len(known) < len(addends):
        return
    right = sum(known, Decimal(0))
    holds = {
        CheckRelation.EQUALS: left == right,
        CheckRelation.AT_MOST: left <= right,
        CheckRelation.AT_LEAST: left >= right,
    }[CheckRelation(check.relation)]
    if holds:
        return
    said = {
        CheckRelation.EQUALS: _("%(n)s is not the sum %(sum)s of: %(names)s."),
        CheckRelation.AT_MOST: _("%(n)s is more than the sum %(sum)s of: %(names)s."),
        CheckRelation.AT_LEAST: _("%(n)s is less than the sum %(sum)s of: %(names)s."),
    }[CheckRelation(check.relation)]
    names = "; ".join(pick(by_code[code].text).text for code in check.addends if code in by_code)
    message = said % {"n": number_text(left), "sum": number_text(right), "names": names}
    yield Finding(cell, check.weight, message, bool(asked.given[cell].explanation))
