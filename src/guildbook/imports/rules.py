"""Who may send files: staff, and whoever keeps records of an organisation or alliance."""

from guildbook.kit.actors import Actor


def may_import(actor: Actor) -> bool:
    """Whether the actor may send files at all; what they may keep is asked of each row."""
    return actor.user is not None and (actor.is_staff or bool(actor.keeps))
