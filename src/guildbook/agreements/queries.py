"""What an actor may read of agreements; every read for a person starts here."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from guildbook.accounts.models import User
from guildbook.agreements.models import Agreement, AgreementParty
from guildbook.agreements.models.agreement import AgreementState, SigningState
from guildbook.agreements.rules import RUNNING, may_keep_agreement, takes_part
from guildbook.alliances.queries import secretariat_of
from guildbook.directory.models import Organisation, Place, Role
from guildbook.directory.queries import visible_roles
from guildbook.kit.actors import Actor
from guildbook.kit.models import Status
from guildbook.kit.queries import visible
from guildbook.kit.record_types import RecordType, record_types
from guildbook.mandates.models import Duty
from guildbook.mandates.queries import people_of


def visible_agreements(actor: Actor) -> QuerySet[Agreement]:
    """Agreements the actor may see; who acts for a party sees a draft from the day it is sent to the parties."""
    agreements = Agreement.objects.select_related("place", "alliance", "parent", "renews", "amends")
    seen = visible(agreements, actor)
    return seen if actor.is_staff or not actor.keeps else seen | agreements.filter(_sent_to(actor.keeps))


def _sent_to(organisations: Iterable[int]) -> Q:
    """Agreements, past their drafting, that one of these organisations is a party to."""
    parties = AgreementParty.objects.filter(organisation__in=organisations)
    return Q(pk__in=parties.exclude(agreement__state=AgreementState.DRAFT).values("agreement"))


def agreements_of_alliance(actor: Actor, alliance: Organisation) -> QuerySet[Agreement]:
    """Agreements made within an alliance, newest first."""
    return visible_agreements(actor).filter(alliance=alliance.pk).order_by("-since_day", "key")


def agreements_of_party(actor: Actor, organisation: Organisation) -> QuerySet[Agreement]:
    """Agreements an organisation is a party to, newest first; those made within an alliance are listed as its own."""
    own = Q(alliance__isnull=True) | ~Q(alliance=organisation.pk)
    found = visible_agreements(actor).filter(own, parties__organisation=organisation.pk)
    return found.distinct().order_by("-since_day", "key")


def agreements_signed_at(actor: Actor, place: Place) -> QuerySet[Agreement]:
    """Agreements signed in a place or anywhere within it."""
    return visible_agreements(actor).filter(place__path__startswith=place.path).order_by("-since_day", "key")


def agreements_under(actor: Actor, agreement: Agreement) -> QuerySet[Agreement]:
    """Agreements made under another."""
    return visible_agreements(actor).filter(parent=agreement.pk)


def renewals_of(actor: Actor, agreement: Agreement) -> QuerySet[Agreement]:
    """Agreements that renew another."""
    return visible_agreements(actor).filter(renews=agreement.pk)


def amendments_of(actor: Actor, agreement: Agreement) -> QuerySet[Agreement]:
    """Agreements that amend another."""
    return visible_agreements(actor).filter(amends=agreement.pk)


def products() -> list[tuple[RecordType, str]]:
    """Kinds of record that an agreement gives rise to, with the reference by which each names it.

    They belong to areas above this one; what refers to an agreement, whatever it is, came of it.
    """
    kinds: dict[Any, RecordType] = {kind.model: kind for kind in record_types()}
    found = []
    for relation in Agreement._meta.related_objects:
        kind = kinds.get(relation.related_model)
        if kind is not None and relation.field.name not in ("renews", "amends"):
            found.append((kind, str(relation.field.name)))
    return found


def gave_rise_to(actor: Actor, agreement: Agreement) -> list[tuple[RecordType, int]]:
    """How many published records of each kind an agreement gave rise to."""
    counted = []
    for kind, reference in products():
        found = kind.visible(actor).filter(status=Status.PUBLISHED, **{reference: agreement.pk})
        counted.append((kind, found.count()))
    return counted


def idle_agreements(actor: Actor) -> QuerySet[Agreement]:
    """Published agreements in force that gave rise to nothing the actor may see, the longest in force first."""
    found = visible_agreements(actor).filter(status=Status.PUBLISHED, state__in=RUNNING)
    for kind, reference in products():
        # The column is named for the outer query, the records for the inner one.
        made = kind.visible(actor).filter(status=Status.PUBLISHED, **{reference: OuterRef("pk")})
        found = found.exclude(Exists(made.order_by()))
    return found.order_by("since_day", "key")


def under_way(actor: Actor) -> QuerySet[Agreement]:
    """Agreements that are written or circulated and that the actor keeps or is to sign, the newest first."""
    open_states = (AgreementState.DRAFT, AgreementState.CIRCULATED)
    found = visible_agreements(actor).filter(state__in=open_states)
    if not actor.is_staff:
        mine = Q(steward__in=actor.keeps) | Q(alliance__in=actor.keeps)
        found = found.filter(mine | _sent_to(actor.keeps))
    return found.exclude(status=Status.WITHDRAWN).prefetch_related("parties__organisation").order_by("-pk")


def waiting_for(actor: Actor) -> QuerySet[Agreement]:
    """Circulated agreements that wait for a signature the actor may give."""
    waiting = AgreementParty.objects.filter(
        organisation__in=actor.leads, signing__in=(SigningState.INVITED, SigningState.APPROVED)
    )
    found = visible_agreements(actor).filter(state=AgreementState.CIRCULATED, pk__in=waiting.values("agreement"))
    return found.exclude(status=Status.WITHDRAWN).order_by("-pk")


def ending_before(actor: Actor, day: date) -> QuerySet[Agreement]:
    """Agreements that end by a day, or that count as expiring already, and that the actor keeps or leads a party to."""
    timed = (AgreementState.SIGNED, *RUNNING)
    led = AgreementParty.objects.filter(organisation__in=actor.leads).values("agreement")
    mine = Q(steward__in=actor.keeps) | Q(alliance__in=actor.keeps) | Q(pk__in=led)
    soon = Q(until_day__lte=day) | Q(state=AgreementState.EXPIRING) | Q(notice_months__isnull=False)
    found = visible_agreements(actor).filter(mine, soon, state__in=timed, until_day__isnull=False)
    return found.exclude(status=Status.WITHDRAWN).order_by("until_day", "key")


def signatories(actor: Actor, organisation: int) -> QuerySet[Role]:
    """People in roles at a party, who may have signed for it."""
    return visible_roles(actor).filter(organisation=organisation, status=Status.PUBLISHED).order_by("-since_day", "key")


def leads_of(parties: Iterable[Any]) -> QuerySet[User]:
    """The people who sign for these parties."""
    return people_of([party.organisation_id for party in parties], Duty.LEAD)


def keepers_of(agreement: Agreement) -> QuerySet[User]:
    """The people who keep an agreement: its alliance's secretariat, and who acts for its steward."""
    alliances = [agreement.alliance_id] if agreement.alliance_id else []
    stewards = [agreement.steward_id] if agreement.steward_id else []
    return secretariat_of(alliances) | people_of(stewards)


def sees_scans(actor: Actor, key: str) -> bool:
    """Whether the actor may attach files to an agreement and see those that are not public: its keepers and parties."""
    agreement = visible_agreements(actor).filter(key=key).first()
    if agreement is None:
        return False
    return may_keep_agreement(actor, agreement) or takes_part(actor, agreement.parties.all())
