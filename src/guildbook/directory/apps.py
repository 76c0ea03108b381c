"""The directory area."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Registers the area's record types when Django starts."""

    name = "guildbook.directory"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Enter the area's record types in the registry and offer its panels and names."""
        from guildbook.directory.models import Organisation
        from guildbook.directory.panels import offer_panels
        from guildbook.directory.queries.named import organisations_named
        from guildbook.directory.records import RECORD_TYPES
        from guildbook.kit.naming import offer_names
        from guildbook.kit.record_types import register

        register(*RECORD_TYPES)
        offer_names(Organisation, organisations_named)
        offer_panels()
