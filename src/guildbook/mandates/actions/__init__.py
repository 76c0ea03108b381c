"""Writes of the mandates area: invitations, terms, ends and successions, each with a line of who, when and why."""

from guildbook.mandates.actions.inviting import accept, accept_as_new, invite, withdraw_invitation
from guildbook.mandates.actions.terms import Terms, change_term, end, give, hand_over

__all__ = [
    "Terms",
    "accept",
    "accept_as_new",
    "change_term",
    "end",
    "give",
    "hand_over",
    "invite",
    "withdraw_invitation",
]
