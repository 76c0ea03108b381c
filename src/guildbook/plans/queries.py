"""What an actor may read of plans; every read for a person starts here."""

from django.db.models import Q, QuerySet

from guildbook.directory.models import Organisation, Place
from guildbook.kit.actors import Actor
from guildbook.kit.models import Status
from guildbook.kit.queries import visible
from guildbook.plans.models import Plan, Target


def visible_plans(actor: Actor) -> QuerySet[Plan]:
    """Plans the actor may see."""
    return visible(Plan.objects.select_related("organisation", "place"), actor)


def visible_targets(actor: Actor) -> QuerySet[Target]:
    """Targets the actor may see."""
    return visible(Target.objects.select_related("plan", "indicator"), actor)


def targets_of_plan(actor: Actor, plan: Plan) -> QuerySet[Target]:
    """The targets of a plan."""
    return visible_targets(actor).filter(plan=plan.pk, status=Status.PUBLISHED)


def targets_about(actor: Actor, kind: str, key: str) -> QuerySet[Target]:
    """The targets set for a subject, or by a plan of it."""
    plans = {"place": Q(plan__place__key=key), "alliance": Q(plan__organisation__key=key)}
    wanted = Q(subject_type=kind, subject_key=key) | plans.get(kind, plans["alliance"])
    return visible_targets(actor).filter(wanted, status=Status.PUBLISHED)


def all_targets(actor: Actor) -> QuerySet[Target]:
    """Every published target, those due first at the top."""
    return visible_targets(actor).filter(status=Status.PUBLISHED).order_by("by", "plan__key", "key")


def plans_of_organisation(actor: Actor, organisation: Organisation) -> QuerySet[Plan]:
    """Plans of an organisation."""
    return visible_plans(actor).filter(organisation=organisation.pk)


def plans_of_place(actor: Actor, place: Place) -> QuerySet[Plan]:
    """Plans of a place."""
    return visible_plans(actor).filter(place=place.pk)
