"""Texts nobody has matched before: the same facts in other words, other places, dates and things, unrelated news."""

from pathlib import Path

import pytest

from guildbook.kit.actors import PUBLIC
from guildbook.reading.queries import check_text
from reading.labelled import labelled_texts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo"), pytest.mark.xdist_group("invented texts")]

HERE = Path(__file__).parent
TUNED = list(labelled_texts(HERE / "invented_texts.txt"))
HELD_OUT = list(labelled_texts(HERE / "held_out_texts.txt"))


def answers(labelled):
    """Expected and given verdicts of the figures that were read."""
    found = {figure.read.start: figure for figure in check_text(PUBLIC, labelled.text).figures}
    return [(expected, found[expected.start]) for expected in labelled.figures if expected.start in found]


@pytest.mark.parametrize("labelled", TUNED, ids=lambda labelled: labelled.text.strip()[:40])
def test_the_texts_the_weights_were_set_on_get_their_verdicts(labelled):
    said = [(expected.printed, figure.answer.verdict) for expected, figure in answers(labelled)]
    assert said == [(expected.printed, expected.verdict) for expected in labelled.figures]


def test_held_out_texts_never_agree_wrongly_and_mostly_agree_rightly():
    pairs = [pair for labelled in HELD_OUT for pair in answers(labelled)]
    wrong = [
        (expected.printed, expected.verdict, figure.answer.verdict, figure.indicator)
        for expected, figure in pairs
        if figure.answer.verdict != "unknown"
        and (figure.answer.verdict != expected.verdict or expected.indicator != figure.indicator)
    ]
    assert wrong == []
    known = [pair for pair in pairs if pair[0].verdict != "unknown"]
    found = [pair for pair in known if pair[0].verdict == pair[1].answer.verdict]
    assert len(found) >= 0.85 * len(known)


def test_every_unknown_says_why():
    for labelled in (*TUNED, *HELD_OUT):
        for __, figure in answers(labelled):
            if figure.answer.verdict == "unknown":
                assert figure.answer.reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("In 2019, Guangxi had 11 schools in foreign countries.", "another date"),
        ("On 31 August 2023, Yunnan had 11 schools in foreign countries.", "Guangxi"),
        ("On 31 August 2023, Guangxi trained over 10,000 technical workers.", "per"),
        ("In May 2023, Guangxi opened 10 Sino-ASEAN Modern Craftsman Colleges.", "target"),
        ("On 31 August 2023, Guangxi and Yunnan together had 11 schools in foreign countries.", "several"),
        ("Guangxi has 11 airports.", "nothing like it"),
    ],
)
def test_the_reason_names_what_is_different(text, reason):
    (figure,) = check_text(PUBLIC, text).figures
    assert figure.answer.verdict == "unknown"
    assert reason in figure.answer.reason
