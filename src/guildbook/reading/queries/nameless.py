"""Texts that name nobody (“the region has …”): whom they can only mean, if the book knows most of it of one subject."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from guildbook.reading.matching.english import GATHERINGS, RANKS
from guildbook.reading.matching.likeness import THRESHOLD, Counted, likeness
from guildbook.reading.matching.lines import Key, Line
from guildbook.reading.matching.wording import Wording
from guildbook.reading.queries.book import Book

# So many figures of a text must be of kinds that the book has of one subject, and of nobody else half as many.
FEWEST = 4
_NOUNS = {"alliance": frozenset({"alliance"}), "event": GATHERINGS}
_POINTING = re.compile(r"\b(?:the|this|our)\s+([a-z]+)")


def meant_by(book: Book, wording: Wording, counted: Sequence[Counted | None]) -> Key | None:
    """The one subject a nameless text fits, by the kinds of its figures and the noun it points with."""
    fitting: dict[Key, int] = defaultdict(int)
    for each in counted:
        for subject in _subjects_of(book, each) if each is not None else ():
            fitting[subject] += 1
    ranked = sorted(fitting, key=lambda key: (-fitting[key], key))
    if not ranked or fitting[ranked[0]] < FEWEST:
        return None
    if len(ranked) > 1 and 2 * fitting[ranked[1]] > fitting[ranked[0]]:
        return None
    pointing = set(_POINTING.findall(wording.text.lower())) | wording.pointed_nouns()
    return ranked[0] if pointing & _nouns_for(book, ranked[0]) else None


def _subjects_of(book: Book, counted: Counted) -> set[Key]:
    found: set[Key] = set()
    for name in {name for head in counted.phrase.heads for name in book.by_head.get(head, ())}:
        kind = book.kinds[name]
        spoken = book.witnesses.get(name)
        if spoken and likeness(counted, Line(kind, ("", ""), kind.phrases, alone=False), book.weights) >= THRESHOLD:
            found |= spoken
    return found


def _nouns_for(book: Book, subject: Key) -> frozenset[str]:
    entity = book.entities.get(subject)
    if entity is not None and entity.kind == "place":
        return frozenset(noun for noun, ranks in RANKS.items() if entity.sort in ranks)
    return _NOUNS.get(subject[0], frozenset())
