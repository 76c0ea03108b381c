"""What an applicant does: apply, answer, add to the files, withdraw."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from guildbook.alliances.actions.kinds import ANSWERED, RECEIVED, TAKEN_BACK
from guildbook.alliances.models import Application, ApplicationState, Deed, Remark
from guildbook.alliances.models.application import OPEN
from guildbook.alliances.models.membership import MembershipRole
from guildbook.alliances.queries import secretariat_of
from guildbook.alliances.queries.applications import hash_of, link_of, token_of
from guildbook.directory.models import Organisation, Place
from guildbook.directory.models.organisation import OrganisationKind
from guildbook.files.actions import attach
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.texts import pick
from guildbook.notices.actions import tell, write_letter

OWNER = "application"
Uploads = Sequence[Any]  # what a form sent as files
# What a new organisation may be: an alliance is not founded by asking to join one.
KINDS = tuple(kind for kind in OrganisationKind if kind is not OrganisationKind.ALLIANCE)
# Founders are those who were there at the founding.
ROLES = tuple(role for role in MembershipRole if role is not MembershipRole.FOUNDER)
LONGEST_STATEMENT = 8000
# The same address applies again within this time for the same organisation: it has lost its letter.
AGAIN = timedelta(days=90)


@dataclass(frozen=True)
class Asking:
    """What a visitor's form said."""

    contact_name: str
    contact_address: str
    organisation: Organisation | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""
    country: Place | None = None
    town: str = ""
    website: str = ""
    role: str = MembershipRole.MEMBER
    statement: str = ""


def apply_to_join(
    actor: Actor, alliance: Organisation, asking: Asking, language: str, uploads: Uploads = ()
) -> Application:
    """Keep an application with its files, write to the applicant with a private link, and tell the secretariat.

    Whoever applies again for the same organisation from the same address gets the link to the application that waits
    once more, and nothing is doubled. Raises DocumentError with every fault; then nothing is kept and nothing is sent.
    """
    application = _drafted(actor, alliance, asking, language)
    _check(application)
    with transaction.atomic():
        waiting = _the_same(application)
        if waiting is not None:
            _write_link(waiting)
            return waiting
        application.salt = secrets.token_hex(16)
        application.save()
        application.token_hash = hash_of(token_of(application))
        application.save(update_fields=["token_hash"])
        Remark.objects.create(application=application, deed=Deed.RECEIVED, who=asking.contact_name)
        for upload in uploads:
            attach(actor, OWNER, str(application.pk), upload, public=False, permitted=True)
        _write_link(application)
        tell_secretariat(application, RECEIVED)
    return application


def _drafted(actor: Actor, alliance: Organisation, asking: Asking, language: str) -> Application:
    known = asking.organisation is not None
    return Application(
        alliance_id=alliance.pk,
        organisation=asking.organisation,
        names={} if known else {tag: text.strip() for tag, text in asking.names.items() if text.strip()},
        kind="" if known else asking.kind,
        country=None if known else asking.country,
        town="" if known else asking.town.strip(),
        website=asking.website.strip(),
        role=asking.role,
        statement=asking.statement.strip(),
        language=language,
        contact_name=" ".join(asking.contact_name.split()),
        contact_address=asking.contact_address.strip(),
        user_id=actor.user,
    )


def _check(application: Application) -> None:
    faults = []
    try:
        application.clean_fields(exclude=["token_hash", "salt", "alliance", "user"])
    except ValidationError as error:
        faults = [Fault(name, text) for name, texts in error.message_dict.items() for text in texts]
    faults += [
        Fault(name, str(_("This is needed.")))
        for name in ("contact_name", "contact_address", "statement")
        if not getattr(application, name) and name not in {fault.where for fault in faults}
    ]
    if application.role not in ROLES:
        faults.append(Fault("role", _("Choose one of the roles offered.")))
    if len(application.statement) > LONGEST_STATEMENT:
        faults.append(
            Fault("statement", _("This is too long: write at most %(n)s characters.") % {"n": LONGEST_STATEMENT})
        )
    if application.organisation is None:
        faults += _faults_of_new(application)
    elif application.organisation.pk == application.alliance_id:
        faults.append(Fault("organisation", _("An alliance cannot be its own member.")))
    if faults:
        raise DocumentError(faults)


