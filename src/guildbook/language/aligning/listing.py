"""Reading a list of items from a file: one item a line, or its number, a tab and its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guildbook.language.decoding import UndecodableText, decode, plain

MOST_ITEMS = 50_000
_LINE_END = re.compile(r"\r\n|\r|\n")
_LONGEST_NUMBER = 20


class NoItemsError(ValueError):
    """The file holds no list of items; the message says why."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The items of a file: their texts, their numbers ("" where none) and their lines, counted from 0.

    Lines without text are no items, but count.
    """

    texts: tuple[str, ...]
    numbers: tuple[str, ...]
    lines: tuple[int, ...]


def read_items(data: bytes) -> Listed:
    """Read a list of items from a file's bytes, in whatever encoding. Raises NoItemsError where there is none."""
    try:
        text = decode(data).text
    except UndecodableText as error:
        raise NoItemsError(str(error)) from error
    lines = _LINE_END.split(text.removeprefix("\ufeff"))
    full = [line for line in lines if plain(line)]
    # A tab within a text is a blank; it ends a number only in a file most of whose lines have one.
    numbered = 2 * sum(_number_of(line) is not None for line in full) > len(full)
    items: list[tuple[str, str, int]] = []
    for at, line in enumerate(lines):
        number = _number_of(line) if numbered else None
        words = plain(line if number is None else line.split("\t", 1)[1])
        if words or number:
            items.append((words, number or "", at))
    if not items:
        raise NoItemsError("has no items: every line is empty")
    if len(items) > MOST_ITEMS:
        raise NoItemsError(f"has {len(items):,} items; at most {MOST_ITEMS:,} can be aligned at once")
    texts, numbers, places = zip(*items, strict=True)
    return Listed(texts, numbers, places)


def _number_of(line: str) -> str | None:
    """Return what stands before the first tab where it can be an item's number, else None."""
    before, tab, _ = line.partition("\t")
    number = plain(before)
    return number if tab and number and len(number) <= _LONGEST_NUMBER else None
