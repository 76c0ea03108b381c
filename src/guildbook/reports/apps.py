"""The reports area."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Registers the area's record types when Django starts."""

    name = "guildbook.reports"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Enter the area's record types in the registry, offer its panels, to-dos, notices and daily duty."""
        from guildbook.kit.record_types import register
        from guildbook.notices.registry import offer_kind
        from guildbook.notices.reminders import offer_reminder
        from guildbook.reports.actions import recheck
        from guildbook.reports.letters import CONTRADICTED
        from guildbook.reports.panels import offer_panels, todos
        from guildbook.reports.records import RECORD_TYPES
        from guildbook.reviews.registry import offer_todo

        register(*RECORD_TYPES)
        offer_panels()
        offer_todo(todos)
        offer_kind(CONTRADICTED)
        offer_reminder(recheck)
