"""Alliances: organisations that have members, and those who ask to become one."""

from guildbook.alliances.models.alliance import Alliance, Office, RepresentedCountry, Reviewed, Within
from guildbook.alliances.models.application import Application, ApplicationState, Deed, Remark
from guildbook.alliances.models.membership import Membership

__all__ = [
    "Alliance",
    "Application",
    "ApplicationState",
    "Deed",
    "Membership",
    "Office",
    "Remark",
    "RepresentedCountry",
    "Reviewed",
    "Within",
]
