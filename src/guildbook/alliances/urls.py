"""URLs of the alliances area."""

from guildbook.alliances.records import ALLIANCE, MEMBERSHIP
from guildbook.alliances.views import alliance_page
from guildbook.faces.urls import record_urls

urlpatterns = [
    *record_urls(ALLIANCE, page=alliance_page),
    *record_urls(MEMBERSHIP),
]
