"""The alliances area."""

from django.apps import AppConfig


class AlliancesConfig(AppConfig):
    """Registers the area's record types when Django starts."""

    name = "guildbook.alliances"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Enter the area's record types in the registry and offer its panels."""
        from guildbook.alliances.actions import after_membership, forget_contacts, remind_of_terms
        from guildbook.alliances.actions.applying import OWNER
        from guildbook.alliances.actions.kinds import NOTICE_KINDS
        from guildbook.alliances.panels import offer_panels
        from guildbook.alliances.queries import overseeing, secretariat_of, with_offices
        from guildbook.alliances.queries.applications import may_see_application
        from guildbook.alliances.queries.reviewing import looked_at_first, todos
        from guildbook.alliances.records import RECORD_TYPES
        from guildbook.files.registry import offer_owner
        from guildbook.kit.actions import after_keeping
        from guildbook.kit.actors import grant_through
        from guildbook.kit.record_types import register
        from guildbook.mandates.queries import oversee_through
        from guildbook.notices.registry import offer_kind
        from guildbook.notices.reminders import offer_reminder
        from guildbook.reviews.registry import ask_for_review, offer_todo, tell_reviewers

        register(*RECORD_TYPES)
        offer_panels()
        grant_through(with_offices)
        oversee_through(overseeing)
        after_keeping(after_membership)
        offer_kind(*NOTICE_KINDS)
        offer_owner(OWNER, may_see_application, may_see_application)
        offer_reminder(remind_of_terms)
        offer_reminder(forget_contacts)
        ask_for_review(looked_at_first)
        tell_reviewers(secretariat_of)
        offer_todo(todos)
