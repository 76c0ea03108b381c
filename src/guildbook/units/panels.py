"""What units show on the pages of alliances, organisations, places and agreements."""

from django.utils.translation import gettext as _

from guildbook.agreements.models import Agreement
from guildbook.directory.models import Organisation, Place
from guildbook.faces.tables import list_panel
from guildbook.kit.actors import Actor
from guildbook.kit.panels import Panel, offer
from guildbook.units.queries import units_from, units_in, units_of_alliance, units_of_partner, units_under
from guildbook.units.records import UNIT

COLUMNS = ("kind", "state", "place")


def of_alliance(alliance: Organisation, actor: Actor) -> Panel | None:
    """The units of an alliance."""
    more = f"/units/?alliance={alliance.key}"
    return list_panel(_("units"), UNIT, units_of_alliance(actor, alliance), COLUMNS, more)


def of_partner(organisation: Organisation, actor: Actor) -> Panel | None:
    """The units an organisation is a partner of."""
    more = f"/units/?partner={organisation.key}"
    return list_panel(_("units it has a part in"), UNIT, units_of_partner(actor, organisation), COLUMNS, more)


def in_place(place: Place, actor: Actor) -> Panel | None:
    """The units in a place."""
    return list_panel(_("units here"), UNIT, units_in(actor, place), COLUMNS, f"/units/?place={place.key}")


def from_place(place: Place, actor: Actor) -> Panel | None:
    """The units elsewhere that organisations of a place have a part in."""
    return list_panel(_("units elsewhere with partners from here"), UNIT, units_from(actor, place), COLUMNS)


def of_agreement(agreement: Agreement, actor: Actor) -> Panel | None:
    """The units an agreement gave rise to."""
    return list_panel(_("units it gave rise to"), UNIT, units_under(actor, agreement), COLUMNS)


def offer_panels() -> None:
    """Offer them all; called when Django starts."""
    offer("alliance", of_alliance)
    for kind in ("alliance", "organisation"):
        offer(kind, of_partner)
    offer("place", in_place)
    offer("place", from_place)
    offer("agreement", of_agreement)
