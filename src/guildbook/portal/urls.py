"""Addresses of the public face."""

from django.urls import path

from guildbook.portal import views

urlpatterns = [
    path("", views.home, name="home"),
    path("map/", views.map_page, name="map"),
    path("words/", views.words, name="words"),
    path("latest/", views.latest, name="latest"),
    path("health", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
]
