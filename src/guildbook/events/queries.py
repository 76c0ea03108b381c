"""What an actor may read of events; every read for a person starts here."""

from typing import Any

from django.db.models import Q, QuerySet

from guildbook.directory.models import Organisation, Person, Place, Source
from guildbook.events.models import Event, Organiser
from guildbook.kit.actors import Actor
from guildbook.kit.queries import visible
from guildbook.kit.record_types import by_name


def visible_events(actor: Actor) -> QuerySet[Event]:
    """Events the actor may see."""
    return visible(Event.objects.select_related("place", "place__country", "alliance", "parent"), actor)


def events_of_alliance(actor: Actor, alliance: Organisation) -> QuerySet[Event]:
    """Events of an alliance, newest first."""
    return visible_events(actor).filter(alliance=alliance.pk).order_by("-since_day", "key")


def events_within(actor: Actor, event: Event) -> QuerySet[Event]:
    """Events held at another."""
    return visible_events(actor).filter(parent=event.pk).order_by("since_day", "key")


def events_organised(actor: Actor, organisation: Organisation) -> QuerySet[Event]:
    """Events an organisation organised, in whatever role; an alliance's own are listed as such."""
    found = visible_events(actor).filter(organisers__organisation=organisation.pk)
    return _newest(found.filter(_elsewhere(organisation)))


def events_attended(actor: Actor, organisation: Organisation) -> QuerySet[Event]:
    """Events an organisation sent a delegation, a speaker or a guest to, without organising them."""
    there = (
        Q(delegations__organisation=organisation.pk)
        | Q(speeches__speaker__organisation=organisation.pk)
        | Q(attendances__role__organisation=organisation.pk)
    )
    organised = Organiser.objects.filter(organisation=organisation.pk).values("event")
    return _newest(visible_events(actor).filter(there & _elsewhere(organisation)).exclude(pk__in=organised))


def _elsewhere(alliance: Organisation) -> Q:
    """Events that are not an alliance's own."""
    return Q(alliance__isnull=True) | ~Q(alliance=alliance.pk)


def events_visiting(actor: Actor, organisation: Organisation) -> QuerySet[Event]:
    """Trips and visits that stopped at an organisation."""
    return _newest(visible_events(actor).filter(stops__organisation=organisation.pk))


def events_covered(actor: Actor, outlet: Organisation) -> QuerySet[Event]:
    """Events a media outlet reported on."""
    return _newest(visible_events(actor).filter(coverage__outlet=outlet.pk))


def events_reported_in(actor: Actor, source: Source) -> QuerySet[Event]:
    """Events a source is a report of."""
    return _newest(visible_events(actor).filter(coverage__source=source.pk))


def events_at(actor: Actor, place: Place) -> QuerySet[Event]:
    """Events in a place, or that stopped there."""
    here = Q(place__path__startswith=place.path) | Q(stops__place__path__startswith=place.path)
    return _newest(visible_events(actor).filter(here))


def events_spoken_at(actor: Actor, person: Person) -> QuerySet[Event]:
    """Events a person spoke at."""
    return _newest(visible_events(actor).filter(speeches__speaker__person=person.pk))


def events_present_at(actor: Actor, person: Person) -> QuerySet[Event]:
    """Events a person attended or led a delegation to."""
    there = Q(attendances__role__person=person.pk) | Q(delegations__head__person=person.pk)
    return _newest(visible_events(actor).filter(there))


def events_that_led_to(actor: Actor, kind: str, key: str) -> QuerySet[Event]:
    """Events at which a record was signed, launched or announced."""
    return _newest(visible_events(actor).filter(outcomes__record_type=kind, outcomes__record_key=key))


def _newest(events: QuerySet[Event]) -> QuerySet[Event]:
    return events.distinct().order_by("-since_day", "key")


def records_behind(actor: Actor, outcomes: list[Any]) -> dict[tuple[str, str], Any]:
    """The records that outcomes name, as far as the actor may see them; a query per kind."""
    wanted: dict[str, set[str]] = {}
    for outcome in outcomes:
        wanted.setdefault(outcome.record_type, set()).add(outcome.record_key)
    found = {}
    for name, keys in wanted.items():
        kind = by_name(name)
        if kind is not None:
            found.update({(name, record.key): record for record in kind.visible(actor).filter(key__in=keys)})
    return found
