"""The accounts application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Names the application to Django, and offers the account in the menu."""

    name = "guildbook.accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the page of the account."""
        from django.contrib.auth.signals import user_logged_in

        from guildbook.accounts.menu import offer_menu
        from guildbook.accounts.views import remember_language

        user_logged_in.connect(remember_language, dispatch_uid="accounts.remember_language")
        offer_menu(_("Your account"), "/account/")
