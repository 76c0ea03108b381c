"""Thai: numbers, qualifiers, nouns, dates, and how many figures of the labelled texts are read."""

from __future__ import annotations

from decimal import Decimal

import pytest

from guildbook.language import ReadFigure, document_facts, read_figures
from language.labelled_figures import measure


def only(text: str) -> ReadFigure:
    figures = read_figures(text, "th")
    assert len(figures) == 1, [(f.value, f.counts) for f in figures]
    return figures[0]


@pytest.mark.parametrize("name", ["thai_texts.txt", "thai_texts_second.txt", "thai_texts_third.txt"])
def test_labelled_texts(name: str) -> None:
    result = measure("th", name)
    assert result.recall >= 0.95, "\n".join(result.faults)
    assert result.precision >= 0.95, "\n".join(result.faults)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("สิบสี่", 14),
        ("สิบเอ็ด", 11),
        ("ยี่สิบเอ็ด", 21),
        ("หนึ่งร้อยยี่สิบห้า", 125),
        ("สองพันห้าร้อย", 2500),
        ("หนึ่งหมื่นสองพัน", 12_000),
        ("สามแสน", 300_000),
        ("๑,๒๕๐", 1250),
        ("1.5 ล้าน", 1_500_000),
        ("2 แสน", 200_000),
        ("3 พัน", 3000),
    ],
)
def test_number_words(words: str, value: int) -> None:
    figure = only(f"วิทยาลัยมีนักเรียน {words} คน")
    assert (figure.value, figure.head) == (value, "นักเรียน")


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("นักเรียนกว่า 800 คน", "over"),
        ("นักเรียนมากกว่า 800 คน", "over"),
        ("นักเรียน 800 กว่าคน", "over"),
        ("นักเรียน 800 คนขึ้นไป", "over"),
        ("นักเรียนไม่น้อยกว่า 800 คน", "over"),
        ("นักเรียนเกือบ 800 คน", "almost"),
        ("นักเรียนไม่เกิน 800 คน", "almost"),
        ("นักเรียนประมาณ 800 คน", "about"),
        ("นักเรียนราว 800 คน", "about"),
        ("นักเรียน 800 คนโดยประมาณ", "about"),
        ("นักเรียนทั้งสิ้น 800 คน", "exactly"),
        ("นักเรียน 800 คน", "exactly"),
    ],
)
def test_qualifiers(words: str, qualifier: str) -> None:
    figure = only(f"วิทยาลัยมี{words}")
    assert (figure.value, figure.qualifier, figure.head) == (800, qualifier, "นักเรียน")


def test_years_of_the_buddhist_era_are_common_ones() -> None:
    figure = only("ณ วันที่ 31 สิงหาคม พ.ศ. ๒๕๖๖ มีนักศึกษาต่างชาติ 800 คน")
    assert figure.date == "2023-08-31"
    assert only("ในปี 2567 มีนักศึกษาต่างชาติ 800 คน").date == "2024"
    assert document_facts("ข่าวประชาสัมพันธ์วิทยาลัย\n\n5 กันยายน 2566\n\nมีนักเรียน 5 คน", "th").date == "2023-09-05"


def test_a_clause_behind_the_classifier_narrows_the_noun() -> None:
    figure = only("มีสถาบันอาชีวศึกษา 12 แห่งที่รับนักศึกษาต่างชาติ และเปิดสอนหลายสาขา")
    assert figure.counts == "สถาบันอาชีวศึกษา 12 แห่งที่รับนักศึกษาต่างชาติ"
    assert "นักศึกษาต่างชาติ" in figure.modifiers


def test_what_is_counted_may_be_the_classifier_itself() -> None:
    assert only("สมาชิกมาจาก 7 ประเทศ").head == "ประเทศ"
    assert only("มหาวิทยาลัยมี 200 คน").head == "คน"


def test_units_and_rates() -> None:
    percent = only("นักศึกษาร้อยละ 96.4 ได้งานทำ")
    assert (percent.value, percent.unit) == (Decimal("96.4"), "percent")
    money = only("ใช้งบประมาณ 2.5 ล้านบาท")
    assert (money.value, money.unit) == (2_500_000, "THB")
    assert only("ฝึกอบรมแรงงานกว่า 10,000 คนต่อปี").per == "year"
    assert only("จะฝึกอบรมครู 500 คน").role == "target"


@pytest.mark.parametrize(
    "text",
    [
        "การประชุมครั้งที่ 14 จัดที่ห้อง 301 ชั้น 3",
        "โทร. 02-281-5555 ต่อ 12 โทรสาร 0 5321 7709",
        "วันที่ 31 สิงหาคม พ.ศ. 2566 เวลา 09.30 น.",
        "ตามมาตรา 12 ข้อ 5 ฉบับที่ 27/2564",
        "เลขที่ 9 หมู่ 4 ถนนเวียงแก้ว 50200",
        "เขาเป็นหนึ่งในครูที่ดีที่สุด",
        "อุตสาหกรรม 4.0 และอาเซียน+3",
        "นักเรียนชั้น ปวช. 1 และ ม.6",
        "เจ้าหน้าที่เก้าอี้และพันธมิตรทั้งสองฝ่าย",
        "หลายร้อยคนเข้าร่วม",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert read_figures(text, "th") == []
