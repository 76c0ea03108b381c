"""A workbook that comes back: whose it is, what it answers, and everything wrong with it named by its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils import translation
from django.utils.translation import gettext as _

from guildbook.rounds.actions import Typed
from guildbook.rounds.checks import Cell, Given
from guildbook.rounds.forms.shown import answer_text, modes_of
from guildbook.rounds.forms.writing import FORM, KEY, SEEN, heads
from guildbook.rounds.models import NUMERIC, Answer, Entry, Question, QuestionKind
from guildbook.rounds.numbers import UnreadableError, plain_number, read_answer, typed_number
from guildbook.rounds.queries import Sheet as Filled
from guildbook.sheets.reading import read_sheets
from guildbook.sheets.shapes import Cell as Value
from guildbook.sheets.shapes import Sheet, SheetsError, letter
from guildbook.sheets.writing import properties_of


@dataclass(frozen=True)
class Line:
    """One cell of the workbook beside what stands in the book.

    `how`: same, new, changed, emptied, unreadable, or conflict (somebody changed it since the workbook was written).
    """

    cell: Cell
    place: str
    how: str
    typed: Typed
    before: str
    after: str
    message: str = ""


@dataclass(frozen=True)
class Read:
    """What a workbook says: the lines that would change something, and what is wrong with it."""

    lines: Sequence[Line] = ()
    same: int = 0
    problems: Sequence[str] = field(default_factory=list)

    @property
    def refused(self) -> bool:
        """Whether nothing of it can be taken."""
        return not self.lines and not self.same


def read_book(data: bytes, name: str, filled: Filled) -> Read:
    """Read a workbook against the answers as they stand; nothing is saved."""
    try:
        sheets = read_sheets(data, name)
    except SheetsError as error:
        return Read(problems=[_said(error)])
    properties = properties_of(sheets)
    if wrong := _foreign(properties, filled):
        return Read(problems=[wrong])
    found = _answers(sheets)
    if found is None:
        return Read(problems=[_("No sheet has the rows of this round: use the workbook that was downloaded here.")])
    sheet, top = found
    return _Reader(sheet, top, filled, properties.get("language", "en")).read()


def _said(error: SheetsError) -> str:
    said = {
        "empty": _("The file is empty."),
        "protected": _("The file is locked with a password; take it off and send it again."),
        "old": _("This is an old .xls file: save it as .xlsx and send it again."),
        "large": _("The file is too large."),
    }
    return said.get(
        error.reason, _("This is no workbook (.xlsx), or it is damaged: save it once more and send it again.")
    )


def _foreign(properties: Mapping[str, str], filled: Filled) -> str:
    """Why a workbook is not this organisation's for this round; empty when it is."""
    submission = filled.submission
    if properties.get("form") != FORM:
        return _("This is not a workbook of this page: download it here, fill it in, and send that one.")
    if properties.get("round") != submission.round.key:
        return _("This workbook belongs to another round (%(key)s).") % {"key": properties.get("round", "")[:120]}
    if properties.get("organisation") != submission.organisation.key:
        # Its name is not told: whoever sent it may not know of that organisation.
        return _("This workbook belongs to another organisation.")
    return ""


def _answers(sheets: Iterable[Sheet]) -> tuple[Sheet, int] | None:
    """The sheet of answers and the row of its headings."""
    for sheet in sheets:
        for number, row in enumerate(sheet.rows[:40]):
            if len(row) > 1 and row[0] == KEY and row[1] == SEEN:
                return sheet, number
    return None


