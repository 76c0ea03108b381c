"""The reports area."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Registers the area's record types when Django starts."""

    name = "guildbook.reports"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Enter the area's record types in the registry."""
        from guildbook.kit.record_types import register
        from guildbook.reports.records import RECORD_TYPES

        register(*RECORD_TYPES)
