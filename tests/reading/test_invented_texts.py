"""Texts nobody has matched before: the same facts in other words, other places, dates and things, unrelated news."""

import re
from pathlib import Path

import pytest

from guildbook.kit.actors import PUBLIC
from guildbook.reading.queries import check_text
from reading.labelled import labelled_texts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo"), pytest.mark.xdist_group("invented texts")]

HERE = Path(__file__).parent
TUNED = list(labelled_texts(HERE / "invented_texts.txt"))
FIRST = list(labelled_texts(HERE / "held_out_texts.txt"))
SECOND = list(labelled_texts(HERE / "held_out_second.txt"))
# Texts of the tests of reading: invented, about schools and alliances, and about nothing in the book.
OTHERS = [
    re.sub(r"\{([^|{}]+)\|[^{}]*\}", r"\1", block)
    for file in sorted((HERE.parent / "language").glob("press_sentences*.txt"))
    for block in re.sub(r"(?m)^#.*\n", "", file.read_text(encoding="utf-8")).split("\n---\n")
]


def answers(labelled):
    """Expected and given verdicts of the figures that were read."""
    found = {figure.read.start: figure for figure in check_text(PUBLIC, labelled.text).figures}
    return [(expected, found[expected.start]) for expected in labelled.figures if expected.start in found]


@pytest.mark.parametrize("labelled", TUNED, ids=lambda labelled: labelled.text.strip()[:40])
def test_the_texts_the_weights_were_set_on_get_their_verdicts(labelled):
    said = [(expected.printed, figure.answer.verdict) for expected, figure in answers(labelled)]
    assert said == [(expected.printed, expected.verdict) for expected in labelled.figures]


@pytest.mark.parametrize(("held_out", "least"), [(FIRST, 0.85), (SECOND, 0.7)], ids=["first", "second"])
def test_held_out_texts_are_never_answered_wrongly_and_mostly_answered(held_out, least):
    pairs = [pair for labelled in held_out for pair in answers(labelled)]
    wrong = [
        (expected.printed, expected.verdict, figure.answer.verdict, figure.indicator)
        for expected, figure in pairs
        if figure.answer.verdict != "unknown"
        and (figure.answer.verdict != expected.verdict or expected.indicator != figure.indicator)
    ]
    assert wrong == []
    known = [pair for pair in pairs if pair[0].verdict != "unknown"]
    found = [pair for pair in known if pair[0].verdict == pair[1].answer.verdict]
    assert len(found) >= least * len(known)


def test_texts_about_other_things_are_unknown_throughout():
    figures = [figure for text in OTHERS for figure in check_text(PUBLIC, text).figures]
    assert len(figures) > 300
    assert [figure.data() for figure in figures if figure.answer.verdict != "unknown"] == []


ALLIANCE = "International Land-Sea Trade Corridor Vocational Education International Cooperation Alliance"


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("000_b62465b07e22af1c.txt", {"Guangxi": "Yunnan", "Zhuang autonomous region": "province"}),
        ("000_b62465b07e22af1c.txt", {"Guangxi Zhuang autonomous region": "Liuzhou", "Guangxi": "Liuzhou"}),
        ("000_b62465b07e22af1c.txt", {"Guangxi Zhuang autonomous region": "Vietnam", "Guangxi": "Vietnam"}),
        ("000_b62465b07e22af1c.txt", {" Zhuang autonomous region": "", "Guangxi": "Guangxi Normal University"}),
        ("000_b62465b07e22af1c.txt", {"2023-09-05": "2021-09-05"}),
        ("001_cf263a0961cc252e.txt", {ALLIANCE: "Silk Road Vocational Education Alliance"}),
        ("001_cf263a0961cc252e.txt", {ALLIANCE: "China-ASEAN Vocational Transportation Education Alliance"}),
        ("003_b11654006648ba52.txt", {"Guangxi": "Hunan"}),
        ("004_c7982c664df55974.txt", {"2024": "2022"}),
    ],
)
def test_the_press_texts_about_somebody_else_or_another_year_are_unknown(name, changes, press_text):
    text = press_text(name)
    for old, new in changes.items():
        text = text.replace(old, new)
    checked = check_text(PUBLIC, text)
    assert checked.figures
    assert checked.count("unknown") == len(checked.figures)


def test_a_text_that_names_nobody_is_taken_to_mean_whom_most_of_it_fits():
    text = """Currently, there are 12 higher vocational institutions in the region that accept international students,
    offering a total of 57 majors. The number of enrolled international students exceeds 800.

    The institutions have established 11 schools in foreign countries, providing education in 35 majors and
    accommodating 690 students. Enterprises have set up 28 overseas training bases, and 3 joint laboratories are
    planned."""
    checked = check_text(PUBLIC, text)
    assert [checked.count(verdict) for verdict in ("agrees", "differs", "unknown")] == [6, 1, 1]
    assert all("names nobody" in figure.answer.reason for figure in checked.figures[:7])
    few = check_text(PUBLIC, "In the region, there are 11 schools in foreign countries and 28 overseas training bases.")
    assert few.count("unknown") == 2


def test_every_unknown_says_why():
    for labelled in (*TUNED, *FIRST, *SECOND):
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
