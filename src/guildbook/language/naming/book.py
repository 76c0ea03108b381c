"""A book of names that a name in any script is looked up in."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

import numpy as np

from guildbook.language.folding import fold
from guildbook.language.naming.grams import GramIndex
from guildbook.language.naming.shapes import SURE, Candidate
from guildbook.language.transliteration import romanise, simplified


class NameBook:
    """Names and their keys, to be asked which of them another name may mean."""

    def __init__(self, entries: Iterable[tuple[str, Hashable]]) -> None:
        self._entries = list(entries)
        self._folded = [fold(simplified(name)) for name, _ in self._entries]
        self._letters = GramIndex([romanise(name) for name, _ in self._entries])

    def __len__(self) -> int:
        """Return how many names the book holds."""
        return len(self._entries)

    def match(self, name: str, limit: int = 10) -> list[Candidate]:
        """Return the names that may mean the same as this one, best first."""
        if not self._entries or not name.strip():
            return []
        scores = self._letters.scores(romanise(name))
        same = fold(simplified(name))
        for row, folded in enumerate(self._folded):
            if folded == same:
                scores[row] = 1.0
        best = np.argsort(-scores, kind="stable")[:limit]
        return [self._candidate(int(row), float(scores[row])) for row in best if scores[row] > 0]

    def match_all(self, names: Iterable[str], limit: int = 10) -> list[list[Candidate]]:
        """Return the candidates of each of several names, in their order."""
        return [self.match(name, limit) for name in names]

    def _candidate(self, row: int, score: float) -> Candidate:
        name, key = self._entries[row]
        bounded = min(max(score, 0.0), 1.0)
        return Candidate(name, key, bounded, ("same",) if bounded == 1.0 else ("letters",), bounded >= SURE)
