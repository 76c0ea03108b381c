"""Names by their letters: character n-grams weighted by rarity, found through an inverted index."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def grams_of(text: str, sizes: tuple[int, ...] = (2, 3)) -> Counter[str]:
    """Return the character n-grams of each word of a text, word ends marked by blanks."""
    found: Counter[str] = Counter()
    for word in text.split():
        padded = f" {word} "
        for size in sizes:
            found.update(padded[at : at + size] for at in range(len(padded) - size + 1))
    return found


class GramIndex:
    """TF-IDF cosine over character n-grams of many texts; a query touches only texts that share a gram with it."""

    def __init__(self, texts: Sequence[str]) -> None:
        counted = [grams_of(text) for text in texts]
        self.size = len(texts)
        rows: dict[str, list[int]] = {}
        for row, grams in enumerate(counted):
            for gram in grams:
                rows.setdefault(gram, []).append(row)
        self._idf = {gram: math.log((1 + self.size) / (0.5 + len(at))) for gram, at in rows.items()}
        self._unseen = math.log((1 + self.size) / 0.5) if texts else 1.0
        lengths = [math.sqrt(sum(self._weight(gram, n) ** 2 for gram, n in grams.items())) or 1.0 for grams in counted]
        self._postings: dict[str, tuple[NDArray[np.int64], NDArray[np.float64]]] = {
            gram: (
                np.array(at, dtype=np.int64),
                np.array([self._weight(gram, counted[row][gram]) / lengths[row] for row in at]),
            )
            for gram, at in rows.items()
        }

    def _weight(self, gram: str, count: int) -> float:
        return (1 + math.log(count)) * self._idf.get(gram, self._unseen)

    def scores(self, text: str) -> NDArray[np.float64]:
        """Return the cosine of a text with each indexed text, 0 to 1, shape (n,)."""
        total = np.zeros(self.size)
        length = 0.0
        for gram, count in grams_of(text).items():
            weight = self._weight(gram, count)
            length += weight * weight
            if gram in self._postings:
                rows, values = self._postings[gram]
                total[rows] += weight * values
        return total / math.sqrt(length) if length else total
