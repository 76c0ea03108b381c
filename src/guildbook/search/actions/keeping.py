"""Keeping search documents right: with each record that is kept, or all of them anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db import connection, transaction
from django.db.models import Exists, ForeignKey, Model, OuterRef, Q

from guildbook.kit.actions import AT_ONCE, stored_many
from guildbook.kit.actors import SYSTEM
from guildbook.kit.bulk import insert_many
from guildbook.kit.drafts import Draft
from guildbook.kit.models import Status
from guildbook.kit.record_types import RecordType, record_types
from guildbook.language.folding import is_unspaced, runs
from guildbook.search.index import index
from guildbook.search.index.documents import document_of, searched_as
from guildbook.search.models import LONGEST_WORD, VERSION, Pending, SearchDocument, SearchWord

SHORTEST_WORD = 4
# More records kept at once than these are found a little later, by `catch_up`: whoever keeps them need not wait.
MANY = 20
Progress = Callable[[int, int], None]
LONGEST_LINE = 2_000


def refresh(record_type: RecordType, draft: Draft) -> None:
    """Bring a record's document up to date, and those of records that show its name; in the caller's transaction."""
    refresh_many(record_type, [draft])


def refresh_many(record_type: RecordType, drafts: Sequence[Draft]) -> None:
    """The same for many records of one type; of more than `MANY` only what is no longer true goes at once."""
    if len(drafts) <= MANY:
        make_anew(record_type, drafts, {})
        return
    kinds = [(searched_as(record_type, draft.record).name, draft.record.pk) for draft in drafts]
    held = _taken_out(kinds)
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO search_pending (kind, record_id, spelt) VALUES (%s, %s, %s)",
            [(*one, held.get(one, "")) for one in kinds],
        )


def make_anew(record_type: RecordType, drafts: Sequence[Draft], had: Mapping[int, Sequence[str]]) -> None:
    """Make the documents of these records; `had` are names by primary key that documents of theirs had before."""
    kinds = [(searched_as(record_type, draft.record).name, draft) for draft in drafts]
    held = _taken_out([(kind, draft.record.pk) for kind, draft in kinds])
    documents = {
        draft.record.pk: document_of(record_type, draft) for draft in drafts if draft.record.status == Status.PUBLISHED
    }
    _put(list(documents.values()))
    for kind, draft in kinds:
        record: Any = draft.record
        now = documents[record.pk].spelt if record.pk in documents else None
        for spelt in {held.get((kind, record.pk), ""), *had.get(record.pk, ())}:
            if spelt and spelt != now:
                _refresh_showing(record, spelt)


def _taken_out(places: Sequence[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """Delete the documents of records, each a kind and a primary key; returns the names they had."""
    held = {
        (kind, record_id): (pk, spelt)
        for kind in dict.fromkeys(kind for kind, __ in places)
        for pk, record_id, spelt in _held(kind, [one for other, one in places if other == kind])
    }
    _delete([pk for pk, __ in held.values()])
    return {place: spelt for place, (__, spelt) in held.items()}


def _refresh_showing(record: Any, spelt: str) -> None:
    for other_type, others in _showing(type(record), record, spelt):
        for other in stored_many(other_type, others):
            other.record.derive()
            refresh(other_type, other)


def reindex(progress: Progress | None = None) -> int:
    """Work out every document anew, and what lists search in; returns how many there are."""
    with transaction.atomic():
        Pending.objects.all().delete()
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
    if SearchDocument.objects.exists() or Pending.objects.exists():
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


def _held(kind: str, record_ids: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Documents of records as (document, record, spelt names)."""
    with connection.cursor() as cursor:
        for start in range(0, len(record_ids), AT_ONCE):
            some = list(record_ids[start : start + AT_ONCE])
            cursor.execute(
                "SELECT id, record_id, spelt FROM search_searchdocument"  # noqa: S608 - nothing but marks is put in
                f" WHERE kind = %s AND record_id IN ({', '.join(['%s'] * len(some))})",
                [kind, *some],
            )
            yield from cursor.fetchall()


def _delete(pks: Sequence[int]) -> None:
    if pks:
        with connection.cursor() as cursor:
            cursor.executemany("DELETE FROM search_searchdocument WHERE id = %s", [(pk,) for pk in pks])


def _put(documents: list[SearchDocument]) -> None:
    """Save documents with their terms and words, in plain SQL: this is part of keeping every single record."""
    if not documents:
        return
    words = {word for document in documents for word in words_of(document.spelt)}
    insert_many(SearchDocument, documents)
    with connection.cursor() as cursor:
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
