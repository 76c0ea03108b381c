"""Records found by what they mean, whatever language they are written in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from django.db.models import Max

from guildbook.language.embedding import Embedder, default_embedder
from guildbook.search.matching import Entry, Match, Tier, Words
from guildbook.search.models import SearchDocument, Vector
from guildbook.search.queries.nearness import nearest
from guildbook.search.vectors import BookStore

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
        self._read: tuple[int, int, str] = (0, 0, "")
        self.keys: list[str] = []
        self.rows: NDArray[np.float32] = np.zeros((0, 0), dtype=np.float32)
        self.progress = Progress(0, 0)

    def up_to_date(self, model: str) -> Texts:
        """Read what has been added; documents and vectors only ever get higher numbers."""
        state = (
            SearchDocument.objects.aggregate(last=Max("pk"))["last"] or 0,
            Vector.objects.aggregate(last=Max("pk"))["last"] or 0,
            model,
        )
        if state != self._read:
            with self._lock:
                self._fill(model)
                self._read = state
        return self

    def _fill(self, model: str) -> None:
        contents = list(SearchDocument.objects.order_by("pk").values_list("content", flat=True)[:MOST_TEXTS])
        wanted = list(dict.fromkeys(contents))
        held = dict(zip(self.keys, self.rows, strict=True)) if self._read[2] == model else {}
        missing = [key for key in wanted if key not in held]
        store = BookStore()
        for start in range(0, len(missing), AT_ONCE):
            held.update(store.get(missing[start : start + AT_ONCE], model))
        self.keys = [key for key in wanted if key in held]
        self.rows = np.array([held[key] for key in self.keys], dtype=np.float32)
        ready = set(self.keys)
        self.progress = Progress(sum(key in ready for key in contents), len(contents))


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
    if not texts.keys:
        return []
    found = nearest(embedder.embed([asked.text])[0], texts.rows, MOST)
    scores = {texts.keys[row]: score for row, score in found}
    documents = SearchDocument.objects.filter(content__in=list(scores)).order_by("pk")
    rows = documents.values_list("content", "pk", "kind", "record_id", "spelt", "sounds", "initials")
    return [Match(Entry(*row), Tier.MEANING, score=scores[content]) for content, *row in rows[: 10 * MOST]]
