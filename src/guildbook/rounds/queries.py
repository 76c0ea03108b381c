"""What an actor may read of rounds; every read for a person starts here."""

from django.db.models import QuerySet

from guildbook.directory.models import Organisation
from guildbook.kit.actors import Actor
from guildbook.kit.queries import visible
from guildbook.rounds.models import Return, Round


def visible_rounds(actor: Actor) -> QuerySet[Round]:
    """Rounds the actor may see."""
    return visible(Round.objects.select_related("alliance"), actor)


def visible_returns(actor: Actor) -> QuerySet[Return]:
    """Returns the actor may see."""
    return visible(Return.objects.select_related("round", "organisation", "indicator"), actor)


def rounds_of(actor: Actor, alliance: Organisation) -> QuerySet[Round]:
    """The rounds an alliance held."""
    return visible_rounds(actor).filter(alliance=alliance.pk).order_by("-since_day", "key")


def returns_in(actor: Actor, held: Round) -> QuerySet[Return]:
    """What members reported in a round."""
    return visible_returns(actor).filter(round=held.pk)


def returns_by(actor: Actor, organisation: Organisation) -> QuerySet[Return]:
    """What an organisation reported, newest first."""
    return visible_returns(actor).filter(organisation=organisation.pk).order_by("-as_of_day", "key")
