"""The mandates area."""

from django.apps import AppConfig


class MandatesConfig(AppConfig):
    """Names the application to Django, and says for whom people act."""

    name = "guildbook.mandates"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Grant people what their mandates say, and show who they are where that may be seen."""
        from guildbook.kit.actors import grant_through
        from guildbook.mandates.actions.telling import MANDATE
        from guildbook.mandates.panels import offer_panels
        from guildbook.mandates.queries import with_mandates
        from guildbook.notices.registry import offer_kind

        grant_through(with_mandates)
        offer_panels()
        offer_kind(MANDATE)
