"""The pages of the standards area."""

from guildbook.standards.views.entering import items_page
from guildbook.standards.views.standards import item_page, standard_page

__all__ = ["item_page", "items_page", "standard_page"]
