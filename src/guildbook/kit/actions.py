"""The one way a record is kept: checked, saved with its parts, and entered in the history, or nothing at all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import ForeignKey, Model, Prefetch, QuerySet, prefetch_related_objects
from django.utils.translation import gettext as _

from guildbook.kit.actors import SYSTEM, Actor
from guildbook.kit.documents import Document, DocumentError, Fault, document, read_document
from guildbook.kit.drafts import Draft
from guildbook.kit.models import Change, Citation
from guildbook.kit.record_types import RecordType, type_of, type_of_model

# Records read with one set of queries; more than this would ask the database with too long a list of keys.
AT_ONCE = 500


def stored(record_type: RecordType, record: Any) -> Draft:
    """The record as the database holds it, parts, links and citations included."""
    return stored_many(record_type, [record])[0]


def stored_many(record_type: RecordType, records: list[Any]) -> list[Draft]:
    """Records as the database holds them, with what they refer to; as many queries for fifty as for one."""
    drafts: list[Draft] = []
    for start in range(0, len(records), AT_ONCE):
        drafts.extend(_stored(record_type, records[start : start + AT_ONCE]))
    return drafts


def _stored(record_type: RecordType, records: list[Any]) -> list[Draft]:
    linked = [field.name for field in record_type.model._meta.many_to_many]
    prefetch_related_objects(records, *linked, *_references(record_type.model))
    drafts = {
        record.pk: Draft(record, links={name: list(getattr(record, name).all()) for name in linked})
        for record in records
    }
    for rows in record_type.rows:
        model, owner = record_type.part_model(rows), record_type.owner_of(rows)
        held = list(model._default_manager.filter(**{f"{owner}__in": list(drafts)}))
        prefetch_related_objects(held, *_references(model, owner))
        for draft in drafts.values():
            draft.rows[rows.name] = []
        for row in held:
            drafts[getattr(row, f"{owner}_id")].rows[rows.name].append(row)
    by_key = {record.key: drafts[record.pk] for record in records}
    for citation in _citations(record_type, list(by_key)):
        by_key[citation.record_key].citations.append(citation)
    return list(drafts.values())


def _citations(record_type: RecordType, keys: list[str]) -> QuerySet[Citation]:
    """Citations with their sources, whose long texts stay where they are."""
    found = Citation.objects.filter(record_type=record_type.name, record_key__in=keys)
    return found.select_related("source").defer("source__text")


def stored_without_parts(record_type: RecordType, record: Any) -> Draft:
    """The record with its links and citations only, for a page that reads and shows the parts itself."""
    links = {field.name: list(getattr(record, field.name).all()) for field in record_type.model._meta.many_to_many}
    return Draft(record, links=links, citations=list(_citations(record_type, [record.key])))


def _references(model: type[Model], but: str = "") -> list[Prefetch[Any]]:
    """The records a model's rows refer to, each with what its label is made of."""
    fields = [field for field in model._meta.fields if isinstance(field, ForeignKey) and field.name != but]
    return [Prefetch(field.name, type_of_model(field.related_model).visible(SYSTEM)) for field in fields]


def documents(record_type: RecordType, records: Iterable[Any]) -> list[Document]:
    """The documents of many records of one type."""
    return [document(record_type, draft) for draft in stored_many(record_type, list(records))]


def keep(actor: Actor, draft: Draft, why: str) -> Any:
    """Save a draft and its history in one transaction; an unchanged record leaves no trace.

    Raises PermissionDenied for an actor who may not write, DocumentError with every fault of the record.
    """
    if not actor.is_staff:
        raise PermissionDenied(_("Only staff of this book may change it."))
    record, record_type = draft.record, type_of(draft.record)
    with transaction.atomic():
        before = None
        if record.pk:
            held = record_type.model._default_manager.select_for_update().get(pk=record.pk)
            before = document(record_type, stored(record_type, held))
        after = document(record_type, draft)
        if before == after:
            return record
        _check(record)
        record.version += 1 if before else 0
        record.save()
        _write_parts(record_type, draft)
        record.derive()
        Change.objects.create(
            record_type=record_type.name, record_key=record.key, who=actor.name, why=why, before=before, after=after
        )
    return record


def _check(record: Any) -> None:
    try:
        record.full_clean()
    except ValidationError as error:
        faults = [Fault(where, text) for where, texts in error.message_dict.items() for text in texts]
        raise DocumentError(faults) from error


def _write_parts(record_type: RecordType, draft: Draft) -> None:
    record = draft.record
    for name, linked in draft.links.items():
        getattr(record, name).set(linked)
    for rows in record_type.rows:
        relation = getattr(record, rows.name)
        relation.all().delete()
        owner = record_type.owner_of(rows)
        for order, row in enumerate(draft.rows.get(rows.name, []), 1):
            row.pk, row.order = None, order
            setattr(row, owner, record)
        record_type.part_model(rows)._default_manager.bulk_create(draft.rows.get(rows.name, []))
    Citation.objects.filter(record_type=record_type.name, record_key=record.key).delete()
    for order, citation in enumerate(draft.citations, 1):
        citation.pk, citation.order = None, order
        citation.record_type, citation.record_key = record_type.name, record.key
    Citation.objects.bulk_create(draft.citations)


def undo(actor: Actor, change: Change, record_type: RecordType) -> Any:
    """Set a record back to what it was before a change; the undoing is itself a change.

    A record's first entry cannot be undone, only withdrawn: its URL goes on answering.
    """
    if change.before is None:
        raise DocumentError([Fault("key", _("the first entry of a record cannot be undone; withdraw the record"))])
    return rewrite(actor, record_type, change.before, _("undo of the change of %(at)s") % {"at": f"{change.at:%F %R}"})


def rewrite(actor: Actor, record_type: RecordType, data: Document, why: str) -> Any:
    """Make the book hold this document: a new record, or the record of that key as the document says."""
    existing = record_type.model._default_manager.filter(key=data.get("key", "")).first()
    return record_type.save(actor, read_document(record_type, data, existing), why)


def changes_of(record_type: RecordType, key: str) -> Iterable[Change]:
    """A record's history, newest first."""
    return Change.objects.filter(record_type=record_type.name, record_key=key)
