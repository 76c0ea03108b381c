"""Whether two published numbers agree: the arithmetic, and its properties."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildbook.figures.verdicts import Period, apart, bears_out, compare, hedged, interval, period_of, step, why_apart

values = st.integers(min_value=1, max_value=10**9).map(Decimal) | st.decimals(
    min_value=Decimal("0.01"), max_value=1000, places=2
)
qualifiers = st.sampled_from(["exactly", "over", "almost", "about"])


@pytest.mark.parametrize(
    ("value", "expected"),
    [("800", "100"), ("10000", "10000"), ("240", "10"), ("690", "10"), ("37", "1"), ("2.50", "0.1"), ("0", "1")],
)
def test_a_round_number_is_meant_as_finely_as_its_last_digit(value, expected):
    assert step(Decimal(value)) == Decimal(expected)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("800", "over"), ("800", "exactly"), "agrees"),
        (("800", "over"), ("812", "exactly"), "agrees"),
        (("800", "over"), ("900", "exactly"), "differs"),
        (("800", "over"), ("799", "exactly"), "differs"),
        (("800", "over"), ("900", "almost"), "agrees"),
        (("800", "over"), ("800", "almost"), "agrees"),  # equal numbers agree, however hedged
        (("800", "about"), ("750", "exactly"), "agrees"),
        (("800", "about"), ("749", "exactly"), "differs"),
        (("10000", "over"), ("10001", "exactly"), "agrees"),
        (("240", "exactly"), ("241", "exactly"), "differs"),
        (("800", "over"), ("900", "over"), "differs"),
        (("100", "almost"), ("100", "over"), "agrees"),
        (("200", "almost"), ("100", "over"), "agrees"),
        (("200", "almost"), ("200", "about"), "agrees"),
    ],
)
def test_qualified_numbers(one, other, expected):
    verdict = compare(Decimal(one[0]), one[1], Decimal(other[0]), other[1])
    assert verdict.key == expected
    assert (verdict.difference is None) == (expected == "agrees")


def test_a_difference_is_a_number_and_an_overlap_is_explained():
    assert compare(Decimal(11), "exactly", Decimal(8), "exactly").difference == 3
    assert compare(Decimal(800), "over", Decimal(812), "exactly").note == "over 800 and 812 can both be true"


@given(values, qualifiers, values, qualifiers)
def test_agreement_is_mutual(one, one_qualifier, other, other_qualifier):
    there = compare(one, one_qualifier, other, other_qualifier)
    back = compare(other, other_qualifier, one, one_qualifier)
    assert (there.key, there.difference) == (back.key, back.difference)


@given(values, qualifiers, qualifiers)
def test_a_number_agrees_with_itself_however_hedged(value, one, other):
    assert compare(value, one, value, other).key == "agrees"


@given(values, qualifiers, values, qualifiers)
def test_a_difference_is_the_distance(one, one_qualifier, other, other_qualifier):
    verdict = compare(one, one_qualifier, other, other_qualifier)
    if verdict.key == "differs":
        assert verdict.difference == abs(one - other) > 0


@given(values, qualifiers)
def test_what_an_interval_holds_agrees(value, qualifier):
    meant = interval(value, qualifier)
    middle = (meant.low + meant.high) / 2
    if qualifier != "exactly":
        assert meant.holds(middle)
        assert compare(middle, "exactly", value, qualifier).key == "agrees"
    assert compare(meant.high + step(value), "exactly", value, qualifier).key == "differs"


@given(values, qualifiers, values)
def test_records_that_bear_a_number_out_are_never_fewer(value, qualifier, on_record):
    if bears_out(on_record, value, qualifier):
        assert on_record >= value


@pytest.mark.parametrize(
    ("on_record", "value", "qualifier", "expected"),
    [
        (11, 11, "exactly", True),
        (12, 11, "exactly", False),
        (10, 11, "exactly", False),
        (117, 100, "over", True),
        (350, 100, "over", True),  # more than a hundred is more than a hundred
        (99, 100, "over", False),
        (102, 100, "about", True),
        (98, 100, "about", False),  # fewer than said: two may be missing
        (100, 100, "almost", True),
    ],
)
def test_records_bear_a_number_out(on_record, value, qualifier, expected):
    assert bears_out(Decimal(on_record), Decimal(value), qualifier) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2023-08-31", "2023-08-31", False),
        ("2023-08-31", "2023-09-30", False),  # thirty days
        ("2023-08-31", "2023-10-01", False),
        ("2023-08-31", "2023-10-02", True),  # thirty-two
        ("2023", "2023-08-31", False),
        ("2023", "2024", True),
        ("2023-12", "2024-01", True),  # months compare by sharing a day, not by lying near
        ("2023-08", "2023-09-05", True),
        ("../2023-08-31", "2023-08-30", False),  # “by” a day speaks of that day
        ("", "", False),
        ("", "2023", True),
    ],
)
def test_which_dates_compare(one, other, expected):
    assert apart(period_of(one), period_of(other)) is expected
    assert apart(period_of(other), period_of(one)) is expected


def test_an_undated_figure_is_as_old_as_its_source():
    assert period_of("", "2023-09-05").first == dt.date(2023, 9, 5)
    assert period_of("2020", "2023-09-05").text == "2020"
    assert period_of("", "") == Period()


def test_why_dates_do_not_compare_is_said():
    assert why_apart(period_of("2022"), period_of("2023")) == "speaks of 2022, the figure of 2023"
    assert why_apart(period_of(""), period_of("2023")) == "one of the two is not dated"


def test_numbers_in_words():
    assert hedged(Decimal("10000.0000"), "over") == "over 10,000"
    assert hedged(12, "exactly") == "12"
