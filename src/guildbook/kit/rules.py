"""Who may keep a record: staff of the book, and who acts for an organisation the record's kind names as its keeper."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, Q

from guildbook.kit.actors import Actor
from guildbook.kit.record_types import RecordType, record_types


def may_keep(actor: Actor, record_type: RecordType, record: Any) -> bool:
    """Whether the actor may keep this record as it stands; asked of it before and after a change."""
    if actor.is_staff:
        return True
    return any(_keeper(record, path) in actor.keeps for path in record_type.keepers)


def may_enter(actor: Actor, record_type: RecordType) -> bool:
    """Whether the actor may keep any record of the kind: whether lists offer them the form of a new one."""
    if actor.is_staff or record_type.keepers in ((), ("pk",)):
        return actor.is_staff
    return bool(actor.serves if record_type.keepers == ("alliance",) else actor.keeps)


def overreach(actor: Actor, record_type: RecordType, record: Any, held: Any | None) -> str:
    """The column by which a change would give rights the actor may not give; empty where it gives none.

    Nobody hands a record to a steward they do not act for, or sets what only staff may set.
    """
    if actor.is_staff:
        return ""
    if record.steward_id not in (None, held and held.steward_id, *actor.keeps):
        return "steward"
    for name, values in record_type.reserved.items():
        if getattr(record, name) in values and getattr(held, name, "") != getattr(record, name):
            return name
    return ""


def body_of(actor: Actor, record_type: RecordType, record: Any) -> str:
    """Key of the organisation for which the actor keeps this record; empty for staff, and where that is not told.

    Whoever may act through a rule of another kind (a party signs) acts for the one organisation they keep; an action
    for somebody who keeps several hands over an actor that keeps only the one meant.
    """
    if actor.is_staff or not actor.keeps:
        return ""
    for path in record_type.keepers:
        keeper = _keeper_record(record, path)
        if keeper is not None and keeper.pk in actor.keeps:
            return str(keeper.key)
    own = (actor.keeps - actor.serves) or actor.keeps
    if len(own) > 1:
        return ""
    organisations: Any = record_type.model._meta.get_field("steward").related_model
    return str(organisations._default_manager.filter(pk__in=own).values_list("key", flat=True).first() or "")


def kept_by(actor: Actor, model: type[Model]) -> Q | None:
    """The records of a model the actor keeps, as a condition; None where that can be none."""
    record_type = next((one for one in record_types() if one.model is model), None)
    if record_type is None or not record_type.keepers or not actor.keeps:
        return None
    return Q(*((f"{path.replace('.', '__')}__in", actor.keeps) for path in record_type.keepers), _connector=Q.OR)


def _keeper_record(record: Any, path: str) -> Any:
    """The organisation itself at the end of a path."""
    for step in path.split("."):
        record = record if step == "pk" or record is None else getattr(record, step)
    return record


def _keeper(record: Any, path: str) -> int | None:
    """Primary key of the organisation at the end of a path such as `steward` or `plan.organisation`."""
    *way, last = path.split(".")
    for step in way:
        record = getattr(record, step)
        if record is None:
            return None
    found: int | None = record.pk if last == "pk" else getattr(record, f"{last}_id")
    return found
