"""Values as people type them: taken for what they must mean, and asked about where they may mean two things."""

import datetime as dt

import pytest

from guildbook.sheets.values import as_date, as_number, as_text, tight


@pytest.mark.parametrize(
    ("value", "read", "what"),
    [
        (dt.date(2023, 11, 30), "2023-11-30", ""),
        (45260, "2023-11-30", "serial"),
        (2023, "2023", ""),
        (20231130, "2023-11-30", "date-text"),
        ("2023-11", "2023-11", ""),
        ("2023-11-30", "2023-11-30", ""),
        ("2023/11/30", "2023-11-30", "date-text"),
        ("2023.1.5", "2023-01-05", "date-text"),
        ("2023年11月30日", "2023-11-30", "date-text"),
        ("2023年11月", "2023-11", "date-text"),
        ("２０２３－１１", "2023-11", "date-text"),
        ("๒๐๒๓-๑๑-๓๐", "2023-11-30", "date-text"),
        ("2023-11-30 00:00:00", "2023-11-30", "time-dropped"),
        ("30/11/2023", "2023-11-30", "date-text"),
        ("11/30/2023", "2023-11-30", "date-text"),
        ("4/4/2023", "2023-04-04", "date-text"),
        ("2019~", "2019~", ""),
        ("../2023-08-31", "../2023-08-31", ""),
        (2566, "2566", "far-year"),
        (None, None, ""),
    ],
)
def test_dates(value, read, what):
    found = as_date(value)
    assert (found.value, found.what, found.wrong) == (read, what, False)


@pytest.mark.parametrize(("order", "read"), [("", None), ("dmy", "2023-04-03"), ("mdy", "2023-03-04")])
def test_days_and_months_that_may_be_swapped_are_asked_about(order, read):
    found = as_date("03/04/2023", order)
    assert (found.value, found.wrong) == (read, read is None)
    assert found.what == ("date-text" if order else "ambiguous-date")


def test_thai_years():
    assert as_date("2566-11", buddhist=True).value == "2023-11"
    assert as_date("30/11/2566", "dmy", buddhist=True).value == "2023-11-30"
    assert as_date(2023, buddhist=True).value == "2023"


@pytest.mark.parametrize("value", [True, 3.5, 12, dt.time(1)])
def test_what_is_no_date(value):
    assert as_date(value).wrong


@pytest.mark.parametrize(
    ("value", "read", "what"),
    [
        (5, 5, ""),
        (1.5, 1.5, ""),
        ("5", "5", ""),
        (" 5 ", "5", "number-text"),
        ("１２３", "123", "number-text"),
        ("១២៣", "123", "number-text"),
        ("1,234", "1234", "grouped"),
        ("1,234,567.5", "1234567.5", "grouped"),
        ("1.234.567,5", "1234567.5", "grouped"),
        ("1 234", "1234", "number-text"),
        ("1,5", "1.5", "decimal-comma"),
        ("", None, ""),
        (None, None, ""),
    ],
)
def test_numbers(value, read, what):
    found = as_number(value)
    assert (found.value, found.what, found.wrong) == (read, what, False)


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("1.234", ""),
        ("many", "not-number"),
        ("12 people", "not-number"),
        (dt.date(2023, 1, 1), "date-for-number"),
        (True, "not-number"),
        ("1.2E+17", "not-number"),
    ],
)
def test_what_is_no_number(value, what):
    found = as_number(value)
    assert (found.what, found.wrong) == (what, bool(what))


def test_texts_keep_their_inside():
    assert as_text(" 学院（北）\u200b ").value == "学院（北）"
    assert as_text("ភាសា\u200bខ្មែរ").what == ""
    assert as_text(7).value == "7"
    assert as_text("  ").value is None
    assert as_text("1.23E+17").wrong
    assert as_text("E+10 is a road").value == "E+10 is a road"


def test_names_and_keys_lose_what_cannot_be_seen():
    assert tight("\ufeffkunming\u200b-college ").value == "kunming-college"
    assert tight("昆明　学院").value == "昆明 学院"
    assert tight("ＡＢＣ１").what == "tidied"
    assert tight("plain").what == ""
    assert tight("plain ").what == "trimmed"
