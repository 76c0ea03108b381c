"""URLs of the rounds area."""

from guildbook.faces.urls import record_urls
from guildbook.rounds.records import RETURN, ROUND

urlpatterns = [
    *record_urls(ROUND),
    *record_urls(RETURN),
]
