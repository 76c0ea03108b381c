"""The reviews area."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    """Names the application to Django, and says what it tells people and shows on records' pages."""

    name = "guildbook.reviews"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the notices of reviews, what there is to do about them, and the mark on records that wait."""
        from guildbook.mandates.queries import people_of
        from guildbook.notices.registry import offer_kind
        from guildbook.reviews.panels import offer_panels
        from guildbook.reviews.registry import offer_todo, tell_reviewers
        from guildbook.reviews.telling import KINDS
        from guildbook.reviews.views.desk import own_todos

        offer_kind(*KINDS)
        tell_reviewers(people_of)
        offer_todo(own_todos)
        offer_panels()
