"""What an actor may read of directory; every read for a person starts here."""

from django.db.models import QuerySet

from guildbook.directory.models import CityLink, Field, Organisation, Person, Place, Role, Source
from guildbook.kit.actors import Actor
from guildbook.kit.queries import visible


def visible_places(actor: Actor) -> QuerySet[Place]:
    """Places the actor may see."""
    return visible(Place.objects.select_related("parent", "country"), actor)


def visible_city_links(actor: Actor) -> QuerySet[CityLink]:
    """City links the actor may see."""
    return visible(CityLink.objects.select_related("place", "partner"), actor)


def visible_organisations(actor: Actor) -> QuerySet[Organisation]:
    """Organisations the actor may see, alliances included."""
    return visible(Organisation.objects.select_related("place", "place__country", "parent"), actor)


def visible_people(actor: Actor) -> QuerySet[Person]:
    """Public persons the actor may see."""
    return visible(Person.objects.all(), actor)


def visible_roles(actor: Actor) -> QuerySet[Role]:
    """Persons in roles the actor may see."""
    return visible(Role.objects.select_related("person", "organisation"), actor)


def visible_sources(actor: Actor) -> QuerySet[Source]:
    """Sources the actor may see; their long texts are loaded only where shown."""
    return visible(Source.objects.select_related("publisher").defer("text"), actor)


def visible_fields(actor: Actor) -> QuerySet[Field]:
    """Fields of education."""
    return visible(Field.objects.select_related("parent"), actor)
