"""Writes of the notices area: telling people, writing letters, sending them, and the daily duties."""

from guildbook.notices.actions.choosing import choose, stop_letters
from guildbook.notices.actions.digests import write_digests
from guildbook.notices.actions.duties import forget_old, run_duties
from guildbook.notices.actions.sending import Sent, send_due, try_again
from guildbook.notices.actions.telling import mark_read, tell, write_letter

__all__ = [
    "Sent",
    "choose",
    "forget_old",
    "mark_read",
    "run_duties",
    "send_due",
    "stop_letters",
    "tell",
    "try_again",
    "write_digests",
    "write_letter",
]
