"""The events area."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    """Registers the area's record types when Django starts."""

    name = "guildbook.events"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Enter the area's record types in the registry and offer its panels."""
        from guildbook.events.panels import offer_panels
        from guildbook.events.records import RECORD_TYPES
        from guildbook.kit.record_types import register

        register(*RECORD_TYPES)
        offer_panels()
