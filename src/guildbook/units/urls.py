"""URLs of the units area."""

from guildbook.kit.urls import record_urls
from guildbook.units.records import UNIT

urlpatterns = [
    *record_urls(UNIT),
]
