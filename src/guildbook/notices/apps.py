"""The notices area."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Names the application to Django."""

    name = "guildbook.notices"
    default_auto_field = "django.db.models.BigAutoField"
