"""Who may admit members, change terms and hand offices over: pure predicates."""

from guildbook.alliances.models import Application
from guildbook.alliances.models.alliance import OfficeKind
from guildbook.kit.actors import Actor

# Whoever holds one of these offices runs the alliance's daily work in the book.
RUNS_THE_BOOK = (OfficeKind.SECRETARIAT, OfficeKind.SECRETARY_GENERAL)


def may_admit(actor: Actor, alliance: int) -> bool:
    """Whether the actor decides on applications and keeps the terms of members: the secretariat, and staff."""
    return actor.is_staff or alliance in actor.serves


def may_hand_over(actor: Actor, alliance: int) -> bool:
    """Whether the actor may say who holds the offices that run the alliance's book: its leads, and staff.

    An editor of the secretariat keeps members and agreements, and does not give the secretariat away.
    """
    return actor.is_staff or alliance in actor.leads


def may_follow(actor: Actor, application: Application) -> bool:
    """Whether the actor sent the application while signed in; the private link is asked for elsewhere."""
    return actor.user is not None and application.user_id == actor.user
