"""URLs of the plans area."""

from guildbook.faces.urls import record_urls
from guildbook.plans.records import PLAN, TARGET
from guildbook.plans.views import plan_page

urlpatterns = [
    *record_urls(PLAN, page=plan_page),
    *record_urls(TARGET),
]
