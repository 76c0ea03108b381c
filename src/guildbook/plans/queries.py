"""What an actor may read of plans; every read for a person starts here."""

from django.db.models import QuerySet

from guildbook.kit.actors import Actor
from guildbook.kit.queries import visible
from guildbook.plans.models import Plan, Target


def visible_plans(actor: Actor) -> QuerySet[Plan]:
    """Plans the actor may see."""
    return visible(Plan.objects.select_related("organisation", "place"), actor)


def visible_targets(actor: Actor) -> QuerySet[Target]:
    """Targets the actor may see."""
    return visible(Target.objects.select_related("plan", "indicator"), actor)
