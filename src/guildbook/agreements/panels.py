"""What agreements show on the pages of alliances, organisations, places and other agreements."""

from django.utils import timezone
from django.utils.translation import gettext as _

from guildbook.agreements.models import Agreement
from guildbook.agreements.models.agreement import AgreementState
from guildbook.agreements.queries import (
    agreements_of_alliance,
    agreements_of_party,
    agreements_signed_at,
    agreements_under,
    amendments_of,
    ending_before,
    renewals_of,
    waiting_for,
)
from guildbook.agreements.records import AGREEMENT
from guildbook.agreements.rules import USUAL_NOTICE, state_on
from guildbook.directory.models import Organisation, Place
from guildbook.faces.tables import list_panel
from guildbook.kit.actors import Actor
from guildbook.kit.format import date_text
from guildbook.kit.panels import Panel, offer
from guildbook.reviews.registry import Todo, offer_beginning, offer_todo

COLUMNS = ("kind", "state", "signed")


def of_alliance(alliance: Organisation, actor: Actor) -> Panel | None:
    """The agreements made within an alliance."""
    found = agreements_of_alliance(actor, alliance)
    return list_panel(_("agreements"), AGREEMENT, found, COLUMNS, f"/agreements/?alliance={alliance.key}")


def of_party(organisation: Organisation, actor: Actor) -> Panel | None:
    """The agreements an organisation is a party to."""
    found = agreements_of_party(actor, organisation)
    more = f"/agreements/?party={organisation.key}"
    return list_panel(_("party to agreements"), AGREEMENT, found, (*COLUMNS, "alliance"), more)


def of_place(place: Place, actor: Actor) -> Panel | None:
    """The agreements signed in a place."""
    found = agreements_signed_at(actor, place)
    return list_panel(_("agreements signed here"), AGREEMENT, found, COLUMNS, f"/agreements/?place={place.key}")


def annexes(agreement: Agreement, actor: Actor) -> Panel | None:
    """The agreements made under this one."""
    return list_panel(_("agreements under it"), AGREEMENT, agreements_under(actor, agreement), COLUMNS)


def renewals(agreement: Agreement, actor: Actor) -> Panel | None:
    """The agreements that renew this one."""
    return list_panel(_("renewed by"), AGREEMENT, renewals_of(actor, agreement), COLUMNS)


def amendments(agreement: Agreement, actor: Actor) -> Panel | None:
    """The agreements that amend this one."""
    return list_panel(_("amended by"), AGREEMENT, amendments_of(actor, agreement), COLUMNS)


def todos(actor: Actor) -> list[Todo]:
    """What the actor has to do about agreements: signatures they may give, and ends that come near."""
    found = [Todo(_("Sign “%(title)s”.") % {"title": str(one)}, f"/agreements/{one.key}") for one in waiting_for(actor)]
    today = timezone.localdate()
    for one in ending_before(actor, today + USUAL_NOTICE):
        if state_on(one, today) == AgreementState.EXPIRING:
            words = {"title": str(one), "day": date_text(one.until)}
            text = _("“%(title)s” ends on %(day)s. Renew it, or let it end.") % words
            found.append(Todo(text, f"/agreements/{one.key}", one.until_day))
    return found


def offer_panels() -> None:
    """Offer them all; called when Django starts."""
    offer("alliance", of_alliance)
    for kind in ("alliance", "organisation"):
        offer(kind, of_party)
    offer("place", of_place)
    offer("agreement", annexes)
    offer("agreement", renewals)
    offer("agreement", amendments)
    offer_todo(todos)
    offer_beginning("agreement", "/agreements/draft")
