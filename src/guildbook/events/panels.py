"""What events show on the pages of alliances, organisations, people, places, sources, and of what came of them."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guildbook.directory.models import Organisation, Place
from guildbook.events import queries
from guildbook.events.models import Event
from guildbook.events.records import EVENT
from guildbook.faces.tables import list_panel
from guildbook.kit.actors import Actor
from guildbook.kit.panels import Panel, offer

COLUMNS = ("kind", "since", "place")
# Kinds of record that can be signed, launched or announced at an event.
RESULTS = ("agreement", "unit", "programme", "standard", "resource", "plan")


OF_ORGANISATIONS = (
    (gettext_lazy("events it organised"), queries.events_organised),
    (gettext_lazy("events it took part in"), queries.events_attended),
    (gettext_lazy("visits it received"), queries.events_visiting),
    (gettext_lazy("events it reported on"), queries.events_covered),
)


def of_alliance(alliance: Organisation, actor: Actor) -> Panel | None:
    """The events of an alliance."""
    found = queries.events_of_alliance(actor, alliance)
    return list_panel(_("events"), EVENT, found, COLUMNS, f"/events/?alliance={alliance.key}")


def at_place(place: Place, actor: Actor) -> Panel | None:
    """The events in a place."""
    return list_panel(_("events here"), EVENT, queries.events_at(actor, place), COLUMNS, f"/events/?place={place.key}")


def within(event: Event, actor: Actor) -> Panel | None:
    """The events held at another."""
    return list_panel(_("held at it"), EVENT, queries.events_within(actor, event), COLUMNS)


def led_to(kind: str, record: Any, actor: Actor) -> Panel | None:
    """The events at which a record was signed, launched or announced."""
    found = queries.events_that_led_to(actor, kind, record.key)
    return list_panel(_("signed, launched or announced at"), EVENT, found, COLUMNS)


def listed(heading: Any, found_by: Callable[[Actor, Any], Any], record: Any, actor: Actor) -> Panel | None:
    """Events that a query finds for a record."""
    return list_panel(heading, EVENT, found_by(actor, record), COLUMNS)


def offer_panels() -> None:
    """Offer them all; called when Django starts."""
    offer("alliance", of_alliance)
    offer("place", at_place)
    offer("event", within)
    for kind in RESULTS:
        offer(kind, partial(led_to, kind))
    for kind in ("alliance", "organisation"):
        for heading, found_by in OF_ORGANISATIONS:
            offer(kind, partial(listed, heading, found_by))
    offer("person", partial(listed, gettext_lazy("spoke at"), queries.events_spoken_at))
    offer("person", partial(listed, gettext_lazy("attended"), queries.events_present_at))
    offer("source", partial(listed, gettext_lazy("reports on"), queries.events_reported_in))
