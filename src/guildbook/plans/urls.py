"""URLs of the plans area."""

from guildbook.plans.records import PLAN, TARGET
from guildbook.kit.urls import record_urls

urlpatterns = [
    *record_urls(PLAN),
    *record_urls(TARGET),
]
