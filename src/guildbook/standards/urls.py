"""URLs of the standards area."""

from guildbook.standards.records import STANDARD, ADOPTION
from guildbook.kit.urls import record_urls

urlpatterns = [
    *record_urls(STANDARD),
    *record_urls(ADOPTION),
]
