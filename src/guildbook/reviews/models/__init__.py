"""Reviews: changes that wait for somebody's approval."""

from guildbook.reviews.models.proposal import Proposal, State

__all__ = ["Proposal", "State"]
