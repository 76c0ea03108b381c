"""Texts, numbers and dates as readers of each interface language expect them."""

import datetime as dt
from decimal import Decimal

import pytest
from django.utils.translation import override

from guildbook.faces.details import language_name, text_cell
from guildbook.kit.format import date_text, day_text, number_text, term_text, year_number
from guildbook.kit.texts import current_tag, join_labels, pick
from guildbook.language.folding import fold

NAMES = {"vi": "Cao đẳng nghề", "en": "Vocational college"}


def test_the_readers_language_then_english_then_the_original():
    with override("zh-hans"):
        assert current_tag() == "zh-Hans"
        assert pick({"zh-Hans": "学院", "en": "College"}).text == "学院"
        assert (pick(NAMES).text, pick(NAMES).language) == ("Vocational college", "en")
        assert pick({"lo": "ວິທະຍາໄລ", "vi": "Cao đẳng"}).language == "lo"
        assert text_cell(NAMES) == {"text": "Vocational college", "lang": "en"}
    with override("en"):
        assert text_cell(NAMES) == "Vocational college"
        assert pick(NAMES, "vi").text == "Cao đẳng nghề"
    assert pick({}).text == ""


def test_labels_join_in_every_language_either_has():
    joined = join_labels(" · ", {"en": "College", "zh-Hans": "学院"}, {"en": "Alliance"})
    assert joined == {"en": "College · Alliance", "zh-Hans": "学院 · Alliance"}


@pytest.mark.parametrize(
    ("code", "number", "day", "month", "year", "by"),
    [
        ("en", "12,345.5", "31 Aug 2023", "Nov 2023", "2021", "by 31 Aug 2023"),
        ("zh-hans", "12,345.5", "2023年8月31日", "2023年11月", "2021年", None),
        ("vi", "12.345,5", "31 thg 8, 2023", "thg 11 2023", "2021", "chậm nhất 31 thg 8, 2023"),
        ("th", "12,345.5", "31 ส.ค. 2566", "พ.ย. 2566", "พ.ศ. 2564", "ภายใน 31 ส.ค. 2566"),
        ("lo", "12.345,5", "31 ສ.ຫ. 2023", "ພ.ຈ. 2023", "2021", "ບໍ່ກາຍ 31 ສ.ຫ. 2023"),
        ("id", "12.345,5", "31 Agu 2023", "Nov 2023", "2021", "paling lambat 31 Agu 2023"),
    ],
)
def test_numbers_and_dates(code, number, day, month, year, by):
    with override(code):
        assert number_text(Decimal("12345.5")) == number
        assert number_text(None) == ""
        assert day_text(dt.date(2023, 8, 31)) == day
        assert day_text(None) == ""
        assert date_text("2023-08-31") == day
        assert date_text("2023-11") == month
        assert date_text("2021") == year
        assert date_text("") == ""
        if by:
            assert date_text("../2023-08-31") == by
        else:
            assert day in date_text("../2023-08-31")


def test_years_of_the_buddhist_era_where_thai_readers_expect_them():
    with override("th"):
        assert day_text(dt.date(2024, 2, 29)) == "29 ก.พ. 2567"  # no leap year of its own number
        assert term_text("2019", "2021-03") == "พ.ศ. 2562 – มี.ค. 2564"
        assert year_number(2024) == "2567"
    with override("lo"):
        assert year_number(2024) == "2024"


def test_terms_in_english():
    with override("en"):
        assert term_text("2019", "2021") == "2019 – 2021"
        assert term_text("2019", "2019") == "2019"
        assert term_text("2019", "") == "since 2019"
        assert term_text("", "2021") == "until 2021"
        assert term_text("../2023-08-31", "") == "by 31 Aug 2023"
        assert term_text("", "") == ""
        assert date_text("2019~") == "about 2019"
        assert date_text("2023-08-30/2023-09-02") == "30 Aug 2023 – 2 Sept 2023"
        assert date_text("no date at all") == "no date at all"


def test_language_names():
    with override("en"):
        assert language_name("vi") == "Vietnamese"
        assert language_name("zh-Hans") == "Chinese (Simplified)"
        assert language_name("nonsense") == "nonsense"
    with override("zh-hans"):
        assert language_name("vi") == "越南语"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("đào tạo", "dao tao"),
        ("ĐÀO TẠO", "Dao Tao"),
        ("École", "ecole"),
        ("ＡＢＣ　学院", "abc 学院"),
        ("Guangxi", "GUANGXI"),
    ],
)
def test_folding_lets_a_search_find_what_it_cannot_type(one, other):
    assert fold(one) == fold(other)


def test_folding_keeps_scripts_that_are_not_latin():
    for text in ("职业教育", "ອາຊີວະ", "วิทยาลัย", "វិទ្យាស្ថាន", "သက်မွေး"):
        assert fold(text)
    assert fold("职业") != fold("职教")
