"""The pages of search."""

from guildbook.search.views.pages import search_page, suggestions

__all__ = ["search_page", "suggestions"]
