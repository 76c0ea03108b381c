"""Figures: indicators and the claims sources make."""

from guildbook.figures.models.claim import Claim
from guildbook.figures.models.indicator import Indicator

__all__ = ["Claim", "Indicator"]
