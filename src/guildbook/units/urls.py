"""URLs of the units area."""

from guildbook.faces.urls import record_urls
from guildbook.units.records import UNIT
from guildbook.units.views import unit_page

urlpatterns = [
    *record_urls(UNIT, page=unit_page),
]
