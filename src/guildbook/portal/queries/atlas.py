"""What a map shows: places with something in them, units, and the links between places."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet

from guildbook.alliances.queries import members_of, visible_alliances
from guildbook.directory.models import CityLink, Place
from guildbook.directory.queries import visible_city_links, visible_organisations, visible_places
from guildbook.events.models import Event
from guildbook.events.queries import visible_events
from guildbook.kit.actors import Actor
from guildbook.kit.models import Status
from guildbook.units.models import Unit
from guildbook.units.queries import visible_units

MOST_PLACES = 250
MOST_OF_ALLIANCE = 60
MOST_UNITS = 200


@dataclass
class Atlas:
    """The content of a map, before it is drawn: places with their weights, units, and lines between places."""

    weights: Counter[int] = field(default_factory=Counter)
    places: dict[int, Place] = field(default_factory=dict)
    units: list[Unit] = field(default_factory=list)
    links: list[CityLink] = field(default_factory=list)
    lines: list[tuple[Place, Place, str]] = field(default_factory=list)

    def add(self, place: Place | None, weight: int = 1) -> None:
        """Put a place on the map, or make it weigh more; one without coordinates stays off it."""
        if place is not None and place.latitude is not None and place.longitude is not None:
            self.places[place.pk] = place
            self.weights[place.pk] += weight

    def add_unit(self, unit: Unit) -> None:
        """Put a unit on the map, with lines from the places of its partners."""
        if unit.place is None or unit.place.latitude is None:
            return
        self.units.append(unit)
        for partner in unit.partners.all():
            where = partner.organisation.place
            if where is not None and where.latitude is not None and where.pk != unit.place.pk:
                self.add(where)

    def add_link(self, link: CityLink) -> None:
        """Put both ends of a city link on the map and a line between them."""
        if link.place.latitude is not None and link.partner.latitude is not None:
            self.add(link.place)
            self.add(link.partner)
            self.links.append(link)

    def join(self, start: Place, end: Place, title: str) -> None:
        """Draw a line between two places that are on the map."""
        if start.pk != end.pk and start.pk in self.places and end.pk in self.places:
            self.lines.append((start, end, title))


def units_on_map(units: QuerySet[Unit]) -> QuerySet[Unit]:
    """Units with their places and the places of their partners."""
    return units.filter(status=Status.PUBLISHED).prefetch_related("partners__organisation__place")[:MOST_UNITS]


def whole_book(actor: Actor, kind: str = "") -> Atlas:
    """Everything the book can place; `kind` keeps only places, units or city links."""
    atlas = Atlas()
    if kind in ("", "place"):
        counts: Counter[int] = Counter()
        for records in (visible_organisations(actor), visible_events(actor)):
            found = records.filter(status=Status.PUBLISHED, place__latitude__isnull=False).order_by()
            counts.update(found.values_list("place", flat=True))
        alliances = visible_alliances(actor).filter(status=Status.PUBLISHED)
        said = alliances.filter(represented__isnull=False).values_list("represented__country", flat=True)
        counts.update(pk for pk in said if pk is not None)
        wanted = dict(counts.most_common(MOST_PLACES))
        for place in visible_places(actor).filter(pk__in=wanted):
            atlas.add(place, wanted[place.pk])
    if kind in ("", "unit"):
        for unit in units_on_map(visible_units(actor)):
            atlas.add_unit(unit)
    if kind in ("", "city-link"):
        for link in visible_city_links(actor).filter(status=Status.PUBLISHED):
            atlas.add_link(link)
    return atlas


def of_alliance(actor: Actor, alliance: Any, kind: str = "") -> Atlas:
    """Where an alliance has its seat, its members, the countries they come from, and its units."""
    atlas = Atlas()
    if kind in ("", "place"):
        atlas.add(alliance.place, 3)
        members = members_of(actor, alliance).filter(organisation__place__latitude__isnull=False).order_by()
        counts = Counter(members.values_list("organisation__place", flat=True))
        heaviest = dict(counts.most_common(MOST_OF_ALLIANCE))
        for place in visible_places(actor).filter(pk__in=heaviest):
            atlas.add(place, heaviest[place.pk])
        named = {place.country_id for place in atlas.places.values()}
        for said in alliance.represented.select_related("country"):
            if said.country_id not in named:
                atlas.add(said.country)
        if alliance.place is not None:
            for place in list(atlas.places.values()):
                atlas.join(alliance.place, place, "")
    if kind in ("", "unit"):
        for unit in units_on_map(visible_units(actor).filter(alliance=alliance.pk)):
            atlas.add_unit(unit)
    return atlas


def of_place(actor: Actor, place: Place) -> Atlas:
    """A place with the city links and units of all that lies within it."""
    atlas = Atlas()
    atlas.add(place, 3)
    here = Q(place__path__startswith=place.path) | Q(partner__path__startswith=place.path)
    for link in visible_city_links(actor).filter(here, status=Status.PUBLISHED):
        atlas.add_link(link)
    theirs = Q(place__path__startswith=place.path) | Q(partners__organisation__place__path__startswith=place.path)
    for unit in units_on_map(visible_units(actor).filter(theirs).distinct()):
        atlas.add_unit(unit)
    return atlas


def of_event(event: Event) -> Atlas:
    """Where an event was, its stops, and the places its delegations came from."""
    atlas = Atlas()
    atlas.add(event.place, 3)
    for stop in event.stops.select_related("place", "organisation__place"):
        atlas.add(stop.place or (stop.organisation.place if stop.organisation else None))
    for delegation in event.delegations.select_related("place"):
        if delegation.place is not None and (event.place is None or event.place.country_id != delegation.place_id):
            atlas.add(delegation.place)
            if event.place is not None:
                atlas.join(delegation.place, event.place, str(delegation.place))
    return atlas


def alliances_to_choose(actor: Actor) -> list[Any]:
    """Alliances the map can be narrowed to."""
    return list(visible_alliances(actor).filter(status=Status.PUBLISHED)[:MOST_PLACES])


def alliance_named(actor: Actor, key: str) -> Any:
    """The alliance the map is narrowed to, or None."""
    return visible_alliances(actor).filter(key=key).first() if key else None
