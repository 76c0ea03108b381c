"""Keeping search documents right: with each record that is kept, or all of them anew."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from django.db import connection, transaction
from django.db.models import Exists, ForeignKey, Model, OuterRef, Q

from guildbook.kit.actions import AT_ONCE, stored_many
from guildbook.kit.actors import SYSTEM
from guildbook.kit.drafts import Draft
from guildbook.kit.models import Status
from guildbook.kit.record_types import RecordType, record_types
from guildbook.language.folding import is_unspaced, runs
from guildbook.search.index import index
from guildbook.search.index.documents import document_of, searched_as
from guildbook.search.models import LONGEST_WORD, VERSION, SearchDocument, SearchWord

COLUMNS = ("kind", "record_id", "key", "names", "spelt", "sounds", "initials", "body", "meaning", "content", "version")
INSERT = (
    f"INSERT INTO search_searchdocument ({', '.join(COLUMNS)})"  # noqa: S608 - the names of our own columns
    f" VALUES ({', '.join(['%s'] * len(COLUMNS))}) RETURNING id"
)
SHORTEST_WORD = 4
Progress = Callable[[int, int], None]
LONGEST_LINE = 2_000


def refresh(record_type: RecordType, draft: Draft) -> None:
    """Bring a record's document up to date, and those of records that show its name; in the caller's transaction."""
    record: Any = draft.record
    kind = searched_as(record_type, record).name
    held = _held(kind, record.pk)
    if held is not None:
        _delete(held[0])
    if record.status == Status.PUBLISHED:
        document = document_of(record_type, draft)
        _put([document])
        if held is None or held[1] == document.spelt:
            return
    if held is not None:
        for other_type, others in _showing(type(record), record, held[1]):
            for other in stored_many(other_type, others):
                other.record.derive()
                refresh(other_type, other)


def reindex(progress: Progress | None = None) -> int:
    """Work out every document anew, and what lists search in; returns how many there are.."""
    with transaction.atomic():
        SearchDocument.objects.all().delete()
        SearchWord.objects.all().delete()
        total = sum(_published(record_type).count() for record_type in record_types())
        done = 0
        for record_type in record_types():
            last = 0
            while records := list(_published(record_type).filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
                last = records[-1].pk
                drafts = stored_many(record_type, records)
                for draft in drafts:
                    draft.record.derive()
                own = [draft for draft in drafts if searched_as(record_type, draft.record) is record_type]
                _put([document_of(record_type, draft) for draft in own])
                done += len(records)
                if progress is not None:
                    progress(done, total)
    return SearchDocument.objects.count()


def is_outdated() -> bool:
    """Whether documents are missing altogether, or were made by another version."""
    if SearchDocument.objects.exists():
        return SearchDocument.objects.exclude(version=VERSION).exists()
    return any(_published(record_type).exists() for record_type in record_types())


def reindex_if_outdated(progress: Progress | None = None) -> bool:
    """Work out all documents anew where that is needed; says whether it was."""
    outdated = is_outdated()
    if outdated:
        reindex(progress)
    return outdated


def _published(record_type: RecordType) -> Any:
    return record_type.model._default_manager.filter(status=Status.PUBLISHED)


def _held(kind: str, record_id: int) -> tuple[int, str] | None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, spelt FROM search_searchdocument WHERE kind = %s AND record_id = %s", [kind, record_id]
        )
        found: tuple[int, str] | None = cursor.fetchone()
    return found


def _delete(pk: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_searchdocument WHERE id = %s", [pk])


def _put(documents: list[SearchDocument]) -> None:
    """Save documents with their terms and words, in plain SQL: this is part of keeping every single record."""
    words = {word for document in documents for word in words_of(document.spelt)}
    with connection.cursor() as cursor:
        for document in documents:
            values = [getattr(document, name) for name in COLUMNS]
            values[COLUMNS.index("names")] = json.dumps(document.names, ensure_ascii=False)
            cursor.execute(INSERT, values)
            document.pk = cursor.fetchone()[0]
        cursor.executemany(
            "INSERT INTO search_searchword (word) VALUES (%s) ON CONFLICT DO NOTHING",
            [(word,) for word in sorted(words)],
        )
    index().put(documents)


def words_of(spellings: str) -> Iterable[str]:
    """The words of names that a misspelt one may have meant: of scripts with blanks, and not too short."""
    for run in runs(spellings.replace("\n", " ")):
        if SHORTEST_WORD <= len(run) <= LONGEST_WORD and run.isalpha() and not is_unspaced(run):
            yield run


def _showing(model: type[Model], record: Any, spelt: str) -> Iterable[tuple[RecordType, list[Any]]]:
    """Records whose label shows a name this record had until now: a city link shows its places."""
    # SQLite takes no pattern beyond 50,000 bytes; the beginning of a name finds whatever shows the whole.
    had = [line[:LONGEST_LINE] for line in spelt[1:-1].split("\n")[:-1] if line]
    for record_type in record_types():
        fields = [field.name for field in record_type.model._meta.fields if _leads(field, model)]
        if fields and had:
            refers = Q(*((name, record.pk) for name in fields), _connector=Q.OR)
            shown = Q(*(("spelt__contains", line) for line in had), _connector=Q.OR)
            documents = SearchDocument.objects.filter(shown, kind=record_type.name, record_id=OuterRef("pk"))
            found = list(record_type.visible(SYSTEM).filter(refers, Exists(documents)))
            if found:
                yield record_type, found


def _leads(field: Any, model: type[Model]) -> bool:
    return (
        isinstance(field, ForeignKey)
        and field.name != "steward"
        and field.related_model._meta.concrete_model is model._meta.concrete_model
    )
