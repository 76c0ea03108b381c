"""Places that are no subjects, and clauses that deny, add or take a part: never a wrong verdict."""

from pathlib import Path

import pytest

from guildbook.kit.actors import PUBLIC
from guildbook.reading.queries import check_text
from reading.labelled import labelled_texts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo"), pytest.mark.xdist_group("other languages")]

HERE = Path(__file__).parent
# How many of the figures that the book has are answered.
LEAST = 0.9


@pytest.mark.parametrize("name", ["datelines", "asides"])
def test_verdicts(name):
    known = answered = 0
    for labelled in labelled_texts(HERE / f"{name}_texts.txt"):
        found = {figure.read.start: figure for figure in check_text(PUBLIC, labelled.text).figures}
        for expected in labelled.figures:
            figure = found.get(expected.start)
            said = ("unknown", "") if figure is None or figure.answer.verdict == "unknown" else None
            said = said or (figure.answer.verdict, figure.indicator)
            assert said in (("unknown", ""), (expected.verdict, expected.indicator)), (labelled.text[:60], expected)
            known += expected.verdict != "unknown"
            answered += expected.verdict != "unknown" and said[0] != "unknown"
    assert answered >= LEAST * known > 0
