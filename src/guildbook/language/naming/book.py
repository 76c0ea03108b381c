"""A book of names that a name in any script is looked up in."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from guildbook.language.folding import fold
from guildbook.language.naming.grams import GramIndex
from guildbook.language.naming.likeness import Likeness, likeness
from guildbook.language.naming.meaning import Meanings
from guildbook.language.naming.parts import taken_apart
from guildbook.language.naming.scoring import nothing_against, probabilities, utility
from guildbook.language.naming.shapes import SURE, Candidate
from guildbook.language.naming.stems import StemIndex
from guildbook.language.naming.weighing import Weighed, said, weighed
from guildbook.language.transliteration import romanise, simplified_char_for_char

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from guildbook.language.embedding import Embedder, Progress, VectorStore

# How many names of each index are compared part by part.
_BY_STEMS, _BY_LETTERS, _BY_MEANING = 60, 20, 40


class NameBook:
    """Names and their keys, to be asked which of them another name may mean.

    With an embedder, or a store of vectors, names are compared by meaning too: each name of the book is embedded once.
    """

    def __init__(
        self,
        entries: Iterable[tuple[str, Hashable]],
        embedder: Embedder | None = None,
        store: VectorStore | None = None,
        progress: Progress | None = None,
    ) -> None:
        self._entries = [(name, key) for name, key in entries if name.strip()]
        names = [name for name, _ in self._entries]
        self._stems = StemIndex([said(taken_apart(name).offers) for name in names])
        self._letters = GramIndex([romanise(name) for name in names])
        self._same: dict[str, list[int]] = {}
        for row, name in enumerate(names):
            self._same.setdefault(_folded(name), []).append(row)
        wanted = embedder is not None or store is not None
        self._meanings = Meanings(names, embedder, store, progress) if wanted and names else None
        self._weighed = lru_cache(maxsize=20_000)(self._weigh)

    def __len__(self) -> int:
        """Return how many names the book holds."""
        return len(self._entries)

    def match(self, name: str, limit: int = 10) -> list[Candidate]:
        """Return the names that may mean the same as this one, best first."""
        return self.match_all([name], limit)[0]

    def match_all(
        self, names: Iterable[str], limit: int = 10, progress: Progress | None = None
    ) -> list[list[Candidate]]:
        """Return the candidates of each of several names, in their order; asked together they are told apart better."""
        asked = list(names)
        if not self._entries:
            return [[] for _ in asked]
        meanings = self._meanings.of(asked, progress) if self._meanings else None
        return [
            self._candidates(name, None if meanings is None else meanings[row], limit) if name.strip() else []
            for row, name in enumerate(asked)
        ]

    def _weigh(self, name: str) -> Weighed:
        return weighed(taken_apart(name), self._stems.rarity)

    def _rows(self, name: str, query: Weighed, meanings: NDArray[np.float32] | None) -> list[int]:
        """Return the names worth comparing part by part."""
        rows = set(_top(self._stems.scores(query.says), _BY_STEMS))
        rows |= set(_top(self._letters.scores(romanise(name)), _BY_LETTERS))
        rows |= set(self._same.get(query.name.folded, ()))
        if meanings is not None:
            rows |= set(_top(meanings, _BY_MEANING, least=-np.inf))
        return sorted(rows)

    def _candidates(self, name: str, meanings: NDArray[np.float32] | None, limit: int) -> list[Candidate]:
        query = self._weigh(name)
        meant = meanings is not None
        compared = []
        for row in self._rows(name, query, meanings):
            meaning = 0.0 if meanings is None else float(meanings[row])
            found = likeness(query, self._weighed(self._entries[row][0]), meaning)
            compared.append((utility(found, meant=meant), row, found))
        compared.sort(key=lambda one: (-one[0], one[1]))
        chances = probabilities([(value, found, self._entries[row][1]) for value, row, found in compared], meant=meant)
        return [
            self._candidate(row, chance, found)
            for chance, (_, row, found) in zip(chances[:limit], compared[:limit], strict=True)
        ]

    def _candidate(self, row: int, chance: float, found: Likeness) -> Candidate:
        name, key = self._entries[row]
        score = 1.0 if found.same else min(chance, 0.999)
        sure = bool(found.same) or (score >= SURE and nothing_against(found))
        return Candidate(name, key, round(score, 4), reasons_of(found), sure)


def reasons_of(found: Likeness) -> tuple[str, ...]:
    """Return in machine words what speaks for a candidate."""
    if found.same:
        return ("same",)
    reasons = []
    if found.asked - found.sound > 0.3:
        reasons.append("words")
    if found.sound > 0.15:
        reasons.append("pinyin")
    if found.letters > 0.6:
        reasons.append("letters")
    if found.initials > 0.6:
        reasons.append("initials")
    if found.meaning > 0:
        reasons.append("meaning")
    return tuple(reasons) or ("letters",)


def _folded(name: str) -> str:
    return fold(simplified_char_for_char(" ".join(name.split())))


def _top(scores: NDArray[np.float32] | NDArray[np.float64], count: int, least: float = 0.0) -> Sequence[int]:
    """Return the rows of the highest scores above a least one, in no order."""
    rows = np.argpartition(-scores, count)[:count] if len(scores) > count else np.arange(len(scores))
    return [int(row) for row in rows if scores[row] > least]
