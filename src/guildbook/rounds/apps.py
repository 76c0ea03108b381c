"""The rounds area."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy


class RoundsConfig(AppConfig):
    """Registers the area's record types when Django starts."""

    name = "guildbook.rounds"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Enter the area's record types in the registry and offer its panels."""
        from guildbook.accounts.menu import offer_menu
        from guildbook.figures.queries import offer_reporting
        from guildbook.kit.record_types import register
        from guildbook.notices.registry import offer_kind
        from guildbook.notices.reminders import offer_reminder
        from guildbook.reviews.registry import offer_beginning, offer_todo
        from guildbook.rounds.actions import remind_of_rounds
        from guildbook.rounds.letters import KINDS
        from guildbook.rounds.panels import offer_panels
        from guildbook.rounds.queries.rates import reporting_of
        from guildbook.rounds.queries.todos import todos
        from guildbook.rounds.records import RECORD_TYPES

        register(*RECORD_TYPES)
        offer_reporting(reporting_of)
        offer_kind(*KINDS)
        offer_menu(gettext_lazy("Your rounds"), "/rounds/mine", to=lambda actor: bool(actor.keeps))
        offer_reminder(remind_of_rounds)
        offer_todo(todos)
        offer_beginning("round", "/rounds/start")
        offer_panels()
