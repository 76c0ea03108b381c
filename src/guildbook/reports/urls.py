"""URLs of the reports area."""

from guildbook.faces.urls import record_urls
from guildbook.reports.records import REPORT

urlpatterns = [
    *record_urls(REPORT),
]
