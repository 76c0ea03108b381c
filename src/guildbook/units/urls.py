"""URLs of the units area."""

from guildbook.units.records import UNIT
from guildbook.kit.urls import record_urls

urlpatterns = [
    *record_urls(UNIT),
]
