"""The address of the search page."""

from django.urls import path

from guildbook.search.views import search_page

urlpatterns = [
    path("search/", search_page, name="search"),
]
