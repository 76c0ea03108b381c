"""The search application."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Names the application to Django."""

    name = "guildbook.search"
    default_auto_field = "django.db.models.BigAutoField"
