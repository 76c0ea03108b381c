"""The pages of the standards area."""

from guildbook.standards.views.aligning import align_page
from guildbook.standards.views.alignments import (
    alignment_page,
    change_state,
    compute,
    confirm_many,
    review_as,
    review_match,
)
from guildbook.standards.views.comparing import compare_page
from guildbook.standards.views.entering import items_page
from guildbook.standards.views.standards import item_page, standard_page

__all__ = [
    "align_page",
    "alignment_page",
    "change_state",
    "compare_page",
    "compute",
    "confirm_many",
    "item_page",
    "items_page",
    "review_as",
    "review_match",
    "standard_page",
]
