"""URLs of the reviews area."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
