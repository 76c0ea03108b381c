"""Who decides on a proposal, and who may change or withdraw it."""

from guildbook.kit.actors import Actor
from guildbook.reviews.models import Proposal, State


def may_decide(actor: Actor, proposal: Proposal) -> bool:
    """The secretariat of the alliance that asked for the review, and staff of the book."""
    return actor.is_staff or proposal.alliance_id in actor.serves


def may_revise(actor: Actor, proposal: Proposal) -> bool:
    """The people of the organisation that proposed it, until it is decided."""
    return proposal.organisation_id in actor.keeps and proposal.state in (State.WAITING, State.RETURNED)
