"""Terms of members: who belongs today, whose term ends soon, who sits in which office."""

from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from guildbook.alliances.models import Membership
from guildbook.alliances.models.membership import MembershipState
from guildbook.directory.models import Organisation
from guildbook.kit.actors import Actor
from guildbook.kit.models import Status
from guildbook.kit.queries import in_effect

# A term that ends within so many days stands on the list of those to be renewed.
SOON = 180
LATELY = 365


def admitted(day: date) -> QuerySet[Membership]:
    """Published memberships running on a day."""
    return Membership.objects.filter(in_effect(day), status=Status.PUBLISHED, state=MembershipState.ADMITTED)


def standing_of(alliance: int, organisation: int, day: date | None = None) -> Membership | None:
    """The membership of an organisation in an alliance that runs today, or on another day."""
    held = admitted(day or timezone.localdate()).filter(alliance=alliance, organisation=organisation)
    return held.order_by("-since_day").first()


def _without_successor(held: QuerySet[Membership]) -> QuerySet[Membership]:
    """Leave out terms that another one of the same organisation follows, or outlasts."""
    later = Membership.objects.filter(
        Q(until_day__isnull=True) | Q(until_day__gt=OuterRef("until_day")),
        alliance=OuterRef("alliance"),
        organisation=OuterRef("organisation"),
        status=Status.PUBLISHED,
        state=MembershipState.ADMITTED,
    ).exclude(pk=OuterRef("pk"))
    return held.filter(~Exists(later))


def ending(day: date, within: int = SOON) -> QuerySet[Membership]:
    """Memberships of all alliances whose term ends within so many days and is not renewed, soonest first."""
    held = admitted(day).filter(until_day__isnull=False, until_day__lte=day + timedelta(days=within))
    read = _without_successor(held).select_related("alliance", "organisation")
    return read.order_by("until_day", "key")


def ending_in(alliance: Organisation, day: date) -> QuerySet[Membership]:
    """The same for one alliance."""
    return ending(day).filter(alliance=alliance.pk)


def ran_out(alliance: Organisation, day: date) -> QuerySet[Membership]:
    """Memberships whose term ended lately without another, newest first."""
    held = Membership.objects.filter(
        alliance=alliance.pk,
        status=Status.PUBLISHED,
        state__in=(MembershipState.ADMITTED, MembershipState.ENDED),
        until_day__lt=day,
        until_day__gte=day - timedelta(days=LATELY),
    )
    return _without_successor(held).select_related("organisation").order_by("-until_day", "key")


def terms_of(actor: Actor, membership: Membership) -> list[Membership]:
    """Every term of the same organisation in the same alliance, newest first."""
    held = Membership.objects.filter(
        alliance=membership.alliance_id, organisation=membership.organisation_id, status=Status.PUBLISHED
    )
    return list(held.order_by(F("since_day").desc(nulls_last=True), "-pk"))
