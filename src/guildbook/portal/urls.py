"""Addresses of the public face."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from guildbook.portal import views

urlpatterns = [
    path("", views.home, name="home"),
    path("map/", views.map_page, name="map"),
    path("words/", views.words, name="words"),
    path("latest/", views.latest, name="latest"),
    path("sign-in", LoginView.as_view(template_name="portal/sign_in.html"), name="sign-in"),
    path("sign-out", LogoutView.as_view(), name="sign-out"),
    path("health", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
]
