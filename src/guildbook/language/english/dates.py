"""English dates: where they stand (so that they are not figures) and what they mean in EDTF."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

_MONTHS = "january february march april may june july august september october november december".split()
MONTH = {name: number for number, name in enumerate(_MONTHS, 1)}
MONTH |= {name[:3]: number for name, number in list(MONTH.items())} | {"sept": 9}
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

_M = r"(?:Jan(?:uary)?|Feb(?:ruary)?|(?-i:Mar(?:ch)?|MAR(?:CH)?)|Apr(?:il)?|(?-i:May|MAY)|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
_D = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
_Y = r"(?:1[89]|20)\d\d(?!\d)"
# A month begins a word, or a capital inside glued text ("onMay 8").
_WORD_START = r"(?-i:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z]))"
_TO = r"\s?(?:-|—|to|until|through|and|&|/)\s?"

_PATTERN = re.compile(
    "|".join(
        (
            rf"(?P<iso>(?<![\d-]){_Y}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d))",
            rf"(?P<slash>(?<![\d/.])\d{{1,2}}(?P<sep>[/.])\d{{1,2}}(?P=sep)(?:{_Y}|\d\d(?!\d)))",
            rf"(?P<mdy>{_WORD_START}{_M}\s?(?P<d1>{_D})(?:{_TO}(?:(?P<m2>{_M})\s?)?(?P<d2>{_D}))?(?:,?\s?(?P<y1>{_Y}))?)",
            rf"(?P<dmy>(?<![\d.,])(?P<d3>{_D})(?:{_TO}(?P<d4>{_D}))?\s?(?:of\s)?(?P<m3>{_M})"
            rf"(?:{_TO}(?P<d5>{_D})\s?(?P<m4>{_M}))?(?:,?\s?(?P<y2>{_Y}))?)",
            rf"(?P<my>{_WORD_START}{_M},?\s?(?:of\s)?(?P<y3>{_Y}))",
            rf"(?P<span>(?<![\d.,-]){_Y}\s?(?:-|—|/)\s?(?:{_Y}|\d\d(?!\d))(?![,.]?\d))",
            rf"(?P<fromto>\b(?:from|between)\s{_Y}\s(?:to|and|until|through)\s{_Y})",
            r"(?P<decade>\b(?:the\s)?(?:early\s|late\s|mid-)?(?:1[89]|20)\d0'?s\b)",
        )
    ),
    re.IGNORECASE,
)
_MONTH_NAME = re.compile(_M, re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_RELATIVE = re.compile(
    rf"(?P<month>\b{_M}\sof\s(?P<mref>this|last|the same)\s?year)"
    rf"|\b(?:in|during|over|for)\s(?P<half>the\s(?P<hn>first|second)\shalf\sof\s(?:the\s)?(?P<hy>{_Y}|this\syear|last\syear|year))"
    rf"|\b(?P<end>(?:the\s)?(?:end|close)\sof\s(?:(?P<em>{_M})\s?,?)?(?:of\s)?(?P<ey>{_Y}|this\syear|last\syear|the\syear))"
    r"|\b(?P<lastyear>last\syear)\b|\b(?P<thisyear>this\syear)\b|\b(?P<nextyear>next\syear)\b"
    r"|\b(?:on\s|last\s|this\s)?(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
    r"|\b(?P<yesterday>yesterday)\b|\b(?P<today>today)\b"
    rf"|\b(?:in|during|for|of|year|by|since|until|from|as\sof|before|after)\s(?:the\syear\s)?(?P<year>{_Y})"
    rf"|\b(?:in|during|by|since|until|from|before|after|last|this)\s(?P<bare>(?!May\s(?:also|be|not|have))(?:{_M}))(?!\s?\d|\sof\s)",
    re.IGNORECASE,
)


# Sentences without any of these, and they are most, hold no such date.
_CUE = re.compile(r"[12]\d\d\d|[Yy]ear|day\b|\b(?:in|during|by|since|until|from|before|after|last|this|In|During|By|Since|Until|From|Before|After|Last|This)\s[A-Z][a-z]")


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date in the text; `edtf` is None where the year cannot be known, `month_day` then holds what is."""

    start: int
    end: int
    edtf: str | None
    month_day: tuple[int, int] | None = None


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def _day(text: str | None) -> int | None:
    match = _NUMBER.match(text) if text else None
    return int(match.group()) if match else None


def _month(text: str) -> int:
    return MONTH[text.lower().rstrip(".")[:4].rstrip(".")] if text.lower().startswith("sept") else MONTH[text.lower()[:3]]


def find_dates(flat: str, stretches: Iterable[tuple[int, int]]) -> list[DateSpan]:
    """Return the explicit dates in the given stretches of a text; numbers inside them are not figures."""
    return [_read(match) for start, end in stretches for match in _PATTERN.finditer(flat, start, end)]


