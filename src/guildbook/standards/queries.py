"""What an actor may read of standards; every read for a person starts here."""

from django.db.models import QuerySet

from guildbook.kit.actors import Actor
from guildbook.kit.queries import visible
from guildbook.standards.models import Adoption, Standard


def visible_standards(actor: Actor) -> QuerySet[Standard]:
    """Standards the actor may see."""
    return visible(Standard.objects.select_related("owner", "field"), actor)


def visible_adoptions(actor: Actor) -> QuerySet[Adoption]:
    """Adoptions the actor may see."""
    return visible(Adoption.objects.select_related("standard", "country", "authority"), actor)
