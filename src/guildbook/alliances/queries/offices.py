"""Who serves an alliance, by mandate and by office, and whose people it looks after."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from guildbook.accounts.models import User
from guildbook.alliances.models import Alliance, Membership, Office
from guildbook.alliances.models.membership import MembershipState
from guildbook.alliances.rules import RUNS_THE_BOOK
from guildbook.directory.models import Organisation
from guildbook.kit.actors import Actor
from guildbook.kit.models import Change, Status
from guildbook.kit.queries import in_effect
from guildbook.mandates.queries import people_of


def with_offices(actor: Actor) -> Actor:
    """The actor with the alliances they serve: those they act for, and those whose secretariat they act for today.

    Whoever leads the organisation that is an alliance's secretariat leads the alliance's book as well.
    """
    if not actor.keeps:
        return actor
    own = Alliance.objects.filter(pk__in=actor.keeps).order_by().values_list("pk", flat=True)
    offices = _secretariats().filter(organisation__in=actor.keeps).order_by()
    held = list(offices.values_list("alliance", "organisation"))
    serves = frozenset(own) | frozenset(alliance for alliance, __ in held)
    leads = frozenset(alliance for alliance, holder in held if holder in actor.leads)
    return replace(actor, serves=serves, keeps=actor.keeps | serves, leads=actor.leads | leads)


def overseeing(organisation: int) -> dict[int, datetime]:
    """The alliances (by primary key) an organisation is a member of today, and when the book was told it was admitted.

    Their secretariats look after its people; not after those it had before, or whoever entered a membership that
    nobody asked for would have power over them.
    """
    held = Membership.objects.filter(in_effect(timezone.localdate()), organisation=organisation)
    admitted = held.filter(state=MembershipState.ADMITTED, status=Status.PUBLISHED).select_related("organisation")
    return {each.alliance_id: _told(each) for each in admitted.order_by("pk")}


def _told(membership: Membership) -> datetime:
    """Since when the history has said what the membership says now of whom it admits."""
    told = timezone.now()
    for change in Change.objects.filter(record_type="membership", record_key=membership.key):
        after = change.after
        if (after.get("organisation"), after.get("state")) != (membership.organisation.key, membership.state):
            break
        told = change.at
    return told


def secretariat_of(alliances: Iterable[int]) -> QuerySet[User]:
    """The people who serve any of these alliances (by primary key) today; each once."""
    wanted = set(alliances)
    held = _secretariats().filter(alliance__in=wanted, organisation__isnull=False).order_by()
    return people_of(wanted | set(held.values_list("organisation", flat=True)))


def _secretariats() -> QuerySet[Office]:
    """The offices running today whose holders run an alliance's book."""
    return Office.objects.filter(in_effect(timezone.localdate()), kind__in=RUNS_THE_BOOK)


def offices_of(alliance: Organisation) -> list[Office]:
    """The offices of an alliance in its own order, past ones included, each with its holder."""
    held = Office.objects.filter(alliance=alliance.pk).order_by("order", "pk")
    return list(held.select_related("organisation", "role", "role__person", "role__organisation"))
