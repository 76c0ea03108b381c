"""Catching up with records that were kept by the thousand: batch by batch, each a short transaction of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.db import transaction

from guildbook.kit.actions import stored_many
from guildbook.kit.bulk import with_rows, without_rows
from guildbook.kit.drafts import Draft
from guildbook.kit.record_types import RecordType, by_name
from guildbook.search.actions.keeping import make_anew
from guildbook.search.index.documents import searched_as
from guildbook.search.models import Pending

# Short enough that whoever keeps a record meanwhile hardly waits.
BATCH = 250
Progress = Callable[[int, int], None]


def catch_up(progress: Progress | None = None) -> int:
    """Make the documents of all records that wait for theirs; returns how many were seen to.

    Safe to break off: what is left is done next time. Safe beside others: who changes a record now is not waited for.
    """
    done, last, total = 0, 0, Pending.objects.count()
    while total:
        with transaction.atomic():
            some = list(Pending.objects.filter(pk__gt=last).order_by("pk")[:BATCH])
            if not some:
                break
            last = some[-1].pk
            done += _see_to(some)
        if progress is not None:
            progress(done, max(done, total))
    return done


def _see_to(some: list[Pending]) -> int:
    """Make documents anew; rows of records that somebody is changing at this moment stay for the next time."""
    done = 0
    for kind in dict.fromkeys(one.kind for one in some):
        waiting = [one for one in some if one.kind == kind]
        record_type = by_name(kind)
        if record_type is not None:
            manager = record_type.model._default_manager
            asked = {one.record_id for one in waiting}
            free = list(manager.select_for_update(skip_locked=True).filter(pk__in=asked))
            taken = asked - {record.pk for record in free}
            taken &= set(manager.filter(pk__in=taken).values_list("pk", flat=True)) if taken else set()
            waiting = [one for one in waiting if one.record_id not in taken]
            spelt: dict[int, list[str]] = {}
            for one in waiting:
                spelt.setdefault(one.record_id, []).append(one.spelt)
            make_anew(record_type, list(_derived(record_type, free)), spelt)
        Pending.objects.filter(pk__in=[one.pk for one in waiting]).delete()
        done += len(waiting)
    return done


def _derived(record_type: RecordType, records: list[Any]) -> Iterator[Draft]:
    """The records as they are now, with what is worked out of them right: what they show may have been renamed."""
    for draft in stored_many(record_type, records):
        record: Any = draft.record
        # One that has become another kind was seen to as such.
        if searched_as(record_type, record) is record_type:
            parts = [(rows.name, record_type.part_model(rows), draft.rows[rows.name]) for rows in record_type.rows]
            with_rows(record, parts)
            record.derive()
            without_rows(record)
            yield draft
