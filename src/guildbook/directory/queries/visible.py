"""What an actor may read of directory; every read for a person starts here."""

from django.db.models import Q, QuerySet

from guildbook.directory.models import CityLink, Field, Organisation, Person, Place, Role, Source
from guildbook.kit.actors import Actor
from guildbook.kit.models import Status
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


def bodies_of(actor: Actor, organisation: Organisation) -> QuerySet[Organisation]:
    """Organisations that are part of one."""
    return visible_organisations(actor).filter(parent=organisation.pk)


def roles_at(actor: Actor, organisation: Organisation) -> QuerySet[Role]:
    """Persons in roles at an organisation."""
    return visible_roles(actor).filter(organisation=organisation.pk, status=Status.PUBLISHED)


def roles_of(actor: Actor, person: Person) -> QuerySet[Role]:
    """The roles a person holds or held."""
    return visible_roles(actor).filter(person=person.pk, status=Status.PUBLISHED)


def sources_by(actor: Actor, organisation: Organisation) -> QuerySet[Source]:
    """Sources an organisation published, newest first."""
    return visible_sources(actor).filter(publisher=organisation.pk).order_by("-published_day", "key")


def organisations_in(actor: Actor, place: Place) -> QuerySet[Organisation]:
    """Organisations in a place or anywhere within it."""
    return visible_organisations(actor).filter(place__path__startswith=place.path)


def places_in(actor: Actor, place: Place) -> QuerySet[Place]:
    """The places a place is directly made of."""
    return visible_places(actor).filter(parent=place.pk)


def links_of(actor: Actor, place: Place) -> QuerySet[CityLink]:
    """City links from or to a place or anywhere within it."""
    here = Q(place__path__startswith=place.path) | Q(partner__path__startswith=place.path)
    return visible_city_links(actor).filter(here, status=Status.PUBLISHED)


def text_of(source: Source) -> str:
    """The stored text of a source, which lists and pages otherwise leave unread."""
    return Source.objects.only("text").get(pk=source.pk).text
