"""Vietnamese figures: labelled sentences, numbers and dates, marks in either place and left out."""

import unicodedata
from decimal import Decimal

import pytest

from guildbook.language import document_facts, read_figures
from guildbook.language.vietnamese import words
from guildbook.language.vietnamese.grammar import plain, without_marks
from language.measuring import measured


@pytest.mark.parametrize("name", ["vietnamese_sentences.txt", "vietnamese_unseen.txt", "vietnamese_held_out.txt"])
def test_labelled_sentences(name: str) -> None:
    sums = measured("vi", name)
    assert sums.recall >= 0.95, sums.wrong
    assert sums.precision >= 0.95, sums.wrong
    assert sums.qualifiers >= 0.97
    assert sums.nouns >= 0.92


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1.500", "1500"),
        ("10.000", "10000"),
        ("1.250.000", "1250000"),
        ("12,5 triệu", "12500000"),
        ("2 nghìn", "2000"),
        ("3 ngàn", "3000"),
        ("5 vạn", "50000"),
        ("1,2 tỷ", "1200000000"),
        ("hai mươi lăm", "25"),
        ("mười bốn", "14"),
        ("một trăm linh năm", "105"),
        ("ba trăm bốn mươi hai", "342"),
        ("hai nghìn không trăm", "2000"),
        ("hai triệu ba trăm nghìn", "2300000"),
        ("năm mươi tư", "54"),
        ("năm", "5"),
    ],
)
def test_numbers(printed: str, value: str) -> None:
    (figure, *_) = read_figures(f"Liên minh có {printed} xưởng thực hành.", "vi")
    assert figure.value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("hơn 40 trường", "over"),
        ("trên 40 trường", "over"),
        ("ít nhất 40 trường", "over"),
        ("không dưới 40 trường", "over"),
        ("40 trường trở lên", "over"),
        ("gần 40 trường", "almost"),
        ("chưa đầy 40 trường", "almost"),
        ("không quá 40 trường", "almost"),
        ("khoảng 40 trường", "about"),
        ("xấp xỉ 40 trường", "about"),
        ("đúng 40 trường", "exactly"),
        ("40 trường", "exactly"),
    ],
)
def test_qualifiers(text: str, qualifier: str) -> None:
    (figure,) = read_figures(f"Liên minh có {text}.", "vi")
    assert (figure.value, figure.qualifier) == (40, qualifier)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ngày 22 tháng 5 năm 2024, liên minh có 12 trường.", "2024-05-22"),
        ("Ngày 22/5/2024, liên minh có 12 trường.", "2024-05-22"),
        ("Từ ngày 3 đến 7 tháng 11 năm 2022, có 12 trường tham dự.", "2022-11-03/2022-11-07"),
        ("Tháng 5/2024, liên minh có 12 trường.", "2024-05"),
        ("Tháng mười hai năm 2023, liên minh có 12 trường.", "2023-12"),
        ("Năm 2023, liên minh có 12 trường.", "2023"),
        ("Tính đến cuối tháng 8/2023, liên minh có 12 trường.", "2023-08-31"),
    ],
)
def test_dates(text: str, date: str) -> None:
    (figure,) = read_figures(text, "vi")
    assert figure.date == date


@pytest.mark.parametrize(
    "text",
    [
        "Đây là lần thứ 14, tại phòng 305, số 12 phố Ví Dụ, lúc 8 giờ 30.",
        "Hàng trăm sinh viên và hàng chục doanh nghiệp có mặt.",
        "Hai bên đầu tư vào tỷ lệ việc làm; cả hai hài lòng.",
        "Điện thoại: 0243 826 1234, điều 5 khoản 2, khóa 18, lớp 9.",
        "Năm nay, trong năm học này, nhiều năm qua, mỗi năm một lần.",
        "Ba Lan và công ty Ví Dụ gặp nhau vào thứ tư.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert [(f.value, f.counts) for f in read_figures(text, "vi")] == []


def test_aims_are_targets() -> None:
    (figure,) = read_figures("Đến năm 2030, tỉnh đặt mục tiêu xây dựng 10 trường.", "vi")
    assert (figure.role, figure.date) == ("target", "2030")


def test_tone_marks_stand_in_either_place() -> None:
    assert (
        plain("Hoá, khoá, thoả, uỷ, thuỷ; hoàn, quý, toán, khoẻ") == "Hóa, khóa, thỏa, ủy, thủy; hoàn, quý, toán, khỏe"
    )
    for word in ("thỏa thuận", "thoả thuận"):
        (figure,) = read_figures(f"Hai bên ký 9 {word} hợp tác.", "vi")
        assert figure.counts == f"{word} hợp tác"


def test_letters_with_separate_marks_are_read_and_offsets_hold() -> None:
    text = unicodedata.normalize("NFD", "Liên minh đã đào tạo hơn 240 giáo viên.")
    (figure,) = read_figures(text, "vi")
    assert (text[figure.start : figure.end], figure.qualifier) == ("240", "over")
    assert unicodedata.normalize("NFC", figure.counts) == "giáo viên"


def test_texts_typed_without_marks_are_read() -> None:
    text = "Ngay 22 thang 5 nam 2024, hon 10.000 sinh vien va gan 300 giao vien dang o 28 co so dao tao."
    assert without_marks("Đào tạo") == "Dao tao"
    found = [(f.value, f.qualifier, f.counts.split()[0], f.date) for f in read_figures(text)]
    assert found == [
        (10000, "over", "sinh", "2024-05-22"),
        (300, "almost", "giao", "2024-05-22"),
        (28, "exactly", "co", "2024-05-22"),
    ]


def test_the_date_line_dates_the_text() -> None:
    assert document_facts("Tin tức\n\nNgày 5/9/2023\n\nLiên minh có 12 trường.\n").date == "2023-09-05"


def test_the_lexicon_knows_the_trade() -> None:
    tables = (words.NOUNS, words.MODIFIERS, words.VERBS)
    entries = [
        word for table in tables for line in table.strip().splitlines() for word in line.split(":")[1].split(",")
    ]
    assert len(entries) >= 250
