"""The kit application."""

from django.apps import AppConfig


class KitConfig(AppConfig):
    """Names the application to Django."""

    name = "guildbook.kit"
    default_auto_field = "django.db.models.BigAutoField"
