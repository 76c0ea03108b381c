"""How alike the items of two lists are: by meaning, letters, length and figures, as log-odds of being one thing."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from guildbook.language.aligning.similarity import HUB, Field, Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guildbook.language.aligning.similarity import Doubles, Floats

# What follows was chosen on lists of the dev data and of the tests together; docs/decisions/0003 says what others cost.
EVEN = 0.05  # similarity, less the neighbours', at which a pair is as likely as not
SCALE = 0.03  # similarity that multiplies the odds by e
LENGTH = 0.08
LETTERS = 0.2
FIGURES = 0.05
RELATION = 3.0
SAME_TEXT = 8.0  # log-odds of two equal texts
_HASHED = 1024
_BELIEVED = 0.02  # what is believed less weighs nothing
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


class Comparison:
    """Two lists, pair by pair: what does not change while beliefs do is computed once."""

    def __init__(self, a: Side, b: Side, field: Field) -> None:
        self._a, self._b, self._field = a, b, field
        lengths = np.abs(a.lengths[field.rows] - b.lengths[field.columns])
        letters = field.products(*_letters(a.texts, b.texts))
        meaning = field.products(a.vectors, b.vectors)
        self._alike = meaning + LETTERS * letters - LENGTH * lengths + FIGURES * _same_figures(a, b, field)
        place = {text.casefold(): row for row, text in enumerate(a.texts)}
        partner = np.array([place.get(text.casefold(), -1) for text in b.texts], dtype=np.intp)
        self._same = partner[field.columns] == field.rows
        self._empty = np.array([not text for text in a.texts])[field.rows]
        self._empty |= np.array([not text for text in b.texts])[field.columns]

    def log_odds(self, believed: Doubles | None = None) -> Doubles:
        """Return for each pair the logarithm of the odds that both say the same, before competition and order.

        `believed` are probabilities found so far: items that stand alike to the pairs already believed are more alike.
        """
        alike = self._alike if believed is None else self._alike + RELATION * self._relation(believed)
        odds: Doubles = (self._field.margin(alike).astype(np.float64) - EVEN) / SCALE
        odds[self._same] = SAME_TEXT
        odds[self._empty] = -np.inf
        return odds

    def _relation(self, believed: Doubles) -> Floats:
        """Return how alike each pair stands to the pairs believed, itself left out: mean product of both nearnesses."""
        a, b, field = self._a, self._b, self._field
        sure = believed > _BELIEVED  # what is less weighs nothing
        rows, columns, weights = field.rows[sure], field.columns[sure], believed[sure].astype(np.float32)
        through_b = np.zeros_like(a.vectors)
        np.add.at(through_b, rows, weights[:, None] * b.vectors[columns])
        through_a = np.zeros_like(b.vectors)
        np.add.at(through_a, columns, weights[:, None] * a.vectors[rows])
        across = a.vectors.T @ through_b
        all_pairs = field.products(a.vectors @ across, b.vectors)
        own = field.products(through_b, b.vectors) + field.products(a.vectors, through_a)
        return np.asarray((all_pairs - own + believed) / max(float(weights.sum()), HUB), dtype=np.float32)


def _same_figures(a: Side, b: Side, field: Field) -> Floats:
    """Return 1 where both name the same numbers, -1 where both name numbers and share none, else 0."""
    found = np.zeros(len(field.rows), dtype=np.float32)
    has_a = np.array([bool(numbers) for numbers in a.figures], dtype=bool)
    has_b = np.array([bool(numbers) for numbers in b.figures], dtype=bool)
    for at in np.flatnonzero(has_a[field.rows] & has_b[field.columns]):
        one, two = a.figures[field.rows[at]], b.figures[field.columns[at]]
        found[at] = 1 if one == two else -1 if not one & two else 0
    return found


def _letters(a: Sequence[str], b: Sequence[str]) -> tuple[Floats, Floats]:
    """Return unit rows of three-letter stretches of the texts in Latin letters: names, terms and kindred languages."""
    counts = [Counter(_stretches(text)) for text in (*a, *b)]
    spread: Counter[str] = Counter()
    for count in counts:
        spread.update(count.keys())
    weight = {stretch: float(np.log(len(counts) / number)) for stretch, number in spread.items()}
    place = {stretch: zlib.crc32(stretch.encode()) for stretch in spread}
    rows = np.zeros((len(counts), _HASHED), dtype=np.float32)
    for row, count in enumerate(counts):
        for stretch, number in count.items():
            sign = 1 if place[stretch] & 1 else -1
            rows[row, (place[stretch] >> 1) % _HASHED] += sign * (1 + np.log(number)) * weight[stretch]
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    return rows[: len(a)], rows[len(a) :]


def _stretches(text: str) -> list[str]:
    from anyascii import anyascii  # noqa: PLC0415 - its tables are read only when lists are aligned

    latin = f" {_NOT_LETTERS.sub(' ', anyascii(text).casefold()).strip()} "
    return [latin[start : start + 3] for start in range(len(latin) - 2)]
