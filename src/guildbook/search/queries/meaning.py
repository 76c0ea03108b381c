"""Records found by what they mean, whatever language they are written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np

from guildbook.language.embedding import Embedder, content_key, default_embedder
from guildbook.search.matching import Entry, Match, Tier, Words
from guildbook.search.models import SearchDocument, Vector
from guildbook.search.queries.nearness import centred, means_of, nearest
from guildbook.search.references import GROUPS, group_of, phrases
from guildbook.search.vectors import BookStore, framed

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST = 20
# Beyond this, comparing with every text takes too long on a laptop; the first ones are compared.
MOST_TEXTS = 100_000
AT_ONCE = 5000


@dataclass(frozen=True)
class Progress:
    """How many records can be found by meaning, of how many."""

    ready: int
    total: int

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return self.ready >= self.total


class Texts:
    """Every document's vector, in memory of this process, read anew as far as the book has changed."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._state: tuple[Any, Any, str] = (None, None, "")
        self._held: dict[str, NDArray[np.float32]] = {}
        self.keys: list[str] = []
        self.rows: NDArray[np.float32] = np.zeros((0, 0), dtype=np.float32)
        self.expected: dict[str, NDArray[np.float32]] = {}
        self.progress = Progress(0, 0)

    def up_to_date(self, model: str) -> Texts:
        """Read what has been added; documents and vectors only ever get higher numbers."""
        document = SearchDocument.objects.order_by("-pk").values_list("pk", "content").first()
        vector = Vector.objects.order_by("-pk").values_list("pk", "key").first()
        state = (document, vector, model)
        if state != self._state:
            with self._lock:
                if self._state[2] != model:
                    self._held, self.expected = {}, {}
                self._fill(model)
                self._state = state
        return self

    def _fill(self, model: str) -> None:
        documents = SearchDocument.objects.exclude(content="").order_by("pk").values_list("content", "meaning")
        texts = dict(documents[:MOST_TEXTS])
        missing = [key for key in texts if key not in self._held]
        store = BookStore()
        for start in range(0, len(missing), AT_ONCE):
            self._held.update(store.get(missing[start : start + AT_ONCE], model))
        self._held = {key: vector for key, vector in self._held.items() if key in texts}
        self.expected = self.expected or _expected(store, model)
        keys, rows = list(self._held), np.array(list(self._held.values()), dtype=np.float32)
        if keys and self.expected:
            groups = [group_of(texts[key]) for key in keys]
            rows = centred(rows, groups, means_of(groups, rows, self.expected))
        self.keys, self.rows = keys, rows
        ready = set(keys) if self.expected else set()
        contents = documents.values_list("content", flat=True)
        self.progress = Progress(sum(key in ready for key in contents), contents.count())


def _expected(store: BookStore, model: str) -> dict[str, NDArray[np.float32]]:
    """The mean of each group of languages by its phrases of reference; nothing until all of them are embedded."""
    found: dict[str, NDArray[np.float32]] = {}
    for group in GROUPS:
        keys = [content_key(framed(phrase)) for phrase in phrases(group)]
        held = store.get(keys, model)
        if len(held) < len(set(keys)):
            return {}
        found[group] = np.mean([held[key] for key in keys], axis=0, dtype=np.float32)
    return found


@cache
def _texts() -> Texts:
    return Texts()


def meaning_progress() -> Progress:
    """How far texts have been prepared; loads no model."""
    return _texts().up_to_date(default_embedder().name).progress


def by_meaning(asked: Words, embedder: Embedder | None = None) -> list[Match]:
    """Documents whose text surely means what was asked, best first, with their scores."""
    embedder = embedder or default_embedder()
    texts = _texts().up_to_date(embedder.name)
    if not texts.keys or not texts.expected or not any(map(str.isalpha, asked.spelling)):
        return []
    vector = centred(embedder.embed([framed(asked.text)]), [group_of(asked.text)], texts.expected)[0]
    scores = {texts.keys[row]: score for row, score in nearest(vector, texts.rows, MOST)}
    documents = SearchDocument.objects.filter(content__in=list(scores)).order_by("pk")
    rows = documents.values_list("content", "pk", "kind", "record_id", "spelt", "sounds", "initials")[: 10 * MOST]
    return [Match(Entry(*entry), Tier.MEANING, score=scores[content]) for content, entry in _told_apart(rows)]


def _told_apart(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    return ((row[0], row[1:]) for row in rows)
