"""What an actor may read of agreements; every read for a person starts here."""

from django.db.models import QuerySet

from guildbook.agreements.models import Agreement
from guildbook.kit.actors import Actor
from guildbook.kit.queries import visible


def visible_agreements(actor: Actor) -> QuerySet[Agreement]:
    """Agreements the actor may see."""
    return visible(Agreement.objects.select_related("place", "alliance", "parent", "renews"), actor)
