"""The rounds an actor has to do with."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from guildbook.directory.models import Organisation
from guildbook.directory.models.organisation import OrganisationKind
from guildbook.kit.actors import Actor
from guildbook.kit.models import Status
from guildbook.rounds.models import RECEIVED, Round, RoundState, Submission


def runnable_alliances(actor: Actor) -> QuerySet[Organisation]:
    """The alliances whose rounds the actor runs."""
    found = Organisation.objects.filter(kind=OrganisationKind.ALLIANCE, status=Status.PUBLISHED).order_by("key")
    return found if actor.is_staff else found.filter(pk__in=actor.serves)


def rounds_run_by(actor: Actor, most: int) -> list[tuple[Round, int, int]]:
    """The rounds the actor runs, newest first, with how many have come in and how many were asked."""
    found = Round.objects.select_related("alliance")
    if not actor.is_staff:
        found = found.filter(alliance__in=actor.serves)
    found = found.annotate(
        expected=Count("submissions"), received=Count("submissions", filter=Q(submissions__state__in=RECEIVED))
    )
    return [(held, held.received, held.expected) for held in found.order_by("-deadline_day", "key")[:most]]


def asked_of_actor(actor: Actor, most: int) -> list[Submission]:
    """What the actor's organisations are asked, or were, newest first."""
    found = Submission.objects.filter(organisation__in=actor.keeps).exclude(round__state=RoundState.DRAFT)
    return list(found.select_related("round", "organisation").order_by("-due", "organisation__key")[:most])
