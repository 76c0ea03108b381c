"""Embedding what search documents mean: batch by batch, each kept as soon as it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.db.models import Exists, OuterRef, QuerySet

from guildbook.language.embedding import Embedder, default_embedder, embed_stored
from guildbook.search.models import SearchDocument, Vector
from guildbook.search.vectors import BookStore

# Small batches: a killed process loses little, and a newly kept record need not wait for long.
BATCH = 16
Progress = Callable[[int, int], None]


def embed_missing(progress: Progress | None = None, embedder: Embedder | None = None) -> int:
    """Embed every document's text that has no vector yet; returns how many. Safe to break off and to begin again."""
    embedder = embedder or default_embedder()
    done, total = 0, _missing(embedder.name).values("content").distinct().count()
    if progress is not None and total:
        progress(0, total)
    for texts in _batches(embedder.name):
        embed_stored(texts, BookStore(), embedder)
        done += len(texts)
        if progress is not None:
            progress(done, max(done, total))
    return done


def _missing(model: str) -> QuerySet[SearchDocument]:
    held = Vector.objects.filter(model=model, key=OuterRef("content"))
    return SearchDocument.objects.filter(~Exists(held))


def _batches(model: str) -> Iterator[list[str]]:
    while found := dict(_missing(model).order_by("pk").values_list("content", "meaning")[:BATCH]):
        yield list(found.values())
