"""What an actor may read of standards; every read for a person starts here."""

from django.db.models import Q, QuerySet

from guildbook.directory.models import Organisation, Place
from guildbook.kit.actors import Actor
from guildbook.kit.queries import visible
from guildbook.standards.models import Adoption, Standard


def visible_standards(actor: Actor) -> QuerySet[Standard]:
    """Standards the actor may see."""
    return visible(Standard.objects.select_related("owner", "field"), actor)


def visible_adoptions(actor: Actor) -> QuerySet[Adoption]:
    """Adoptions the actor may see."""
    return visible(Adoption.objects.select_related("standard", "country", "authority"), actor)


def adoptions_of(actor: Actor, standard: Standard) -> QuerySet[Adoption]:
    """Where a standard was adopted."""
    return visible_adoptions(actor).filter(standard=standard.pk).order_by("since_day", "key")


def adoptions_in(actor: Actor, place: Place) -> QuerySet[Adoption]:
    """Standards adopted in a country."""
    return visible_adoptions(actor).filter(country__path__startswith=place.path).order_by("since_day", "key")


def standards_of(actor: Actor, organisation: Organisation) -> QuerySet[Standard]:
    """Standards an organisation owns or helped to make."""
    involved = Q(owner=organisation.pk) | Q(contributors__organisation=organisation.pk)
    return visible_standards(actor).filter(involved).distinct()
