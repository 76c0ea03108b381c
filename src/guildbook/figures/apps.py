"""The figures area."""

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    """Registers the area's record types when Django starts."""

    name = "guildbook.figures"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Enter the area's record types in the registry."""
        from guildbook.figures.panels import offer_panels
        from guildbook.figures.records import RECORD_TYPES
        from guildbook.kit.record_types import register

        register(*RECORD_TYPES)
        offer_panels()
