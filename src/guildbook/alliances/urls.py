"""URLs of the alliances area."""

from django.urls import path

from guildbook.alliances import views
from guildbook.alliances.records import ALLIANCE, MEMBERSHIP
from guildbook.faces.urls import record_urls

urlpatterns = [
    path("alliances/<slug:key>/join", views.join_page),
    path("alliances/<slug:key>/join/sent", views.joined_page),
    path("alliances/<slug:key>/applications", views.applications_page),
    path("alliances/<slug:key>/applications/<int:pk>", views.application_page),
    path("alliances/<slug:key>/terms", views.terms_page),
    path("alliances/<slug:key>/offices", views.offices_page),
    path("memberships/<slug:key>/term", views.term_page),
    path("applications/<int:pk>", views.by_account),
    path("applications/<str:token>", views.by_link),
    path("applications/<str:token>/files/<int:number>/<str:name>", views.file_by_link),
    *record_urls(ALLIANCE, page=views.alliance_page),
    *record_urls(MEMBERSHIP),
]
