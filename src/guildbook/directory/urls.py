"""URLs of the directory area."""

from django.urls import path

from guildbook.directory.records import CITY_LINK, FIELD, ORGANISATION, PERSON, PLACE, ROLE, SOURCE
from guildbook.directory.views import duplicates
from guildbook.directory.views.organisation import organisation_page
from guildbook.faces.urls import record_urls

urlpatterns = [
    path("duplicates/", duplicates.duplicates_page, name="duplicates"),
    path("duplicates/merge", duplicates.merge_page, name="merge"),
    path("duplicates/apart", duplicates.apart, name="apart"),
    path("duplicates/merges/<int:pk>/undo", duplicates.undo, name="undo-merge"),
    path("named/organisations", duplicates.names_offered, name="names-offered"),
    *record_urls(PLACE),
    *record_urls(CITY_LINK),
    *record_urls(ORGANISATION, page=organisation_page),
    *record_urls(PERSON),
    *record_urls(ROLE),
    *record_urls(SOURCE),
    *record_urls(FIELD),
]
