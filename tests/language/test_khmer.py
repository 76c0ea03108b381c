"""Khmer: numbers, qualifiers, nouns, dates, and how many figures of the labelled texts are read."""

from __future__ import annotations

from decimal import Decimal

import pytest

from guildbook.language import ReadFigure, read_figures
from language.labelled_figures import measure


def only(text: str) -> ReadFigure:
    figures = read_figures(text, "km")
    assert len(figures) == 1, [(f.value, f.counts) for f in figures]
    return figures[0]


@pytest.mark.parametrize("name", ["khmer_texts.txt", "khmer_texts_second.txt", "khmer_texts_third.txt"])
def test_labelled_texts(name: str) -> None:
    result = measure("km", name, decimal_comma=True)
    assert result.recall >= 0.95, "\n".join(result.faults)
    assert result.precision >= 0.95, "\n".join(result.faults)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("ដប់បួន", 14),
        ("ម្ភៃប្រាំ", 25),
        ("មួយរយម្ភៃប្រាំ", 125),
        ("ពីរពាន់ប្រាំរយ", 2500),
        ("ពីរម៉ឺន", 20_000),
        ("បីសែន", 300_000),
        ("១.២៥០", 1250),
        ("១,៥ លាន", 1_500_000),
    ],
)
def test_number_words(words: str, value: int) -> None:
    figure = only(f"សាលាមាននិស្សិត {words} នាក់។")
    assert (figure.value, figure.head) == (value, "និស្សិត")


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("និស្សិតជាង ៨០០ នាក់", "over"),
        ("និស្សិតច្រើនជាង ៨០០ នាក់", "over"),
        ("និស្សិតយ៉ាងតិច ៨០០ នាក់", "over"),
        ("និស្សិតជិត ៨០០ នាក់", "almost"),
        ("និស្សិតប្រមាណ ៨០០ នាក់", "about"),
        ("និស្សិតប្រហែល ៨០០ នាក់", "about"),
        ("និស្សិតសរុប ៨០០ នាក់", "exactly"),
        ("និស្សិតចំនួន ៨០០ នាក់", "exactly"),
        ("និស្សិតចំនួន ៨០០", "exactly"),
    ],
)
def test_qualifiers(words: str, qualifier: str) -> None:
    figure = only(f"សាលាមាន{words}។")
    assert (figure.value, figure.qualifier, figure.head) == (800, qualifier, "និស្សិត")


def test_dates_and_signs_between_words() -> None:
    figure = only("នៅ\u200bថ្ងៃទី៣១ ខែសីហា ឆ្នាំ២០២៣ មាន\u200bនិស្សិត\u200bបរទេស ៨០០ នាក់។")
    assert (figure.date, figure.head) == ("2023-08-31", "និស្សិតបរទេស")


def test_units() -> None:
    assert only("និស្សិត ៩៦,៤ ភាគរយ មានការងារធ្វើ។").value == Decimal("96.4")
    assert only("វិនិយោគ ១២០ លានរៀល។").unit == "KHR"


@pytest.mark.parametrize(
    "text",
    [
        "សន្និសីទលើកទី១៤ ធ្វើឡើងនៅបន្ទប់លេខ ៣០១។",
        "ទូរស័ព្ទ៖ 023 880 123 ឬ 012 345 678។",
        "ថ្ងៃទី៣១ ខែសីហា ឆ្នាំ២០២៣ ម៉ោង ៩:៣០។",
        "យោងតាមមាត្រា ១២ នៃច្បាប់។",
        "សិស្សរាប់រយនាក់ជាមួយគ្រូ។",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert read_figures(text, "km") == []
