"""English dates: where they stand (so that they are not figures) and what they mean in EDTF."""

from __future__ import annotations

import re
from collections.abc import Iterable

from guildbook.language.dating import DateSpan, valid_day

_MONTHS = "january february march april may june july august september october november december".split()
MONTH = {name: number for number, name in enumerate(_MONTHS, 1)}
MONTH |= {name[:3]: number for name, number in list(MONTH.items())} | {"sept": 9}

MONTH_NAME = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|(?-i:Mar(?:ch)?|MAR(?:CH)?)|Apr(?:il)?|(?-i:May|MAY)|June?|July?"
    r"|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
# Not the head of "12,000": "In March 12,000 students" has no day.
_D = r"\d{1,2}(?:st|nd|rd|th)?(?!\d|,\d{3}(?!\d))"
YEAR = r"(?:1[89]|20)\d\d(?!\d)"
# A month begins a word, or a capital inside glued text ("onMay 8").
_WORD_START = r"(?-i:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z]))"
_TO = r"\s?(?:-|—|to|until|through|and|&|/)\s?"

_MONTH_DAY = (
    rf"(?P<mdy>{_WORD_START}{MONTH_NAME}\s?(?P<d1>{_D})(?:{_TO}(?:(?P<m2>{MONTH_NAME})\s?)?(?P<d2>{_D}))?"
    rf"(?:,?\s?(?P<y1>{YEAR}))?)"
)
_DAY_MONTH = (
    rf"(?P<dmy>(?<![\d.,])(?P<d3>{_D})(?:{_TO}(?P<d4>{_D}))?\s?(?:of\s)?(?P<m3>{MONTH_NAME})"
    rf"(?:{_TO}(?P<d5>{_D})\s?(?P<m4>{MONTH_NAME}))?(?:,?\s?(?P<y2>{YEAR}))?)"
)
_PATTERN = re.compile(
    "|".join(
        (
            rf"(?P<iso>(?<![\d-]){YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d))",
            rf"(?P<slash>(?<![\d/.])\d{{1,2}}(?P<sep>[/.])\d{{1,2}}(?P=sep)(?:{YEAR}|\d\d(?!\d)))",
            _MONTH_DAY,
            _DAY_MONTH,
            rf"(?P<my>{_WORD_START}{MONTH_NAME},?\s?(?:of\s)?(?P<y3>{YEAR}))",
            rf"(?P<span>(?<![\d.,-]){YEAR}\s?(?:-|—|/)\s?(?:{YEAR}|\d\d(?!\d))(?![,.]?\d))",
            rf"(?P<fromto>\b(?:from|between)\s{YEAR}\s(?:to|and|until|through)\s{YEAR})",
            r"(?P<decade>\b(?:the\s)?(?:early\s|late\s|mid-)?(?:1[89]|20)\d0'?s\b)",
        )
    ),
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+")


def _day(text: str | None) -> int | None:
    match = _NUMBER.match(text) if text else None
    return int(match.group()) if match else None


def month_number(text: str) -> int:
    """Return the number of a month's name, full or short."""
    return (
        MONTH[text.lower().rstrip(".")[:4].rstrip(".")] if text.lower().startswith("sept") else MONTH[text.lower()[:3]]
    )


def find_dates(flat: str, stretches: Iterable[tuple[int, int]]) -> list[DateSpan]:
    """Return the explicit dates in the given stretches of a text; numbers inside them are not figures."""
    return [_read(match) for start, end in stretches for match in _PATTERN.finditer(flat, start, end)]


def _read(match: re.Match[str]) -> DateSpan:
    start, end = match.span()
    numbers = [int(n) for n in _NUMBER.findall(match.group())]
    if match.group("iso"):
        return DateSpan(start, end, valid_day(numbers[0], numbers[1], numbers[2]))
    if match.group("slash"):
        return DateSpan(start, end, _slashed(numbers))
    if match.group("mdy") or match.group("dmy"):
        return _days(start, end, match)
    if match.group("my"):
        return DateSpan(start, end, f"{match.group('y3')}-{month_number(match.group('my')):02d}")
    if match.group("span") or match.group("fromto"):
        first, last = numbers[0], numbers[1]
        if last < 100:
            last += first - first % 100
        return DateSpan(start, end, f"{first}/{last}" if last > first else str(first))
    return DateSpan(start, end, f"{str(numbers[0])[:3]}X")


def _slashed(numbers: list[int]) -> str | None:
    """Read 05/06/2024, which may be May or June: only an impossible month decides, else the year is all we know."""
    year = numbers[2] if numbers[2] > 99 else 2000 + numbers[2]
    if numbers[0] > 12:
        return valid_day(year, numbers[1], numbers[0])
    if numbers[1] > 12:
        return valid_day(year, numbers[0], numbers[1])
    return str(year)


def _days(start: int, end: int, match: re.Match[str]) -> DateSpan:
    """Read a month with one day or a span of days, in either order."""
    if match.group("mdy"):
        year, first_month, first_day = match.group("y1"), month_number(match.group("mdy")), _day(match.group("d1"))
        last_month, last_day = match.group("m2"), _day(match.group("d2"))
    else:
        year, first_month, first_day = match.group("y2"), month_number(match.group("m3")), _day(match.group("d3"))
        last_month, last_day = match.group("m4"), _day(match.group("d5") or match.group("d4"))
    if first_day is None or not 1 <= first_day <= 31:
        return DateSpan(start, end, f"{year}-{first_month:02d}" if year else None)
    if year is None:
        return DateSpan(start, end, None, (first_month, first_day))
    first = valid_day(int(year), first_month, first_day)
    last = valid_day(int(year), month_number(last_month) if last_month else first_month, last_day) if last_day else None
    return DateSpan(start, end, f"{first}/{last}" if first and last and last > first else first)
