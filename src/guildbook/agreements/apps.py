"""The agreements area."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """Registers the area's record types when Django starts."""

    name = "guildbook.agreements"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Enter the area's record types, panels, notices, daily duties and rule for files."""
        from guildbook.agreements.actions import pass_time, remind_of_answers, remind_of_ends
        from guildbook.agreements.letters import KINDS
        from guildbook.agreements.panels import offer_panels
        from guildbook.agreements.queries import sees_scans, visible_agreements
        from guildbook.agreements.records import RECORD_TYPES
        from guildbook.files.panels import offer_attachments
        from guildbook.files.registry import offer_owner
        from guildbook.kit.record_types import register
        from guildbook.notices.registry import offer_kind
        from guildbook.notices.reminders import offer_reminder

        register(*RECORD_TYPES)
        offer_panels()
        offer_attachments("agreement")
        offer_owner("agreement", lambda actor, key: visible_agreements(actor).filter(key=key).exists(), sees_scans)
        offer_kind(*KINDS)
        for duty in (pass_time, remind_of_ends, remind_of_answers):
            offer_reminder(duty)
