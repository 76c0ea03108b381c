"""The portal application."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Names the application to Django and offers the portal's panels."""

    name = "guildbook.portal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the portal's panels, after those of all areas below it."""
        from guildbook.portal.panels import offer_panels

        offer_panels()
