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
    return actor.is_staff or (bool(actor.keeps) and "steward" in record_type.keepers)


def kept_by(actor: Actor, model: type[Model]) -> Q | None:
    """The records of a model the actor keeps, as a condition; None where that can be none."""
    record_type = next((one for one in record_types() if one.model is model), None)
    if record_type is None or not record_type.keepers or not actor.keeps:
        return None
    return Q(*((f"{path.replace('.', '__')}__in", actor.keeps) for path in record_type.keepers), _connector=Q.OR)


def _keeper(record: Any, path: str) -> int | None:
    """Primary key of the organisation at the end of a path such as `steward` or `plan.organisation`."""
    *way, last = path.split(".")
    for step in way:
        record = getattr(record, step)
        if record is None:
            return None
    found: int | None = record.pk if last == "pk" else getattr(record, f"{last}_id")
    return found
