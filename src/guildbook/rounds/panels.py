"""What rounds and returns show on the pages of alliances and organisations."""

from django.utils.translation import gettext as _

from guildbook.directory.models import Organisation
from guildbook.faces.tables import list_panel
from guildbook.kit.actors import Actor
from guildbook.kit.format import number_text
from guildbook.kit.panels import Panel, offer
from guildbook.rounds.models import Round
from guildbook.rounds.queries import returns_by, returns_in, rounds_of, submissions_for
from guildbook.rounds.queries.rates import may_see_rates, rates_by_country
from guildbook.rounds.records import RETURN, ROUND
from guildbook.rounds.rules import may_run
from guildbook.rounds.views.rates import rates_shown

MOST_OWN = 40


def of_alliance(alliance: Organisation, actor: Actor) -> Panel | None:
    """The rounds an alliance held."""
    return list_panel(_("rounds"), ROUND, rounds_of(actor, alliance), ("period", "deadline", "state"))


def to_do_in(held: Round, actor: Actor) -> Panel | None:
    """The ways into a round: the secretariat's desk, and the answers of each organisation the actor acts for."""
    own = list(submissions_for(actor, held)[:MOST_OWN])
    if not (own or may_run(actor, held)):
        return None
    rows = [
        {
            "name": str(each.organisation),
            "url": f"/rounds/{held.key}/answer/{each.organisation.key}",
            "state": each.state,
            "label": each.get_state_display(),
            "answered": number_text(each.answered),
            "asked": number_text(each.asked),
            "due": each.due,
        }
        for each in own
    ]
    desk = f"/rounds/{held.key}/desk" if may_run(actor, held) else ""
    return Panel(_("your part"), "rounds/panel_own.html", {"rows": rows, "desk": desk}, slot="head")


def rates_in(held: Round, actor: Actor) -> Panel | None:
    """How many have answered, by country, for who may see it."""
    if not may_see_rates(actor, held):
        return None
    whole, countries = rates_by_country(held)
    if not whole.expected:
        return None
    return Panel(
        _("reporting rate"), "rounds/panel_rates.html", rates_shown(whole, countries), f"/rounds/{held.key}/rates.xlsx"
    )


def of_round(held: Round, actor: Actor) -> Panel | None:
    """What members reported in a round."""
    found = returns_in(actor, held)
    return list_panel(_("returns"), RETURN, found, ("value", "as_of", "state"), f"/returns/?round={held.key}")


def of_organisation(organisation: Organisation, actor: Actor) -> Panel | None:
    """What an organisation reported."""
    found = returns_by(actor, organisation)
    more = f"/returns/?organisation={organisation.key}"
    return list_panel(_("figures it reported"), RETURN, found, ("value", "as_of", "round"), more)


def offer_panels() -> None:
    """Offer them all; called when Django starts."""
    offer("alliance", of_alliance)
    offer("round", to_do_in)
    offer("round", rates_in)
    offer("round", of_round)
    offer("organisation", of_organisation)
