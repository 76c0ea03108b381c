"""Values as people type them, made what a column takes: each with a code of what was done, or of what is wrong."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from guildbook.sheets.shapes import Cell

_BLANKS = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\r\n ]+")
_UNSEEN = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_ODD = re.compile(
    "[\u00a0\u00ad\u061c\u2000-\u200b\u200e\u200f\u202a-\u202f\u205f-\u2064\u3000\ufeff\uff01-\uff5e\r\n\t]|  |^ | $"
)
_ENDS = " \t\r\n\u00a0\u200b\u2060\u3000\ufeff"
_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SCIENTIFIC = re.compile(r"[+-]?\d(?:[.,]\d+)?E\+\d{2,3}\Z", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?\Z")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:([,.' ])\d{3})(?:\1\d{3})*(?:([.,])\d+)?\Z")
_COMMA = re.compile(r"[+-]?\d+,\d+\Z")
_ISO = re.compile(r"(\d{4})[-./年](\d{1,2})(?:[-./月](\d{1,2})日?|月)?\Z")
_DAY_LAST = re.compile(r"(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})\Z")
_STAMP = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\Z")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})\Z")
# Thai years run 543 ahead.
_BUDDHIST = 543
FIRST_SERIAL, LAST_SERIAL = 10_000, 80_000  # 1927 to 2119
_EPOCH = dt.date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Read:
    """A value as a column takes it, and a code: "" for as it was, else what was done; `wrong` leaves no value."""

    value: Any
    what: str = ""
    wrong: bool = False


def tight(text: str) -> Read:
    """A key, number, date or name without what cannot be seen: unseen characters, odd blanks, full-width forms."""
    if not _ODD.search(text):
        return Read(text)
    seen = _BLANKS.sub(" ", _UNSEEN.sub("", text).translate(_FULL_WIDTH)).strip()
    return Read(unicodedata.normalize("NFC", seen), "trimmed" if seen == text.strip(_ENDS) else "tidied")


def as_text(value: Cell) -> Read:
    """A text without blanks around it; numbers and days as they are written, whole numbers without a point.

    Within a text nothing changes: Thai and Khmer wrap by characters of no width, Chinese writes full-width signs.
    """
    if isinstance(value, str):
        if _SCIENTIFIC.match(value.strip(_ENDS)):
            return Read(None, "scientific", wrong=True)
        text = value.strip(_ENDS)
        return Read(text or None, "" if text == value or not text else "trimmed")
    if value is None or isinstance(value, bool):
        return Read(None if value is None else str(value).upper())
    if isinstance(value, dt.date | dt.datetime):
        return Read(value.isoformat()[:10])
    return Read(str(value))


def as_number(value: Cell) -> Read:
    """A number, or digits as text for what floating point cannot hold; grouped digits where they can mean one thing."""
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return Read(value)
    if not isinstance(value, str):
        return Read(None, "date-for-number" if isinstance(value, dt.date) else "not-number", wrong=True)
    text = _western(tight(value).value).replace(" ", "")
    what = "" if text == value else "number-text"
    if not text:
        return Read(None)
    if _NUMBER.match(text):
        return Read(text, what)
    if grouped := _GROUPED.match(text):
        return _ungrouped(text, grouped.group(1), grouped.group(2) or "")
    if _COMMA.match(text):
        return Read(text.replace(",", "."), "decimal-comma")
    return Read(None, "not-number", wrong=True)


def _ungrouped(text: str, mark: str, point: str) -> Read:
    """Digits in groups; 1.234 and 1,234 can be a whole number or a fraction, and are asked about."""
    if mark == "." and not point and text.count(mark) == 1:
        return Read(None, "ambiguous-number", wrong=True)
    if point == mark:
        return Read(None, "not-number", wrong=True)
    return Read(text.replace(mark, "").replace(point or "\0", "."), "grouped")


def _western(text: str) -> str:
    """Digits of any script as 0 to 9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(one)) if unicodedata.digit(one, None) is not None else one for one in text)


def as_date(value: Cell, order: str = "", *, buddhist: bool = False) -> Read:
    """A date as 2023, 2023-11 or 2023-11-30; other texts as they are, for the column to judge.

    `order` says how 03/04/2023 is to be read, "dmy" or "mdy"; without it such a date is asked about.
    """
    if isinstance(value, dt.date | dt.datetime):
        return _in_era(value.isoformat()[:10], "", buddhist)
    if value is None:
        return Read(None)
    if isinstance(value, bool | dt.time | dt.timedelta):
        return Read(None, "not-date", wrong=True)
    if not isinstance(value, str):
        return _from_number(value, buddhist)
    text = _western(tight(value).value)
    if (stamp := _STAMP.match(text)) is not None:
        return Read(stamp.group(1), "time-dropped")
    if (iso := _ISO.match(text)) is not None:
        return _written(iso.groups(), value, buddhist)
    if (other := _DAY_LAST.match(text)) is not None:
        first, second, year = map(int, other.groups())
        return _ordered((first, second, year), order, buddhist)
    if (compact := _COMPACT.match(text)) is not None:
        return _written(compact.groups(), value, buddhist)
    if re.fullmatch(r"\d{4}", text):
        return _in_era(text, "" if text == value else "date-text", buddhist)
    return Read(text, "" if text == value else "date-text")


def _from_number(value: float, buddhist: bool) -> Read:
    """A number in a column of dates: a year, or the number of a day that lost its format."""
    if value != int(value):
        return Read(None, "not-date", wrong=True)
    number = int(value)
    if 1000 <= number <= 2999:
        return _in_era(str(number), "", buddhist)
    if FIRST_SERIAL <= number <= LAST_SERIAL:
        return Read((_EPOCH + dt.timedelta(days=number)).isoformat(), "serial")
    if (compact := _COMPACT.match(str(number))) is not None:
        return _written(compact.groups(), str(number), buddhist)
    return Read(None, "not-date", wrong=True)


def _written(parts: tuple[str | None, ...], text: str, buddhist: bool) -> Read:
    made = "-".join(part if len(part) == 4 else part.zfill(2) for part in parts if part)
    return _in_era(made, "" if made == text else "date-text", buddhist)


def _ordered(date: tuple[int, int, int], order: str, buddhist: bool) -> Read:
    """A date whose year comes last: plain where only one of the two can be the month, or where they are the same."""
    first, second, year = date
    if not order:
        order = "dmy" if first > 12 or first == second else "mdy" if second > 12 else ""
    if not order:
        return Read(None, "ambiguous-date", wrong=True)
    day, month = (first, second) if order == "dmy" else (second, first)
    return _in_era(f"{year:04}-{month:02}-{day:02}", "date-text", buddhist)


def _in_era(text: str, what: str, buddhist: bool) -> Read:
    year = int(text[:4])
    if buddhist and year >= 2400:
        text, what = f"{year - _BUDDHIST:04}{text[4:]}", "buddhist"
    elif year >= 2400:
        return Read(text, "far-year")
    return Read(text, what)
