"""What an actor may read of units; every read for a person starts here."""

from django.db.models import QuerySet

from guildbook.kit.actors import Actor
from guildbook.kit.queries import visible
from guildbook.units.models import Unit


def visible_units(actor: Actor) -> QuerySet[Unit]:
    """Units the actor may see."""
    return visible(Unit.objects.select_related("place", "place__country", "alliance", "agreement"), actor)
