"""The reading application."""

from django.apps import AppConfig


class ReadingConfig(AppConfig):
    """Offers the check to the areas below."""

    name = "guildbook.reading"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have reports checked before they are published."""
        from guildbook.reading.queries.findings import findings_of
        from guildbook.reports.registry import offer_checker

        offer_checker(findings_of)
