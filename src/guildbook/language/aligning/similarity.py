"""How alike the items of two lists are: by meaning, letters, length and figures, as log-odds of being one thing."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from guildbook.language.aligning.nearest import nearest
from guildbook.language.embedding import prepared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.intp]
    Floats = NDArray[np.float32]
    Doubles = NDArray[np.float64]

# Up to this many pairs all are looked at; beyond, each item's nearest.
ALL_PAIRS = 1_000_000
NEIGHBOURS = 12
# What follows was chosen on lists of the dev data and of the tests together (docs/decisions/0003): no value is sharp.
HUB = 4  # neighbours by which an item's general nearness is judged
NOISE = 0.22  # the similarity of a near neighbour that says something else: stands in where a list has too few items
PRIOR = 4.0  # weight, in items, of the language's own mean where a list is short
EVEN = 0.05  # similarity, less the neighbours', at which a pair is as likely as not
SCALE = 0.03  # similarity that multiplies the odds by e
LENGTH = 0.08
LETTERS = 0.2
FIGURES = 0.05
RELATION = 3.0
SAME_TEXT = 8.0  # log-odds of two equal texts
_HASHED = 1024
_AT_ONCE = 50_000
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Side:
    """One list: its different texts, prepared, and which of them each item is."""

    texts: list[str]
    of_item: Ints
    vectors: Floats  # centred, unit rows

    @classmethod
    def of(cls, items: Sequence[str], vectors: Floats, prior: Floats | None) -> Side:
        """Put equal items together and centre; `prior` is the mean vector expected of the language."""
        plain = [prepared(item) for item in items]
        first: dict[str, int] = {}
        of_item = np.array([first.setdefault(text.casefold(), len(first)) for text in plain], dtype=np.intp)
        _, at = np.unique(of_item, return_index=True)
        return cls([plain[i] for i in at], of_item, centred(np.asarray(vectors, dtype=np.float32)[at], prior))

    @cached_property
    def lengths(self) -> Floats:
        """Logarithms of length, less their median: languages differ in how long they are."""
        lengths: Doubles = np.log(np.array([max(len(text), 1) for text in self.texts], dtype=np.float64))
        return np.asarray(lengths - np.median(lengths), dtype=np.float32)

    @cached_property
    def figures(self) -> list[frozenset[str]]:
        """The numbers in digits each text names, whatever the script of the digits."""
        return [frozenset(_FIGURE.findall(_plain_digits(text))) for text in self.texts]


@dataclass(frozen=True)
class Field:
    """The pairs that are looked at: row and column of each, sorted; all of a small table, the likely ones of a big."""

    shape: tuple[int, int]
    rows: Ints
    columns: Ints

    @property
    def whole(self) -> bool:
        """Whether every pair is looked at."""
        return len(self.rows) == self.shape[0] * self.shape[1]

    def products(self, a: Floats, b: Floats) -> Floats:
        """Return the inner product of each pair's rows of a and b."""
        if self.whole:
            return np.asarray(a @ b.T, dtype=np.float32).ravel()
        found = np.empty(len(self.rows), dtype=np.float32)
        for start in range(0, len(found), _AT_ONCE):
            some = slice(start, start + _AT_ONCE)
            found[some] = np.einsum("ij,ij->i", a[self.rows[some]], b[self.columns[some]])
        return found

    def margin(self, values: Floats) -> Floats:
        """Return the values less the mean of the best few of the pair's row and column (CSLS).

        An item that is near everything is near nothing. Where a row has few pairs, `NOISE` stands in for neighbours.
        """
        of_rows = _best_means(self.rows, values, self.shape[0])
        of_columns = _best_means(self.columns, values, self.shape[1])
        return np.asarray(values - (of_rows[self.rows] + of_columns[self.columns]) / 2, dtype=np.float32)


def field_of(a: Side, b: Side) -> Field:
    """Return the pairs worth a look."""
    n, m = len(a.texts), len(b.texts)
    if n * m <= ALL_PAIRS:
        rows, columns = np.divmod(np.arange(n * m, dtype=np.intp), max(m, 1))
        return Field((n, m), rows, columns)
    of_rows, _, of_columns, _ = nearest(a.vectors, b.vectors, NEIGHBOURS)
    forth = np.repeat(np.arange(n), of_rows.shape[1]) * m + of_rows.ravel()
    back = of_columns.ravel() * m + np.repeat(np.arange(m), of_columns.shape[1])
    rows, columns = np.divmod(np.unique(np.concatenate([forth, back])), m)
    return Field((n, m), rows, columns)


def log_odds(a: Side, b: Side, field: Field, believed: Doubles | None = None) -> Doubles:
    """Return for each pair the logarithm of the odds that both say the same, before competition and order.

    `believed` are probabilities found so far: items that stand alike to the pairs already believed are more alike.
    """
    cosine = field.products(a.vectors, b.vectors)
    alike = cosine if believed is None else cosine + RELATION * _relation(a, b, field, believed)
    lengths = np.abs(a.lengths[field.rows] - b.lengths[field.columns])
    letters = field.products(*_letters(a.texts, b.texts))
    alike = alike + LETTERS * letters - LENGTH * lengths + FIGURES * _same_figures(a, b, field)
    odds: Doubles = (field.margin(alike).astype(np.float64) - EVEN) / SCALE
    same = {text.casefold(): row for row, text in enumerate(a.texts)}
    partner = np.array([same.get(text.casefold(), -1) for text in b.texts], dtype=np.intp)
    odds[partner[field.columns] == field.rows] = SAME_TEXT
    empty_a = np.array([not text for text in a.texts])
    empty_b = np.array([not text for text in b.texts])
    odds[empty_a[field.rows] | empty_b[field.columns]] = -np.inf
    return odds


def centred(vectors: Floats, prior: Floats | None) -> Floats:
    """Return unit rows less their mean: what a list's items share is language and field, not what each says."""
    full = np.any(vectors != 0, axis=1)
    total = vectors[full].sum(axis=0) + (PRIOR * prior if prior is not None else 0)
    mean = total / max(full.sum() + (PRIOR if prior is not None else 0), 1)
    moved = (vectors - mean) * full[:, None]
    norms = np.linalg.norm(moved, axis=1, keepdims=True)
    return np.asarray(moved / np.maximum(norms, 1e-6), dtype=np.float32)


def _best_means(groups: Ints, values: Floats, count: int) -> Floats:
    """Return the mean of the best `HUB` values of each group, at least `NOISE` where there are fewer."""
    order = np.lexsort((-values, groups))
    starts = np.searchsorted(groups[order], np.arange(count + 1))
    best = np.full((count, HUB), NOISE, dtype=np.float32)
    for place in range(HUB):
        has = starts[:-1] + place < starts[1:]
        best[has, place] = values[order[starts[:-1][has] + place]]
    best[:, 1:] = np.maximum(best[:, 1:], np.where((np.diff(starts) < 3 * HUB)[:, None], NOISE, -1))
    return np.asarray(best.mean(axis=1), dtype=np.float32)


def _relation(a: Side, b: Side, field: Field, believed: Doubles) -> Floats:
    """Return how alike each pair stands to the pairs believed, itself left out: the mean product of both nearnesses."""
    sure = believed > 0.02  # what is less weighs nothing
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


def _plain_digits(text: str) -> str:
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)


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
