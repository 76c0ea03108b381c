"""Inviting people to act for an organisation, and what they do with the letter."""

from __future__ import annotations

import secrets
from datetime import timedelta

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from guildbook.accounts.actions import open_account
from guildbook.accounts.models import User
from guildbook.directory.models import Organisation
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.texts import pick
from guildbook.mandates.actions.terms import NOT_YOUR_PEOPLE, Terms, check_term, entered, make
from guildbook.mandates.models import Duty, Invitation, Mandate
from guildbook.mandates.models.entry import Deed
from guildbook.mandates.queries import hash_of, leads_on, open_invitations, overseers_of, running
from guildbook.mandates.rules import duties_offered, may_change_people
from guildbook.notices.actions import write_letter
from guildbook.notices.letters import absolute

LASTS = timedelta(days=14)
# One organisation writes to so many addresses a day; more is not inviting any more.
MOST_A_DAY = 50


def invite(
    actor: Actor,
    organisation: Organisation,
    email: str,
    terms: Terms,
    language: str = "",
    why: str = "",
    *,
    permitted: bool = False,
) -> Invitation:
    """Write to somebody that they may act for an organisation; an earlier letter to them is void from then on.

    `permitted`: the caller is an action with a rule of its own (an alliance admits a member), which said so.
    Raises PermissionDenied, and DocumentError for a wrong address, term, or somebody who has the duty already.
    """
    today = timezone.localdate()
    led = leads_on(organisation.pk, today).exists()
    offered = duties_offered(actor, organisation.pk, overseers_of(organisation.pk), led=led)
    if not permitted and terms.duty not in offered:
        raise PermissionDenied(str(NOT_YOUR_PEOPLE))
    email = email.strip()
    _check(organisation, email, terms)
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        open_invitations().filter(organisation=organisation.pk, email__iexact=email).update(withdrawn_at=timezone.now())
        made = Invitation.objects.create(
            email=email,
            organisation_id=organisation.pk,
            duty=terms.duty,
            since=terms.since,
            until=terms.until,
            language=language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE,
            token_hash=hash_of(token),
            invited_by=actor.name,
            expires_at=timezone.now() + LASTS,
        )
        entered(actor, organisation, Deed.INVITED, terms, why)
        _write(made, organisation, token)
    return made


def _check(organisation: Organisation, email: str, terms: Terms) -> None:
    try:
        validate_email(email)
    except ValidationError as error:
        raise DocumentError([Fault("email", _("this is no e-mail address"))]) from error
    check_term(terms)
    today = timezone.localdate()
    if terms.until is not None and terms.until < today:
        raise DocumentError([Fault("until", _("a mandate cannot end in the past"))])
    lately = Invitation.objects.filter(organisation=organisation.pk, at__gt=timezone.now() - timedelta(days=1))
    if lately.count() >= MOST_A_DAY:
        message = _("this organisation has invited %(n)s people today; go on tomorrow")
        raise DocumentError([Fault("email", message % {"n": MOST_A_DAY})])
    duties = [terms.duty] if terms.duty == Duty.LEAD else list(Duty)
    held = Mandate.objects.filter(running(max(today, terms.since)), organisation=organisation.pk, duty__in=duties)
    if held.filter(user__in=_owners(email)).exists():
        raise DocumentError([Fault("email", _("somebody with this address acts for this organisation already"))])


def _owners(email: str) -> set[int]:
    """The people whose address this is: verified, or given on the command line."""
    verified = EmailAddress.objects.filter(email__iexact=email, verified=True).values_list("user", flat=True)
    return {*verified, *User.objects.filter(email__iexact=email).values_list("pk", flat=True)}


def has_account(invitation: Invitation) -> bool:
    """Whether the address invited belongs to somebody who can sign in; asked for who holds the letter only."""
    return User.objects.filter(pk__in=_owners(invitation.email), is_active=True).exists()


def _write(invitation: Invitation, organisation: Organisation, token: str) -> None:
    with translation.override(invitation.language):
        link = absolute(f"/invitations/{token}")
        words = {"name": pick(organisation.label()).text, "who": invitation.invited_by, "link": link}
        text = _(
            "%(who)s invites you to keep the records of %(name)s in Guildbook, the book of record of vocational "
            "education alliances.\n\nTo accept, open this address within 14 days:\n%(link)s\n\nIf you do not know "
            "what this is about, do nothing."
        )
        subject = _("An invitation to Guildbook")
        write_letter(invitation.email, invitation.language, subject, text % words)


def withdraw_invitation(actor: Actor, invitation: Invitation, why: str = "") -> None:
    """Make an open invitation void; the link answers as if it had never been."""
    if not may_change_people(actor, invitation.organisation_id, overseers_of(invitation.organisation_id)):
        raise PermissionDenied(str(NOT_YOUR_PEOPLE))
    with transaction.atomic():
        if open_invitations().filter(pk=invitation.pk).update(withdrawn_at=timezone.now()):
            entered(actor, invitation.organisation, Deed.WITHDREW, terms_of(invitation), why)


def terms_of(invitation: Invitation) -> Terms:
    """What is offered; a term whose beginning has passed begins today."""
    return Terms(Duty(invitation.duty), max(invitation.since, timezone.localdate()), invitation.until)


def accept(user: User, invitation: Invitation) -> Mandate:
    """Begin to act for the organisation; raises DocumentError for an invitation that is no longer open."""
    with transaction.atomic():
        taken = open_invitations().filter(pk=invitation.pk)
        if not taken.update(accepted_at=timezone.now(), accepted_by=user):
            raise DocumentError([Fault("invitation", _("this invitation is no longer open"))])
        actor, terms = Actor(user.get_full_name(), user=user.pk), terms_of(invitation)
        made = make(Actor(invitation.invited_by), user, invitation.organisation, terms)
        entered(actor, invitation.organisation, Deed.ACCEPTED, terms, "", user)
    return made


def accept_as_new(invitation: Invitation, shown_name: str, password: str, language: str) -> Mandate:
    """The same for somebody without an account: it is made, and the address counts as theirs, for they have the letter.

    Raises DocumentError for a name or password that will not do, or an address that has an account by now.
    """
    faults = [] if shown_name.strip() else [Fault("shown_name", _("say what your colleagues call you"))]
    try:
        if password:
            validate_password(password, User(shown_name=shown_name, email=invitation.email))
    except ValidationError as error:
        faults.extend(Fault("password", message) for message in error.messages)
    if faults:
        raise DocumentError(faults)
    with transaction.atomic():
        try:
            with transaction.atomic():
                user = open_account(invitation.email, shown_name, language, password)
        except IntegrityError as error:
            raise DocumentError([Fault("email", _("this address has an account by now; sign in first"))]) from error
        return accept(user, invitation)
