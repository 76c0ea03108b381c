"""URLs of the notices area."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
