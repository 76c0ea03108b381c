"""What a query string asks: `subject`, `at`, and every other parameter a facet."""

from collections.abc import Mapping

from django.http import HttpRequest

from guildbook.figures.queries import Question, read_day

# Parameters that are not questions: the page of the list of records, and the language of the screen.
NOT_ASKED = ("page", "lang")


def read_question(request: HttpRequest, indicator: str) -> Question:
    """The question of a request; raises FigureError for a date that is none."""
    params = {name: str(value).strip() for name, value in request.GET.items() if name not in NOT_ASKED}
    subject, at = params.pop("subject", ""), params.pop("at", "")
    return Question(indicator, subject, read_day(at), {name: value for name, value in params.items() if value})


def query_of(question: Question) -> Mapping[str, str]:
    """The parameters that ask the question again."""
    asked = {"subject": question.subject, "at": question.at.isoformat() if question.at else "", **question.filters}
    return {name: value for name, value in asked.items() if value}
