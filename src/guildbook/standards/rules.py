"""Who may change standards and alignments: staff, and the people of the organisations that keep them."""

from guildbook.kit.actors import Actor
from guildbook.kit.record_types import type_of
from guildbook.kit.rules import may_keep
from guildbook.standards.models import Alignment, Standard


def may_change(actor: Actor, record: Standard | Alignment) -> bool:
    """Whether the actor may enter items of a standard and align it, or review an alignment."""
    return may_keep(actor, type_of(record), record)
