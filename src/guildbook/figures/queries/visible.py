"""What an actor may read of figures; every read for a person starts here."""

from django.db.models import QuerySet

from guildbook.figures.models import Claim, Indicator
from guildbook.kit.actors import Actor
from guildbook.kit.queries import visible


def visible_indicators(actor: Actor) -> QuerySet[Indicator]:
    """Indicators the actor may see."""
    return visible(Indicator.objects.all(), actor)


def visible_claims(actor: Actor) -> QuerySet[Claim]:
    """Claims the actor may see."""
    return visible(Claim.objects.select_related("source", "indicator").defer("source__text"), actor)
