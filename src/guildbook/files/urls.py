"""URLs of the files area."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
