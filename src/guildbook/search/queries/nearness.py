"""How near a vector must come to mean the same: the threshold, and how it was set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SURE = 0.86


def nearest(asked: NDArray[np.float32], rows: NDArray[np.float32], most: int) -> list[tuple[int, float]]:
    """Rows that are near enough, the nearest first, with their cosine."""
    scores = rows @ asked
    best = np.argsort(-scores, kind="stable")[:most]
    return [(int(row), float(scores[row])) for row in best if scores[row] >= SURE]
