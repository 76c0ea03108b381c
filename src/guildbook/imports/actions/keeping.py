"""Keeping all of a file as its preview said, or nothing of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from guildbook.imports.actions.matching import Known
from guildbook.imports.models import Import, ImportRow, RowState
from guildbook.kit.actions import AT_ONCE, keep, keep_many
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, read_document
from guildbook.kit.drafts import Draft
from guildbook.kit.queries import find_as
from guildbook.kit.record_types import RecordType, by_name
from guildbook.reviews.actions import asked_review, keep_or_propose

Told = Callable[[int], None]


class StaleError(Exception):
    """The book has changed since the preview; the message says where."""


def keep_all(imported: Import, actor: Actor, why: str, told: Told) -> None:
    """Keep, or propose, every row that adds or changes something, in one transaction.

    Raises StaleError where a record is no longer what it was in the preview; nothing is then kept.
    """
    with transaction.atomic():
        waiting = [late for batch in _batches(_pending(imported)) for late in _attempt(actor, batch, why)]
        while waiting:
            again = [
                late for batch in _batches(iter(row for row, __ in waiting)) for late in _attempt(actor, batch, why)
            ]
            if len(again) == len(waiting):
                row, error = again[0]
                raise StaleError(_said(row, "; ".join(fault.message for fault in error.faults)))
            waiting = again
        told(imported.total)


def _pending(imported: Import) -> Iterator[ImportRow]:
    rows = imported.rows.filter(state__in=(RowState.ADD, RowState.CHANGE)).order_by("number")
    return rows.iterator(chunk_size=AT_ONCE)


def _batches(rows: Iterator[ImportRow]) -> Iterator[list[ImportRow]]:
    batch: list[ImportRow] = []
    for row in rows:
        if batch and (row.record_type != batch[0].record_type or len(batch) == AT_ONCE):
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


def _attempt(actor: Actor, rows: list[ImportRow], why: str) -> list[tuple[ImportRow, DocumentError]]:
    """Keep rows of one kind; returns those that cannot be read yet, for they name records that come later."""
    record_type = by_name(rows[0].record_type)
    if record_type is None:
        raise StaleError(_said(rows[0], rows[0].record_type))
    held = Known(actor).held(record_type, [row.key for row in rows])
    drafts: list[tuple[ImportRow, Draft]] = []
    late: list[tuple[ImportRow, DocumentError]] = []
    for row in rows:
        draft = held.get(row.key)
        if (draft.record.version if draft else 0) != row.version:
            raise StaleError(_said(row, _("this record was changed since the preview; check the file again")))
        try:
            made = read_document(record_type, row.document, draft.record if draft else None, partial(find_as, actor))
        except DocumentError as error:
            late.append((row, error))
        else:
            drafts.append((row, made))
    _keep(actor, record_type, drafts, why)
    return late


def _keep(actor: Actor, record_type: RecordType, drafts: list[tuple[ImportRow, Draft]], why: str) -> None:
    looked_at = {row.pk for row, draft in drafts if asked_review(actor, record_type, draft) is not None}
    at_once: list[Any] = [draft for row, draft in drafts if row.pk not in looked_at]
    try:
        if record_type.save is keep:
            keep_many(actor, record_type, at_once, why)
        else:
            for draft in at_once:
                record_type.save(actor, draft, why)
        for row, draft in drafts:
            if row.pk in looked_at:
                keep_or_propose(actor, record_type, draft, why)
    except DocumentError as error:
        raise StaleError("; ".join(fault.message for fault in error.faults)) from error
    except PermissionDenied as error:
        raise StaleError(str(error)) from error


def _said(row: ImportRow, why: str) -> str:
    place = _("sheet %(sheet)s, row %(row)s") % {"sheet": row.sheet, "row": row.row}
    return f"{place}: {why}"
