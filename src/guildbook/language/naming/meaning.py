"""Names by what they mean: embeddings of the name and of its rough English, centred and corrected for crowding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from guildbook.language.embedding import embed_stored
from guildbook.language.naming.glossing import gloss
from guildbook.language.naming.parts import language_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from guildbook.language.embedding import Embedder, Progress, VectorStore

_NEIGHBOURS = 10
# From so many names of one language their mean says what the language adds, and can be taken away.
_CROWD = 20
_ROWS_AT_ONCE = 512


class Meanings:
    """The vectors of a book's names, which other names are compared with.

    An embedding model puts names of one language near each other whatever they mean; a gloss, which is English on
    both sides, does not suffer from that. Names of a language that only few are in are compared by their glosses alone.
    """

    def __init__(
        self,
        names: Sequence[str],
        embedder: Embedder | None,
        store: VectorStore | None,
        progress: Progress | None = None,
    ) -> None:
        self._embedder, self._store = embedder, store
        glosses = self._embedded([gloss(name) for name in names], progress)
        self._middle = glosses.mean(axis=0)
        self._vectors = self._placed(names, glosses, self._middle, progress)

    def of(self, names: Sequence[str], progress: Progress | None = None) -> NDArray[np.float32]:
        """Return the likeness in meaning of each of some names with each name of the book, shape (m, n).

        Twice the cosine less the mean cosine of each side's ten nearest (CSLS), not bounded.
        """
        glosses = self._embedded([gloss(name) for name in names], progress)
        middle = glosses.mean(axis=0) if len(names) >= _CROWD else self._middle
        asked = self._placed(names, glosses, middle, progress)
        found = np.empty((len(names), len(self._vectors)), dtype=np.float32)
        for start in range(0, len(names), _ROWS_AT_ONCE):
            found[start : start + _ROWS_AT_ONCE] = asked[start : start + _ROWS_AT_ONCE] @ self._vectors.T
        ours = _nearest(found)[:, None]
        theirs = _nearest(found.T)[None, :] if len(names) >= _CROWD else ours
        found *= 2
        found -= ours
        found -= theirs
        return found

    def _embedded(self, texts: Sequence[str], progress: Progress | None) -> NDArray[np.float32]:
        return embed_stored(texts, self._store, self._embedder, progress)

    def _placed(
        self,
        names: Sequence[str],
        glosses: NDArray[np.float32],
        middle: NDArray[np.float32],
        progress: Progress | None,
    ) -> NDArray[np.float32]:
        placed = _unit(glosses - middle)
        groups: dict[str, list[int]] = {}
        for row, name in enumerate(names):
            groups.setdefault(language_of(name), []).append(row)
        for language, rows in groups.items():
            if language == "en" or len(rows) < _CROWD:
                continue
            own = self._embedded([names[row] for row in rows], progress)
            placed[rows] = _unit(placed[rows] + _unit(own - own.mean(axis=0)))
        return placed


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9), dtype=np.float32)


def _nearest(cosines: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return for each row the mean of its highest values."""
    count = min(_NEIGHBOURS, cosines.shape[1])
    means = np.empty(len(cosines), dtype=np.float32)
    for start in range(0, len(cosines), _ROWS_AT_ONCE):
        rows = cosines[start : start + _ROWS_AT_ONCE]
        means[start : start + _ROWS_AT_ONCE] = np.partition(rows, -count, axis=1)[:, -count:].mean(axis=1)
    return means
