"""The agreements area."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """Registers the area's record types when Django starts."""

    name = "guildbook.agreements"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Enter the area's record types in the registry and offer its panels."""
        from guildbook.agreements.panels import offer_panels
        from guildbook.agreements.records import RECORD_TYPES
        from guildbook.files.panels import offer_attachments
        from guildbook.kit.record_types import register

        register(*RECORD_TYPES)
        offer_panels()
        offer_attachments("agreement")
