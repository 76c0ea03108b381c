"""Where in a text the words asked for stand, to be marked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from guildbook.language.folding import aligned, is_unspaced
from guildbook.search.matching.judging import lines, sounds_at

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
Span = tuple[int, int]


def marks_of(text: str, words: Iterable[str], *, every: bool = False) -> list[Span]:
    """Where words stand in a text (start, end), in order and without overlap: the first of each, or every one."""
    spelling, places = aligned(text)
    found: list[Span] = []
    for word in words:
        edge = "" if is_unspaced(word) else "(?<![^ ])"
        for hit in re.finditer(edge + re.escape(word), spelling):
            found.append((places[hit.start()][0], places[hit.end() - 1][1]))
            if not every:
                break
    return _apart(found)


def sound_marks(text: str, sounds: str, letters: str) -> list[Span]:
    """The Chinese characters whose pinyin is these letters; `sounds` is the line of this text."""
    place = sounds_at(sounds, letters)
    if place < 0:
        return []
    first = sum(character.isupper() for character in sounds[:place])
    count = sum(character.isupper() for character in sounds[place : place + len(letters)])
    characters = [hit.start() for hit in _HAN.finditer(text)][first : first + count]
    return _apart([(at, at + 1) for at in characters])


def initial_marks(text: str, count: int) -> list[Span]:
    """The first so many Chinese characters of a text."""
    return _apart([(hit.start(), hit.end()) for hit in _HAN.finditer(text)][:count])


def _apart(spans: list[Span]) -> list[Span]:
    """Spans in order, those that touch or overlap joined."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


__all__ = ["Span", "initial_marks", "lines", "marks_of", "sound_marks"]
