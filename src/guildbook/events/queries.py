"""What an actor may read of events; every read for a person starts here."""

from django.db.models import QuerySet

from guildbook.events.models import Event
from guildbook.kit.actors import Actor
from guildbook.kit.queries import visible


def visible_events(actor: Actor) -> QuerySet[Event]:
    """Events the actor may see."""
    return visible(Event.objects.select_related("place", "place__country", "alliance", "parent"), actor)
