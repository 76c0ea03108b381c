"""The one way a record is kept: checked, saved with its parts, and entered in the history, or nothing at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ForeignKey, Model, Prefetch, QuerySet, prefetch_related_objects
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guildbook.kit.actors import PUBLIC, SYSTEM, Actor
from guildbook.kit.differences import three_way
from guildbook.kit.documents import Document, DocumentError, Fault, document, read_document, same
from guildbook.kit.drafts import Draft
from guildbook.kit.models import Change, Citation, Status
from guildbook.kit.queries import find_as
from guildbook.kit.record_types import RecordType, type_of, type_of_model
from guildbook.kit.rules import body_of, may_keep

# Records read with one set of queries; more than this would ask the database with too long a list of keys.
AT_ONCE = 500
Listener = Callable[[RecordType, Draft], None]
_listeners: list[Listener] = []
NOT_YOURS = gettext_lazy("You may not change this: it is kept by another organisation, or by staff of the book.")
NO_UNDO = gettext_lazy("the first entry of a record cannot be undone; withdraw the record")
CHANGED_MEANWHILE = gettext_lazy("somebody else changed this record meanwhile; look at it again first")


def after_keeping(listener: Listener) -> None:
    """Have a higher area told of every record that was kept, within the same transaction; called when it starts."""
    _listeners.append(listener)


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


def _references(model: type[Model], but: str = "") -> list[Prefetch[Any]]:
    """The records a model's rows refer to, each with what its label is made of."""
    fields = [field for field in model._meta.fields if isinstance(field, ForeignKey) and field.name != but]
    return [Prefetch(field.name, type_of_model(field.related_model).visible(SYSTEM)) for field in fields]


def documents(record_type: RecordType, records: Iterable[Any]) -> list[Document]:
    """The documents of many records of one type."""
    return [document(record_type, draft) for draft in stored_many(record_type, list(records))]


def keep(actor: Actor, draft: Draft, why: str, *, permitted: bool = False) -> Any:
    """Save a draft and its history in one transaction; an unchanged record leaves no trace.

    `permitted`: the caller is an action with a rule of its own (a party signs), which said that the actor may.
    Raises PermissionDenied for an actor who may not write, DocumentError with every fault of the record.
    """
    record, record_type = draft.record, type_of(draft.record)
    with transaction.atomic():
        before = None
        if not (permitted or may_keep(actor, record_type, record)):
            raise PermissionDenied(str(NOT_YOURS))
        if record.pk:
            held = record_type.model._default_manager.select_for_update().get(pk=record.pk)
            if not (permitted or may_keep(actor, record_type, held)):
                raise PermissionDenied(str(NOT_YOURS))
            if held.version != record.version:
                raise DocumentError([Fault("key", str(CHANGED_MEANWHILE))])
            before = document(record_type, stored(record_type, held))
        after = document(record_type, draft)
        if same(before, after):
            return record
        _check(record_type, draft, before)
        record.version += 1 if before else 0
        try:
            record.save()
        except IntegrityError as error:
            # Only a key another kind of the same table has gets past the checks: an organisation that is no alliance.
            raise DocumentError([Fault("key", _("this key is taken"))]) from error
        _write_parts(record_type, draft)
        record.derive()
        entry_of(actor, record_type, record, before, after, why).save()
        for listener in _listeners:
            listener(record_type, draft)
    return record


def entry_of(
    actor: Actor, record_type: RecordType, record: Any, before: Document | None, after: Document, why: str
) -> Change:
    """The entry, not saved yet, that a change makes in the history."""
    return Change(
        record_type=record_type.name,
        record_key=record.key,
        who=actor.name,
        why=why[:300],
        body=body_of(actor, record_type, record),
        draft=after["status"] == Status.DRAFT,
        before=before,
        after=after,
    )


def keep_many(
    actor: Actor, record_type: RecordType, drafts: Sequence[Draft], why: str, *, permitted: bool = False
) -> list[Any]:
    """Keep many drafts of one kind, all or none; for each the same checks, history and listeners as `keep`."""
    with transaction.atomic():
        return [keep(actor, draft, why, permitted=permitted) for draft in drafts]


def _check(record_type: RecordType, draft: Draft, before: Document | None) -> None:
    record: Any = draft.record
    faults = list(_faults_of_publication(record_type, draft, before))
    try:
        record.full_clean()
    except ValidationError as error:
        faults.extend(Fault(where, text) for where, texts in error.message_dict.items() for text in texts)
    if faults:
        raise DocumentError(faults)


def _faults_of_publication(record_type: RecordType, draft: Draft, before: Document | None) -> Iterable[Fault]:
    """What is published stays so and shows no draft: whoever may not see a draft must not learn of it elsewhere."""
    record: Any = draft.record
    if record.superseded_by and (
        record.superseded_by == record.key or not record_type.visible(PUBLIC).filter(key=record.superseded_by).exists()
    ):
        yield Fault("superseded_by", _("this must be the key of another record of the same kind"))
    if record.status == Status.DRAFT:
        if before is not None and before["status"] != Status.DRAFT:
            yield Fault("status", _("a published record cannot become a draft again; withdraw it"))
        return
    for where, other in _referred(record_type, draft):
        if other.status == Status.DRAFT:
            message = _("“%(key)s” is a draft; publish it first")
            yield Fault(where, message % {"key": other.key})


def _referred(record_type: RecordType, draft: Draft) -> Iterable[tuple[str, Any]]:
    """Every record a draft refers to, with the column that does."""
    for name, linked in draft.links.items():
        yield from ((name, other) for other in linked)
    held: list[tuple[str, Any]] = [("", draft.record), *(("citations", citation) for citation in draft.citations)]
    held.extend((name, row) for name, rows in draft.rows.items() for row in rows)
    owners = {rows.name: record_type.owner_of(rows) for rows in record_type.rows}
    for name, row in held:
        for field in row._meta.fields:
            if isinstance(field, ForeignKey) and field.editable and field.name != owners.get(name):
                other = getattr(row, field.name)
                if other is not None:
                    yield f"{name}.{field.name}".lstrip("."), other


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


def undo(actor: Actor, change: Change, record_type: RecordType, why: str = "") -> Any:
    """Take one change of a record back, leaving alone what was written since; the undoing is itself a change.

    A record's first entry cannot be undone, only withdrawn: its URL goes on answering. Raises DocumentError with every
    column that somebody has rewritten since.
    """
    if change.before is None:
        raise DocumentError([Fault("key", str(NO_UNDO))])
    record = record_type.model._default_manager.get(key=change.record_key)
    merged = three_way(change.after, document(record_type, stored(record_type, record)), change.before)
    if merged.open:
        raise DocumentError([Fault(name, _("this was changed again since")) for name in merged.open])
    return rewrite(actor, record_type, merged.document, why or reason_of_undo(change))


def reason_of_undo(change: Change) -> str:
    """What the history says of a change taken back where nobody said more."""
    return _("undo of the change of %(at)s") % {"at": f"{change.at:%F %R}"}


def rewrite(actor: Actor, record_type: RecordType, data: Document, why: str) -> Any:
    """Make the book hold this document: a new record, or the record of that key as the document says."""
    existing = record_type.model._default_manager.filter(key=str(data.get("key", ""))).first()
    return record_type.save(actor, read_document(record_type, data, existing, partial(find_as, actor)), why)


def changes_of(record_type: RecordType, key: str) -> QuerySet[Change]:
    """A record's history, newest first."""
    return Change.objects.filter(record_type=record_type.name, record_key=key)
