"""Texts in other languages about the demo's facts, about others', and about other things: their verdicts."""

import re
from pathlib import Path

import pytest

from guildbook.kit.actors import PUBLIC
from guildbook.reading.queries import check_text
from reading.labelled import labelled_texts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo"), pytest.mark.xdist_group("other languages")]

HERE = Path(__file__).parent
FILES = sorted(file for file in HERE.glob("*_texts.txt") if re.fullmatch(r"[a-z]{2,3}_texts\.txt", file.name))
# How many of the figures that the book has must be answered; precision is asked of every figure.
LEAST = {"zh": 0.95}
LEAST_OF_OTHERS = 0.7


def answers(file):
    """Expected and given answers of every labelled figure; None where a figure was not read."""
    for labelled in labelled_texts(file):
        found = {figure.read.start: figure for figure in check_text(PUBLIC, labelled.text).figures}
        for expected in labelled.figures:
            yield expected, found.get(expected.start)


def tag_of(file):
    return file.name.partition("_")[0]


@pytest.mark.parametrize("file", FILES, ids=tag_of)
def test_nothing_is_answered_wrongly_and_most_of_what_the_book_has_is_answered(file):
    pairs = list(answers(file))
    wrong = [
        (expected.printed, expected.verdict, expected.indicator, figure.answer.verdict, figure.indicator)
        for expected, figure in pairs
        if figure is not None
        and figure.answer.verdict != "unknown"
        and (figure.answer.verdict, figure.indicator) != (expected.verdict, expected.indicator)
    ]
    assert wrong == []
    known = [pair for pair in pairs if pair[0].verdict != "unknown"]
    found = [pair for pair in known if pair[1] is not None and pair[1].answer.verdict == pair[0].verdict]
    assert known
    assert len(found) >= LEAST.get(tag_of(file), LEAST_OF_OTHERS) * len(known)


@pytest.mark.parametrize("file", FILES, ids=tag_of)
def test_every_answer_names_its_language_and_shows_its_score(file):
    (first, *_) = labelled_texts(file)
    data = check_text(PUBLIC, first.text).data()
    assert data["language"] == tag_of(file)
    for figure in data["figures"]:
        assert figure["language"] == tag_of(file)
        assert figure["verdict"] == "unknown" or 0.7 <= figure["score"] <= 1
