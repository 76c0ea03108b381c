"""What a read sheet is: plain values, and what was found wrong or doubtful with its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Cell = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None

# What may be told of a cell, a column, a row or a whole sheet. Those marked make the value useless: the rest was read.
CODES: Mapping[str, str] = MappingProxyType(
    {
        "error": "the cell holds an error instead of a value",
        "formula": "the cell holds a formula whose result was not saved with the file",
        "digits": "a number of more than 15 digits: the last ones are lost, a code must be entered as text",
        "month": "a month that the spreadsheet turned into a day; read as the month it shows",
        "padded": "a number shown with leading zeros; read with them",
        "merged": "merged cells; each was read with the value they share",
        "hidden-sheet": "the sheet is hidden",
        "hidden-rows": "hidden rows; they were read",
        "hidden-columns": "hidden columns; they were read",
    }
)
WRONG = frozenset({"error", "formula", "digits"})


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to tell: a code of CODES, and where; row counts from 1 and is 0, column is "", where it is all."""

    sheet: str
    row: int
    column: str
    what: str
    as_read: str = ""

    @property
    def wrong(self) -> bool:
        """Whether the value could not be read at all."""
        return self.what in WRONG


@dataclass
class Sheet:
    """A sheet's rows from the very first, so that rows[0] is row 1; every value as the file holds it."""

    name: str
    rows: list[list[Cell]]
    hidden: bool = False
    problems: list[Problem] = field(default_factory=list)


class SheetsError(ValueError):
    """A file that cannot be read as sheets; `reason` is for callers that word it themselves.

    Reasons: empty, protected, old, foreign, damaged, unsafe, large, encoding, table.
    """

    def __init__(self, reason: str, message: str, detail: str = "") -> None:
        """Keep the reason beside the message."""
        super().__init__(message)
        self.reason = reason
        self.detail = detail


def letter(column: int) -> str:
    """A column's letters as spreadsheets show them: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def position(letters: str) -> int:
    """The column, from 0, of letters such as AA."""
    place = 0
    for character in letters:
        place = place * 26 + ord(character) - 64
    return place - 1
