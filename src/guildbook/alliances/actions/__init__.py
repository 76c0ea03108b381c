"""Writes of the alliances area."""

from guildbook.alliances.actions.applying import Asking, answer, apply_to_join, withdraw
from guildbook.alliances.actions.deciding import Admission, admit, ask, decline, note
from guildbook.alliances.actions.nesting import after_membership, work_out_nesting
from guildbook.alliances.actions.offices import appoint, end_office, hand_over
from guildbook.alliances.actions.records import save_alliance
from guildbook.alliances.actions.reminding import forget_contacts, remind_of_terms
from guildbook.alliances.actions.terms import change_role, end_membership, renew

__all__ = [
    "Admission",
    "Asking",
    "admit",
    "after_membership",
    "answer",
    "apply_to_join",
    "appoint",
    "ask",
    "change_role",
    "decline",
    "end_membership",
    "end_office",
    "forget_contacts",
    "hand_over",
    "note",
    "remind_of_terms",
    "renew",
    "save_alliance",
    "withdraw",
    "work_out_nesting",
]
