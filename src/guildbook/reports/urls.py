"""URLs of the reports area."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
