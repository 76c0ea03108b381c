"""URLs of the standards area."""

from django.urls import path

from guildbook.faces.urls import record_urls
from guildbook.standards.records import ADOPTION, ALIGNMENT, STANDARD
from guildbook.standards.views import item_page, items_page, standard_page

urlpatterns = [
    path("standards/<slug:key>/items", items_page, name="standard-items"),
    path("standards/<slug:key>/items/<slug:identifier>", item_page, name="standard-item"),
    *record_urls(STANDARD, page=standard_page),
    *record_urls(ALIGNMENT),
    *record_urls(ADOPTION),
]
