"""Writes of the units area."""

from django.utils.translation import gettext as _

from guildbook.kit.actions import keep
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.drafts import Draft
from guildbook.units.models import Unit


def save_unit(actor: Actor, draft: Draft, why: str) -> Unit:
    """Keep a unit; its state must be the last of its dated states where those are given."""
    states = draft.rows.get("states", [])
    if states and states[-1].state != draft.record.state:  # type: ignore[attr-defined]  # the rows are UnitStates, the record a Unit
        raise DocumentError([Fault("state", _("this must be the last of the dated states"))])
    unit: Unit = keep(actor, draft, why)
    return unit
