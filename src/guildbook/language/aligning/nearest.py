"""Exact nearest neighbours, both ways in one pass: products by blocks, the best of each block merged as it comes.

Memory is that of one block of products (at most `_BLOCK` squared, 16 MB) beside the answer, never a whole matrix.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Ints = NDArray[np.intp]
    Floats = NDArray[np.float32]

_BLOCK = 2048
# Compiling the merge takes a second or two: worth it only past this many products.
_COMPILE_FROM = 50_000_000


def nearest(a: Floats, b: Floats, k: int) -> tuple[Ints, Floats, Ints, Floats]:
    """Return for rows a (n, d) and b (m, d) the k best by inner product, best first.

    Gives indices (n, k) into b and products (n, k), then indices (m, k) into a and products (m, k). Where a side has
    fewer than k rows, k is that many. Equal products stand in the order of their indices.
    """
    k_rows, k_cols = min(k, len(b)), min(k, len(a))
    rows = _Best(len(a), k_rows)
    cols = _Best(len(b), k_cols)
    merge = _compiled_merge() if len(a) * len(b) >= _COMPILE_FROM else _plain_merge
    workers = os.cpu_count() or 1
    with ThreadPoolExecutor(workers) as pool:
        for top in range(0, len(a), _BLOCK):
            block_a = a[top : top + _BLOCK]
            for left in range(0, len(b), _BLOCK):
                products = block_a @ b[left : left + _BLOCK].T
                strips = [
                    *_strips(products, left, rows, top, workers),
                    *_strips(products.T, top, cols, left, workers),
                ]
                list(pool.map(lambda strip: merge(*strip), strips))
    return rows.index, rows.value, cols.index, cols.value


class _Best:
    """The k best so far of each of n rows."""

    def __init__(self, n: int, k: int) -> None:
        self.index = np.zeros((n, k), dtype=np.intp)
        self.value = np.full((n, k), -np.inf, dtype=np.float32)


def _strips(products: Floats, start: int, best: _Best, at: int, workers: int) -> list[tuple[Floats, int, Ints, Floats]]:
    """Cut a block's rows into one strip a worker, each with its part of the answer."""
    bounds = np.linspace(0, len(products), workers + 1).astype(int)
    return [
        (products[one:two], start, best.index[at + one : at + two], best.value[at + one : at + two])
        for one, two in pairwise(bounds.tolist())
        if two > one
    ]


def _plain_merge(products: Floats, start: int, index: Ints, value: Floats) -> None:
    """Merge a block (rows, block) into the best so far with NumPy."""
    k = value.shape[1]
    both = np.concatenate([value, products], axis=1)
    which = np.concatenate(
        [index, np.broadcast_to(np.arange(start, start + products.shape[1]), products.shape)], axis=1
    )
    order = np.argsort(-both, axis=1, kind="stable")[:, :k]
    value[:] = np.take_along_axis(both, order, axis=1)
    index[:] = np.take_along_axis(which, order, axis=1)


@cache
def _compiled_merge() -> Callable[[Floats, int, Ints, Floats], None]:
    """Return the same merge compiled: one look at each product, and work only where it is among the best."""
    import numba  # noqa: PLC0415 - half a second to import, needed by long lists only

    def merge(products: Any, start: int, index: Any, value: Any) -> None:
        rows, columns = products.shape
        k = value.shape[1]
        for row in range(rows):
            least = value[row, k - 1]
            for column in range(columns):
                product = products[row, column]
                if product > least:
                    place = k - 1
                    while place > 0 and value[row, place - 1] < product:
                        value[row, place] = value[row, place - 1]
                        index[row, place] = index[row, place - 1]
                        place -= 1
                    value[row, place] = product
                    index[row, place] = start + column
                    least = value[row, k - 1]

    compiled: Callable[[Floats, int, Ints, Floats], None] = numba.njit(nogil=True)(merge)
    return compiled
