"""What an actor may read of rounds; every read for a person starts here."""

from django.db.models import QuerySet

from guildbook.kit.actors import Actor
from guildbook.kit.queries import visible
from guildbook.rounds.models import Return, Round


def visible_rounds(actor: Actor) -> QuerySet[Round]:
    """Rounds the actor may see."""
    return visible(Round.objects.select_related("alliance"), actor)


def visible_returns(actor: Actor) -> QuerySet[Return]:
    """Returns the actor may see."""
    return visible(Return.objects.select_related("round", "organisation", "indicator"), actor)
