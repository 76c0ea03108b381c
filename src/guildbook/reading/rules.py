"""Who may record a figure of a checked text: staff, and whoever keeps sources."""

from guildbook.directory.models import Source
from guildbook.kit.actors import Actor
from guildbook.kit.record_types import type_of_model
from guildbook.kit.rules import may_enter, may_keep


def may_record(actor: Actor) -> bool:
    """Whether the actor may make claims at all."""
    return may_enter(actor, type_of_model(Source))


def may_record_of(actor: Actor, source: Source) -> bool:
    """Whether the actor may make a claim of what this source says: who keeps the source says what stands in it."""
    return may_keep(actor, type_of_model(Source), source)
