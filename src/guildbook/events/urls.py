"""URLs of the events area."""

from guildbook.events.records import EVENT
from guildbook.events.views import event_page
from guildbook.faces.urls import record_urls

urlpatterns = [
    *record_urls(EVENT, page=event_page),
]
