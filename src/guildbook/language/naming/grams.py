"""Names by their letters: character n-grams weighted by rarity, found through an inverted index."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def grams_of(text: str, sizes: tuple[int, ...] = (2, 3)) -> Counter[str]:
    """Return the character n-grams of each word of a text, word ends marked by blanks."""
    found: list[str] = []
    for word in text.split():
        padded = f" {word} "
        for size in sizes:
            found += [padded[at : at + size] for at in range(len(padded) - size + 1)]
    return Counter(found)


class GramIndex:
    """TF-IDF cosine over character n-grams of many texts; a query touches only texts that share a gram with it."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.size = len(texts)
        self._numbers: dict[str, int] = {}
        gram_numbers: list[int] = []
        rows: list[int] = []
        counts: list[int] = []
        for row, text in enumerate(texts):
            for gram, count in grams_of(text).items():
                gram_numbers.append(self._numbers.setdefault(gram, len(self._numbers)))
                rows.append(row)
                counts.append(count)
        which = np.array(gram_numbers, dtype=np.int64)
        where = np.array(rows, dtype=np.int64)
        held_by = np.bincount(which, minlength=len(self._numbers))
        self._unseen = math.log((1 + self.size) / 0.5)
        self._idf = np.log((1 + self.size) / (0.5 + held_by))
        weights = (1 + np.log(np.array(counts, dtype=np.float64))) * self._idf[which]
        lengths = np.sqrt(np.bincount(where, weights=weights**2, minlength=self.size))
        order = np.argsort(which, kind="stable")
        self._rows = where[order].astype(np.int32)
        self._values = (weights / np.maximum(lengths, 1e-12)[where])[order].astype(np.float32)
        self._ends = np.cumsum(held_by)

    def scores(self, text: str) -> NDArray[np.float64]:
        """Return the cosine of a text with each indexed text, 0 to 1, shape (n,)."""
        total = np.zeros(self.size)
        length = 0.0
        for gram, count in grams_of(text).items():
            number = self._numbers.get(gram)
            weight = (1 + math.log(count)) * (self._unseen if number is None else float(self._idf[number]))
            length += weight * weight
            if number is not None:
                part = slice(self._ends[number - 1] if number else 0, self._ends[number])
                total[self._rows[part]] += weight * self._values[part]
        return total / math.sqrt(length) if length else total
