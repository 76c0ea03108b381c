"""The reviews area."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReviewsConfig(AppConfig):
    """Names the application to Django, and says what it tells people and shows on records' pages."""

    name = "guildbook.reviews"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the notices of reviews, what there is to do about them, and the mark on records that wait."""
        from guildbook.accounts.menu import offer_menu
        from guildbook.mandates.queries import people_of
        from guildbook.notices.registry import offer_kind
        from guildbook.reviews.panels import offer_panels
        from guildbook.reviews.queries import waiting_for
        from guildbook.reviews.registry import offer_todo, tell_reviewers
        from guildbook.reviews.telling import KINDS
        from guildbook.reviews.views.desk import own_todos

        offer_menu(_("My desk"), "/desk/", to=lambda actor: actor.is_staff or bool(actor.keeps))
        offer_menu(
            _("Proposed changes"),
            "/reviews/",
            count=lambda actor: waiting_for(actor).count(),
            to=lambda actor: actor.is_staff or bool(actor.serves),
        )
        offer_kind(*KINDS)
        tell_reviewers(people_of)
        offer_todo(own_todos)
        offer_panels()
