"""Dates told by the reader's calendar: "last year", "May of this year", "by the end of 2023", "on Friday"."""

from __future__ import annotations

import calendar
import datetime
import re

from guildbook.language.dating import DateSpan
from guildbook.language.english.dates import MONTH_NAME, YEAR, month_number

_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_RELATIVE = re.compile(
    rf"(?P<month>\b{MONTH_NAME}\sof\s(?P<mref>this|last|the same)\s?year)"
    rf"|\b(?:in|during|over|for)\s(?P<half>the\s(?P<hn>first|second)\shalf\sof\s(?:the\s)?(?P<hy>{YEAR}"
    rf"|this\syear|last\syear|year))"
    rf"|\b(?P<end>(?:the\s)?(?:end|close)\sof\s(?:(?P<em>{MONTH_NAME})\s?,?)?(?:of\s)?(?P<ey>{YEAR}|this\syear|last\syear"
    rf"|the\syear))"
    r"|\b(?P<lastyear>last\syear)\b|\b(?P<thisyear>this\syear)\b|\b(?P<nextyear>next\syear)\b"
    r"|\b(?:on\s|last\s|this\s)?(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
    r"|\b(?P<yesterday>yesterday)\b|\b(?P<today>today)\b"
    rf"|\b(?:in|during|for|of|year|by|since|until|from|as\sof|before|after)\s(?:the\syear\s)?(?P<year>{YEAR})"
    rf"|\b(?:in|during|by|since|until|from|before|after|last|this)\s(?P<bare>(?!May\s(?:also|be|not"
    rf"|have))(?:{MONTH_NAME}))(?!\s?\d|\sof\s)",
    re.IGNORECASE,
)


# Sentences without any of these, and they are most, hold no such date.
_CUE = re.compile(
    r"[12]\d\d\d|[Yy]ear|day\b|\b(?:in|during|by|since|until|from|before|after|last|this|In|During|By|Since"
    r"|Until|From|Before|After|Last|This)\s[A-Z][a-z]"
)


def find_relative(flat: str, start: int, end: int, document_date: str | None) -> list[DateSpan]:
    """Return the relative dates between two offsets, resolved from the document's own date where they need it."""
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
        return _end_of(match, document_date)
    if document_date is None:
        return None
    for name, offset in (("lastyear", -1), ("thisyear", 0), ("nextyear", 1)):
        if match.group(name):
            return str(int(document_date[:4]) + offset)
    if match.group("month") or match.group("bare"):
        return _month_of(match, document_date)
    return _day_of(match, datetime.date.fromisoformat(document_date[:10])) if len(document_date) >= 10 else None


def _end_of(match: re.Match[str], document_date: str | None) -> str | None:
    year = _year_of(match.group("ey"), document_date)
    if year is None:
        return None
    month = month_number(match.group("em")) if match.group("em") else 12
    return f"{year}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"


def _month_of(match: re.Match[str], document_date: str) -> str:
    year = int(document_date[:4])
    if match.group("month"):
        return f"{year - (match.group('mref').lower() == 'last')}-{month_number(match.group('month')):02d}"
    month = month_number(match.group("bare"))
    # "in December", read in March, was last year's; a month a little ahead is still to come.
    long_ahead = len(document_date) >= 7 and month > int(document_date[5:7]) + 3
    return f"{year - long_ahead}-{month:02d}"


def _day_of(match: re.Match[str], day: datetime.date) -> str:
    if match.group("yesterday"):
        return (day - datetime.timedelta(days=1)).isoformat()
    if match.group("weekday"):
        back = (day.weekday() - _WEEKDAYS.index(match.group("weekday").lower())) % 7
        if match.group().lower().startswith("last"):
            back = back or 7
        return (day - datetime.timedelta(days=back)).isoformat()
    return day.isoformat()
