"""What the directory shows on the pages of its own records, and on those of alliances, which are organisations."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from guildbook.directory.models import Organisation, Person, Place, Role
from guildbook.directory.queries import (
    bodies_of,
    links_of,
    organisations_in,
    places_in,
    roles_at,
    roles_of,
    sources_by,
)
from guildbook.directory.records import CITY_LINK, ORGANISATION, SOURCE
from guildbook.faces.details import link, text_cell, url_of
from guildbook.faces.tables import head, links_panel, list_panel, table_panel
from guildbook.kit.actors import Actor
from guildbook.kit.format import term_text
from guildbook.kit.panels import Panel, offer


def bodies(organisation: Organisation, actor: Actor) -> Panel | None:
    """The organisations that are part of this one."""
    return list_panel(_("bodies"), ORGANISATION, bodies_of(actor, organisation), ("kind", "place"))


def people(organisation: Organisation, actor: Actor) -> Panel | None:
    """Who holds what role here."""
    rows = [[link(role.person), *_post(role)] for role in roles_at(actor, organisation)]
    return table_panel(_("people in roles"), [head(_("person")), head(_("role")), head(_("period"), "d")], rows)


def posts(person: Person, actor: Actor) -> Panel | None:
    """The roles a person holds or held, and where."""
    rows = [[link(role.organisation), *_post(role)] for role in roles_of(actor, person)]
    return table_panel(_("roles"), [head(_("organisation")), head(_("role")), head(_("period"), "d")], rows)


def _post(role: Role) -> Iterable[Any]:
    title = text_cell(role.title)
    yield {**(title if isinstance(title, dict) else {"text": title}), "url": url_of(role)}
    yield term_text(role.since, role.until)


def published(organisation: Organisation, actor: Actor) -> Panel | None:
    """The sources an organisation published."""
    return list_panel(_("sources published"), SOURCE, sources_by(actor, organisation), ("kind", "published"))


def inside(place: Place, actor: Actor) -> Panel | None:
    """The places a place is made of."""
    return links_panel(_("places within"), places_in(actor, place), f"/places/?parent={place.key}")


def residents(place: Place, actor: Actor) -> Panel | None:
    """The organisations of a place."""
    found = organisations_in(actor, place)
    return list_panel(_("organisations"), ORGANISATION, found, ("kind", "place"), f"/organisations/?place={place.key}")


def twins(place: Place, actor: Actor) -> Panel | None:
    """The city links of a place."""
    return list_panel(_("city links"), CITY_LINK, links_of(actor, place), ("place", "partner", "since"))


def offer_panels() -> None:
    """Offer them all; called when Django starts."""
    for kind in ("organisation", "alliance"):
        for panel in (bodies, people, published):
            offer(kind, panel)
    for panel_of_place in (twins, inside, residents):
        offer("place", panel_of_place)
    offer("person", posts)
