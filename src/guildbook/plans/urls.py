"""URLs of the plans area."""

from guildbook.kit.urls import record_urls
from guildbook.plans.records import PLAN, TARGET

urlpatterns = [
    *record_urls(PLAN),
    *record_urls(TARGET),
]
