"""URLs of the agreements area."""

from django.urls import path

from guildbook.agreements.records import AGREEMENT
from guildbook.agreements.views import (
    agreement_list,
    agreement_page,
    compare,
    draft_page,
    idle,
    take_step,
    text_page,
    under_way_page,
)
from guildbook.faces.urls import record_urls

urlpatterns = [
    path("agreements/draft", draft_page, name="agreement-draft"),
    path("agreements/idle", idle, name="agreement-idle"),
    path("agreements/under-way", under_way_page, name="agreement-under-way"),
    path("agreements/<slug:key>/compare", compare, name="agreement-compare"),
    path("agreements/<slug:key>/text", text_page, name="agreement-text"),
    path("agreements/<slug:key>/step/<slug:step>", take_step, name="agreement-step"),
    *record_urls(AGREEMENT, page=agreement_page, listing=agreement_list),
]
