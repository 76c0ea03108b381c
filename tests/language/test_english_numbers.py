"""English numbers in digits and words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guildbook.language.characters import fold
from guildbook.language.english.numbers import SCALES, TENS, UNITS, parse_number, scan_numbers


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("800", "800"),
        ("10,000", "10000"),
        ("1,234,567.8", "1234567.8"),
        ("10 000", "10000"),
        ("1,00,000", "100000"),
        ("1.2 million", "1200000"),
        ("2.5bn", "2500000000"),
        ("10k", "10000"),
        ("3 hundred thousand", "300000"),
        ("four", "4"),
        ("Twenty-five", "25"),
        ("ninety nine", "99"),
        ("two thousand", "2000"),
        ("one hundred and twenty", "120"),
        ("three hundred twelve", "312"),
        ("two thousand three hundred and five", "2305"),
        ("one million two hundred thousand", "1200000"),
        ("a dozen", "12"),
        ("two dozen", "24"),
        ("half a million", "500000"),
        ("a hundred", "100"),
        ("ten thousand", "10000"),
        ("nineteen hundred", "1900"),
    ],
)
def test_a_number_alone_is_worth_what_it_says(printed: str, value: str) -> None:
    assert parse_number(printed) == Decimal(value)


@pytest.mark.parametrize("printed", ["", "students", "two three", "4 and 5", "a", "and", "12 schools", "thousand"])
def test_what_is_not_exactly_one_number_is_none(printed: str) -> None:
    assert parse_number(printed) is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two and three hundred", [2, 300]),
        ("five hundred and six", [506]),
        ("twenty-five and thirty", [25, 30]),
        ("one two three", [1, 2, 3]),
        ("often tension money", []),
        ("May 27,2024", [27, 2024]),
    ],
)
def test_runs_come_apart_into_numbers(text: str, values: list[int]) -> None:
    assert [number.value for number in scan_numbers(text)] == values


@given(st.integers(min_value=0, max_value=10**15))
def test_digits_with_and_without_separators_agree(value: int) -> None:
    assert parse_number(str(value)) == parse_number(f"{value:,}") == value


def _spelled(value: int) -> str:
    """Spell a number the long way; only for the test, and by its own road."""
    names = {number: word for word, number in {**UNITS, **TENS}.items()}
    if value in names:
        return names[value]
    if value < 100:
        return f"{names[value - value % 10]}-{names[value % 10]}"
    for word in ("million", "thousand", "hundred"):
        scale = SCALES[word]
        if value >= scale:
            rest = value % scale
            link = " and " if rest and rest < 100 else " "
            return f"{_spelled(value // scale)} {word}" + (f"{link}{_spelled(rest)}" if rest else "")
    raise AssertionError(value)


@given(st.integers(min_value=1, max_value=999_999_999))
def test_spelled_numbers_are_read_back(value: int) -> None:
    assert parse_number(_spelled(value)) == value


@given(st.text(max_size=200))
def test_every_number_parses_back_from_its_own_span(text: str) -> None:
    flat = fold(text)
    assert len(flat) == len(text)
    for number in scan_numbers(flat):
        assert flat[number.start : number.end] == number.printed
        assert parse_number(number.printed) == number.value
