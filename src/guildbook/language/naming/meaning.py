"""Names by what they mean: embeddings, centred and corrected for crowding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from guildbook.language.embedding import embed_stored

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from guildbook.language.embedding import Embedder, Progress, VectorStore

_NEIGHBOURS = 10


class Meanings:
    """The vectors of a book's names, which other names are compared with."""

    def __init__(
        self,
        names: Sequence[str],
        embedder: Embedder | None,
        store: VectorStore | None,
        progress: Progress | None = None,
    ) -> None:
        self._embedder, self._store = embedder, store
        self._vectors = centred(embed_stored(names, store, embedder, progress))

    def of(self, names: Sequence[str], progress: Progress | None = None) -> NDArray[np.float32]:
        """Return the likeness in meaning of each of some names with each name of the book, shape (m, n).

        Twice the cosine less the mean cosine of each side's ten nearest (CSLS), not bounded.
        """
        asked = centred(embed_stored(names, self._store, self._embedder, progress))
        cosines: NDArray[np.float32] = asked @ self._vectors.T
        return 2 * cosines - _nearest(cosines)[:, None] - _nearest(cosines.T)[None, :]


def centred(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return unit rows after the mean is taken from them: what all names of a list share says nothing."""
    moved = vectors - vectors.mean(axis=0)
    lengths = np.linalg.norm(moved, axis=1, keepdims=True)
    return np.asarray(moved / np.maximum(lengths, 1e-9), dtype=np.float32)


def _nearest(cosines: NDArray[np.float32]) -> NDArray[np.float32]:
    count = min(_NEIGHBOURS, cosines.shape[1])
    best = np.partition(cosines, cosines.shape[1] - count, axis=1)[:, -count:]
    return np.asarray(best.mean(axis=1), dtype=np.float32)
