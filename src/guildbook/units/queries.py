"""What an actor may read of units; every read for a person starts here."""

from django.db.models import QuerySet

from guildbook.agreements.models import Agreement
from guildbook.directory.models import Organisation, Place
from guildbook.kit.actors import Actor
from guildbook.kit.queries import visible
from guildbook.units.models import Unit


def visible_units(actor: Actor) -> QuerySet[Unit]:
    """Units the actor may see."""
    return visible(Unit.objects.select_related("place", "place__country", "alliance", "agreement"), actor)


def units_of_alliance(actor: Actor, alliance: Organisation) -> QuerySet[Unit]:
    """Units of an alliance."""
    return visible_units(actor).filter(alliance=alliance.pk)


def units_of_partner(actor: Actor, organisation: Organisation) -> QuerySet[Unit]:
    """Units an organisation is a partner of."""
    return visible_units(actor).filter(partners__organisation=organisation.pk).distinct()


def units_in(actor: Actor, place: Place) -> QuerySet[Unit]:
    """Units in a place or anywhere within it."""
    return visible_units(actor).filter(place__path__startswith=place.path)


def units_from(actor: Actor, place: Place) -> QuerySet[Unit]:
    """Units elsewhere that an organisation of a place has a part in."""
    partners = visible_units(actor).filter(partners__organisation__place__path__startswith=place.path)
    return partners.exclude(place__path__startswith=place.path).distinct()


def units_under(actor: Actor, agreement: Agreement) -> QuerySet[Unit]:
    """Units that an agreement gave rise to."""
    return visible_units(actor).filter(agreement=agreement.pk)