def _read(match: re.Match[str]) -> DateSpan:
    start, end = match.span()
    numbers = [int(n) for n in _NUMBER.findall(match.group())]
    if match.group("iso"):
        return DateSpan(start, end, _valid(numbers[0], numbers[1], numbers[2]))
    if match.group("slash"):
        year = numbers[2] if numbers[2] > 99 else 2000 + numbers[2]
        # 05/06/2024 may be May or June; only an impossible month decides.
        if numbers[0] > 12:
            return DateSpan(start, end, _valid(year, numbers[1], numbers[0]))
        if numbers[1] > 12:
            return DateSpan(start, end, _valid(year, numbers[0], numbers[1]))
        return DateSpan(start, end, str(year))
    if match.group("mdy"):
        month = _month(match.group("mdy"))
        last_month = _month(match.group("m2")) if match.group("m2") else month
        return _days(start, end, match.group("y1"), month, _day(match.group("d1")), last_month, _day(match.group("d2")))
    if match.group("dmy"):
        month = _month(match.group("m3"))
        if match.group("m4"):
            return _days(
                start, end, match.group("y2"), month, _day(match.group("d3")), _month(match.group("m4")), _day(match.group("d5"))
            )
        return _days(start, end, match.group("y2"), month, _day(match.group("d3")), month, _day(match.group("d4")))
    if match.group("my"):
        return DateSpan(start, end, f"{match.group('y3')}-{_month(match.group('my')):02d}")
    if match.group("span") or match.group("fromto"):
        first, last = numbers[0], numbers[1]
        if last < 100:
            last += first - first % 100
        return DateSpan(start, end, f"{first}/{last}" if last > first else str(first))
    return DateSpan(start, end, f"{str(numbers[0])[:3]}X")


def _days(
    start: int, end: int, year: str | None, month: int, day: int | None, last_month: int, last_day: int | None
) -> DateSpan:
    if day is None or not 1 <= day <= 31:
        return DateSpan(start, end, f"{year}-{month:02d}" if year else None)
    if year is None:
        return DateSpan(start, end, None, (month, day))
    first = _valid(int(year), month, day)
    last = _valid(int(year), last_month, last_day) if last_day else None
    if first and last and last > first:
        return DateSpan(start, end, f"{first}/{last}")
    return DateSpan(start, end, first)


def earliest_day(edtf: str) -> str:
    """Return the first day an EDTF date or interval of ours can mean."""
    first = edtf.partition("/")[0].replace("X", "0")
    return first + "-01-01"[len(first) - 4 :] if len(first) < 10 else first


def with_year(month_day: tuple[int, int], document_date: str | None) -> str | None:
    """Return a day without a year as the latest such day not after the document's date; None without one."""
    if document_date is None:
        return None
    year = int(document_date[:4])
    month, day = month_day
    exact = _valid(year, month, day)
    if exact is None:
        return None
    if len(document_date) >= 10 and exact > document_date[:10]:
        # A date a little ahead is an announcement, far ahead it was last year.
        ahead = datetime.date.fromisoformat(exact) - datetime.date.fromisoformat(document_date[:10])
        return _valid(year - 1, month, day) if ahead.days > 180 else exact
    return exact


def find_relative(flat: str, start: int, end: int, document_date: str | None) -> list[DateSpan]:
    """Return dates told by the calendar of the reader: "last year", "May of this year", "the end of 2023", "in 2024"."""
    found: list[DateSpan] = []
    if not _CUE.search(flat, start, end):
        return found
    for match in _RELATIVE.finditer(flat, start, end):
        edtf = _relative(match, document_date)
        if edtf:
            found.append(DateSpan(match.start(), match.end(), edtf))
    return found


def _year_of(words: str, document_date: str | None) -> int | None:
    if words[:4].isdigit():
        return int(words[:4])
    if document_date is None:
        return None
    return int(document_date[:4]) - (1 if words.lower().startswith("last") else 0)


def _relative(match: re.Match[str], document_date: str | None) -> str | None:
    if match.group("year"):
        return match.group("year")
    if match.group("half"):
        year = _year_of(match.group("hy"), document_date)
        first = match.group("hn").lower() == "first"
        return (f"{year}-01/{year}-06" if first else f"{year}-07/{year}-12") if year else None
    if match.group("end"):
        year = _year_of(match.group("ey"), document_date)
        if year is None:
            return None
        month = _month(match.group("em")) if match.group("em") else 12
        return f"{year}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"
    if document_date is None:
        return None
    year = int(document_date[:4])
    if match.group("month"):
        month = _month(match.group("month"))
        return f"{year - 1 if match.group('mref').lower() == 'last' else year}-{month:02d}"
    if match.group("bare"):
        month = _month(match.group("bare"))
        later = len(document_date) >= 7 and month > int(document_date[5:7]) + 3
        return f"{year - 1 if later else year}-{month:02d}"
    for name, offset in (("lastyear", -1), ("thisyear", 0), ("nextyear", 1)):
        if match.group(name):
            return str(year + offset)
    if len(document_date) < 10:
        return None
    day = datetime.date.fromisoformat(document_date[:10])
    if match.group("yesterday"):
        return (day - datetime.timedelta(days=1)).isoformat()
    if match.group("weekday"):
        back = (day.weekday() - _WEEKDAYS.index(match.group("weekday").lower())) % 7
        if match.group().lower().startswith("last"):
            back = back or 7
        return (day - datetime.timedelta(days=back)).isoformat()
    return day.isoformat()
