"""Addresses of the reading area."""

from django.urls import path

from guildbook.reading import views

urlpatterns = [
    path("check", views.check, name="check"),
    path("check/record", views.record, name="check-record"),
]
