"""URLs of the agreements area."""

from guildbook.agreements.records import AGREEMENT
from guildbook.kit.urls import record_urls

urlpatterns = [
    *record_urls(AGREEMENT),
]
