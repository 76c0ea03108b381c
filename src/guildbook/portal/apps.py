"""The portal application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    """Names the application to Django and offers the portal's panels."""

    name = "guildbook.portal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the portal's panels, after those of all areas below it."""
        from guildbook.accounts.menu import offer_menu
        from guildbook.portal.panels import offer_panels

        offer_panels()
        offer_menu(_("Duplicates"), "/duplicates/", to=lambda actor: actor.is_staff)
