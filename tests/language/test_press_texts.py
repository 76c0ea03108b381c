"""The five press texts and the labelled test sentences: what is found, how exactly, and that nothing else is."""

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from guildbook.language import document_facts, read_figures
from language.labelled import read_labelled

HERE = Path(__file__).parent
PRESS = HERE.parent.parent / "demo" / "press"
ROWS = list(csv.DictReader((HERE / "press_figures.csv").read_text(encoding="utf-8").splitlines()))
TEXTS = sorted({row["text"] for row in ROWS} | {path.name for path in PRESS.glob("*.txt")})

LABELLED = sorted(path.name for path in HERE.glob("press_sentences*.txt"))


@pytest.mark.parametrize("name", TEXTS)
def test_every_row_is_found_with_its_qualifier_and_nothing_else(name: str) -> None:
    wanted = Counter((Decimal(row["value"]), row["qualifier"]) for row in ROWS if row["text"] == name)
    found = Counter((f.value, f.qualifier) for f in read_figures((PRESS / name).read_text(encoding="utf-8")))
    assert found == wanted


def test_years_of_exchange_are_a_span_of_time() -> None:
    text = (PRESS / "003_b11654006648ba52.txt").read_text(encoding="utf-8")
    years = [f for f in read_figures(text) if f.unit == "year"]
    assert [(f.value, f.qualifier) for f in years] == [(40, "over")]


@pytest.mark.parametrize(
    ("name", "date", "as_of"),
    [
        ("000_b62465b07e22af1c.txt", "2023-09-05", "2023-08-31"),
        ("001_cf263a0961cc252e.txt", None, None),
        ("002_48b5e5edfeb9a634.txt", "2024-10-22/2024-10-26", "2024-10-22/2024-10-26"),
        ("003_b11654006648ba52.txt", None, None),
        ("004_c7982c664df55974.txt", "2024-05-27", "2024-05-22"),
    ],
)
def test_what_a_text_says_of_its_own_date(name: str, date: str | None, as_of: str | None) -> None:
    facts = document_facts((PRESS / name).read_text(encoding="utf-8"))
    assert (facts.date, facts.as_of) == (date, as_of)


@pytest.mark.parametrize("row", [row for row in ROWS if row["as_of"]], ids=lambda row: row["id"])
def test_figures_stand_for_the_date_the_text_gives(row: dict[str, str]) -> None:
    text = (PRESS / row["text"]).read_text(encoding="utf-8")
    dates = {f.date for f in read_figures(text) if f.value == Decimal(row["value"]) and f.qualifier == row["qualifier"]}
    assert row["as_of"] in dates


@pytest.mark.parametrize("name", LABELLED)
def test_labelled_sentences_are_read_as_labelled(name: str) -> None:
    labelled = read_labelled(name)
    assert labelled
    for text in labelled:
        found = [(f.start, text.text[f.start : f.end], f.qualifier) for f in read_figures(text.text)]
        wanted = [(label.start, label.printed, label.qualifier) for label in text.labels]
        assert found == wanted, text.text


@pytest.mark.parametrize("name", LABELLED)
def test_nearly_all_heads_are_the_noun_that_is_counted(name: str) -> None:
    heads = [
        (label.head, figure.head)
        for text in read_labelled(name)
        for label, figure in zip(text.labels, read_figures(text.text), strict=True)
    ]
    right = sum(wanted == found for wanted, found in heads)
    assert right / len(heads) >= 0.93, [pair for pair in heads if pair[0] != pair[1]]
