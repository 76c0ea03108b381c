"""Dates of a text by the grammar's patterns, in EDTF; and what a text says of its own date."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

from guildbook.language.dating import DateSpan, earliest_day, valid_day, with_year
from guildbook.language.prose.grammar import Grammar
from guildbook.language.sentences import Layout

_EARLIEST, _LATEST = 1800, 2199
_ISO = r"(?<![\d-])(?P<y>(?:1[89]|2[0156])\d\d)(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)"
_DAY_FIRST = r"(?<![\d/.])(?P<d>\d{1,2})(?P<sep>[/.-])(?P<m>\d{1,2})(?P=sep)(?P<y>(?:1[89]|2[0156])\d\d)(?!\d)"
_LONGEST_STAMP_LINE = 140
_HEAD_PARAGRAPHS, _FOOT_PARAGRAPHS = 12, 4
_OCCASION_DAYS = 60
_MONTHS = 12
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Dated:
    """The dates of a document and every date span in it, those told by the reader's calendar resolved."""

    date: str | None
    as_of: str | None
    spans: tuple[DateSpan, ...]


@lru_cache(maxsize=32)
def _patterns(dates: tuple[str, ...], months: tuple[str, ...], years: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    named = "|".join(re.escape(month) for month in sorted(months, key=len, reverse=True)) or "(?!)"
    relative = "|".join(re.escape(word) for word in sorted(years, key=len, reverse=True)) or "(?!)"
    made = [date.replace("<months>", f"(?:{named})").replace("<years>", f"(?:{relative})") for date in dates]
    return tuple(re.compile(pattern) for pattern in (_ISO, *made, _DAY_FIRST))


def find_dates(grammar: Grammar, low: str) -> list[tuple[int, int, re.Match[str]]]:
    """Every date of a plain lower-case text, without overlaps, in order; patterns named first go first."""
    months, years = tuple(grammar.months), tuple(grammar.relative_years)
    taken: list[tuple[int, int, re.Match[str]]] = []
    places: set[int] = set()
    for pattern in _patterns(grammar.dates, months, years):
        for match in pattern.finditer(low):
            if match.end() == match.start() or not places.isdisjoint(range(match.start(), match.end())):
                continue
            places.update(range(match.start(), match.end()))
            taken.append((match.start(), match.end(), match))
    return sorted(taken, key=lambda each: each[0])


def is_dated(grammar: Grammar, text: str) -> bool:
    """Whether every number of a stretch belongs to a date."""
    spans = [(start, end) for start, end, __ in find_dates(grammar, text.lower())]
    return all(any(a <= number.start() < b for a, b in spans) for number in _NUMBER.finditer(text))


def date_document(grammar: Grammar, low: str, layout: Layout) -> Dated:
    """Return the document's date and the date its statements hold at."""
    found = find_dates(grammar, low)
    absolute = [_span(grammar, match, None) for __, __, match in found]
    stamp = _stamp(layout, absolute)
    date = stamp.edtf if stamp else None
    resolved = [_span(grammar, match, date) for __, __, match in found]
    occasion = _occasion(resolved, stamp, date)
    if date is None and occasion:
        date = earliest_day(occasion)
        resolved = [_span(grammar, match, date) for __, __, match in found]
        date = occasion
    return Dated(date, occasion or date, tuple(span for span in resolved))


def _group(match: re.Match[str], name: str) -> str | None:
    return match.groupdict().get(name)


def _year(grammar: Grammar, match: re.Match[str], name: str, today: str | None) -> int | None:
    printed = _group(match, name)
    if printed:
        if printed.isdigit():
            year: int | None = grammar.common_year(int(printed))
        else:
            year = grammar.year_of(printed) if grammar.year_of else None
        return year if year is not None and _EARLIEST <= year <= _LATEST else None
    word = _group(match, "ry") if name == "y" else None
    if word and today:
        return int(today[:4]) + grammar.relative_years[re.sub(r"\s+", " ", word)]
    return None


def _month(grammar: Grammar, match: re.Match[str], name: str) -> int | None:
    printed = _group(match, name)
    if printed is None:
        named = _group(match, "mn" + name[1:])
        return grammar.months.get(re.sub(r"\s+", " ", named)) if named else None
    if not printed.isdigit():
        return grammar.months.get(printed)
    return int(printed) if 1 <= int(printed) <= _MONTHS else None


def _day(match: re.Match[str], name: str) -> int | None:
    printed = _group(match, name)
    return int(printed) if printed and printed.isdigit() else None


def _span(grammar: Grammar, match: re.Match[str], today: str | None) -> DateSpan:
    """A match as a date; what has no year and no day of reference stays unresolved."""
    start, end = match.span()
    groups = match.groupdict()
    if groups.get("ago") is not None:
        if not today or len(today) < 10:
            return DateSpan(start, end, None)
        day = datetime.date.fromisoformat(today[:10]) - datetime.timedelta(days=grammar.relative_years[groups["ago"]])
        return DateSpan(start, end, day.isoformat())
    year, month, day_number = _year(grammar, match, "y", today), _month(grammar, match, "m"), _day(match, "d")
    last_year, last_month, last_day = (
        _year(grammar, match, "y2", today),
        _month(grammar, match, "m2"),
        _day(match, "d2"),
    )
    if year is None:
        if month and day_number and today and not groups.get("ry"):
            edtf = with_year((month, day_number), today)
            year = int(edtf[:4]) if edtf else None
        elif month and today and not groups.get("ry"):
            year = int(today[:4]) - (len(today) >= 7 and month > int(today[5:7]) + 3)
    if year is None:
        return DateSpan(start, end, None, (month, day_number) if month and day_number else None)
    first = _point(year, month, day_number)
    if groups.get("half1") or groups.get("half2"):
        return DateSpan(start, end, f"{year}-01/{year}-06" if groups.get("half1") else f"{year}-07/{year}-12")
    if groups.get("end"):
        ends = month or _MONTHS
        return DateSpan(start, end, f"{year}-{ends:02d}-{calendar.monthrange(year, ends)[1]:02d}")
    if last_year or last_month or last_day:
        last = _point(last_year or year, last_month or (month if last_day else None), last_day)
        return DateSpan(start, end, f"{first}/{last}" if first and last and last > first else first)
    return DateSpan(start, end, first)


def _point(year: int, month: int | None, day: int | None) -> str | None:
    if month and day:
        return valid_day(year, month, day)
    return f"{year}-{month:02d}" if month else str(year)


def _stamp(layout: Layout, spans: list[DateSpan]) -> DateSpan | None:
    """The date line: a full date in a short line near the head or the foot that is little more than a date."""
    for span in spans:
        if span.edtf is None or len(span.edtf) != 10:
            continue
        paragraph = layout.paragraph_at(span.start)
        near = paragraph.number <= _HEAD_PARAGRAPHS or paragraph.number > len(layout.paragraphs) - _FOOT_PARAGRAPHS
        rest = paragraph.end - paragraph.start - (span.end - span.start)
        if near and paragraph.end - paragraph.start <= _LONGEST_STAMP_LINE and rest < 30:
            return span
    return None


def _occasion(spans: list[DateSpan], stamp: DateSpan | None, date: str | None) -> str | None:
    for span in spans[:40]:
        if (stamp and span.start == stamp.start) or span.edtf is None or len(span.edtf) < 10 or span.edtf[4] != "-":
            continue
        if date is None:
            return span.edtf
        distance = datetime.date.fromisoformat(date[:10]) - datetime.date.fromisoformat(earliest_day(span.edtf))
        if 0 <= distance.days <= _OCCASION_DAYS:
            return span.edtf
    return None
