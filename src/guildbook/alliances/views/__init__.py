"""Pages of the alliances area."""

from guildbook.alliances.views.alliance import alliance_page
from guildbook.alliances.views.applications import application_page, applications_page
from guildbook.alliances.views.following import by_account, by_link, file_by_link
from guildbook.alliances.views.joining import join_page, joined_page
from guildbook.alliances.views.offices import offices_page
from guildbook.alliances.views.terms import term_page, terms_page

__all__ = [
    "alliance_page",
    "application_page",
    "applications_page",
    "by_account",
    "by_link",
    "file_by_link",
    "join_page",
    "joined_page",
    "offices_page",
    "term_page",
    "terms_page",
]
