"""Maps on the pages of alliances, places, units and city links."""

from django.utils.translation import gettext as _

from guildbook.alliances.models import Alliance
from guildbook.directory.models import CityLink, Place
from guildbook.events.models import Event
from guildbook.kit.actors import Actor
from guildbook.kit.panels import Panel
from guildbook.portal.queries.atlas import Atlas, of_alliance, of_event, of_place, units_on_map
from guildbook.portal.views.drawing import draw
from guildbook.units.models import Unit
from guildbook.units.queries import visible_units


def _panel(atlas: Atlas, caption: str) -> Panel | None:
    drawing = draw(atlas, 640, 400)
    return Panel(_("map"), "portal/map_panel.html", {"drawing": drawing, "caption": caption}) if drawing else None


def map_of_alliance(alliance: Alliance, actor: Actor) -> Panel | None:
    """Where the members and units of an alliance are."""
    return _panel(of_alliance(actor, alliance), _("Places of members, countries they come from, and units"))


def map_of_place(place: Place, actor: Actor) -> Panel | None:
    """A place, its city links, and the units its organisations have a part in."""
    return _panel(of_place(actor, place), _("The place, its city links and units"))


def map_of_unit(unit: Unit, actor: Actor) -> Panel | None:
    """Where a unit is, and where its partners are."""
    atlas = Atlas()
    for found in units_on_map(visible_units(actor).filter(pk=unit.pk)):
        atlas.add_unit(found)
        if found.place is None:
            return None
    return _panel(atlas, _("The unit and its partners"))


def map_of_event(event: Event, actor: Actor) -> Panel | None:
    """Where an event was, where it went, and where its delegations came from."""
    return _panel(of_event(event), _("Where it was, and where delegations came from"))


def map_of_link(link: CityLink, actor: Actor) -> Panel | None:
    """The two cities of a link."""
    atlas = Atlas()
    atlas.add_link(link)
    return _panel(atlas, _("The two places"))
