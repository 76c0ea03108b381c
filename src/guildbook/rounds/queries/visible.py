"""Rounds and returns an actor may see; every read for a person starts here."""

from django.db.models import Q, QuerySet

from guildbook.directory.models import Organisation
from guildbook.kit.actors import Actor
from guildbook.kit.queries import visible
from guildbook.rounds.models import Return, ReturnState, Round, RoundState, Submission


def visible_rounds(actor: Actor) -> QuerySet[Round]:
    """Rounds the actor may see; one in preparation is its secretariat's."""
    found = visible(Round.objects.select_related("alliance"), actor)
    return found if actor.is_staff else found.filter(~Q(state=RoundState.DRAFT) | Q(alliance__in=actor.keeps))


def visible_returns(actor: Actor) -> QuerySet[Return]:
    """Returns the actor may see: approved ones, and others for who reported them and for the round's secretariat."""
    found = visible(Return.objects.select_related("round", "organisation", "indicator"), actor)
    if actor.is_staff:
        return found
    shown = Q(state=ReturnState.APPROVED)
    if actor.keeps:
        shown |= Q(organisation__in=actor.keeps) | Q(round__alliance__in=actor.serves)
    return found.filter(shown)


def rounds_of(actor: Actor, alliance: Organisation) -> QuerySet[Round]:
    """The rounds an alliance held."""
    return visible_rounds(actor).filter(alliance=alliance.pk).order_by("-deadline_day", "-since_day", "key")


def returns_in(actor: Actor, held: Round) -> QuerySet[Return]:
    """What members reported in a round."""
    return visible_returns(actor).filter(round=held.pk)


def returns_by(actor: Actor, organisation: Organisation) -> QuerySet[Return]:
    """What an organisation reported, newest first."""
    return visible_returns(actor).filter(organisation=organisation.pk).order_by("-as_of_day", "key")


def submissions_for(actor: Actor, held: Round) -> QuerySet[Submission]:
    """The submissions of a round the actor answers for; none for staff, who see the desk instead."""
    found = Submission.objects.filter(round=held.pk, organisation__in=actor.keeps)
    return found.select_related("organisation", "round").order_by("organisation__key")


def submission_of(actor: Actor, held: Round, organisation: str) -> Submission | None:
    """One organisation's submission, for who may see its answers; None whether it is missing or not for them."""
    found = Submission.objects.select_related("round__alliance", "organisation").filter(
        round=held.pk, organisation__key=organisation
    )
    if not (actor.is_staff or held.alliance_id in actor.serves):
        found = found.filter(organisation__in=actor.keeps)
    return found.first()
