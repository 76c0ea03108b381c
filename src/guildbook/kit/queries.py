"""What an actor may see, before any area adds its own rule."""

from datetime import date
from typing import TypeVar

from django.db.models import Q, QuerySet

from guildbook.kit.actors import Actor
from guildbook.kit.models import Record, Status

R = TypeVar("R", bound=Record)


def visible(records: QuerySet[R], actor: Actor) -> QuerySet[R]:
    """Staff see everything; the public everything but drafts: a withdrawn record's URL goes on answering."""
    return records if actor.is_staff else records.exclude(status=Status.DRAFT)


def in_effect(day: date, prefix: str = "") -> Q:
    """Records that had surely begun and not surely ended on that day; a record without dates always counts."""
    begun = Q(**{f"{prefix}since_day__isnull": True}) | Q(**{f"{prefix}since_day__lte": day})
    lasting = Q(**{f"{prefix}until_day__isnull": True}) | Q(**{f"{prefix}until_day__gte": day})
    return begun & lasting
