"""URLs of the figures area."""

from guildbook.figures.records import CLAIM, INDICATOR
from guildbook.kit.urls import record_urls

urlpatterns = [
    *record_urls(INDICATOR),
    *record_urls(CLAIM),
]
