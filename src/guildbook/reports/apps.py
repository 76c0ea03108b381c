"""The reports area."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Names the application to Django."""

    name = "guildbook.reports"
    default_auto_field = "django.db.models.BigAutoField"
