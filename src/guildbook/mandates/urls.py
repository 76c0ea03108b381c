"""URLs of the mandates area."""

from django.urls import path

from guildbook.mandates import views

PEOPLE = "organisations/<slug:key>/people"

urlpatterns = [
    path(PEOPLE, views.people_page, name="mandates"),
    path(f"{PEOPLE}/invite", views.invite_colleague, name="invite"),
    path(f"{PEOPLE}/invitations/<int:pk>/withdraw", views.withdraw, name="withdraw-invitation"),
    path(f"{PEOPLE}/<int:pk>/term", views.change_term_of, name="change-term"),
    path(f"{PEOPLE}/<int:pk>/end", views.end_mandate, name="end-mandate"),
    path(f"{PEOPLE}/<int:pk>/hand-over", views.hand_over_to, name="hand-over"),
    path("invitations/<str:token>", views.invitation_page, name="invitation"),
]
