"""URLs of the notices area."""

from django.urls import path

from guildbook.notices import views

urlpatterns = [
    path("notices/", views.notices_page),
    path("notices/read", views.all_read),
    path("notices/settings", views.settings_page),
    path("notices/letters", views.letters_page),
    path("notices/letters/<int:pk>/again", views.again),
    path("notices/unsubscribe/<str:token>", views.unsubscribe),
    path("notices/<int:pk>", views.follow),
]
