"""Writes of the directory: two records of one thing become one, and become two again when that was wrong."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from guildbook.directory.models import Distinct, Merge
from guildbook.directory.queries.references import kinds_of, references_to, renamed
from guildbook.kit.actions import changes_of, documents, rewrite
from guildbook.kit.actors import Actor
from guildbook.kit.documents import Document, DocumentError, Fault
from guildbook.kit.models import Change, Status
from guildbook.kit.record_types import RecordType, by_name
from guildbook.language.differences import three_way

# What says which record this is and whether it stands; everything else of the one that goes is offered to the other.
_OWN = frozenset({"key", "status", "superseded_by", "since", "until"})


def merge(actor: Actor, record_type: RecordType, kept: Any, gone: Any, why: str) -> Merge:
    """Make one record of two that stand for the same thing, in one transaction.

    The kept one gets every name, citation and filled column of the other; whatever named the other names the kept
    one, each with an entry in its history; the other is superseded, and its URL goes on answering. Raises
    DocumentError when the two cannot be one, PermissionDenied for an actor who may not write.
    """
    _check_pair(kept, gone)
    kinds = {kind.name for kind in kinds_of(type(gone))}
    reason = why.strip() or _("the same as %(key)s") % {"key": kept.key}
    with transaction.atomic():
        before_kept, before_gone = documents(record_type, [kept]) + documents(record_type, [gone])
        united = _united(before_kept, before_gone)
        made = []
        for reference in references_to(gone):
            if reference.record_type.name in kinds and reference.record.pk in (kept.pk, gone.pk):
                united = renamed(united, reference.places, kinds, gone.key, kept.key)
                continue
            data = documents(reference.record_type, [reference.record])[0]
            data = renamed(data, reference.places, kinds, gone.key, kept.key)
            made.append(_rewritten(actor, reference.record_type, data, reason))
        # No record is part of itself.
        united = {name: value for name, value in united.items() if name == "key" or value not in (kept.key, gone.key)}
        made.append(_rewritten(actor, record_type, united, reason))
        superseded = {**before_gone, "status": Status.SUPERSEDED.value, "superseded_by": kept.key}
        made.append(_rewritten(actor, record_type, superseded, reason))
        return Merge.objects.create(
            record_type=record_type.name,
            kept_key=kept.key,
            gone_key=gone.key,
            who=actor.name,
            why=reason[:300],
            changes=[change for change in made if change],
        )


def _check_pair(kept: Any, gone: Any) -> None:
    if kept.pk == gone.pk:
        raise DocumentError([Fault("key", _("a record cannot be merged with itself"))])
    if getattr(kept, "kind", "") != getattr(gone, "kind", ""):
        raise DocumentError([Fault("kind", _("only records of one kind can be merged; correct the kind of one first"))])
    for record in (kept, gone):
        if record.status in (Status.SUPERSEDED, Status.WITHDRAWN):
            message = _("“%(key)s” has been withdrawn or superseded already")
            raise DocumentError([Fault("status", message % {"key": record.key})])


def _rewritten(actor: Actor, record_type: RecordType, data: Document, why: str) -> int | None:
    """Keep a document and return the change this made; None where it says what the book said already."""
    newest = changes_of(record_type, str(data["key"])).first()
    rewrite(actor, record_type, data, why)
    change = changes_of(record_type, str(data["key"])).first()
    return change.pk if change and (newest is None or change.pk != newest.pk) else None


def _united(kept: Document, gone: Document) -> Document:
    """The kept record with what only the other knew; where both say something, the kept one is right."""
    made = {**gone, **kept}
    for name, value in gone.items():
        if name in _OWN:
            continue
        held = kept.get(name)
        if isinstance(value, list):
            made[name] = _rows_of_both(held or [], value)
        elif isinstance(value, dict):
            made[name] = {**(held or {}), **{tag: text for tag, text in value.items() if tag not in (held or {})}}
    for name in _OWN & set(made):
        if name not in kept:
            del made[name]
    return made


def _rows_of_both(held: list[Any], others: list[Any]) -> list[Any]:
    """Rows of both, equal ones once; an official name of the other is one more name, not a second official one."""
    rows = list(held)
    known = {(row.get("text"), row.get("language")) for row in held if isinstance(row, dict) and "text" in row}
    for row in others:
        if row in rows or (isinstance(row, dict) and "text" in row and (row["text"], row.get("language")) in known):
            continue
        rows.append(row)
    return rows


def undo_merge(actor: Actor, merged: Merge) -> list[str]:
    """Make two records of one again, leaving alone what was written since; return what could not be set back.

    Raises DocumentError for a merge that was undone already or that a later merge rests on.
    """
    if not actor.is_staff:
        raise PermissionDenied(_("Only staff of this book may change it."))
    with transaction.atomic():
        found = Merge.objects.select_for_update().get(pk=merged.pk)
        if found.undone_at:
            raise DocumentError([Fault("merge", _("this merge was undone already"))])
        later = Merge.objects.filter(record_type=found.record_type, gone_key=found.kept_key, undone_at=None).first()
        if later:
            message = _("“%(key)s” was merged into “%(other)s” later; undo that first")
            names = {"key": later.gone_key, "other": later.kept_key}
            raise DocumentError([Fault("merge", message % names)])
        left = []
        # The record that went comes back first, so that others may name it again.
        for change in reversed(list(Change.objects.filter(pk__in=found.changes).order_by("pk"))):
            left.extend(_set_back(actor, change))
        found.undone_at, found.undone_by = timezone.now(), actor.name
        found.save(update_fields=["undone_at", "undone_by"])
    return left


def _set_back(actor: Actor, change: Change) -> list[str]:
    """Take one change of a merge back; returns the places somebody has rewritten since, which stay as they are."""
    record_type = by_name(change.record_type)
    record = record_type.model._default_manager.filter(key=change.record_key).first() if record_type else None
    if record_type is None or record is None or change.before is None:
        return [f"{change.record_type} {change.record_key}"]
    now = documents(record_type, [record])[0]
    merged = three_way(change.after, now, change.before)
    rewrite(actor, record_type, merged.document, _("undo of the change of %(at)s") % {"at": f"{change.at:%F %R}"})
    return [f"{record_type.label} {change.record_key}, {name}" for name in merged.open]


def keep_apart(actor: Actor, record_type: RecordType, one: str, other: str) -> None:
    """Remember that two records stand for different things; they are not proposed as duplicates again."""
    if not actor.is_staff:
        raise PermissionDenied(_("Only staff of this book may change it."))
    first, second = sorted((one, other))
    Distinct.objects.get_or_create(
        record_type=record_type.name, one_key=first, other_key=second, defaults={"who": actor.name}
    )
