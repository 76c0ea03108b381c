"""The accounts application."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Names the application to Django."""

    name = "guildbook.accounts"
    default_auto_field = "django.db.models.BigAutoField"
