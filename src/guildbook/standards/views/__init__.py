"""The pages of the standards area."""

from guildbook.standards.views.standards import standard_page

__all__ = ["standard_page"]
