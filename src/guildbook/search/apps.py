"""The search application: a record that is kept is found at once."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class SearchConfig(AppConfig):
    """Names the application to Django, and takes part whenever a record is kept."""

    name = "guildbook.search"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Keep documents in step with records, and work them out anew where a new version needs that."""
        from guildbook.kit.actions import after_keeping
        from guildbook.search.actions import refresh, refresh_many

        after_keeping(refresh, refresh_many)
        post_migrate.connect(_after_migrating, sender=self)


def _after_migrating(plan: Any, **told: Any) -> None:
    """Bring documents up to date once all tables are there; a migration undone has none."""
    from guildbook.search.actions import reindex_if_outdated

    if not any(backwards for __, backwards in plan):
        reindex_if_outdated()
