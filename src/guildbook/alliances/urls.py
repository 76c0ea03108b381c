"""URLs of the alliances area."""

from guildbook.alliances.records import ALLIANCE, MEMBERSHIP
from guildbook.kit.urls import record_urls

urlpatterns = [
    *record_urls(ALLIANCE),
    *record_urls(MEMBERSHIP),
]