def _faults_of_new(application: Application) -> list[Fault]:
    faults = []
    if not application.names:
        faults.append(Fault("names", _("Give the organisation's name in at least one language.")))
    if any(len(text) > 300 for text in application.names.values()):
        faults.append(Fault("names", _("This is too long: write at most %(n)s characters.") % {"n": 300}))
    if application.kind not in KINDS:
        faults.append(Fault("kind", _("Say what the organisation is.")))
    if application.country is None:
        faults.append(Fault("country", _("Say in which country or region it is.")))
    return faults


def _the_same(application: Application) -> Application | None:
    """The application that waits already: of the same address, for the same organisation or name."""
    held = Application.objects.filter(
        alliance=application.alliance_id,
        state__in=OPEN,
        at__gt=timezone.now() - AGAIN,
        contact_address__iexact=application.contact_address,
        organisation=application.organisation,
    )
    return next((one for one in held if one.names == application.names), None)


def _write_link(application: Application) -> None:
    with translation.override(application.language):
        words = {"alliance": pick(application.alliance.label()).text, "link": link_of(application)}
        text = _(
            "Your application to %(alliance)s has been received.\n\nUnder this private address you can follow it, "
            "answer questions, add files and withdraw it; pass it on to nobody:\n%(link)s\n\nIf you did not apply, do "
            "nothing."
        )
        write_letter(application.contact_address, application.language, _("Your application"), text % words)


def _locked(application: Application) -> Application:
    """The application as it stands now; raises DocumentError once it was decided."""
    held = Application.objects.select_for_update().get(pk=application.pk)
    if not held.is_open:
        raise DocumentError([Fault("", _("This application was decided already."))])
    return held


def answer(application: Application, text: str, actor: Actor, uploads: Uploads = ()) -> Application:
    """Add what the applicant says and sends; raises DocumentError for nothing at all, or a file that is not taken."""
    said = text.strip()
    if not said and not uploads:
        raise DocumentError([Fault("text", _("Write an answer, or choose a file."))])
    if len(said) > LONGEST_STATEMENT:
        raise DocumentError(
            [Fault("text", _("This is too long: write at most %(n)s characters.") % {"n": LONGEST_STATEMENT})]
        )
    with transaction.atomic():
        held = _locked(application)
        names = [attach(actor, OWNER, str(held.pk), upload, public=False, permitted=True).name for upload in uploads]
        words = "\n".join(part for part in (said, *names) if part)
        Remark.objects.create(application=held, deed=Deed.ANSWERED, who=held.contact_name, text=words)
        held.state = ApplicationState.ANSWERED
        held.save(update_fields=["state"])
        tell_secretariat(held, ANSWERED)
    return held


def withdraw(application: Application, text: str = "") -> Application:
    """Take the application back."""
    with transaction.atomic():
        held = _locked(application)
        Remark.objects.create(application=held, deed=Deed.WITHDRAWN, who=held.contact_name, text=text.strip())
        held.state, held.decided_at, held.decided_by = ApplicationState.WITHDRAWN, timezone.now(), held.contact_name
        held.save(update_fields=["state", "decided_at", "decided_by"])
        tell_secretariat(held, TAKEN_BACK)
    return held


def tell_secretariat(application: Application, kind: str) -> None:
    """Tell those who decide; the notice names the organisation, not the person."""
    data: dict[str, Any] = {"name": application.label(), "alliance": application.alliance.label()}
    url = f"/alliances/{application.alliance.key}/applications/{application.pk}"
    tell(secretariat_of([application.alliance_id]), kind, data, url)
