"""The reading application."""

from django.apps import AppConfig


class ReadingConfig(AppConfig):
    """Names the application to Django."""

    name = "guildbook.reading"
    default_auto_field = "django.db.models.BigAutoField"
