"""Every write of the rounds area."""

from guildbook.rounds.actions.answering import Saved, Typed, save_answers, submit, take_back
from guildbook.rounds.actions.deciding import approve, extend, remark, reopen, send_back
from guildbook.rounds.actions.rounds import (
    ask_members,
    close_round,
    lock_round,
    open_round,
    reopen_round,
    save_round,
)

__all__ = [
    "Saved",
    "Typed",
    "approve",
    "ask_members",
    "close_round",
    "extend",
    "lock_round",
    "open_round",
    "remark",
    "reopen",
    "reopen_round",
    "save_answers",
    "save_round",
    "send_back",
    "submit",
    "take_back",
]
