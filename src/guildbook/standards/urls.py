"""URLs of the standards area."""

from guildbook.faces.urls import record_urls
from guildbook.standards.records import ADOPTION, ALIGNMENT, STANDARD
from guildbook.standards.views import standard_page

urlpatterns = [
    *record_urls(STANDARD, page=standard_page),
    *record_urls(ALIGNMENT),
    *record_urls(ADOPTION),
]
