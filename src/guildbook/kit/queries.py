"""What an actor may see, before any area adds its own rule."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet

from guildbook.kit.actors import Actor
from guildbook.kit.models import Change, Record, Status
from guildbook.kit.record_types import RecordType, type_of_model
from guildbook.kit.rules import kept_by, may_keep

R = TypeVar("R", bound=Record)


def visible(records: QuerySet[R], actor: Actor) -> QuerySet[R]:
    """Staff see everything, others what is no draft and drafts they keep: a withdrawn record goes on answering."""
    if actor.is_staff:
        return records
    kept = kept_by(actor, records.model)
    shown = ~Q(status=Status.DRAFT)
    return records.filter(shown if kept is None else shown | kept)


def seen_by(actor: Actor, record: Record) -> bool:
    """Whether the actor may see one record that was read already."""
    if actor.is_staff or record.status != Status.DRAFT:
        return True
    return type_of_model(type(record)).visible(actor).filter(pk=record.pk).exists()


def find_as(actor: Actor, model: type[Model], key: str) -> Model | None:
    """The record of that key, for somebody who may see it: what they may not see does not exist for them."""
    if actor.is_staff:
        found: Model | None = model._default_manager.filter(key=key).first()
        return found
    return type_of_model(model).visible(actor).filter(key=key).first()


def find_many_as(actor: Actor, model: type[Model], keys: Iterable[str]) -> dict[str, Model]:
    """The same for hundreds of keys with one query; what does not exist for the actor is missing."""
    shown: QuerySet[Any] = model._default_manager.all() if actor.is_staff else type_of_model(model).visible(actor)
    return {record.key: record for record in shown.filter(key__in=list(keys))}


def seen_changes(actor: Actor, record_type: RecordType, record: Record) -> QuerySet[Change]:
    """A record's changes without what was done to it as a draft, unless the actor keeps it; newest first."""
    found = Change.objects.filter(record_type=record_type.name, record_key=record.key)
    return found if may_keep(actor, record_type, record) else found.filter(draft=False)


def history_of(actor: Actor, record_type: RecordType, record: Record, most: int | None = None) -> list[Change]:
    """A record's changes as the actor may see them, newest first; the past of a draft stays with its keepers."""
    found = list(seen_changes(actor, record_type, record)[:most])
    return found if may_keep(actor, record_type, record) else [as_published(change) for change in found]


def as_published(change: Change) -> Change:
    """The change as somebody sees it who did not see the draft: what was published first was entered then."""
    if change.before is not None and change.before.get("status") == Status.DRAFT:
        change.before = None
    return change


def in_effect(day: date, prefix: str = "") -> Q:
    """Records that had surely begun and not surely ended on that day; a record without dates always counts."""
    begun = Q(**{f"{prefix}since_day__isnull": True}) | Q(**{f"{prefix}since_day__lte": day})
    lasting = Q(**{f"{prefix}until_day__isnull": True}) | Q(**{f"{prefix}until_day__gte": day})
    return begun & lasting
