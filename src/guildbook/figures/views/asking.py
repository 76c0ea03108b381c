"""What a query string asks: `subject`, `at`, and every other parameter a facet."""

import datetime as dt
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from guildbook.figures.queries import FigureError, Question
from guildbook.kit.fuzzy import last_day

# Parameters that are not questions: the page of the list of records, and the language of the screen.
NOT_ASKED = ("page", "lang")


def read_question(request: HttpRequest, indicator: str) -> Question:
    """The question of a request; raises FigureError for a date that is none."""
    params = {name: str(value).strip() for name, value in request.GET.items() if name not in NOT_ASKED}
    subject, at = params.pop("subject", ""), params.pop("at", "")
    return Question(indicator, subject, read_day(at), {name: value for name, value in params.items() if value})


def read_day(text: str) -> dt.date | None:
    """A day; a year or month is asked as of its end. Raises FigureError."""
    if not text:
        return None
    try:
        day = last_day(text)
    except ValidationError:
        day = None
    if day is None:
        said = _("“%(text)s” is not a date; write a day, a month or a year, as 2023-08-31.")
        raise FigureError(said % {"text": text[:40]})
    return day


def query_of(question: Question) -> Mapping[str, str]:
    """The parameters that ask the question again."""
    asked = {"subject": question.subject, "at": question.at.isoformat() if question.at else "", **question.filters}
    return {name: value for name, value in asked.items() if value}
