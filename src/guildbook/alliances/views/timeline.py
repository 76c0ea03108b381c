"""Terms as a timeline: fuzzy dates turned into shares of its width."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError

from guildbook.kit.format import year_number
from guildbook.kit.fuzzy import bounds

MOST_TICKS = 7


@dataclass(frozen=True)
class Scale:
    """The days a timeline covers."""

    first: dt.date
    last: dt.date
    today: dt.date

    def share(self, day: dt.date) -> float:
        """Where a day stands, from 0 (first day) to 1 (last day)."""
        whole = (self.last - self.first).days or 1
        return min(max((day - self.first).days / whole, 0.0), 1.0)

    def drawn(self) -> dict[str, Any]:
        """Ticks at years, and today, for the template."""
        years = range(self.first.year, self.last.year + 1)
        step = -(-len(years) // MOST_TICKS)
        ticks = [(self.share(dt.date(year, 1, 1)), year_number(year)) for year in years[::step]]
        return {"ticks": ticks, "now": self.share(self.today)}


def term_bounds(text: str) -> tuple[dt.date | None, dt.date | None]:
    """First and last possible day of a fuzzy date; nothing for an empty or unreadable one."""
    try:
        return bounds(text) if text else (None, None)
    except ValidationError:
        return (None, None)


def scale_for(terms: Iterable[tuple[str, str]], today: dt.date) -> Scale | None:
    """A scale from the first year any term knows to the end of this year; None where no term knows a day."""
    days = [day for term in terms for text in term for day in term_bounds(text) if day]
    if not days:
        return None
    return Scale(dt.date(min(days).year, 1, 1), dt.date(max(today, *days).year, 12, 31), today)


def span(scale: Scale, since: str, until: str, tone: str = "") -> dict[str, Any] | None:
    """One term as a bar, paler where its ends are not certain; None for a term without any date."""
    if not since and not until:
        return None
    first, surely = term_bounds(since)
    lasts, last = term_bounds(until)
    return {
        "start": scale.share(first or scale.first),
        "sure_from": scale.share(surely or scale.first),
        "sure_to": scale.share(lasts or scale.today),
        "end": scale.share(last or scale.today),
        "tone": "past" if last and last < scale.today else tone,
    }


def timeline(rows: Sequence[tuple[dict[str, Any], str, str, str]], today: dt.date) -> dict[str, Any] | None:
    """Rows of (cell, since, until, tone) drawn on one scale; rows without a date are left out, all of them is None."""
    scale = scale_for(((since, until) for __, since, until, ___ in rows), today)
    if scale is None:
        return None
    drawn = [
        {**cell, "spans": [bar]}
        for cell, since, until, tone in rows
        if (bar := span(scale, since, until, tone)) is not None
    ]
    return {"rows": drawn, "scale": scale.drawn()}
