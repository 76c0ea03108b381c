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
from guildbook.kit.bulk import Good, are_clean, insert_many, references, reserve, update_many, with_rows, without_rows
from guildbook.kit.documents import Document, DocumentError, Fault, document, read_document, same
from guildbook.kit.drafts import Draft
from guildbook.kit.models import Change, Citation, Part, Record, Status
from guildbook.kit.queries import find_as
from guildbook.kit.record_types import RecordType, type_of, type_of_model
from guildbook.kit.rules import body_of, may_keep, overreach
from guildbook.language.differences import three_way

# Records read with one set of queries; more than this would ask the database with too long a list of keys.
AT_ONCE = 500
Listener = Callable[[RecordType, Draft], None]
ListenerOfMany = Callable[[RecordType, Sequence[Draft]], None]
_listeners: list[Listener] = []
_listeners_of_many: list[ListenerOfMany] = []
NOT_YOURS = gettext_lazy("You may not change this: it is kept by another organisation, or by staff of the book.")
NOT_GIVEN = gettext_lazy("only staff of the book set this, or somebody who acts for the organisation named")
NO_UNDO = gettext_lazy("the first entry of a record cannot be undone; withdraw the record")
CHANGED_MEANWHILE = gettext_lazy("somebody else changed this record meanwhile; look at it again first")


def after_keeping(listener: Listener, of_many: ListenerOfMany | None = None) -> None:
    """Have a higher area told of every record that was kept, within the same transaction; called when it starts.

    `of_many` is told instead where many of one kind were kept at once, if it is quicker than the listener one by one.
    """

    def one_by_one(record_type: RecordType, drafts: Sequence[Draft]) -> None:
        for draft in drafts:
            listener(record_type, draft)

    _listeners.append(listener)
    _listeners_of_many.append(of_many or one_by_one)


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
        before = held = None
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
        if not permitted and (column := overreach(actor, record_type, record, held)):
            raise DocumentError([Fault(column, str(NOT_GIVEN))])
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
    """Keep many drafts of one kind, all or none; for each the same checks, history and listeners as `keep`.

    Hundreds are written with the statements of one. Where anything is wrong with one of them, its hundreds are kept
    one by one, which says exactly what.
    """
    kept: list[Any] = []
    good: Good = {}
    with transaction.atomic():
        for start in range(0, len(drafts), AT_ONCE):
            some = drafts[start : start + AT_ONCE]
            if not _keep_at_once(actor, record_type, some, why, good, permitted=permitted):
                for draft in some:
                    keep(actor, draft, why, permitted=permitted)
            kept.extend(draft.record for draft in some)
    return kept


def _keep_at_once(
    actor: Actor, record_type: RecordType, drafts: Sequence[Draft], why: str, good: Good, *, permitted: bool
) -> bool:
    """Keep drafts with few statements; False, and nothing done, where one by one may come out otherwise."""
    records: list[Any] = [draft.record for draft in drafts]
    if not _are_simple(record_type, records):
        return False
    befores = _befores(actor, record_type, records, permitted=permitted)
    if befores is None:
        return False
    made = [
        (draft, before, after)
        for draft, before in zip(drafts, befores, strict=True)
        if not same(before, after := document(record_type, draft))
    ]
    if not made:
        return True
    if any(fault for draft, before, __ in made for fault in _faults_of_publication(record_type, draft, before)):
        return False
    if not are_clean([draft.record for draft, __, __ in made], good):
        return False
    try:
        with transaction.atomic():
            _write_many(record_type, made)
            insert_many(Change, [entry_of(actor, record_type, one.record, old, new, why) for one, old, new in made])
            for listener in _listeners_of_many:
                listener(record_type, [draft for draft, __, __ in made])
    except IntegrityError:
        for draft, before, __ in made:
            _take_back(draft.record, added=before is None)
        return False
    return True


def _take_back(record: Any, *, added: bool) -> None:
    """Make a record in memory what it was before it was written in vain."""
    if added:
        record.pk, record._state.adding = None, True
    else:
        record.version -= 1


