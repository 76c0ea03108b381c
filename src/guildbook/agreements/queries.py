"""What an actor may read of agreements; every read for a person starts here."""

from django.db.models import Q, QuerySet

from guildbook.agreements.models import Agreement
from guildbook.directory.models import Organisation, Place
from guildbook.kit.actors import Actor
from guildbook.kit.queries import visible


def visible_agreements(actor: Actor) -> QuerySet[Agreement]:
    """Agreements the actor may see."""
    return visible(Agreement.objects.select_related("place", "alliance", "parent", "renews"), actor)


def agreements_of_alliance(actor: Actor, alliance: Organisation) -> QuerySet[Agreement]:
    """Agreements made within an alliance, newest first."""
    return visible_agreements(actor).filter(alliance=alliance.pk).order_by("-since_day", "key")


def agreements_of_party(actor: Actor, organisation: Organisation) -> QuerySet[Agreement]:
    """Agreements an organisation is a party to, newest first; those made within an alliance are listed as its own."""
    own = Q(alliance__isnull=True) | ~Q(alliance=organisation.pk)
    found = visible_agreements(actor).filter(own, parties__organisation=organisation.pk)
    return found.distinct().order_by("-since_day", "key")


def agreements_signed_at(actor: Actor, place: Place) -> QuerySet[Agreement]:
    """Agreements signed in a place or anywhere within it."""
    return visible_agreements(actor).filter(place__path__startswith=place.path).order_by("-since_day", "key")


def agreements_under(actor: Actor, agreement: Agreement) -> QuerySet[Agreement]:
    """Agreements made under another."""
    return visible_agreements(actor).filter(parent=agreement.pk)


def renewals_of(actor: Actor, agreement: Agreement) -> QuerySet[Agreement]:
    """Agreements that renew another."""
    return visible_agreements(actor).filter(renews=agreement.pk)
