"""Pages of the alliances area."""

from guildbook.alliances.views.alliance import alliance_page

__all__ = ["alliance_page"]
