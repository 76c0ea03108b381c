"""How near in meaning a text must come: vectors without what their language adds, and the threshold with its origin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

# Set on searches in eight languages and on as many that mean nothing the book has (docs/decisions/0005-search.md).
SURE = 0.315
# What is much less near than the nearest was not meant.
APART = 0.1
# Texts of a language that the phrases of reference count as, beside the book's own.
PRIOR = 30


def means_of(groups: Sequence[str], rows: Floats, expected: Mapping[str, Floats]) -> dict[str, Floats]:
    """The mean vector of each group of languages: of the book's own texts as far as there are enough."""
    found = dict(expected)
    named = np.array(groups)
    for group in set(groups):
        own = rows[named == group]
        found[group] = (own.sum(axis=0) + PRIOR * expected[group]) / (len(own) + PRIOR)
    return found


def centred(rows: Floats, groups: Sequence[str], means: Mapping[str, Floats]) -> Floats:
    """Unit rows without what their language adds."""
    if not len(rows):
        return rows
    moved = rows - np.array([means[group] for group in groups], dtype=np.float32)
    lengths = np.linalg.norm(moved, axis=1, keepdims=True)
    return np.asarray(moved / np.maximum(lengths, 1e-6), dtype=np.float32)


def nearest(asked: Floats, rows: Floats, most: int) -> list[tuple[int, float]]:
    """Rows that are near enough, the nearest first, with their cosine."""
    scores = rows @ asked
    least = max(SURE, float(scores.max(initial=0)) - APART)
    near = np.flatnonzero(scores >= least)
    best = near[np.argsort(-scores[near], kind="stable")][:most]
    return [(int(row), float(scores[row])) for row in best]
