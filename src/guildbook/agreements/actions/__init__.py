"""Writes of the agreements area."""

from guildbook.agreements.actions.keeping import save_agreement
from guildbook.agreements.actions.reminding import ask_again, remind_of_answers, remind_of_ends
from guildbook.agreements.actions.signing import Signature, approve, decline, sign
from guildbook.agreements.actions.steps import circulate, take_back, write_text
from guildbook.agreements.actions.terms import amend, bring_in_force, end, pass_time, publish, renew

__all__ = [
    "Signature",
    "amend",
    "approve",
    "ask_again",
    "bring_in_force",
    "circulate",
    "decline",
    "end",
    "pass_time",
    "publish",
    "remind_of_answers",
    "remind_of_ends",
    "renew",
    "save_agreement",
    "sign",
    "take_back",
    "write_text",
]
