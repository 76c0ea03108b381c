"""URLs of the programmes area."""

from guildbook.faces.urls import record_urls
from guildbook.programmes.records import PROGRAMME, RESOURCE

urlpatterns = [
    *record_urls(PROGRAMME),
    *record_urls(RESOURCE),
]
