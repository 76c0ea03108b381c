"""What standards and adoptions show on each other's pages and on those of organisations and places."""

from typing import Any

from django.utils.translation import gettext as _

from guildbook.directory.models import Organisation, Place
from guildbook.faces.details import cell, link
from guildbook.faces.tables import MOST_IN_PANEL, head, list_panel, table_panel
from guildbook.kit.actors import Actor
from guildbook.kit.format import number_text
from guildbook.kit.models import Status
from guildbook.kit.panels import Panel, offer
from guildbook.kit.record_types import Column
from guildbook.standards.models import Alignment, Standard
from guildbook.standards.queries import (
    adoptions_in,
    adoptions_of,
    alignments_of,
    standards_of,
    visible_adoptions,
)
from guildbook.standards.records import ADOPTION, STANDARD


def adopted(standard: Standard, actor: Actor) -> Panel | None:
    """Where, by whom and by what instrument a standard was adopted."""
    found = adoptions_of(actor, standard)
    columns = ("country", "version_name", "authority", "instrument", "since")
    return list_panel(_("adoptions"), ADOPTION, found, columns, f"/adoptions/?standard={standard.key}")


def aligned(standard: Standard, actor: Actor) -> Panel | None:
    """The versions of other standards, or of this one, that a standard's items were put beside."""
    found = alignments_of(actor, standard).filter(status=Status.PUBLISHED)[: MOST_IN_PANEL + 1]
    rows: list[list[Any]] = [
        [
            link(each),
            _("%(covered)s of %(of)s")
            % {"covered": number_text(each.from_covered), "of": number_text(each.from_items)},
            _("%(covered)s of %(of)s") % {"covered": number_text(each.to_covered), "of": number_text(each.to_items)},
            cell(each, Column("state")),
        ]
        for each in found[:MOST_IN_PANEL]
    ]
    heads = [head(_("Name")), head(_("Covered of the first")), head(_("of the second")), head(_("State"))]
    more = f"/alignments/?standard={standard.key}" if len(found) > MOST_IN_PANEL else ""
    return table_panel(_("alignments"), heads, rows, more)


def localised(alignment: Alignment, actor: Actor) -> Panel | None:
    """The adoptions whose localisation an alignment reviews."""
    found = visible_adoptions(actor).filter(alignment=alignment.pk).order_by("since_day", "key")
    columns = ("country", "localised_version", "authority", "since")
    return list_panel(_("adoptions with this localisation"), ADOPTION, found, columns)


def of_organisation(organisation: Organisation, actor: Actor) -> Panel | None:
    """The standards an organisation owns or helped to make."""
    return list_panel(_("standards"), STANDARD, standards_of(actor, organisation), ("kind", "owner", "field"))


def of_place(place: Place, actor: Actor) -> Panel | None:
    """The standards adopted in a place."""
    found = adoptions_in(actor, place)
    return list_panel(_("standards adopted here"), ADOPTION, found, ("standard", "authority", "instrument", "since"))


def offer_panels() -> None:
    """Offer them all; called when Django starts."""
    offer("standard", aligned)
    offer("standard", adopted)
    offer("alignment", localised)
    for kind in ("alliance", "organisation"):
        offer(kind, of_organisation)
    offer("place", of_place)
