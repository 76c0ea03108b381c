"""Fuzzy dates: EDTF text in the record, and the last and first possible day for the database to compare."""

import datetime as dt
import re
from calendar import monthrange
from functools import lru_cache
from time import struct_time

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from edtf import EDTFParseException, parse_edtf

_PLAIN = re.compile(r"\d{4}(-\d{2}){0,2}\Z")


@lru_cache(maxsize=8192)
def bounds(text: str) -> tuple[dt.date | None, dt.date | None]:
    """First and last possible day of an EDTF date; None where that side is open.

    `2021` gives 1 January and 31 December 2021; `../2023-08-31` gives None and 31 August 2023.
    Raises ValidationError for text that is not EDTF (Library of Congress, 2019, levels 0 to 2) or names no real day.
    """
    try:
        if _PLAIN.match(text):
            return _calendar(text)
        parsed = parse_edtf(text)
        first, last = _day(parsed.lower_strict()), _day(parsed.upper_strict())
        if first and last and last < first:
            raise ValueError(text)  # noqa: TRY301 - every way to be no date is answered in one place
    except (EDTFParseException, ValueError, TypeError, AttributeError, OverflowError) as error:
        raise ValidationError(
            _("“%(text)s” is not a date Guildbook can read; write 2023, 2023-11, 2023-11-30, 2019~ or ../2023-08-31."),
            params={"text": text[:60]},
            code="fuzzy_date",
        ) from error
    return first, last


def _calendar(text: str) -> tuple[dt.date, dt.date]:
    """First and last day of a plain year, month or day; edtf takes milliseconds for it and accepts 2023-02-31."""
    year, month, day = (int(part) for part in (text + "-01-01")[:10].split("-"))
    first = dt.date(year, month, day)
    if len(text) == 4:
        return first, dt.date(year, 12, 31)
    return first, first if len(text) == 10 else first.replace(day=monthrange(year, month)[1])


def _day(moment: struct_time | float) -> dt.date | None:
    """The day of a bound as edtf gives it: a struct_time, or an infinity where the side is open."""
    if isinstance(moment, float):
        return None
    return dt.date(moment[0], moment[1], moment[2])


def first_day(text: str) -> dt.date | None:
    """First day the date can mean, or None for an empty or open-ended text."""
    return bounds(text)[0] if text else None


def last_day(text: str) -> dt.date | None:
    """Last day the date can mean, or None for an empty or open-ended text."""
    return bounds(text)[1] if text else None


def check_fuzzy(text: str) -> None:
    """Validate one EDTF text, as a Django validator."""
    bounds(text)
