"""The portal application."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Names the application to Django."""

    name = "guildbook.portal"
    default_auto_field = "django.db.models.BigAutoField"
