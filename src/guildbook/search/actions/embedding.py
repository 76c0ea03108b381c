"""Embedding what search documents mean: batch by batch, each kept as soon as it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.db.models import Exists, OuterRef, QuerySet

from guildbook.language.embedding import Embedder, content_key, default_embedder, embed_stored
from guildbook.search.models import SearchDocument, Vector
from guildbook.search.references import GROUPS, phrases
from guildbook.search.vectors import BookStore, framed

# Small batches: a killed process loses little, and a newly kept record need not wait for long.
BATCH = 16
Progress = Callable[[int, int], None]


def embed_missing(progress: Progress | None = None, embedder: Embedder | None = None) -> int:
    """Embed every document's text that has no vector yet; returns how many. Safe to break off and to begin again."""
    embedder = embedder or default_embedder()
    done, total = 0, _missing(embedder.name).values("content").distinct().count()
    if progress is not None and total:
        progress(0, total)
    if total or _lacks_references(embedder.name):
        # What languages add to vectors comes first: without it no two can be compared.
        embed_stored([framed(phrase) for group in GROUPS for phrase in phrases(group)], BookStore(), embedder)
    for texts in _batches(embedder.name):
        embed_stored([framed(text) for text in texts.values()], BookStore(), embedder)
        _rekey(texts)
        done += len(texts)
        if progress is not None:
            progress(done, max(done, total))
    return done


def _lacks_references(model: str) -> bool:
    keys = [content_key(framed(phrase)) for group in GROUPS for phrase in phrases(group)]
    return Vector.objects.filter(model=model, key__in=keys).count() < len(set(keys))


def _missing(model: str) -> QuerySet[SearchDocument]:
    held = Vector.objects.filter(model=model, key=OuterRef("content"))
    return SearchDocument.objects.filter(~Exists(held)).exclude(content="")


def _batches(model: str) -> Iterator[dict[str, str]]:
    while found := dict(_missing(model).order_by("pk").values_list("content", "meaning")[:BATCH]):
        yield found


def _rekey(texts: dict[str, str]) -> None:
    """Give documents the key their vector now has; one kept under an older rule would be embedded for ever."""
    for key, text in texts.items():
        if (right := content_key(framed(text))) != key:
            SearchDocument.objects.filter(content=key).update(content=right)
