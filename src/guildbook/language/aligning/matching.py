"""Matching without regard to order: each item has at most one partner, and may have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from guildbook.language.aligning.similarity import Doubles, Field, Ints

_ROUNDS = 60
_FARTHEST = 30.0


def beliefs(field: Field, odds: Doubles) -> Doubles:
    """Return for each pair the probability that both are partners, given that every item has one partner or none.

    Sinkhorn's iteration with a place for the unmatched on either side: candidates of one item share its belief.
    """
    weights = np.exp(np.clip(odds, -_FARTHEST, _FARTHEST))
    n, m = field.shape
    of_rows, of_columns = np.ones(n), np.ones(m)
    for _ in range(_ROUNDS):
        of_rows = 1 / (1 + np.bincount(field.rows, weights * of_columns[field.columns], n))
        of_columns = 1 / (1 + np.bincount(field.columns, weights * of_rows[field.rows], m))
    found: Doubles = weights * of_rows[field.rows] * of_columns[field.columns]
    return found


def mutual(field: Field, believed: Doubles, least: float) -> Ints:
    """Return the places of those pairs that are each other's best and believed at least so much, by row.

    Of equal pairs the first counts: the caller decides what ties mean.
    """
    n, m = field.shape
    of_rows, of_columns = np.zeros(n), np.zeros(m)
    np.maximum.at(of_rows, field.rows, believed)
    np.maximum.at(of_columns, field.columns, believed)
    best = (believed >= of_rows[field.rows]) & (believed >= of_columns[field.columns]) & (believed >= least)
    return first_each(field, np.flatnonzero(best))


def first_each(field: Field, places: Ints) -> Ints:
    """Return those places, in their order, whose row and column no earlier one has taken."""
    rows: set[int] = set()
    columns: set[int] = set()
    kept = []
    for place in places.tolist():
        row, column = int(field.rows[place]), int(field.columns[place])
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            kept.append(place)
    return np.array(kept, dtype=np.intp)
