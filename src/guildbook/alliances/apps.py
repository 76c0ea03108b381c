"""The alliances area."""

from django.apps import AppConfig


class AlliancesConfig(AppConfig):
    """Registers the area's record types when Django starts."""

    name = "guildbook.alliances"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Enter the area's record types in the registry and offer its panels."""
        from guildbook.alliances.panels import offer_panels
        from guildbook.alliances.queries import overseeing, with_offices
        from guildbook.alliances.records import RECORD_TYPES
        from guildbook.kit.actors import grant_through
        from guildbook.kit.record_types import register
        from guildbook.mandates.queries import oversee_through

        register(*RECORD_TYPES)
        offer_panels()
        grant_through(with_offices)
        oversee_through(overseeing)
