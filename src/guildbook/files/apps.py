"""The files area."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Names the application to Django."""

    name = "guildbook.files"
    default_auto_field = "django.db.models.BigAutoField"
