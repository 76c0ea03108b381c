"""URLs of the rounds area."""

from guildbook.rounds.records import ROUND, RETURN
from guildbook.kit.urls import record_urls

urlpatterns = [
    *record_urls(ROUND),
    *record_urls(RETURN),
]
