"""URLs of the standards area."""

from guildbook.kit.urls import record_urls
from guildbook.standards.records import ADOPTION, STANDARD

urlpatterns = [
    *record_urls(STANDARD),
    *record_urls(ADOPTION),
]
