"""URLs of the events area."""

from guildbook.events.records import EVENT
from guildbook.kit.urls import record_urls

urlpatterns = [
    *record_urls(EVENT),
]
