"""The workbook an organisation fills in: its language, its known values, drop-downs, keys nobody can lose."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from guildbook.kit.format import date_text, day_text, number_text
from guildbook.kit.texts import current_tag, pick
from guildbook.rounds.checks import Cell, Given
from guildbook.rounds.forms.shown import before_text, modes_of, options_of, typed, unit_of
from guildbook.rounds.models import NUMERIC, Answer, Check, CheckRelation, Question, QuestionKind
from guildbook.rounds.queries import Sheet
from guildbook.rounds.queries.things import Thing
from guildbook.sheets.writing import CellOut, ColumnOut, Entry, SheetOut, write_book

FORM = "round"
KEY, SEEN = "key", "seen"


def heads() -> dict[str, str]:
    """The headings of the sheet of answers, by column, in the interface's language."""
    return {
        KEY: KEY,
        SEEN: SEEN,
        "about": _("About"),
        "question": _("Question"),
        "answer": _("Answer"),
        "unit": pgettext("of measure", "Unit"),
        "how": _("None or not known"),
        "before": _("Last time"),
        "explanation": _("Explanation"),
    }


def write_form(sheet: Sheet) -> bytes:
    """The workbook for one organisation in the interface's language, with what it answered so far."""
    held, organisation = sheet.submission.round, sheet.submission.organisation
    properties = {
        "form": FORM,
        "round": held.key,
        "organisation": organisation.key,
        "language": current_tag(),
        "written": timezone.now().isoformat(),
    }
    title = pick(held.title).text
    return write_book([_answers(sheet, title), _definitions(sheet)], properties, title)


def _answers(sheet: Sheet, title: str) -> SheetOut:
    named = heads()
    columns = [
        ColumnOut(named[KEY], hidden=True, locked=True),
        ColumnOut(named[SEEN], hidden=True, locked=True),
        ColumnOut(named["about"], 24, locked=True),
        ColumnOut(named["question"], 44, locked=True),
        ColumnOut(named["answer"], 20),
        ColumnOut(named["unit"], 10, locked=True),
        ColumnOut(named["how"], 18),
        ColumnOut(named["before"], 22, locked=True),
        ColumnOut(named["explanation"], 40),
    ]
    intro = [
        f"{title} · {pick(sheet.submission.organisation.labels).text}",
        _("Fill in the light cells. Where there are none, or nobody knows, choose so beside an empty answer."),
    ]
    if sheet.submission.due is not None:
        intro.append(
            _("Send this workbook back on the page of the round by %(day)s.") % {"day": day_text(sheet.submission.due)}
        )
    things = {thing[:2]: thing for thing in sheet.things}
    by_code = {question.code: question for question in sheet.paper.questions}
    rows = [_row(sheet, cell, by_code[cell.question], things) for cell in sheet.asked.cells]
    return SheetOut(_("Answers"), columns, rows, intro, protected=True)


def _row(sheet: Sheet, cell: Cell, question: Question, things: Mapping[tuple[str, str], Thing]) -> list[str | CellOut]:
    given = sheet.asked.given.get(cell)
    thing = things.get(cell[1:])
    how = next((words for mode, words in modes_of(question) if given and mode == given.answer != Answer.VALUE), "")
    choices = tuple(words for mode, words in modes_of(question) if mode != Answer.VALUE)
    return [
        cell.name,
        str(given.entry if given else 0),
        pick(thing.label).text if thing else pick(sheet.submission.organisation.labels).text,
        pick(question.text).text,
        CellOut(_value(sheet, question, given), _entry(sheet, question)),
        unit_of(question),
        CellOut(how or None, Entry(choices=choices, note=_("Only where you leave the answer empty."))),
        before_text(question, sheet.paper.options, sheet.asked.before.get(cell)),
        CellOut(given.explanation if given and given.explanation else None),
    ]


def _value(sheet: Sheet, question: Question, given: Given | None) -> Decimal | str | None:
    if given is None or given.answer not in (Answer.VALUE, Answer.UNREADABLE):
        return None
    if given.answer == Answer.VALUE and question.kind in NUMERIC:
        return Decimal(given.value)
    if given.answer == Answer.VALUE and question.kind in (QuestionKind.CHOICE, QuestionKind.YES_NO):
        return dict(options_of(question, sheet.paper.options)).get(given.value, given.value)
    return typed(question, given)


def _entry(sheet: Sheet, question: Question) -> Entry:
    """What a cell takes, with the explanation of its question shown beside it."""
    note = pick(question.help).text
    if question.kind in NUMERIC:
        least = float(question.least) if question.least is not None else None
        most = float(question.most) if question.most is not None else None
        whole = question.kind == QuestionKind.WHOLE
        return Entry(number=True, whole=whole, least=least, most=most, note=note, refusal=limits(question))
    if question.kind in (QuestionKind.CHOICE, QuestionKind.YES_NO):
        choices = tuple(label for __, label in options_of(question, sheet.paper.options))
        return Entry(choices=choices, note=note)
    return Entry(note=note or (_("2023, 2023-11 or 2023-11-30") if question.kind == QuestionKind.DATE else ""))


def limits(question: Question) -> str:
    """What an answer must be, in words."""
    kind = _("a whole number") if question.kind == QuestionKind.WHOLE else _("a number")
    least, most = number_text(question.least), number_text(question.most)
    if least and most:
        return _("%(kind)s from %(least)s to %(most)s") % {"kind": kind, "least": least, "most": most}
    if least:
        return _("%(kind)s, at least %(least)s") % {"kind": kind, "least": least}
    if most:
        return _("%(kind)s, at most %(most)s") % {"kind": kind, "most": most}
    return kind


def _definitions(sheet: Sheet) -> SheetOut:
    """What every question means: its explanation, its indicator's definition, what must add up."""
    by_code = {question.code: question for question in sheet.paper.questions}
    columns = [
        ColumnOut(_("Question"), 40, locked=True),
        ColumnOut(_("Meaning"), 70, locked=True),
        ColumnOut(_("Answer"), 28, locked=True),
        ColumnOut(_("Must add up"), 44, locked=True),
    ]
    rows = []
    for question in sheet.paper.questions:
        meanings = [pick(question.help).text]
        if question.indicator is not None:
            meanings.append(pick(question.indicator.text).text)
        sums = [
            f"{CheckRelation(check.relation).label}: "
            + " + ".join(pick(by_code[code].text).text for code in check.addends)
            for check in sheet.paper.checks
            if check.left == question.code
        ]
        answer = limits(question) if question.kind in NUMERIC else str(QuestionKind(question.kind).label)
        if question.kind in (QuestionKind.CHOICE, QuestionKind.YES_NO):
            answer = "; ".join(label for __, label in options_of(question, sheet.paper.options))
        text = pick(question.text).text
        rows.append([text, "\n".join(line for line in meanings if line), answer, "\n".join(sums)])
    period = _("Period: %(period)s") % {"period": date_text(sheet.paper.held.period)}
    return SheetOut(_("Definitions"), columns, rows, [period], protected=True)


def _sum(check: Check, by_code: Mapping[str, Question]) -> str:
    return " + ".join(pick(by_code[code].text).text for code in check.addends)
