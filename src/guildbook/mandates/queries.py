"""Who acts for an organisation, and for which organisations somebody acts."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils import timezone

from guildbook.accounts.models import User
from guildbook.kit.actors import Actor
from guildbook.mandates.models import Duty, Invitation, Mandate, MandateEntry

Oversight = Callable[[int], Mapping[int, datetime]]
_oversights: list[Oversight] = []


def oversee_through(oversight: Oversight) -> None:
    """Have a higher area say which alliances oversee an organisation today, and since when; called at start.

    Both are primary keys; the moment is when the book was told.
    """
    _oversights.append(oversight)


def overseers_of(organisation: int, by: datetime | None = None) -> frozenset[int]:
    """The alliances whose secretariats look after an organisation today, and did by a moment already."""
    found = {alliance: since for oversight in _oversights for alliance, since in oversight(organisation).items()}
    return frozenset(alliance for alliance, since in found.items() if by is None or since <= by)


def running(day: date) -> Q:
    """Mandates whose term includes a day and that nobody ended."""
    return Q(since__lte=day, ended_at=None) & (Q(until__isnull=True) | Q(until__gte=day))


def with_mandates(actor: Actor) -> Actor:
    """The actor with the organisations they act for today; one query."""
    held = Mandate.objects.filter(running(timezone.localdate()), user=actor.user).order_by()
    duties = list(held.values_list("organisation", "duty"))
    keeps = frozenset(organisation for organisation, __ in duties)
    leads = frozenset(organisation for organisation, duty in duties if duty == Duty.LEAD)
    return replace(actor, keeps=actor.keeps | keeps, leads=actor.leads | leads)


def people_of(organisations: Iterable[int], duty: str = "") -> QuerySet[User]:
    """Who acts today for any of these organisations (by primary key), in any duty or in one; each once."""
    held = Mandate.objects.filter(running(timezone.localdate()), organisation__in=list(organisations))
    if duty:
        held = held.filter(duty=duty)
    return get_user_model().objects.filter(is_active=True, pk__in=held.order_by().values("user"))


def leads_on(organisation: int, day: date) -> QuerySet[Mandate]:
    """The mandates of an organisation's leads that run on a day, of people who can still sign in."""
    return Mandate.objects.filter(running(day), organisation=organisation, duty=Duty.LEAD, user__is_active=True)


def mandates_at(organisation: int) -> QuerySet[Mandate]:
    """Every mandate of an organisation, those running or to come first, then the past ones, newest first."""
    return Mandate.objects.filter(organisation=organisation).select_related("user").order_by("-since", "-pk")


def mandates_of(user: int) -> QuerySet[Mandate]:
    """For whom a person acts today, leads first."""
    held = Mandate.objects.filter(running(timezone.localdate()), user=user)
    return held.select_related("organisation").order_by("-duty", "organisation__key")


def entries_at(organisation: int) -> QuerySet[MandateEntry]:
    """What was done about an organisation's people, newest first."""
    return MandateEntry.objects.filter(organisation=organisation).select_related("person")


def open_invitations() -> QuerySet[Invitation]:
    """Invitations somebody may still accept."""
    lasting = Q(until__isnull=True) | Q(until__gte=timezone.localdate())
    return Invitation.objects.filter(lasting, accepted_at=None, withdrawn_at=None, expires_at__gt=timezone.now())


def hash_of(token: str) -> str:
    """What is kept of a link's token: 256 random bits need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


def invitation_of(token: str) -> Invitation | None:
    """The open invitation a link leads to; None alike for links that are used, expired, withdrawn or made up."""
    return open_invitations().select_related("organisation").filter(token_hash=hash_of(token)).first()
