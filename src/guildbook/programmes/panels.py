"""What programmes and resources show on the pages of units, organisations, agreements, fields and places."""

from django.utils.translation import gettext as _

from guildbook.agreements.models import Agreement
from guildbook.directory.models import Field, Organisation, Place
from guildbook.faces.tables import list_panel
from guildbook.kit.actors import Actor
from guildbook.kit.panels import Panel, offer
from guildbook.programmes.queries import (
    programmes_in_field,
    programmes_of_organisation,
    programmes_of_unit,
    programmes_under,
    resources_of,
    resources_shared_in,
)
from guildbook.programmes.records import PROGRAMME, RESOURCE
from guildbook.units.models import Unit


def of_unit(unit: Unit, actor: Actor) -> Panel | None:
    """The programmes a unit delivers."""
    more = f"/programmes/?unit={unit.key}"
    return list_panel(_("programmes"), PROGRAMME, programmes_of_unit(actor, unit), ("kind", "field"), more)


def of_organisation(organisation: Organisation, actor: Actor) -> Panel | None:
    """The programmes an organisation delivers, by itself or through a unit."""
    found = programmes_of_organisation(actor, organisation)
    return list_panel(_("programmes"), PROGRAMME, found, ("kind", "field", "unit"))


def of_agreement(agreement: Agreement, actor: Actor) -> Panel | None:
    """The programmes an agreement gave rise to."""
    found = programmes_under(actor, agreement)
    return list_panel(_("programmes it gave rise to"), PROGRAMME, found, ("kind", "field", "unit"))


def of_field(field: Field, actor: Actor) -> Panel | None:
    """The programmes in a field of education."""
    found = programmes_in_field(actor, field)
    return list_panel(_("programmes"), PROGRAMME, found, ("kind", "organisation", "unit"))


def resources(organisation: Organisation, actor: Actor) -> Panel | None:
    """The resources an organisation made or was given."""
    return list_panel(_("resources"), RESOURCE, resources_of(actor, organisation), ("kind", "field"))


def shared(place: Place, actor: Actor) -> Panel | None:
    """The resources shared in a place."""
    return list_panel(_("resources shared here"), RESOURCE, resources_shared_in(actor, place), ("kind", "field"))


def offer_panels() -> None:
    """Offer them all; called when Django starts."""
    offer("unit", of_unit)
    for kind in ("alliance", "organisation"):
        offer(kind, of_organisation)
        offer(kind, resources)
    offer("agreement", of_agreement)
    offer("field", of_field)
    offer("place", shared)
