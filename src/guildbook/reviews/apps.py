"""The reviews area."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    """Names the application to Django."""

    name = "guildbook.reviews"
    default_auto_field = "django.db.models.BigAutoField"
