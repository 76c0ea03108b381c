"""The imports application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportsConfig(AppConfig):
    """Names the application to Django, and offers its page to whoever keeps records."""

    name = "guildbook.imports"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put the page of workbooks and lists into the menu."""
        from guildbook.accounts.menu import offer_menu
        from guildbook.imports.rules import may_import

        offer_menu(_("Workbooks and lists"), "/imports/", to=may_import)
