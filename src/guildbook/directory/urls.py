"""URLs of the directory area."""

from guildbook.directory.records import PLACE, CITY_LINK, ORGANISATION, PERSON, ROLE, SOURCE, FIELD
from guildbook.kit.urls import record_urls

urlpatterns = [
    *record_urls(PLACE),
    *record_urls(CITY_LINK),
    *record_urls(ORGANISATION),
    *record_urls(PERSON),
    *record_urls(ROLE),
    *record_urls(SOURCE),
    *record_urls(FIELD),
]
