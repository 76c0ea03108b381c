"""The notices area."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Names the application to Django, and offers what it does every day."""

    name = "guildbook.notices"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have old letters forgotten every day."""
        from guildbook.notices.actions import forget_old
        from guildbook.notices.reminders import offer_reminder

        offer_reminder(forget_old)
