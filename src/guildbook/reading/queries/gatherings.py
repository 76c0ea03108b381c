"""Which events of the book a text is about, where it does not write out their names."""

from __future__ import annotations

import re

from guildbook.figures.verdicts import period_of
from guildbook.language import DocumentFacts
from guildbook.reading.matching.lines import Key
from guildbook.reading.matching.wording import Wording
from guildbook.reading.matching.words import concepts
from guildbook.reading.queries.book import Book, Gathering

_HEAD = 6000
_SHARE = 0.6
# How texts call each sort of event.
_NOUNS = {
    "forum": ("forum",),
    "conference": ("conference", "annual meeting", "summit"),
    "ceremony": ("ceremony", "launch", "inauguration"),
    "visit": ("visit",),
    "exchange-trip": ("trip", "tour"),
    "press-conference": ("press conference",),
}


def gatherings_of(book: Book, wording: Wording, facts: DocumentFacts) -> tuple[Key, ...]:
    """The event named in the text, or the only one of its sort, place and day; none where two would fit."""
    named = [key for mention in facts.topics for key in mention.keys if isinstance(key, tuple) and key[0] == "event"]
    if named:
        return tuple(dict.fromkeys(named))
    head = min(_HEAD, len(wording.text))
    told = wording.concepts(0, head)
    foreign = frozenset() if wording.is_english else told
    low = wording.text[:head].lower()
    fitting = [event for event in book.gatherings if _fits(event, low, told, foreign, facts)]
    return (fitting[0].key,) if len(fitting) == 1 else ()


def _fits(event: Gathering, low: str, told: frozenset[str], foreign: frozenset[str], facts: DocumentFacts) -> bool:
    nouns = _NOUNS.get(event.sort, (event.sort,))
    # English by its words as they stand; other languages by what their words mean.
    spoken = any(re.search(rf"\b{noun}\b", low) or (foreign and concepts(noun) <= foreign) for noun in nouns)
    if event.first is None or not spoken:
        return False
    if not any(_on(event, date) for date in (facts.as_of, facts.date) if date):
        return False
    mentioned = {key for mention in facts.topics for key in mention.keys if isinstance(key, tuple)}
    here = any(
        key == ("alliance", event.alliance) or (key[0] == "place" and key[1] in event.places) for key in mentioned
    )
    title = event.words
    return here and len(title & told) >= _SHARE * len(title)


def _on(event: Gathering, date: str) -> bool:
    period = period_of(date)
    if period.first is None or period.last is None or event.first is None or event.last is None:
        return False
    return period.first <= event.last and event.first <= period.last and (period.last - period.first).days <= 31
