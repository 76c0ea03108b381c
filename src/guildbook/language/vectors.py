"""Where vectors are kept between two uses: in memory, or in one file of the user's choosing."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

_AT_ONCE = 500  # keys in one question; SQLite allows no more than 999 in old versions


class DamagedStoreError(ValueError):
    """The file is not one in which vectors are kept."""


class MemoryStore:
    """Vectors kept as long as the process lives."""

    def __init__(self) -> None:
        self._vectors: dict[tuple[str, str], NDArray[np.float32]] = {}

    def get(self, keys: Sequence[str], model: str) -> dict[str, NDArray[np.float32]]:
        """Return those vectors of the keys that are kept for this model."""
        return {key: self._vectors[model, key] for key in keys if (model, key) in self._vectors}

    def put(self, model: str, vectors: Mapping[str, NDArray[np.float32]]) -> None:
        """Keep vectors by key."""
        self._vectors.update({(model, key): np.array(vector, dtype=np.float32) for key, vector in vectors.items()})

    def close(self) -> None:
        """Forget them."""
        self._vectors.clear()


class FileStore:
    """Vectors kept in one SQLite file, 1.6 kB each; several processes may use it at once."""

    def __init__(self, path: Path | str) -> None:
        self._path = Path(path)
        self._lock = Lock()
        try:
            self._file = sqlite3.connect(self._path, timeout=30, check_same_thread=False)
            with self._file:
                self._file.execute(
                    "CREATE TABLE IF NOT EXISTS vector"
                    " (model TEXT, key TEXT, value BLOB NOT NULL, PRIMARY KEY (model, key)) WITHOUT ROWID"
                )
        except sqlite3.Error as error:
            raise DamagedStoreError(f"{path} cannot hold vectors: {error}") from error

    def get(self, keys: Sequence[str], model: str) -> dict[str, NDArray[np.float32]]:
        """Return those vectors of the keys that are kept for this model."""
        found: dict[str, NDArray[np.float32]] = {}
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            # Only question marks are put together here.
            question = f"SELECT key, value FROM vector WHERE model = ? AND key IN ({marks})"  # noqa: S608 - see above
            with self._lock:
                rows = self._file.execute(question, [model, *some]).fetchall()
            found.update({key: np.frombuffer(value, dtype="<f4") for key, value in rows})
        return found

    def put(self, model: str, vectors: Mapping[str, NDArray[np.float32]]) -> None:
        """Keep vectors by key, at once and for good."""
        rows = [(model, key, np.asarray(vector, dtype="<f4").tobytes()) for key, vector in vectors.items()]
        with self._lock, self._file:
            self._file.executemany("INSERT OR REPLACE INTO vector VALUES (?, ?, ?)", rows)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
