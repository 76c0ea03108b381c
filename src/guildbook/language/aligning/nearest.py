"""Exact nearest neighbours, both ways in one pass: products by blocks, the best of each block merged as it comes.

Memory is that of two blocks of products (`_BLOCK` squared, 16 MB each) beside the answer, never a whole matrix.
"""

from __future__ import annotations

import os
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Ints = NDArray[np.int32]
    Floats = NDArray[np.float32]
    Merge = Callable[[Floats, int, Ints, Floats], None]

_BLOCK = 2048
# Compiling the merge takes a second or two: worth it only past this many products.
_COMPILE_FROM = 50_000_000


def nearest(a: Floats, b: Floats, k: int) -> tuple[Ints, Floats, Ints, Floats]:
    """Return for rows a (n, d) and b (m, d) the k best by inner product, best first.

    Gives indices (n, k) into b and products (n, k), then indices (m, k) into a and products (m, k). Where a side has
    fewer than k rows, k is that many. Equal products stand in the order of their indices.
    """
    rows, columns = _Best(len(a), min(k, len(b))), _Best(len(b), min(k, len(a)))
    if not len(a) or not len(b):
        return rows.index, rows.value, columns.index, columns.value
    forth, back = _compiled_merges() if len(a) * len(b) >= _COMPILE_FROM else (_plain_merge, _plain_merge_columns)
    workers = os.cpu_count() or 1
    merging: list[Future[None]] = []
    with ThreadPoolExecutor(workers) as pool:
        for top in range(0, len(a), _BLOCK):
            for left in range(0, len(b), _BLOCK):
                # The next product is computed while the last one is merged.
                products = a[top : top + _BLOCK] @ b[left : left + _BLOCK].T
                for future in merging:
                    future.result()
                merging = [
                    pool.submit(forth, products[one:two], left, *rows.part(top + one, top + two))
                    for one, two in _cuts(products.shape[0], workers)
                ]
                merging += [
                    pool.submit(back, products[:, one:two], top, *columns.part(left + one, left + two))
                    for one, two in _cuts(products.shape[1], workers)
                ]
        for future in merging:
            future.result()
    return rows.index, rows.value, columns.index, columns.value


class _Best:
    """The k best so far of each of n rows."""

    def __init__(self, n: int, k: int) -> None:
        self.index = np.zeros((n, k), dtype=np.int32)
        self.value = np.full((n, k), -np.inf, dtype=np.float32)

    def part(self, one: int, two: int) -> tuple[Ints, Floats]:
        """Return rows one to two, to be changed in place."""
        return self.index[one:two], self.value[one:two]


def _cuts(length: int, parts: int) -> list[tuple[int, int]]:
    bounds = np.linspace(0, length, parts + 1).astype(int).tolist()
    return [(one, two) for one, two in pairwise(bounds) if two > one]


def _plain_merge(products: Floats, start: int, index: Ints, value: Floats) -> None:
    """Merge a block (rows, block) into the best so far of its rows, with NumPy."""
    k = value.shape[1]
    both = np.concatenate([value, products], axis=1)
    places = np.arange(start, start + products.shape[1], dtype=np.int32)
    which = np.concatenate([index, np.broadcast_to(places, products.shape)], axis=1)
    order = np.argsort(-both, axis=1, kind="stable")[:, :k]
    value[:] = np.take_along_axis(both, order, axis=1)
    index[:] = np.take_along_axis(which, order, axis=1)


def _plain_merge_columns(products: Floats, start: int, index: Ints, value: Floats) -> None:
    _plain_merge(products.T, start, index, value)


def _enter(index: Ints, value: Floats, row: int, product: np.float32, place: int) -> None:
    """Enter a product among the best of a row, which are sorted; the last falls out."""
    at = value.shape[1] - 1
    while at > 0 and value[row, at - 1] < product:
        value[row, at] = value[row, at - 1]
        index[row, at] = index[row, at - 1]
        at -= 1
    value[row, at] = product
    index[row, at] = place


def _merge(products: Floats, start: int, index: Ints, value: Floats) -> None:
    """Merge a block as `_plain_merge`: one look at each product, and work only where it is among the best."""
    last = value.shape[1] - 1
    for row in range(products.shape[0]):
        least = value[row, last]
        for column in range(products.shape[1]):
            if products[row, column] > least:
                _enter(index, value, row, products[row, column], start + column)
                least = value[row, last]


def _merge_columns(products: Floats, start: int, index: Ints, value: Floats) -> None:
    """Merge a block's columns, reading it row by row as it lies in memory."""
    last = value.shape[1] - 1
    least = value[:, last].copy()
    for row in range(products.shape[0]):
        for column in range(products.shape[1]):
            if products[row, column] > least[column]:
                _enter(index, value, column, products[row, column], start + row)
                least[column] = value[column, last]


@cache
def _compiled_merges() -> tuple[Merge, Merge]:
    """Return the loops above compiled; they let go of the interpreter's lock."""
    import numba  # noqa: PLC0415 - half a second to import, needed by long lists only

    numba.extending.register_jitable(_enter)
    return numba.njit(nogil=True)(_merge), numba.njit(nogil=True)(_merge_columns)
