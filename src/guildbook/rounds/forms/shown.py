"""Answers in words and as their reader would type them; for pages and workbooks alike."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from guildbook.kit.format import date_text, number_text
from guildbook.kit.texts import pick
from guildbook.rounds.checks import Before, Given, number_of
from guildbook.rounds.models import NUMERIC, Answer, Option, Question, QuestionKind
from guildbook.rounds.numbers import typed_number


def unit_of(question: Question) -> str:
    """What stands behind a number."""
    return "%" if question.kind == QuestionKind.PERCENT else question.unit


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
        return f"{text} {unit_of(question)}".strip()
    if question.kind in (QuestionKind.YES_NO, QuestionKind.CHOICE):
        return dict(options_of(question, options)).get(value, value)
    return date_text(value) if question.kind == QuestionKind.DATE else value


def before_text(question: Question, options: Iterable[Option], before: Before | None) -> str:
    """What was approved last, and as of when."""
    if before is None:
        return ""
    value = value_text(question, options, before.value)
    return f"{value} ({date_text(before.as_of)})" if before.as_of else value


def modes_of(question: Question) -> list[tuple[str, str]]:
    """The ways to answer a question: “none” is an answer where something is counted."""
    modes = [(Answer.VALUE, _("as entered")), (Answer.NONE, _("none")), (Answer.NOT_KNOWN, _("not known"))]
    counts = question.kind in NUMERIC or question.kind == QuestionKind.TEXT
    return [(str(mode), words) for mode, words in modes if counts or mode != Answer.NONE]
