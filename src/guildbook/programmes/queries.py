"""What an actor may read of programmes; every read for a person starts here."""

from django.db.models import Q, QuerySet

from guildbook.agreements.models import Agreement
from guildbook.directory.models import Field, Organisation, Place
from guildbook.kit.actors import Actor
from guildbook.kit.queries import visible
from guildbook.programmes.models import Programme, Resource
from guildbook.units.models import Unit


def visible_programmes(actor: Actor) -> QuerySet[Programme]:
    """Programmes the actor may see."""
    return visible(Programme.objects.select_related("field", "organisation", "unit", "agreement"), actor)


def visible_resources(actor: Actor) -> QuerySet[Resource]:
    """Resources the actor may see."""
    return visible(Resource.objects.select_related("field"), actor)


def programmes_of_unit(actor: Actor, unit: Unit) -> QuerySet[Programme]:
    """Programmes a unit delivers."""
    return visible_programmes(actor).filter(unit=unit.pk)


def programmes_of_organisation(actor: Actor, organisation: Organisation) -> QuerySet[Programme]:
    """Programmes an organisation delivers, by itself or through a unit it has a part in."""
    own = Q(organisation=organisation.pk) | Q(unit__partners__organisation=organisation.pk)
    return visible_programmes(actor).filter(own).distinct()


def programmes_under(actor: Actor, agreement: Agreement) -> QuerySet[Programme]:
    """Programmes that an agreement gave rise to."""
    return visible_programmes(actor).filter(agreement=agreement.pk)


def programmes_in_field(actor: Actor, field: Field) -> QuerySet[Programme]:
    """Programmes in a field of education or a narrower one: its code begins theirs."""
    return visible_programmes(actor).filter(field__code__startswith=field.code)


def resources_of(actor: Actor, organisation: Organisation) -> QuerySet[Resource]:
    """Resources an organisation made or was given."""
    involved = Q(makers__organisation=organisation.pk) | Q(shares__organisation=organisation.pk)
    return visible_resources(actor).filter(involved).distinct()


def resources_shared_in(actor: Actor, place: Place) -> QuerySet[Resource]:
    """Resources shared in a place."""
    return visible_resources(actor).filter(shares__place=place.pk).distinct()
