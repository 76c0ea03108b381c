"""What an actor may read of programmes; every read for a person starts here."""

from django.db.models import QuerySet

from guildbook.kit.actors import Actor
from guildbook.kit.queries import visible
from guildbook.programmes.models import Programme, Resource


def visible_programmes(actor: Actor) -> QuerySet[Programme]:
    """Programmes the actor may see."""
    return visible(Programme.objects.select_related("field", "organisation", "unit", "agreement"), actor)


def visible_resources(actor: Actor) -> QuerySet[Resource]:
    """Resources the actor may see."""
    return visible(Resource.objects.select_related("field"), actor)
