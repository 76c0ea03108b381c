"""The five press texts: every stated figure agrees with its own indicator, and each altered number differs alone."""

import csv
from functools import cache
from pathlib import Path

import pytest
from babel.numbers import format_decimal

from guildbook.figures.models import Claim
from guildbook.kit.actors import PUBLIC
from guildbook.reading.queries import check_text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo"), pytest.mark.xdist_group("press texts")]

HERE = Path(__file__).parent
FIGURES = list(
    csv.DictReader((HERE.parent / "language" / "press_figures.csv").read_text(encoding="utf-8").splitlines())
)
PRESS = HERE.parents[1] / "demo" / "press"
WORDS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()


@cache
def text_of(name):
    return (PRESS / name).read_text(encoding="utf-8")


@cache
def checked(name):
    return check_text(PUBLIC, text_of(name))


def figure_of(row):
    """The figure that stands where the row's claim says; the claim is the demo's own."""
    start = Claim.objects.get(key=f"press-{row['id']}").start
    return next(figure for figure in checked(row["text"]).figures if figure.read.start == start)


@pytest.mark.parametrize("row", FIGURES, ids=lambda row: row["id"])
def test_every_stated_figure_agrees_with_its_own_indicator(row):
    claim = Claim.objects.get(key=f"press-{row['id']}")
    data = figure_of(row).data()
    assert (data["value"], data["qualifier"]) == (float(row["value"]), row["qualifier"])
    assert data["verdict"] == "agrees"
    assert data["figure"] == f"/figures/{claim.indicator.key}?subject={claim.subject_type}:{claim.subject_key}"
    assert data["book_value"] == float(row["value"])
    assert data["claim"] == f"/claims/{claim.key}"


@pytest.mark.parametrize("name", sorted(file.name for file in PRESS.glob("*.txt")))
def test_nothing_else_in_the_texts_differs(name):
    assert checked(name).count("differs") == 0
    assert len(checked(name).figures) == sum(1 for row in FIGURES if row["text"] == name)


def alterations(value, printed):
    """Other numbers for a printed one: near, far, in digits and in words."""
    other = [
        str(value + 1),
        str(value * 2),
        format_decimal(value * 10 + 3, locale="en"),
        str(value - 1) if value > 3 else "9",
    ]
    if value < 15:
        other.append(WORDS[value + 1] if printed.isdigit() else str(value + 1))
    return [each for each in other if each != printed]


@pytest.mark.parametrize("row", FIGURES, ids=lambda row: row["id"])
def test_an_altered_number_differs_and_all_others_still_agree(row):
    text, read = text_of(row["text"]), figure_of(row).read
    for other in alterations(int(read.value), text[read.start : read.end]):
        altered = check_text(PUBLIC, text[: read.start] + other + text[read.end :])
        wrong = [figure for figure in altered.figures if figure.answer.verdict != "agrees"]
        assert [(figure.read.start, figure.answer.verdict) for figure in wrong] == [(read.start, "differs")], other
        assert len(altered.figures) == len(checked(row["text"]).figures)


def test_the_value_never_chooses_the_figure_of_the_book():
    """Two figures of one text that exchange their numbers both differ, each from its own indicator."""
    text = text_of("000_b62465b07e22af1c.txt")
    exchanged = text.replace("57 majors", "@ majors").replace("28 majors", "57 majors").replace("@ majors", "28 majors")
    wrong = [figure for figure in check_text(PUBLIC, exchanged).figures if figure.answer.verdict != "agrees"]
    assert [(figure.read.number, figure.indicator, figure.answer.verdict) for figure in wrong] == [
        (28, "majors-for-international-students", "differs"),
        (57, "overseas-majors", "differs"),
    ]
