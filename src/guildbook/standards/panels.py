"""What standards and adoptions show on each other's pages and on those of organisations and places."""

from django.utils.translation import gettext as _

from guildbook.directory.models import Organisation, Place
from guildbook.faces.tables import list_panel
from guildbook.kit.actors import Actor
from guildbook.kit.panels import Panel, offer
from guildbook.standards.models import Standard
from guildbook.standards.queries import adoptions_in, adoptions_of, standards_of
from guildbook.standards.records import ADOPTION, STANDARD


def adopted(standard: Standard, actor: Actor) -> Panel | None:
    """Where, by whom and by what instrument a standard was adopted."""
    found = adoptions_of(actor, standard)
    columns = ("country", "version_name", "authority", "instrument", "since")
    return list_panel(_("adoptions"), ADOPTION, found, columns, f"/adoptions/?standard={standard.key}")


def of_organisation(organisation: Organisation, actor: Actor) -> Panel | None:
    """The standards an organisation owns or helped to make."""
    return list_panel(_("standards"), STANDARD, standards_of(actor, organisation), ("kind", "owner", "field"))


def of_place(place: Place, actor: Actor) -> Panel | None:
    """The standards adopted in a place."""
    found = adoptions_in(actor, place)
    return list_panel(_("standards adopted here"), ADOPTION, found, ("standard", "authority", "instrument", "since"))


def offer_panels() -> None:
    """Offer them all; called when Django starts."""
    offer("standard", adopted)
    for kind in ("alliance", "organisation"):
        offer(kind, of_organisation)
    offer("place", of_place)
