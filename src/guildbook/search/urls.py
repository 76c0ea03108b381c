"""The addresses of search: the page, and what the box suggests."""

from django.urls import path

from guildbook.search.views import search_page, suggestions

urlpatterns = [
    path("search/", search_page, name="search"),
    path("search/suggest", suggestions, name="search-suggest"),
]
