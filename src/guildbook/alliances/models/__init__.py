"""Alliances: organisations that have members."""

from guildbook.alliances.models.alliance import Alliance, Office, RepresentedCountry
from guildbook.alliances.models.membership import Membership

__all__ = ["Alliance", "Membership", "Office", "RepresentedCountry"]
