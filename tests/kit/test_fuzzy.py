"""Fuzzy dates: bounds in order, plain dates as they are, and no text that crashes."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guildbook.kit.fuzzy import bounds, check_fuzzy, first_day, last_day

DAYS = st.dates(dt.date(1000, 1, 1), dt.date(9998, 12, 31))
DATE_LIKE = st.text("0123456789-/.~?%X[]{}UuYES+TZ:", max_size=24)


@given(day=DAYS)
def test_a_day_is_itself_and_its_month_and_year_hold_it(day):
    assert bounds(f"{day:%Y-%m-%d}") == (day, day)
    for text in (f"{day:%Y-%m}", f"{day:%Y}"):
        first, last = bounds(text)
        assert first <= day <= last
        assert first.day == 1
        assert (last + dt.timedelta(days=1)).day == 1


@given(one=DAYS, other=DAYS)
def test_an_interval_spans_its_ends(one, other):
    begin, end = sorted((one, other))
    assert bounds(f"{begin}/{end}") == (begin, end)


@given(one=DAYS, other=DAYS)
def test_an_interval_that_ends_before_it_begins_is_refused(one, other):
    begin, end = sorted((one, other))
    if begin < end:
        with pytest.raises(ValidationError):
            bounds(f"{end}/{begin}")


@given(text=st.one_of(DATE_LIKE, st.text(max_size=40), st.from_regex(r"\d{4}(-\d{2}){0,2}[~?%]?", fullmatch=True)))
@example(text="2023-02-31")
@example(text="0000")
@example(text="2021-21")
@example(text="[2021..2023]")
@example(text="Y-17E7")
@example(text="99999999")
@example(text="2021/2019")
@example(text="../..")
@example(text="²⁰²³")
@settings(max_examples=400, deadline=None, derandomize=True)
def test_whatever_is_written_is_bounds_in_order_or_refused_by_name(text):
    try:
        first, last = bounds(text)
    except ValidationError as refused:
        said = (refused.code, "Guildbook can read" in refused.messages[0])
    else:
        said = ("fuzzy_date", first is None or last is None or first <= last)
    assert said == ("fuzzy_date", True)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", dt.date(2021, 1, 1), dt.date(2021, 12, 31)),
        ("2023-11", dt.date(2023, 11, 1), dt.date(2023, 11, 30)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("../2023-08-31", None, dt.date(2023, 8, 31)),
        ("2023-08-31/..", dt.date(2023, 8, 31), None),
        ("2019~", dt.date(2019, 1, 1), dt.date(2019, 12, 31)),
    ],
)
def test_what_dates_mean(text, first, last):
    assert bounds(text) == (first, last)
    assert (first_day(text), last_day(text)) == (first, last)
    check_fuzzy(text)


def test_silence_has_no_days():
    assert first_day("") is None
    assert last_day("") is None


@pytest.mark.parametrize("text", ["2023-02-30", "2023-13", "yesterday", "31.8.2023", "2023-8-31", "0000-00-00"])
def test_what_is_no_date(text):
    with pytest.raises(ValidationError):
        check_fuzzy(text)
