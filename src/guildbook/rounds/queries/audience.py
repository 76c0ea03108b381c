"""Whom a round asks: the members of its alliance on a day, narrowed as the round says."""

import datetime as dt

from django.db.models import Q, QuerySet
from django.utils import timezone

from guildbook.alliances.models import Membership
from guildbook.alliances.models.membership import MembershipState
from guildbook.directory.models import Organisation
from guildbook.kit.fuzzy import last_day
from guildbook.kit.models import Status
from guildbook.kit.queries import in_effect
from guildbook.rounds.models import Round


def audience_of(held: Round) -> QuerySet[Organisation]:
    """The published organisations a round asks, each once, by key."""
    rows = list(held.audience.select_related("country"))
    members = Q(pk__in=_members(held, day_of(held)).values("organisation")) if not rows else Q(pk=0)
    for row in rows:
        if row.organisation_id is not None:
            members |= Q(pk=row.organisation_id)
            continue
        found = _members(held, day_of(held))
        if row.role:
            found = found.filter(role=row.role)
        if row.kind:
            found = found.filter(organisation__kind=row.kind)
        if row.country is not None:
            found = found.filter(organisation__place__path__startswith=row.country.path)
        members |= Q(pk__in=found.values("organisation"))
    return Organisation.objects.filter(members, status=Status.PUBLISHED).order_by("key")


def day_of(held: Round) -> dt.date:
    """The day whose members are asked: as the round says, else today."""
    return last_day(held.members_on) or timezone.localdate()


def _members(held: Round, day: dt.date) -> QuerySet[Membership]:
    return Membership.objects.filter(
        in_effect(day), alliance=held.alliance_id, state=MembershipState.ADMITTED, status=Status.PUBLISHED
    ).order_by()
