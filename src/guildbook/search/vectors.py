"""Vectors kept in the book's database, for search and for whoever else compares texts by meaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from guildbook.search.models import Vector

if TYPE_CHECKING:
    from numpy.typing import NDArray

AT_ONCE = 500
# A name of two or three words hardly says what it is about; said to be of vocational education, it is compared as such.
FRAME = "{}。职业教育"


class BookStore:
    """Vectors by content and model (`language.embedding.VectorStore`), in half precision: 768 bytes of 384 numbers."""

    def get(self, keys: Sequence[str], model: str) -> dict[str, NDArray[np.float32]]:
        """Return those vectors of the keys that are kept for this model."""
        found: dict[str, NDArray[np.float32]] = {}
        for start in range(0, len(keys), AT_ONCE):
            held = Vector.objects.filter(model=model, key__in=keys[start : start + AT_ONCE])
            for key, value in held.values_list("key", "value"):
                found[key] = read_vector(bytes(value))
        return found

    def put(self, model: str, vectors: Mapping[str, NDArray[np.float32]]) -> None:
        """Keep vectors by key; one that is kept already stays."""
        made = [Vector(model=model, key=key, value=write_vector(vector)) for key, vector in vectors.items()]
        Vector.objects.bulk_create(made, ignore_conflicts=True)


def framed(text: str) -> str:
    """A text as search embeds it, on both sides."""
    return FRAME.format(text)


def write_vector(vector: NDArray[np.float32]) -> bytes:
    """A vector as half-precision numbers, lowest byte first."""
    return np.asarray(vector, dtype="<f2").tobytes()


def read_vector(value: bytes) -> NDArray[np.float32]:
    """A vector as it was kept, of unit length again."""
    vector = np.frombuffer(value, dtype="<f2").astype(np.float32)
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector
