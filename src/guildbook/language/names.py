"""Known names in running text: longest match first, forgiving about case, blanks, punctuation and glued words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from guildbook.language.characters import fold
from guildbook.language.syllables import may_break

# Vowel signs and tone marks of Thai, Lao, Burmese and Khmer are no letters by their category, and yet belong to words.
_RUN = re.compile(r"(?:[^\W_]|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])+")
# A name may begin where a word begins, at a capital or digit inside glued text, or anywhere in scripts without blanks.
_ENTRY = re.compile(r"(?<![^\W_])[^\W_]|[A-Z]|(?<=[A-Za-z])\d|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3400-\u9fff]")
_SPACELESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3400-\u9fff]")
_LEADING_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
# Below this many letters a glued match would be an accident ("Thai" in "Thailand").
_GLUED_MINIMUM = 12
_PREFIX = 4


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A known name found in a text, with the offsets of the text as it was given."""

    start: int
    end: int
    name: str
    keys: tuple[Hashable, ...]


def _lower(text: str) -> str:
    """Lower-case character by character, so that the length never changes."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _squeeze(name: str) -> str:
    return _lower("".join(_RUN.findall(fold(name))))


class NameIndex:
    """A lookup of many names at once; time grows with the text, hardly with the number of names."""

    def __init__(self, names: Iterable[tuple[str, Hashable]]) -> None:
        """Index `(name, key)` pairs; several keys may share a name."""
        self._names: dict[str, tuple[str, list[Hashable]]] = {}
        lengths: dict[str, set[int]] = {}
        # All-capital short names (ACC, BYD) must not match the words they spell.
        self._acronyms: set[str] = set()
        for given, key in names:
            name = _LEADING_ARTICLE.sub("", given.strip(), count=1) or given
            squeezed = _squeeze(name)
            if not squeezed or (len(squeezed) == 1 and squeezed.isascii()):
                continue
            entry = self._names.setdefault(squeezed, (given, []))
            if key not in entry[1]:
                entry[1].append(key)
            if name.isascii() and name.isupper() and len(squeezed) <= 6:
                self._acronyms.add(squeezed)
            lengths.setdefault(squeezed[:_PREFIX], set()).add(len(squeezed))
        self._lengths = {prefix: sorted(found, reverse=True) for prefix, found in lengths.items()}
        self._short_prefixes = sorted({len(p) for p in lengths if len(p) < _PREFIX}, reverse=True)

    def __len__(self) -> int:
        """Return how many different names are indexed."""
        return len(self._names)

    def find(self, text: str) -> list[NameMatch]:
        """Return the non-overlapping matches of a text, left to right, the longest at each place."""
        return list(self._scan(fold(text)))

    def _scan(self, flat: str) -> Iterator[NameMatch]:
        runs = list(_RUN.finditer(flat))
        starts = [run.start() for run in runs]
        squeezed_starts: list[int] = []
        total = 0
        for run in runs:
            squeezed_starts.append(total)
            total += run.end() - run.start()
        squeezed = _lower("".join(run.group() for run in runs))
        free_from = 0
        for entry in _ENTRY.finditer(flat):
            start = entry.start()
            if start < free_from:
                continue
            place = bisect_right(starts, start) - 1
            at = squeezed_starts[place] + start - starts[place]
            length = self._longest(flat, squeezed, at, start, squeezed_starts, starts)
            if length:
                end = self._end(at + length, squeezed_starts, starts)
                name, keys = self._names[squeezed[at : at + length]]
                yield NameMatch(start, end, name, tuple(keys))
                free_from = end

    @staticmethod
    def _end(squeezed_end: int, squeezed_starts: list[int], starts: list[int]) -> int:
        run = bisect_right(squeezed_starts, squeezed_end - 1) - 1
        return starts[run] + squeezed_end - squeezed_starts[run]

    def _longest(
        self, flat: str, squeezed: str, at: int, start: int, squeezed_starts: list[int], starts: list[int]
    ) -> int:
        for width in (_PREFIX, *self._short_prefixes):
            for length in self._lengths.get(squeezed[at : at + width], ()):
                candidate = squeezed[at : at + length]
                if candidate not in self._names:
                    continue
                end = self._end(at + length, squeezed_starts, starts)
                if self._stands_alone(flat, start, end, candidate):
                    return length
        return 0

    def _stands_alone(self, flat: str, start: int, end: int, candidate: str) -> bool:
        if end - start > 2 * len(candidate) + 4 or "\n\n" in flat[start:end]:
            return False
        if _SPACELESS.match(flat, start):
            return may_break(flat, start) and may_break(flat, end)
        if candidate in self._acronyms and not flat[start:end].isupper():
            return False
        glued_before = start > 0 and flat[start - 1].isalnum()
        glued_after = end < len(flat) and flat[end].isalnum()
        if not (glued_before or glued_after):
            return True
        if glued_after and flat[end].isupper() and flat[end - 1].islower() and not glued_before:
            return len(candidate) >= _PREFIX
        if glued_before and flat[start - 1].islower() and not glued_after:
            return len(candidate) >= _PREFIX
        return len(candidate) >= _GLUED_MINIMUM
