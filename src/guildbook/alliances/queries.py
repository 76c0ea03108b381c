"""What an actor may read of alliances; every read for a person starts here."""

from django.db.models import QuerySet

from guildbook.alliances.models import Alliance, Membership
from guildbook.kit.actors import Actor
from guildbook.kit.queries import visible


def visible_alliances(actor: Actor) -> QuerySet[Alliance]:
    """Alliances the actor may see."""
    return visible(Alliance.objects.select_related("place", "place__country", "parent"), actor)


def visible_memberships(actor: Actor) -> QuerySet[Membership]:
    """Memberships the actor may see."""
    return visible(Membership.objects.select_related("alliance", "organisation", "organisation__place__country"), actor)
