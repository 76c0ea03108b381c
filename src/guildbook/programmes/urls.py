"""URLs of the programmes area."""

from guildbook.programmes.records import PROGRAMME, RESOURCE
from guildbook.kit.urls import record_urls

urlpatterns = [
    *record_urls(PROGRAMME),
    *record_urls(RESOURCE),
]
