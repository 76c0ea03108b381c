"""What alliances show on the pages of organisations, people and places."""

from django.utils.translation import gettext as _

from guildbook.alliances.models import Membership
from guildbook.alliances.queries import alliances_with_members_from, memberships_of, offices_held, offices_of_person
from guildbook.alliances.records import ALLIANCE
from guildbook.alliances.rules import may_admit
from guildbook.directory.models import Organisation, Person, Place
from guildbook.faces.details import cell, link
from guildbook.faces.tables import head, list_panel, table_panel
from guildbook.kit.actors import Actor
from guildbook.kit.format import term_text
from guildbook.kit.panels import Panel, offer
from guildbook.kit.record_types import Column


def memberships(organisation: Organisation, actor: Actor) -> Panel | None:
    """The alliances an organisation belongs or belonged to."""
    rows = [
        [
            _alliance(held.alliance),
            held.get_role_display(),
            cell(held, Column("state")),
            term_text(held.since, held.until),
        ]
        for held in memberships_of(actor, organisation)
    ]
    heads = [head(_("alliance")), head(_("role")), head(_("state")), head(_("period"), "d")]
    return table_panel(_("memberships"), heads, rows)


def _alliance(organisation: Organisation) -> object:
    """A link straight to the alliance's page, without the detour over the organisation's."""
    shown = link(organisation)
    return {**shown, "url": f"/alliances/{organisation.key}"} if isinstance(shown, dict) else shown


def offices(organisation: Organisation, actor: Actor) -> Panel | None:
    """The offices an organisation holds in alliances."""
    rows = [
        [_alliance(held.alliance), held.get_kind_display(), term_text(held.since, held.until)]
        for held in offices_held(actor, organisation)
    ]
    return table_panel(
        _("offices in alliances"), [head(_("alliance")), head(_("office")), head(_("period"), "d")], rows
    )


def offices_of(person: Person, actor: Actor) -> Panel | None:
    """The offices a person holds in alliances."""
    rows = [
        [_alliance(held.alliance), held.get_kind_display(), term_text(held.since, held.until)]
        for held in offices_of_person(actor, person)
    ]
    return table_panel(
        _("offices in alliances"), [head(_("alliance")), head(_("office")), head(_("period"), "d")], rows
    )


def of_place(place: Place, actor: Actor) -> Panel | None:
    """The alliances that have members from a place."""
    return list_panel(
        _("alliances with members from here"), ALLIANCE, alliances_with_members_from(actor, place), ("since",)
    )


def term(membership: Membership, actor: Actor) -> Panel | None:
    """The way to renewing or ending a membership, for the secretariat."""
    if not may_admit(actor, membership.alliance_id):
        return None
    return Panel(
        _("its term"), "alliances/term_panel.html", {"url": f"/memberships/{membership.key}/term"}, slot="beside"
    )


def offer_panels() -> None:
    """Offer them all; called when Django starts."""
    for kind in ("organisation", "alliance"):
        offer(kind, memberships)
        offer(kind, offices)
    offer("membership", term)
    offer("person", offices_of)
    offer("place", of_place)
