"""Keys the book makes by itself: readable, free, and not to be guessed."""

import re

import pytest

from guildbook.kit.models import KEY
from guildbook.kit.naming import fresh_key
from guildbook.kit.record_types import by_name


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("label", "begins"),
    [
        ("College of Làm việc", "college-of-lam-viec-"),
        ("广西学院", "guangxixueyuan-"),
        ("  ", "unit-"),
        ("…", "unit-"),
        ("new", "new-"),
        ("x" * 500, "x" * 60 + "-"),
    ],
)
def test_a_fresh_key_is_readable_and_a_key(label, begins):
    key = fresh_key(by_name("unit"), label)
    assert key.startswith(begins)
    assert re.fullmatch(KEY, key)
    assert len(key) == len(begins) + 5


@pytest.mark.django_db
def test_fresh_keys_of_one_name_differ():
    assert len({fresh_key(by_name("alliance"), "Alliance") for __ in range(20)}) == 20
