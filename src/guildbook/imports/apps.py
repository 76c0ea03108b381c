"""The imports application."""

from django.apps import AppConfig


class ImportsConfig(AppConfig):
    """Names the application to Django."""

    name = "guildbook.imports"
    default_auto_field = "django.db.models.BigAutoField"
