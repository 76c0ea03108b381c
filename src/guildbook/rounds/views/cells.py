"""One organisation's sheet as the answering page and the desk show it: sections of cells, ready for a template."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from guildbook.kit.format import date_text, number_text
from guildbook.kit.texts import Text, current_tag, pick
from guildbook.rounds.actions import Typed
from guildbook.rounds.checks import Before, Cell, Finding, Given, number_of
from guildbook.rounds.models import NUMERIC, Answer, Need, Option, Question, QuestionKind, Remark
from guildbook.rounds.numbers import typed_number
from guildbook.rounds.queries import Sheet
from guildbook.rounds.queries.things import Thing

Shown = dict[str, Any]


def sections(
    sheet: Sheet, remarks: Iterable[Remark] = (), conflicts: Mapping[Cell, Typed] | None = None
) -> list[Shown]:
    """The cells by thing: the organisation itself first, then each unit and programme."""
    said: dict[Cell, list[Shown]] = {}
    for remark in remarks:
        cell = Cell(remark.question, remark.subject_type, remark.subject_key)
        said.setdefault(cell, []).append({"text": remark.text, "who": remark.who, "at": remark.at})
    things = {thing[:2]: thing for thing in sheet.things}
    made: dict[tuple[str, str], Shown] = {}
    for cell in sheet.asked.cells:
        thing = things.get(cell[1:])
        section = made.setdefault(cell[1:], {**_heading(thing), "cells": []})
        section["cells"].append(shown(sheet, cell, said.get(cell, []), (conflicts or {}).get(cell)))
    return list(made.values())


def _heading(thing: Thing | None) -> Shown:
    if thing is None:
        return {"id": "own", "title": ""}
    return {"id": f"{thing.kind}-{thing.key}", "title": marked(pick(thing.label)), "url": f"/{thing.kind}s/{thing.key}"}


def marked(text: Text) -> Shown:
    """A text with its language where that is not the interface's."""
    return {"text": text.text, "lang": text.language if text.text and text.language != current_tag() else ""}


def shown(sheet: Sheet, cell: Cell, remarks: list[Shown] | None = None, conflict: Typed | None = None) -> Shown:
    """One cell: its question, its standing answer as its reader would type it, and all that is to be said of it."""
    question = next(one for one in sheet.paper.questions if one.code == cell.question)
    given = sheet.asked.given.get(cell)
    options = options_of(question, sheet.paper.options)
    mode = given.answer if given and given.answer in (Answer.NONE, Answer.NOT_KNOWN) else Answer.VALUE
    value = typed(question, given)
    meanwhile = ""
    if conflict is not None:
        meanwhile = answer_text(question, sheet.paper.options, given) or _("emptied")
        mode, value = conflict.answer, conflict.text
    return {
        "name": cell.name,
        "id": cell.name.replace(".", "-"),
        "label": marked(pick(question.text)),
        "help": marked(pick(question.help)),
        "kind": question.kind,
        "numeric": question.kind in NUMERIC,
        "unit": "%" if question.kind == QuestionKind.PERCENT else question.unit,
        "needed": question.need == Need.NEEDED,
        "options": options,
        "mode": mode,
        "value": value,
        "explanation": (conflict.explanation if conflict else None) or (given.explanation if given else ""),
        "seen": given.entry if given else 0,
        "before": before_text(question, sheet.paper.options, sheet.asked.before.get(cell)),
        "findings": [finding_shown(one) for one in sheet.found if one.cell == cell],
        "remarks": remarks or [],
        "meanwhile": meanwhile,
        "said": answer_text(question, sheet.paper.options, given),
        "answered": given is not None and given.answer not in (Answer.EMPTIED, Answer.UNREADABLE),
    }


def finding_shown(finding: Finding) -> Shown:
    """A finding for a template."""
    return {"weight": finding.weight, "message": finding.message, "explained": finding.explained}


def options_of(question: Question, options: Iterable[Option]) -> list[tuple[str, str]]:
    """The choices of a question as (value, label)."""
    if question.kind == QuestionKind.YES_NO:
        return [("yes", _("yes")), ("no", _("no"))]
    return [(one.value, pick(one.text).text) for one in options if one.question == question.code]


def typed(question: Question, given: Given | None) -> str:
    """A standing answer as its reader would type it; empty for “none”, “not known” and no answer."""
    if given is None or given.answer not in (Answer.VALUE, Answer.UNREADABLE):
        return ""
    numeric = question.kind in NUMERIC and given.answer == Answer.VALUE
    return typed_number(given.value) if numeric else given.value


def answer_text(question: Question, options: Iterable[Option], given: Given | None) -> str:
    """A standing answer in words; empty where there is none."""
    if given is None or given.answer == Answer.EMPTIED:
        return ""
    if given.answer in (Answer.NONE, Answer.NOT_KNOWN):
        return str(Answer(given.answer).label)
    if given.answer == Answer.UNREADABLE:
        return _("cannot be read: %(text)s") % {"text": given.value[:80]}
    return value_text(question, options, given.value)


def value_text(question: Question, options: Iterable[Option], value: str) -> str:
    """A stored value as its reader expects it, with its unit."""
    if question.kind in NUMERIC:
        text = number_text(number_of(Given(Answer.VALUE, value))) or value
        unit = "%" if question.kind == QuestionKind.PERCENT else question.unit
        return f"{text} {unit}".strip()
    if question.kind in (QuestionKind.YES_NO, QuestionKind.CHOICE):
        return dict(options_of(question, options)).get(value, value)
    return date_text(value) if question.kind == QuestionKind.DATE else value


def before_text(question: Question, options: Iterable[Option], before: Before | None) -> str:
    """What was approved last, and as of when."""
    if before is None:
        return ""
    value = value_text(question, options, before.value)
    return f"{value} ({date_text(before.as_of)})" if before.as_of else value
