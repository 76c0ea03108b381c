"""Who acts for an organisation, and for which organisations somebody acts."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils import timezone

from guildbook.accounts.models import User
from guildbook.kit.actors import Actor
from guildbook.mandates.models import Duty, Mandate


def running(day: date) -> Q:
    """Mandates whose term includes a day."""
    return Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gte=day))


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
