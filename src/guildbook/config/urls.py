"""Every address of the site."""

from django.urls import include, path

from guildbook.config.api import api_urls, missing
from guildbook.portal.views import bad_request, not_allowed, not_found, server_error, too_many

urlpatterns = [
    path("", include("guildbook.portal.urls")),
    path("", include("guildbook.accounts.urls")),
    # Before the areas: a record may not be called “new”, and every kind has its form and history here.
    path("", include("guildbook.reviews.urls")),
    path("", include("guildbook.search.urls")),
    path("", include("guildbook.files.urls")),
    path("", include("guildbook.notices.urls")),
    path("", include("guildbook.directory.urls")),
    path("", include("guildbook.mandates.urls")),
    path("", include("guildbook.figures.urls")),
    path("", include("guildbook.alliances.urls")),
    path("", include("guildbook.agreements.urls")),
    path("", include("guildbook.units.urls")),
    path("", include("guildbook.programmes.urls")),
    path("", include("guildbook.standards.urls")),
    path("", include("guildbook.events.urls")),
    path("", include("guildbook.plans.urls")),
    path("", include("guildbook.rounds.urls")),
    path("", include("guildbook.reports.urls")),
    path("", include("guildbook.imports.urls")),
    path("", include("guildbook.reading.urls")),
    path("api/", api_urls),
    path("api/<path:path>", missing),
]

handler400 = bad_request
handler403 = not_allowed
handler404 = not_found
handler429 = too_many  # for limits of attempts
handler500 = server_error
