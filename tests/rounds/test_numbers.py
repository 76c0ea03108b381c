from decimal import Decimal

import pytest
from django.utils import translation

from guildbook.rounds.numbers import UnreadableError, read_number, typed_number


@pytest.mark.parametrize(
    ("tag", "typed", "value"),
    [
        ("en", "1234", "1234"),
        ("en", "1,234", "1234"),
        ("en", "1,234.5", "1234.5"),
        ("en", "1.234,5", "1234.5"),
        ("en", "1 234,5", "1234.5"),
        ("en", "12,5", "12.5"),
        ("en", "0.125", "0.125"),
        ("en", "1,234,567", "1234567"),
        ("vi", "1.234", "1234"),
        ("vi", "1.234,5", "1234.5"),
        ("vi", "1,234.5", "1234.5"),
        ("vi", "1.234.567", "1234567"),
        ("id", "12,5 %", "12.5"),
        ("zh-hans", "１２３４", "1234"),
        ("th", "๑,๒๓๔", "1234"),
        ("lo", "໑໒", "12"),
        ("en", "-5", "-5"),
        ("en", "−5", "-5"),
        ("en", "1’234", "1234"),
        ("en", "USD 1,250", "1250"),
        ("en", "1.2340", "1.234"),
    ],
)
def test_numbers_are_read_as_their_readers_write_them(tag, typed, value):
    with translation.override(tag):
        assert read_number(typed) == Decimal(value)


@pytest.mark.parametrize(
    ("tag", "typed", "plain"),
    [("en", "1.234", "1234"), ("vi", "1,234", "1234"), ("id", "12,345", "12345"), ("en", "-1.234", "-1234")],
)
def test_what_a_reader_elsewhere_takes_for_a_thousand_times_as_much_is_asked_about(tag, typed, plain):
    with translation.override(tag), pytest.raises(UnreadableError, match=rf"“{typed}” .*\b{plain.lstrip('-')}\b"):
        read_number(typed)


def test_a_whole_number_has_no_fraction_so_either_sign_groups_it():
    with translation.override("en"):
        assert read_number("1.234", whole=True) == 1234
        with pytest.raises(UnreadableError, match="whole"):
            read_number("12.5", whole=True)


@pytest.mark.parametrize(
    "typed", ["", "abc", "12a", "1,2,3", "1.2.3,4", "12,34,567.8", "--1x", "1e9", "9" * 17, "0.12345"]
)
def test_what_is_no_number_is_said(typed):
    with pytest.raises(UnreadableError):
        read_number(typed)


@pytest.mark.parametrize("tag", ["en", "vi", "zh-hans", "th", "lo", "id"])
@pytest.mark.parametrize("stored", ["0", "1234", "1.234", "12.345", "0.5", "1234.5", "-1.234", "123456.789", "0.0001"])
def test_a_stored_number_is_typed_so_that_it_is_read_as_the_same(tag, stored):
    with translation.override(tag):
        assert read_number(typed_number(stored)) == Decimal(stored)
