"""What an English text says about itself: title, date, as-of date."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from guildbook.language.dating import DateSpan, earliest_day, with_year
from guildbook.language.english.dates import find_dates
from guildbook.language.sentences import Layout

_STAMP = re.compile(
    r"\b(?:updated|date|published|posted|release[d]?|time|issued|last modified|dated|on)\b\s*[:：]?", re.IGNORECASE
)
_FURNITURE = re.compile(
    r"^(?:nav|search|news|home|print|mail|large|medium|small|share|menu|skip|click|source|by|editor|tags?)\b",
    re.IGNORECASE,
)
_LONGEST_STAMP_LINE = 140
_HEAD_PARAGRAPHS = 12
# An event more than this many days before publication is background, not the occasion of the text.
_OCCASION_DAYS = 60


@dataclass(frozen=True, slots=True)
class Dated:
    """The dates of a document and every explicit date span in it."""

    date: str | None
    as_of: str | None
    spans: tuple[DateSpan, ...]


def find_title(flat: str, layout: Layout) -> str | None:
    """Return the first paragraph that reads like a headline: not furniture, not a long sentence."""
    for paragraph in layout.paragraphs[:_HEAD_PARAGRAPHS]:
        line = flat[paragraph.start : paragraph.end]
        if len(line) < 18 or _FURNITURE.match(line) or len(line.split()) < 4:
            continue
        return line if len(line) <= 260 and not re.search(r"[.!?]\s+[A-Z]", line) else None
    return None


def date_document(flat: str, layout: Layout) -> Dated:
    """Return the document's date and the date its statements hold at."""
    spans = find_dates(flat, layout.with_digits())
    stamp = _stamp(flat, layout, spans)
    resolved: list[DateSpan] = []
    for span in spans:
        edtf = span.edtf or (with_year(span.month_day, stamp.edtf) if span.month_day and stamp else None)
        resolved.append(DateSpan(span.start, span.end, edtf, span.month_day))
    date = stamp.edtf if stamp else None
    occasion = _occasion(flat, layout, resolved, stamp, date)
    if date is None and occasion:
        date = occasion
        year_from = earliest_day(occasion)
        resolved = [
            DateSpan(
                s.start, s.end, s.edtf or (with_year(s.month_day, year_from) if s.month_day else None), s.month_day
            )
            for s in resolved
        ]
    return Dated(date, occasion or date, tuple(resolved))


def _stamp(flat: str, layout: Layout, spans: list[DateSpan]) -> DateSpan | None:
    """Return the date line: a short line, near the head or the foot, that is little more than a date."""
    for span in spans:
        if span.edtf is None or len(span.edtf) != 10:
            continue
        paragraph = layout.paragraph_at(span.start)
        near_edge = paragraph.number <= _HEAD_PARAGRAPHS or paragraph.number > len(layout.paragraphs) - 4
        if not near_edge or paragraph.end - paragraph.start > _LONGEST_STAMP_LINE:
            continue
        rest = flat[paragraph.start : span.start] + flat[span.end : paragraph.end]
        led = _STAMP.search(flat, paragraph.start, span.start)
        if (led and span.start - led.end() < 4 and led.group().strip().lower() != "on") or len(rest.strip()) < 30:
            return span
    return None


def _occasion(flat: str, layout: Layout, spans: list[DateSpan], stamp: DateSpan | None, date: str | None) -> str | None:
    for span in spans[:40]:
        if span is stamp or (stamp and span.start == stamp.start) or span.edtf is None or len(span.edtf) < 10:
            continue
        if span.edtf[4] != "-":
            continue
        before = flat[max(0, span.start - 24) : span.start].lower()
        if re.search(r"\b(?:since|born|founded|established|until|before|by|due)\s(?:on\s|in\s)?$", before):
            continue
        if date is None:
            return span.edtf
        distance = datetime.date.fromisoformat(date[:10]) - datetime.date.fromisoformat(earliest_day(span.edtf))
        if 0 <= distance.days <= _OCCASION_DAYS:
            return span.edtf
    return None
