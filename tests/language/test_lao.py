"""Lao: numbers, qualifiers, nouns, dates, spellings, and how many figures of the labelled texts are read."""

from __future__ import annotations

from decimal import Decimal

import pytest

from guildbook.language import ReadFigure, read_figures
from language.labelled_figures import measure


def only(text: str) -> ReadFigure:
    figures = read_figures(text, "lo")
    assert len(figures) == 1, [(f.value, f.counts) for f in figures]
    return figures[0]


@pytest.mark.parametrize("name", ["lao_texts.txt", "lao_texts_second.txt", "lao_texts_third.txt"])
def test_labelled_texts(name: str) -> None:
    result = measure("lo", name, decimal_comma=True)
    assert result.recall >= 0.95, "\n".join(result.faults)
    assert result.precision >= 0.95, "\n".join(result.faults)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("ສິບສີ່", 14),
        ("ຊາວຫ້າ", 25),
        ("ໜຶ່ງຮ້ອຍຊາວຫ້າ", 125),
        ("ສອງພັນຫ້າຮ້ອຍ", 2500),
        ("ສອງໝື່ນ", 20_000),
        ("ສອງຫມື່ນ", 20_000),
        ("ສາມແສນ", 300_000),
        ("໑.໒໕໐", 1250),
        ("10,000", 10_000),
        ("1,5 ລ້ານ", 1_500_000),
    ],
)
def test_number_words(words: str, value: int) -> None:
    figure = only(f"ວິທະຍາໄລມີນັກສຶກສາ {words} ຄົນ")
    assert (figure.value, figure.head) == (value, "ນັກສຶກສາ")


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("ນັກສຶກສາຫຼາຍກວ່າ 800 ຄົນ", "over"),
        ("ນັກສຶກສາກວ່າ 800 ຄົນ", "over"),
        ("ນັກສຶກສາ 800 ກວ່າຄົນ", "over"),
        ("ນັກສຶກສາ 800 ຄົນຂຶ້ນໄປ", "over"),
        ("ນັກສຶກສາເກືອບ 800 ຄົນ", "almost"),
        ("ນັກສຶກສາປະມານ 800 ຄົນ", "about"),
        ("ນັກສຶກສາທັງໝົດ 800 ຄົນ", "exactly"),
        ("ນັກສຶກສາ 800 ຄົນ", "exactly"),
    ],
)
def test_qualifiers(words: str, qualifier: str) -> None:
    figure = only(f"ວິທະຍາໄລມີ{words}")
    assert (figure.value, figure.qualifier, figure.head) == (800, qualifier, "ນັກສຶກສາ")


def test_dates_and_the_other_spelling() -> None:
    figure = only("ໃນວັນທີ 31 ເດືອນ ສິງຫາ ປີ 2023 ມີຫນ່ວຍງານສະມາຊິກ 12 ແຫ່ງ")
    assert (figure.date, figure.head) == ("2023-08-31", "ຫນ່ວຍງານສະມາຊິກ")


def test_units() -> None:
    assert only("ນັກສຶກສາ 96,4 ສ່ວນຮ້ອຍ ມີວຽກເຮັດ").value == Decimal("96.4")
    assert only("ລົງທຶນ 2 ລ້ານກີບ").unit == "LAK"
    assert only("ຝຶກອົບຮົມແຮງງານ 10.000 ຄົນຕໍ່ປີ").per == "year"


@pytest.mark.parametrize(
    "text",
    [
        "ກອງປະຊຸມຄັ້ງທີ 14 ຈັດຂຶ້ນທີ່ຫ້ອງ 301",
        "ໂທລະສັບ: 021 412 345, ແຟັກ 021 412 346",
        "ວັນທີ 31 ສິງຫາ 2023 ເວລາ 9:30",
        "ອີງຕາມມາດຕາ 12 ແລະ ສະບັບເລກທີ 27",
        "ພັນທະມິດ ແລະ ຊາວນາ ສາມາດຮ່ວມມືກັນ",
        "ຫຼາຍຮ້ອຍຄົນເຂົ້າຮ່ວມ",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert read_figures(text, "lo") == []
