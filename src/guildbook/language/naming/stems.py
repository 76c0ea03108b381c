"""Names by what their parts may be called: stems weighted by rarity, found through an inverted index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from guildbook.language.naming.parts import AS_WRITTEN
from guildbook.language.naming.weighing import Rarity

# From here on a rendering is usual enough to count where the rarity of words is judged.
_USUAL = 0.9


class StemIndex:
    """Weighted overlap of stems between a query and many names; a query touches only names that share a stem."""

    def __init__(self, said: Sequence[Mapping[str, float]]) -> None:
        counts: dict[str, int] = {}
        rows: dict[str, list[int]] = {}
        strengths: dict[str, list[float]] = {}
        for row, says in enumerate(said):
            for stem, strength in says.items():
                if stem.startswith(AS_WRITTEN):
                    continue  # the same stem stands there without the sign
                rows.setdefault(stem, []).append(row)
                strengths.setdefault(stem, []).append(strength)
                if strength >= _USUAL:
                    counts[stem] = counts.get(stem, 0) + 1
        self.size = len(said)
        self.rarity = Rarity(counts, self.size)
        self._rows = {stem: np.array(at, dtype=np.int32) for stem, at in rows.items()}
        self._strengths = {stem: np.array(values, dtype=np.float32) for stem, values in strengths.items()}
        norms = np.zeros(self.size, dtype=np.float32)
        for stem, at in self._rows.items():
            if ":" not in stem:
                norms[at] += (self.rarity.of(stem) * self._strengths[stem]) ** 2
        # A name with many renderings is not to crowd out a plain one, nor the reverse.
        self._damping = (norms + 0.5) ** -0.35

    def scores(self, says: Mapping[str, float]) -> NDArray[np.float32]:
        """Return how much each name shares with what a query can say, shape (n,), not bounded."""
        total = np.zeros(self.size, dtype=np.float32)
        for stem, strength in says.items():
            rows = self._rows.get(stem)
            if rows is not None:
                total[rows] += np.float32(self.rarity.of(stem) ** 2 * strength) * self._strengths[stem]
        return total * self._damping
