"""Who may say who acts for an organisation: staff, its leads, and the secretariats of alliances it belongs to."""

from collections.abc import Collection

from guildbook.kit.actors import Actor
from guildbook.mandates.models.mandate import Duty


def serves_any(actor: Actor, overseers: Collection[int]) -> bool:
    """Whether the actor is the secretariat of an alliance that oversees the organisation today."""
    return not actor.serves.isdisjoint(overseers)


def may_see_people(actor: Actor, organisation: int, overseers: Collection[int]) -> bool:
    """Whether the actor may see who acts for an organisation: its own people, its secretariats, staff."""
    return actor.is_staff or organisation in actor.keeps or serves_any(actor, overseers)


def may_change_people(actor: Actor, organisation: int, overseers: Collection[int]) -> bool:
    """Whether the actor may end mandates, change terms and hand over: its leads, its secretariats, staff.

    `overseers` are those that looked after the organisation when the mandate was given.
    """
    return actor.is_staff or organisation in actor.leads or serves_any(actor, overseers)


def may_leave_without_lead(actor: Actor, overseers: Collection[int]) -> bool:
    """Whether the actor may take away an organisation's last lead."""
    return actor.is_staff or serves_any(actor, overseers)


def duties_offered(actor: Actor, organisation: int, overseers: Collection[int], *, led: bool) -> tuple[Duty, ...]:
    """The duties the actor may invite people to; a secretariat invites a member's first lead, who sees to the rest."""
    if actor.is_staff or organisation in actor.leads:
        return (Duty.EDITOR, Duty.LEAD)
    if organisation in actor.serves:
        return (Duty.EDITOR,)
    return (Duty.LEAD,) if serves_any(actor, overseers) and not led else ()
