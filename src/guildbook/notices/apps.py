"""The notices area."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Names the application to Django, and offers what it does every day."""

    name = "guildbook.notices"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have old letters forgotten every day, and the page of notices in everybody's menu."""
        from django.utils.translation import gettext_lazy as _

        from guildbook.accounts.menu import offer_menu
        from guildbook.notices.actions import forget_old
        from guildbook.notices.queries import unread_count
        from guildbook.notices.reminders import offer_reminder

        offer_reminder(forget_old)
        offer_menu(_("Notices"), "/notices/", count=lambda actor: unread_count(actor.user) if actor.user else 0)
        offer_menu(_("Letters"), "/notices/letters", to=lambda actor: actor.is_staff)
