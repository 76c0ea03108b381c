"""What rounds and returns show on the pages of alliances and organisations."""

from django.utils.translation import gettext as _

from guildbook.directory.models import Organisation
from guildbook.faces.tables import list_panel
from guildbook.kit.actors import Actor
from guildbook.kit.panels import Panel, offer
from guildbook.rounds.models import Round
from guildbook.rounds.queries import returns_by, returns_in, rounds_of
from guildbook.rounds.records import RETURN, ROUND


def of_alliance(alliance: Organisation, actor: Actor) -> Panel | None:
    """The rounds an alliance held."""
    return list_panel(_("rounds"), ROUND, rounds_of(actor, alliance), ("since", "deadline"))


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
    offer("round", of_round)
    offer("organisation", of_organisation)
