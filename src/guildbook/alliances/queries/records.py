"""What an actor may read of alliances; every read for a person starts here."""

from django.db.models import QuerySet

from guildbook.alliances.models import Alliance, Membership, Office, RepresentedCountry
from guildbook.directory.models import Organisation, Person, Place
from guildbook.kit.actors import Actor
from guildbook.kit.models import Status
from guildbook.kit.queries import visible


def visible_alliances(actor: Actor) -> QuerySet[Alliance]:
    """Alliances the actor may see."""
    return visible(Alliance.objects.select_related("place", "place__country", "parent"), actor)


def visible_memberships(actor: Actor) -> QuerySet[Membership]:
    """Memberships the actor may see."""
    return visible(Membership.objects.select_related("alliance", "organisation", "organisation__place__country"), actor)


def members_of(actor: Actor, alliance: Organisation) -> QuerySet[Membership]:
    """Memberships in an alliance, members by country; members the actor may not see are left out."""
    held = visible_memberships(actor).filter(alliance=alliance.pk, status=Status.PUBLISHED)
    seen = held if actor.is_staff else held.exclude(organisation__status=Status.DRAFT)
    return seen.order_by("organisation__place__country__key", "role", "organisation__key")


def memberships_of(actor: Actor, organisation: Organisation) -> QuerySet[Membership]:
    """Alliances an organisation belongs or belonged to."""
    held = visible_memberships(actor).filter(organisation=organisation.pk, status=Status.PUBLISHED)
    return (held if actor.is_staff else held.exclude(alliance__status=Status.DRAFT)).order_by("since_day", "key")


def offices_held(actor: Actor, organisation: Organisation) -> QuerySet[Office]:
    """Offices an organisation holds or held in alliances."""
    held = Office.objects.filter(organisation=organisation.pk).select_related("alliance")
    return held if actor.is_staff else held.exclude(alliance__status=Status.DRAFT)


def offices_of_person(actor: Actor, person: Person) -> QuerySet[Office]:
    """Offices a person holds or held in alliances."""
    held = Office.objects.filter(role__person=person.pk).select_related("alliance", "role")
    return held if actor.is_staff else held.exclude(alliance__status=Status.DRAFT)


def alliances_with_members_from(actor: Actor, place: Place) -> QuerySet[Alliance]:
    """Alliances that members from a country belong to, named or only said to come from there."""
    named = Membership.objects.filter(organisation__place__path__startswith=place.path, status=Status.PUBLISHED)
    said = RepresentedCountry.objects.filter(country=place.pk)
    # Two short lists of keys first: one condition with two sub-queries takes SQLite much longer.
    found = {pk for members in (named, said) for pk in members.order_by().values_list("alliance", flat=True).distinct()}
    return visible_alliances(actor).filter(pk__in=found)
