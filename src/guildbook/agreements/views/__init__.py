"""The pages of the agreements area."""

from guildbook.agreements.views.comparing import compare
from guildbook.agreements.views.drafting import draft_page
from guildbook.agreements.views.lists import agreement_list, idle, under_way_page
from guildbook.agreements.views.page import agreement_page
from guildbook.agreements.views.steps import take_step
from guildbook.agreements.views.texts import text_page

__all__ = [
    "agreement_list",
    "agreement_page",
    "compare",
    "draft_page",
    "idle",
    "take_step",
    "text_page",
    "under_way_page",
]
