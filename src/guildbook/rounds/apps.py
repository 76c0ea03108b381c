"""The rounds area."""

from django.apps import AppConfig


class RoundsConfig(AppConfig):
    """Registers the area's record types when Django starts."""

    name = "guildbook.rounds"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Enter the area's record types in the registry and offer its panels."""
        from guildbook.figures.queries import offer_reporting
        from guildbook.kit.record_types import register
        from guildbook.rounds.panels import offer_panels
        from guildbook.rounds.queries.rates import reporting_of
        from guildbook.rounds.records import RECORD_TYPES

        register(*RECORD_TYPES)
        offer_reporting(reporting_of)
        offer_panels()
