"""Giving, changing, ending and handing over mandates; none is ever deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guildbook.accounts.models import User
from guildbook.directory.models import Organisation
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, Fault
from guildbook.mandates.actions.telling import tell_person
from guildbook.mandates.models import Duty, Mandate, MandateEntry
from guildbook.mandates.models.entry import Deed
from guildbook.mandates.queries import leads_on, overseers_of, running
from guildbook.mandates.rules import may_change_people, may_leave_without_lead

NOT_YOUR_PEOPLE = gettext_lazy("You may not change who acts for this organisation.")


@dataclass(frozen=True)
class Terms:
    """A duty between two days, both included; without `until` it goes on until somebody ends it."""

    duty: Duty
    since: date
    until: date | None = None

    def data(self) -> dict[str, Any]:
        """The same for the entry in the book of deeds."""
        return {"duty": str(self.duty), "since": f"{self.since:%F}", "until": f"{self.until:%F}" if self.until else ""}


def entered(
    actor: Actor, organisation: Organisation, deed: Deed, terms: Terms, why: str, person: User | None = None
) -> None:
    """Enter what was done, by whom and why, and tell whom it is about."""
    MandateEntry.objects.create(
        organisation_id=organisation.pk,
        deed=deed,
        person=person,
        terms=terms.data(),
        who=actor.name,
        why=why.strip()[:300],
    )
    if person is not None and deed != Deed.ACCEPTED:
        tell_person(actor, person, organisation, deed)


def check_term(terms: Terms) -> None:
    """Raise DocumentError for a term that ends before it begins."""
    if terms.until is not None and terms.until < terms.since:
        raise DocumentError([Fault("until", _("The end lies before the beginning."))])


def give(actor: Actor, user: User, organisation: Organisation, terms: Terms, why: str = "") -> Mandate:
    """Let a person act for an organisation without an invitation: staff, and the command line of a new install."""
    if not actor.is_staff:
        raise PermissionDenied(str(NOT_YOUR_PEOPLE))
    with transaction.atomic():
        made = make(actor, user, organisation, terms)
        entered(actor, organisation, Deed.GAVE, terms, why, user)
    return made


def make(actor: Actor, user: User, organisation: Organisation, terms: Terms) -> Mandate:
    """The mandate itself; raises DocumentError where the person has that duty for part of the term already."""
    check_term(terms)
    same = Mandate.objects.filter(user=user, organisation=organisation.pk, duty=terms.duty, ended_at=None)
    if terms.until is not None:
        same = same.filter(since__lte=terms.until)
    if same.exclude(until__lt=terms.since).exists():
        raise DocumentError([Fault("person", _("this person has that duty here already; change the term instead"))])
    return Mandate.objects.create(
        user=user,
        organisation_id=organisation.pk,
        duty=terms.duty,
        since=terms.since,
        until=terms.until,
        given_by=actor.name,
    )


def _held(actor: Actor, mandate: Mandate) -> Mandate:
    """The mandate as it stands, held for a change; raises PermissionDenied, and DocumentError for one that is over."""
    overseers = overseers_of(mandate.organisation_id, mandate.given_at)
    if not may_change_people(actor, mandate.organisation_id, overseers):
        raise PermissionDenied(str(NOT_YOUR_PEOPLE))
    held = Mandate.objects.select_for_update().select_related("organisation", "user").get(pk=mandate.pk)
    today = timezone.localdate()
    if held.ended_at is not None or (held.until is not None and held.until < today):
        raise DocumentError([Fault("mandate", _("this mandate is over; the past stays as it was"))])
    return held


def _check_led(actor: Actor, held: Mandate, day: date) -> None:
    """Raise DocumentError where nobody would lead from a day on, and the actor may not leave it so."""
    today = timezone.localdate()
    if held.duty != Duty.LEAD or held.since > today or (held.until is not None and held.until < day):
        return
    others = leads_on(held.organisation_id, day).exclude(pk=held.pk)
    if not others.exists() and not may_leave_without_lead(actor, overseers_of(held.organisation_id, held.given_at)):
        message = _("somebody must lead; hand over first, or ask the secretariat")
        raise DocumentError([Fault("mandate", message)])


def change_term(actor: Actor, mandate: Mandate, since: date, until: date | None, why: str) -> Mandate:
    """Give a mandate another term; what has begun stays begun, and the last lead is not sent away so."""
    with transaction.atomic():
        held = _held(actor, mandate)
        today = timezone.localdate()
        terms = Terms(Duty(held.duty), since, until)
        check_term(terms)
        if held.since <= today and since != held.since:
            raise DocumentError([Fault("since", _("this mandate has begun; its beginning stays"))])
        if held.since > today > since:
            raise DocumentError([Fault("since", _("a mandate cannot begin in the past"))])
        if until is not None:
            if until < today:
                raise DocumentError([Fault("until", _("a mandate cannot end in the past; end it today instead"))])
            _check_led(actor, held, until + timedelta(days=1))
        held.since, held.until = since, until
        held.save(update_fields=["since", "until"])
        entered(actor, held.organisation, Deed.CHANGED, terms, why, held.user)
    return held


def end(actor: Actor, mandate: Mandate, why: str) -> Mandate:
    """End a mandate at once; one may always lay down one's own, unless nobody would lead."""
    with transaction.atomic():
        own = Mandate.objects.filter(pk=mandate.pk, user=actor.user).exists() if actor.user else False
        held = Mandate.objects.select_for_update().select_related("organisation", "user").get(pk=mandate.pk)
        if not own or held.ended_at is not None:
            held = _held(actor, mandate)
        _check_led(actor, held, timezone.localdate())
        held.ended_at = timezone.now()
        held.save(update_fields=["ended_at"])
        terms = Terms(Duty(held.duty), held.since, timezone.localdate())
        entered(actor, held.organisation, Deed.ENDED, terms, why, held.user)
    return held


