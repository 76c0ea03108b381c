"""Quick ways to enter values that are right as they stand; whatever else there is takes the long way, and its faults.

Files bring the same kinds, dates, names and languages in thousands of rows: each is checked once by its field.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import CharField, Field, ForeignKey, IntegerField

from guildbook.kit.fields import LANGUAGE_TAG, LanguageMapField, check_language_map
from guildbook.kit.models import KEY, check_key

# Control characters (tab and new line are none here), halves of surrogate pairs, and what is no character at all:
# files and workbooks could not carry them, and nobody typed them on purpose.
UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Longer values are rarely met twice.
SHORT = 40
REMEMBERED = 20_000
Enter = Callable[[Any, Any], bool]
Clean = Callable[[Any, Any], Any]


def quick(field: Field[Any, Any], clean: Clean) -> Enter:
    """What sets a value on a record and says so, or says no and leaves it to the long way; `clean` is that way."""
    if isinstance(field, LanguageMapField) and field.validators == [check_language_map] and not field.null:
        return _texts(field)
    if isinstance(field, CharField) and field.name == "key" and check_key in field.validators:
        return _key(field)
    if isinstance(field, CharField | IntegerField) and not field.unique:
        return _short(field, clean)
    return _never


def point(record: Any, field: ForeignKey[Any, Any], other: Any | None) -> None:
    """Have a record refer to another, or to none."""
    if type(field) is ForeignKey:
        setattr(record, field.attname, None if other is None else getattr(other, field.target_field.attname))
        field.set_cached_value(record, other)
    else:
        setattr(record, field.name, other)


def _never(record: Any, value: Any) -> bool:
    return False


def _short(field: Field[Any, Any], clean: Clean) -> Enter:
    """Short texts and whole numbers."""
    known: dict[str | int, Any] = {}
    name = field.attname

    def enter(record: Any, value: Any) -> bool:
        if value is None:
            value = ""
        elif type(value) is not str and type(value) is not int:
            return False
        if value not in known:
            if len(str(value)) > SHORT:
                return False
            try:
                cleaned = clean(field, value)
            except ValidationError:
                return False
            if len(known) >= REMEMBERED:
                known.clear()
            known[value] = cleaned
        setattr(record, name, known[value])
        return True

    return enter


def _key(field: Any) -> Enter:
    """Keys: no two are the same, and one expression says all of them."""
    fits, longest, name = re.compile(KEY).match, field.max_length, field.attname

    def enter(record: Any, value: Any) -> bool:
        if type(value) is not str or len(value) > longest or not fits(value):
            return False
        setattr(record, name, value)
        return True

    return enter


def _texts(field: Any) -> Enter:
    """Texts by language."""
    name, may_be_empty = field.attname, field.blank and field.default is dict
    tags: set[str] = set()

    def enter(record: Any, value: Any) -> bool:
        if not value:
            if may_be_empty and (value is None or value == {}):
                setattr(record, name, {})
                return True
            return False
        if type(value) is not dict:
            return False
        made = {}
        for tag, text in value.items():
            if type(text) is not str or UNWRITABLE.search(text) or not (stripped := text.strip()):
                return False
            if tag not in tags:
                if type(tag) is not str or not LANGUAGE_TAG.match(tag) or len(tags) >= REMEMBERED:
                    return False
                tags.add(tag)
            made[tag] = stripped
        setattr(record, name, made)
        return True

    return enter
