"""URLs of the agreements area."""

from guildbook.agreements.records import AGREEMENT
from guildbook.agreements.views import agreement_page
from guildbook.faces.urls import record_urls

urlpatterns = [
    *record_urls(AGREEMENT, page=agreement_page),
]