class _Reader:
    """Reads one sheet of answers; a class only to carry what all its lines need."""

    def __init__(self, sheet: Sheet, top: int, filled: Filled, language: str) -> None:
        self.sheet, self.top, self.filled = sheet, top, filled
        self.code = language.lower()
        with translation.override(self.code):
            named = heads()
        found = {str(value).strip(): place for place, value in enumerate(sheet.rows[top]) if value is not None}
        self.columns = {name: found.get(heading) for name, heading in named.items()}
        self.by_code = {question.code: question for question in filled.paper.questions}
        self.damaged = {(one.row, one.column): one.what for one in sheet.problems if one.wrong}
        self.problems: list[str] = []

    def read(self) -> Read:
        """All lines."""
        lost = [heads()[name] for name in ("answer", "how", "explanation") if self.columns[name] is None]
        if lost:
            words = _("The sheet %(sheet)s has lost these columns: %(names)s. Download the workbook again.")
            return Read(problems=[words % {"sheet": self.sheet.name, "names": ", ".join(lost)}])
        wanted = {cell.name: cell for cell in self.filled.asked.cells}
        lines: list[Line] = []
        seen_names: set[str] = set()
        written = self._written()
        for number in range(self.top + 1, len(self.sheet.rows)):
            row = self.sheet.rows[number]
            name = str(row[0]).strip() if row and row[0] is not None else ""
            if not name:
                self._unkeyed(row, number)
                continue
            if name not in wanted or name in seen_names:
                words = _("%(place)s: this round does not ask that, or asks it twice; the row was left out.")
                self.problems.append(words % {"place": self._place(number, 0)})
                continue
            seen_names.add(name)
            lines.append(self._line(wanted[name], row, number, written))
        gone = len(wanted) - len(seen_names)
        if gone:
            self.problems.append(
                _("%(n)s rows are missing from the workbook; their answers stay as they are.") % {"n": gone}
            )
        changed = [line for line in lines if line.how != "same"]
        return Read(changed, len(lines) - len(changed), self.problems)

    def _unkeyed(self, row: Sequence[Value], number: int) -> None:
        if any(value is not None for value in row):
            words = _("%(place)s: this row has lost its key and was left out; fill in the rows of the workbook.")
            self.problems.append(words % {"place": self._place(number, 0)})

    def _written(self) -> dict[int, Entry]:
        """The entries the workbook was written from, to tell what was changed in it from what was changed since."""
        pks = [self._seen(row) for row in self.sheet.rows[self.top + 1 :]]
        known = [pk for pk in pks if pk]
        return {entry.pk: entry for entry in Entry.objects.filter(submission=self.filled.submission.pk, pk__in=known)}

    @staticmethod
    def _seen(row: Sequence[Value]) -> int:
        text = str(row[1]) if len(row) > 1 and row[1] is not None else ""
        return int(text) if text.isdecimal() and len(text) < 18 else 0

    def _place(self, number: int, column: int) -> str:
        return _("Sheet %(sheet)s, row %(row)s, column %(column)s") % {
            "sheet": self.sheet.name,
            "row": number + 1,
            "column": letter(column),
        }

    def _cell(self, row: Sequence[Value], name: str) -> Value:
        place = self.columns[name]
        return row[place] if place is not None and place < len(row) else None

    def _line(self, cell: Cell, row: Sequence[Value], number: int, written: Mapping[int, Entry]) -> Line:
        question = self.by_code[cell.question]
        place = self._place(number, self.columns["answer"] or 0)
        standing = self.filled.asked.given.get(cell)
        typed, message = self._typed(question, row, number)
        typed = typed._replace(seen=standing.entry if standing else 0)
        after, unreadable = self._stored(question, typed)
        message = message or unreadable
        now = _same_as(standing)
        origin = written.get(self._seen(row))
        was = (origin.answer, origin.value, origin.explanation) if origin is not None else (Answer.EMPTIED, "", "")
        said = (after.answer, after.value, after.explanation)
        if said in (now, was):
            how = "same"
        elif now != was:
            how = "conflict"
        elif after.answer == Answer.UNREADABLE:
            how = "unreadable"
        elif after.answer == Answer.EMPTIED:
            how = "emptied"
        else:
            how = "changed" if standing and standing.answer != Answer.EMPTIED else "new"
        options = self.filled.paper.options
        words = (answer_text(question, options, standing), answer_text(question, options, after))
        return Line(cell, place, how, typed, *words, message)

    def _typed(self, question: Question, row: Sequence[Value], number: int) -> tuple[Typed, str]:
        """An answer as the page would have sent it."""
        explanation = self._cell(row, "explanation")
        why = "" if explanation is None else str(explanation).strip()
        value, how = self._cell(row, "answer"), self._cell(row, "how")
        column = letter(self.columns["answer"] or 0)
        if (number + 1, column) in self.damaged:
            words = _("the spreadsheet shows an error or an unfinished formula here; enter the value itself")
            return Typed(Answer.UNREADABLE, str(value or "#"), why), words
        text = _text(question, value)
        mode = (self._mode(question, how) or Answer.UNREADABLE) if how is not None and str(how).strip() else None
        spoken = self._mode(question, value) if isinstance(value, str) and question.kind != QuestionKind.TEXT else None
        if mode is None and spoken is not None:
            return Typed(spoken, "", why), ""
        if mode == Answer.UNREADABLE:
            words = _("“%(text)s” is none of the choices beside an empty answer") % {"text": str(how)[:40]}
            return Typed(Answer.UNREADABLE, text or str(how), why), words
        if mode is not None and text:
            words = _("an answer and “%(how)s” contradict each other; empty one of the two")
            return Typed(Answer.UNREADABLE, text, why), words % {"how": str(how)[:40]}
        return Typed(mode or Answer.VALUE, text, why), ""

    def _mode(self, question: Question, said: Value) -> str | None:
        """Which way to answer a word means, in the language of the workbook, of the reader, or English."""
        word = str(said).strip().casefold()
        for code in dict.fromkeys((self.code, translation.get_language() or "en", "en")):
            with translation.override(code):
                for mode, label in modes_of(question):
                    if word in (label.casefold(), mode) and mode != Answer.VALUE:
                        return mode
        return None

    def _stored(self, question: Question, typed: Typed) -> tuple[Given, str]:
        """How an answer would be stored, and what is wrong with it."""
        why = typed.explanation or ""
        if typed.answer != Answer.VALUE:
            return Given(typed.answer, typed.text if typed.answer == Answer.UNREADABLE else "", why), ""
        if not typed.text:
            return Given(Answer.EMPTIED, "", why), ""
        try:
            return Given(Answer.VALUE, read_answer(question, list(self.filled.paper.options), typed.text), why), ""
        except UnreadableError as error:
            return Given(Answer.UNREADABLE, typed.text, why), str(error)


def _same_as(standing: Given | None) -> tuple[str, str, str]:
    return (standing.answer, standing.value, standing.explanation) if standing else (Answer.EMPTIED, "", "")


def _text(question: Question, value: Value) -> str:
    """A cell's value as a person would have typed it on the page."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        number = plain_number(Decimal(repr(value)))
        return typed_number(number) if question.kind in NUMERIC else number
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()[:10]
    return str(value).strip()