def _are_simple(record_type: RecordType, records: Sequence[Any]) -> bool:
    """Whether records are saved as every record is, each of them once, and refer to none that is not saved yet."""
    model = record_type.model
    keys = [record.pk for record in records if record.pk]
    return (
        model.save is Model.save
        and model.derive is Record.derive
        and all(type(record) is model for record in records)
        and len(set(keys)) == len(keys)
    )


def _befores(
    actor: Actor, record_type: RecordType, records: Sequence[Any], *, permitted: bool
) -> list[Document | None] | None:
    """What the book holds of each record, None for new ones; None for all where the actor or the version is wrong."""
    keys = [record.pk for record in records if record.pk]
    found = record_type.model._default_manager.select_for_update().filter(pk__in=keys) if keys else ()
    held: dict[int, Any] = {one.pk: one for one in found}
    for record in records:
        other = held.get(record.pk) if record.pk else None
        if record.pk and (other is None or other.version != record.version):
            return None
        if not (permitted or all(may_keep(actor, record_type, one) for one in (record, other) if one is not None)):
            return None
        if not permitted and overreach(actor, record_type, record, other):
            return None
    drafts = stored_many(record_type, list(held.values()))
    documents = {draft.record.pk: document(record_type, draft) for draft in drafts}
    return [documents[record.pk] if record.pk else None for record in records]


def _write_many(record_type: RecordType, made: Sequence[tuple[Draft, Document | None, Document]]) -> None:
    """Write records, what is worked out of them, their parts, links and citations."""
    new: list[Any] = [draft.record for draft, before, __ in made if before is None]
    old: list[Any] = [draft.record for draft, before, __ in made if before is not None]
    reserve(record_type.model, new)
    for record in old:
        record.version += 1
    parts = {
        rows.name: [
            part
            for draft, __, __ in made
            for part in _owned(draft.rows.get(rows.name, []), record_type.owner_of(rows), draft.record)
        ]
        for rows in record_type.rows
    }
    for draft, __, __ in made:
        _derive(record_type, draft)
    insert_many(record_type.model, new)
    update_many(record_type.model, old)
    for rows in record_type.rows:
        if old:
            record_type.part_model(rows)._default_manager.filter(**{f"{record_type.owner_of(rows)}__in": old}).delete()
        insert_many(record_type.part_model(rows), parts[rows.name])
    if old:
        Citation.objects.filter(record_type=record_type.name, record_key__in=[record.key for record in old]).delete()
    insert_many(Citation, [citation for draft, __, __ in made for citation in _cited(record_type, draft)])
    for draft, before, __ in made:
        for name, linked in draft.links.items():
            if linked or before is not None:
                getattr(draft.record, name).set(linked)


def _derive(record_type: RecordType, draft: Draft) -> None:
    """Work out of a draft's rows what is stored of them, without asking the database for rows it does not have yet."""
    record: Any = draft.record
    with_rows(
        record, [(rows.name, record_type.part_model(rows), draft.rows.get(rows.name, [])) for rows in record_type.rows]
    )
    for name, value in record.derived().items():
        setattr(record, name, value)
    without_rows(record)


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
        for field in references(row.__class__):
            if field.editable and field.name != owners.get(name):
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
        owned = _owned(draft.rows.get(rows.name, []), record_type.owner_of(rows), record)
        record_type.part_model(rows)._default_manager.bulk_create(owned)
    Citation.objects.filter(record_type=record_type.name, record_key=record.key).delete()
    Citation.objects.bulk_create(_cited(record_type, draft))


def _owned(rows: list[Part], owner: str, record: Any) -> list[Part]:
    """A record's rows as new ones, in their order."""
    for order, row in enumerate(rows, 1):
        row.pk, row.order = None, order
        setattr(row, owner, record)
    return rows


def _cited(record_type: RecordType, draft: Draft) -> list[Citation]:
    for order, citation in enumerate(draft.citations, 1):
        citation.pk, citation.order = None, order
        citation.record_type, citation.record_key = record_type.name, draft.record.key
    return draft.citations


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
