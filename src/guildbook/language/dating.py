"""Dates that stand in a text, whatever its language: where, and what they mean in EDTF."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date in the text; `edtf` is None where the year cannot be known, `month_day` then holds what is."""

    start: int
    end: int
    edtf: str | None
    month_day: tuple[int, int] | None = None


def valid_day(year: int, month: int, day: int) -> str | None:
    """Return a day in EDTF, None if the calendar has no such day."""
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


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
    exact = valid_day(year, month, day)
    if exact is None:
        return None
    if len(document_date) >= 10 and exact > document_date[:10]:
        # A date a little ahead is an announcement, far ahead it was last year.
        ahead = datetime.date.fromisoformat(exact) - datetime.date.fromisoformat(document_date[:10])
        return valid_day(year - 1, month, day) if ahead.days > 180 else exact
    return exact
