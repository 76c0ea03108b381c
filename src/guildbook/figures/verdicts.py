"""Whether two published numbers agree: pure arithmetic over values, qualifiers and dates; no database."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from guildbook.kit.format import date_text, day_text, number_text
from guildbook.kit.fuzzy import bounds

Key = Literal["agrees", "differs", "incomparable"]
# Exact days this near to each other speak of the same moment: a press conference and the report of it.
TOLERANCE = dt.timedelta(days=31)


@dataclass(frozen=True)
class Verdict:
    """How a witness stands to a figure; `difference` where it differs, `note` where words are needed."""

    key: Key
    difference: Decimal | None = None
    note: str = ""


AGREES = Verdict("agrees")


@dataclass(frozen=True)
class Period:
    """The days a figure speaks of; both None for a figure nobody dated. `text` is the date as written."""

    first: dt.date | None = None
    last: dt.date | None = None
    text: str = ""

    @property
    def dated(self) -> bool:
        """Whether any day is known."""
        return self.first is not None or self.last is not None

    @property
    def words(self) -> str:
        """The period as readers of the interface's language write it."""
        return date_text(self.text) if self.text else day_text(self.last)

    @property
    def is_day(self) -> bool:
        """Whether it is one exact day."""
        return self.first is not None and self.first == self.last


@lru_cache(maxsize=8192)
def period_of(as_of: str, published: str = "") -> Period:
    """The period a figure speaks of: its own date, else the day its source was published, else none.

    `../2023-08-31` (by that day) and `2023-08-31/..` (from that day) count as the one day they name.
    """
    text = as_of or published
    if not text:
        return Period()
    try:
        first, last = bounds(text)
    except ValidationError:
        return Period()
    return Period(first or last, last or first, text)


def apart(one: Period, other: Period) -> bool:
    """Whether two periods are too far apart for their figures to be compared.

    Periods compare when they share a day; exact days also when at most 31 days lie between them; two undated
    figures compare, an undated one and a dated one do not.
    """
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return one.dated != other.dated
    gap = max(one.first, other.first) - min(one.last, other.last)
    return gap > (TOLERANCE if one.is_day and other.is_day else dt.timedelta(0))


def why_apart(one: Period, other: Period) -> str:
    """The reason why figures of two periods cannot be compared, in words."""
    if not one.dated or not other.dated:
        return _("one of the two is not dated")
    return _("speaks of %(one)s, the figure of %(other)s") % {"one": one.words, "other": other.words}


def step(value: Decimal) -> Decimal:
    """Place value of the last digit that is not zero: how finely a number is meant. 800 gives 100, 240 gives 10."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)) if value else Decimal(1)


@dataclass(frozen=True)
class Interval:
    """The numbers that a qualified number can mean; `closed` intervals hold their ends."""

    low: Decimal
    high: Decimal
    closed: bool

    def holds(self, number: Decimal) -> bool:
        """Whether the number lies in the interval."""
        return self.low < number < self.high or (self.closed and self.low <= number <= self.high)

    def meets(self, other: "Interval") -> bool:
        """Whether some number lies in both."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return low < high or (low == high and self.holds(low) and other.holds(low))


def interval(value: Decimal, qualifier: str) -> Interval:
    """What “exactly”, “over”, “almost” and “about” a value can mean, as finely as the value is given."""
    width = step(value)
    if qualifier == "over":
        return Interval(value, value + width, closed=False)
    if qualifier == "almost":
        return Interval(value - width, value, closed=False)
    if qualifier == "about":
        return Interval(value - width / 2, value + width / 2, closed=True)
    return Interval(value, value, closed=True)


def compare(one: Decimal, one_qualifier: str, other: Decimal, other_qualifier: str) -> Verdict:
    """Whether two qualified numbers agree; equal numbers always do, numbers under one qualifier only when equal."""
    if one == other:
        return Verdict("agrees")
    if one_qualifier != other_qualifier and interval(one, one_qualifier).meets(interval(other, other_qualifier)):
        note = _("%(one)s and %(other)s can both be true") % {
            "one": hedged(one, one_qualifier),
            "other": hedged(other, other_qualifier),
        }
        return Verdict("agrees", note=note)
    return Verdict("differs", abs(one - other))


def bears_out(on_record: Decimal, value: Decimal, qualifier: str) -> bool:
    """Whether a count of records makes a published number true: at least as many, and no contradiction."""
    if qualifier == "over":
        return on_record > value or on_record == value
    return on_record >= value and compare(on_record, "exactly", value, qualifier).key == "agrees"


def hedged(value: Decimal | int | None, qualifier: str) -> str:
    """A number with its qualifier in words, as “over 800”."""
    number = number_text(value)
    if qualifier == "over":
        return _("over %(number)s") % {"number": number}
    if qualifier == "almost":
        return _("almost %(number)s") % {"number": number}
    if qualifier == "about":
        return _("about %(number)s") % {"number": number}
    return number
