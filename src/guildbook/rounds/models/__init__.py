"""Rounds and returns: what members report."""

from guildbook.rounds.models.collection_round import Round
from guildbook.rounds.models.member_return import Return

__all__ = ["Return", "Round"]
