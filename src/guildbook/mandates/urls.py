"""URLs of the mandates area."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
