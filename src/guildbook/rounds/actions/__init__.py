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
    start_round,
)
from guildbook.rounds.actions.telling import chase, remind_of_rounds

__all__ = [
    "Saved",
    "Typed",
    "approve",
    "ask_members",
    "chase",
    "close_round",
    "extend",
    "lock_round",
    "open_round",
    "remark",
    "remind_of_rounds",
    "reopen",
    "reopen_round",
    "save_answers",
    "save_round",
    "send_back",
    "start_round",
    "submit",
    "take_back",
]
