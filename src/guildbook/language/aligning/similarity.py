"""The two lists to be compared, and which pairs of their items are worth a look."""

from __future__ import annotations

import re
import unicodedata
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
_BESIDE = 2  # items before and after the one as far down
# What follows was chosen on lists of the dev data and of the tests together; docs/decisions/0003 says what others cost.
HUB = 4  # neighbours by which an item's general nearness is judged
NOISE = 0.22  # the similarity of a near neighbour that says something else: stands in where a list has too few items
PRIOR = 4.0  # weight, in items, of the language's own mean where a list is short
_AT_ONCE = 4096  # rows gathered for products: what the processor keeps at hand
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


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
    def by_text(self) -> tuple[Ints, Ints]:
        """The items, those of one text together, and where each text's items start."""
        order = np.argsort(self.of_item, kind="stable")
        return order, np.searchsorted(self.of_item[order], np.arange(len(self.texts) + 1))

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
    """Return the pairs of texts worth a look."""
    n, m = len(a.texts), len(b.texts)
    if len(a.of_item) * len(b.of_item) <= ALL_PAIRS:
        rows, columns = np.divmod(np.arange(n * m, dtype=np.intp), max(m, 1))
        return Field((n, m), rows, columns)
    of_rows, _, of_columns, _ = nearest(a.vectors, b.vectors, NEIGHBOURS)
    forth = np.repeat(np.arange(n), of_rows.shape[1]) * m + of_rows.ravel()
    back = of_columns.ravel() * m + np.repeat(np.arange(m), of_columns.shape[1])
    rows, columns = np.divmod(np.unique(np.concatenate([forth, back])), m)
    return Field((n, m), rows, columns)


def items_of(texts: Field, a: Side, b: Side) -> tuple[Field, Ints]:
    """Return the pairs of items behind the pairs of texts, and which pair of texts each is.

    In long lists, of a text that stands often in both only those items pair that are about as far down.
    """
    shape = (len(a.of_item), len(b.of_item))
    if shape == texts.shape:
        return texts, np.arange(len(texts.rows), dtype=np.intp)
    if texts.whole and shape[0] * shape[1] <= ALL_PAIRS:
        rows, columns = np.divmod(np.arange(shape[0] * shape[1], dtype=np.intp), shape[1])
        return Field(shape, rows, columns), a.of_item[rows] * texts.shape[1] + b.of_item[columns]
    forth = _as_far_down(texts.rows, texts.columns, a, b)
    back = _as_far_down(texts.columns, texts.rows, b, a)
    rows, columns = np.concatenate([forth[0], back[1]]), np.concatenate([forth[1], back[0]])
    pairs, first = np.unique(rows * shape[1] + columns, return_index=True)
    rows, columns = np.divmod(pairs, shape[1])
    return Field(shape, rows, columns), np.concatenate([forth[2], back[2]])[first]


def _as_far_down(texts: Ints, others: Ints, a: Side, b: Side) -> tuple[Ints, Ints, Ints]:
    """Return each item of the texts with a few of the others' items, and the place of their pair of texts."""
    order_a, starts_a = a.by_text
    order_b, starts_b = b.by_text
    counts_a, counts_b = np.diff(starts_a)[texts], np.diff(starts_b)[others]
    place = np.repeat(np.arange(len(texts)), counts_a)
    rank = np.arange(len(place)) - np.repeat(np.cumsum(counts_a) - counts_a, counts_a)
    near = rank * counts_b[place] // counts_a[place]
    found = []
    for step in range(-_BESIDE, _BESIDE + 1):
        at = near + step
        has = (at >= 0) & (at < counts_b[place])
        items, partners = starts_a[texts[place]] + rank, starts_b[others[place]] + at
        found.append((order_a[items[has]], order_b[partners[has]], place[has]))
    one, two, three = zip(*found, strict=True)
    return np.concatenate(one), np.concatenate(two), np.concatenate(three)


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


def _plain_digits(text: str) -> str:
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
