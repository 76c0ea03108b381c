"""URLs of the directory area."""

from guildbook.directory.records import CITY_LINK, FIELD, ORGANISATION, PERSON, PLACE, ROLE, SOURCE
from guildbook.directory.views import organisation_page
from guildbook.faces.urls import record_urls

urlpatterns = [
    *record_urls(PLACE),
    *record_urls(CITY_LINK),
    *record_urls(ORGANISATION, page=organisation_page),
    *record_urls(PERSON),
    *record_urls(ROLE),
    *record_urls(SOURCE),
    *record_urls(FIELD),
]