def hand_over(actor: Actor, mandate: Mandate, successor: User, on: date, why: str) -> Mandate:
    """Make a colleague who acts for the organisation its lead from a day on; the lead before them becomes an editor.

    Returns the successor's mandate. Raises DocumentError for somebody who does not act there on that day.
    """
    with transaction.atomic():
        held = _held(actor, mandate)
        if held.duty != Duty.LEAD:
            raise DocumentError([Fault("mandate", _("only who leads can hand over"))])
        if on < max(timezone.localdate(), held.since):
            raise DocumentError([Fault("on", _("this day has passed; choose a later one"))])
        there = Mandate.objects.filter(running(on), organisation=held.organisation_id, user=successor)
        if successor.pk == held.user_id or not successor.is_active or not there.exists():
            raise DocumentError([Fault("person", _("choose somebody who acts for this organisation on that day"))])
        terms = Terms(Duty.LEAD, on, None)
        follows = leads_on(held.organisation_id, on).filter(user=successor).first()
        made = follows or make(actor, successor, held.organisation, terms)
        _step_back(actor, held, on)
        entered(actor, held.organisation, Deed.HANDED_OVER, terms, why, successor)
    return made


def _step_back(actor: Actor, held: Mandate, on: date) -> None:
    """End the lead's own mandate before a day; from then on they edit, as long as they would have led."""
    stays = held.until is None or held.until >= on
    editor = Mandate.objects.filter(running(on), organisation=held.organisation_id, user=held.user_id, duty=Duty.EDITOR)
    if stays and not editor.exists():
        make(actor, held.user, held.organisation, Terms(Duty.EDITOR, on, held.until))
    if on <= max(timezone.localdate(), held.since):
        held.ended_at = timezone.now()
    elif stays:
        held.until = on - timedelta(days=1)
    held.save(update_fields=["ended_at", "until"])
