"""URLs of the figures area."""

from django.urls import path

from guildbook.faces.urls import record_urls
from guildbook.figures import views
from guildbook.figures.records import CLAIM, INDICATOR

urlpatterns = [
    path("figures/", views.index_page, name="figure-list"),
    path("figures/<slug:key>.json", views.figure_json, name="figure-json"),
    path("figures/<slug:key>.jsonld", views.figure_jsonld, name="figure-jsonld"),
    path("figures/<slug:key>.xlsx", views.figure_workbook, name="figure-xlsx"),
    path("figures/<slug:key>", views.figure_page, name="figure"),
    *record_urls(INDICATOR),
    *record_urls(CLAIM),
]
