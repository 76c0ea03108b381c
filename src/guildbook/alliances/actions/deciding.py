"""What a secretariat does with an application: ask, note, admit with role and term, or decline with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from guildbook.alliances.actions.applying import ROLES
from guildbook.alliances.actions.kinds import ADMITTED, ASKED, DECLINED
from guildbook.alliances.models import Application, ApplicationState, Deed, Membership, Remark
from guildbook.alliances.models.membership import MembershipState
from guildbook.alliances.queries.applications import link_of
from guildbook.alliances.queries.terms import standing_of
from guildbook.alliances.rules import may_admit
from guildbook.directory.models import Organisation, OrganisationName, Place
from guildbook.directory.models.organisation import NameKind
from guildbook.directory.records import ORGANISATION
from guildbook.kit.actions import NOT_YOURS, keep, stored
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.drafts import Draft
from guildbook.kit.models import Status
from guildbook.kit.naming import fresh_key
from guildbook.kit.record_types import type_of_model
from guildbook.kit.texts import TAGS, pick
from guildbook.mandates.actions import Terms, invite
from guildbook.mandates.models import Duty
from guildbook.mandates.queries import people_of
from guildbook.notices.actions import tell, write_letter
from guildbook.notices.registry import kind_named


@dataclass(frozen=True)
class Admission:
    """How an organisation is admitted: which record it is (None: a new one), where it is, its role and its term."""

    role: str
    since: str
    until: str = ""
    organisation: Organisation | None = None
    place: Place | None = None
    why: str = ""
    invites: bool = True


def _taken(actor: Actor, application: Application) -> Application:
    """The application, locked for a decision; raises PermissionDenied, or DocumentError once it was decided."""
    held = Application.objects.select_for_update().get(pk=application.pk)
    if not may_admit(actor, held.alliance_id):
        raise PermissionDenied(str(NOT_YOURS))
    if not held.is_open:
        raise DocumentError([Fault("", _("This application was decided already."))])
    return held


def _needed(text: str, where: str) -> str:
    said = text.strip()
    if not said:
        raise DocumentError([Fault(where, _("This is needed."))])
    return said


def ask(actor: Actor, application: Application, text: str) -> Application:
    """Put a question to the applicant, who is written to in their language."""
    question = _needed(text, "question")
    with transaction.atomic():
        held = _taken(actor, application)
        Remark.objects.create(application=held, deed=Deed.ASKED, who=actor.name, text=question)
        held.state = ApplicationState.ASKED
        held.save(update_fields=["state"])
        _tell_applicant(held, ASKED, question)
    return held


def note(actor: Actor, application: Application, text: str) -> None:
    """Add a word that stays with the secretariat."""
    said = _needed(text, "note")
    if not may_admit(actor, application.alliance_id):
        raise PermissionDenied(str(NOT_YOURS))
    Remark.objects.create(application=application, deed=Deed.NOTED, who=actor.name, text=said)


def decline(actor: Actor, application: Application, reason: str) -> Application:
    """Decline with a reason, which the applicant is told."""
    said = _needed(reason, "reason")
    with transaction.atomic():
        held = _taken(actor, application)
        _decided(actor, held, ApplicationState.DECLINED, said)
        _tell_applicant(held, DECLINED, said)
    return held


def admit(actor: Actor, application: Application, admission: Admission) -> Membership:
    """Admit: make or take the organisation's record, begin its membership, and invite its first lead; all or nothing.

    Raises PermissionDenied, or DocumentError with what is wrong, also where it is a member already.
    """
    if admission.role not in ROLES:
        raise DocumentError([Fault("role", _("Choose one of the roles offered."))])
    with transaction.atomic():
        held = _taken(actor, application)
        why = admission.why.strip() or _("admitted on application %(n)s") % {"n": held.pk}
        organisation = admission.organisation or held.organisation or _entered(actor, held, admission.place, why)
        if organisation.status != Status.PUBLISHED:
            raise DocumentError([Fault("organisation", _("the record of this organisation is not published"))])
        membership = begin_membership(actor, held.alliance, organisation, admission, why)
        held.membership, held.organisation = membership, organisation
        _decided(actor, held, ApplicationState.ADMITTED, admission.why.strip())
        if admission.invites and not people_of([organisation.pk], Duty.LEAD).exists():
            today = timezone.localdate()
            terms = Terms(Duty.LEAD, max(today, membership.since_day or today))
            invite(actor, organisation, held.contact_address, terms, held.language, why, permitted=True)
        _tell_applicant(held, ADMITTED, "")
    return membership


def begin_membership(
    actor: Actor, alliance: Any, organisation: Organisation, admission: Admission, why: str
) -> Membership:
    """Enter a membership for a term; raises DocumentError where the organisation is a member already."""
    if standing_of(alliance.pk, organisation.pk):
        raise DocumentError([Fault("organisation", _("this organisation is a member already"))])
    kind = type_of_model(Membership)
    label = f"{alliance.key} {organisation.key}"
    record = Membership(
        key=fresh_key(kind, label),
        alliance_id=alliance.pk,
        organisation=organisation,
        role=admission.role,
        state=MembershipState.ADMITTED,
        since=admission.since.strip(),
        until=admission.until.strip(),
        steward_id=alliance.pk,
    )
    record.alliance = Organisation.objects.get(pk=alliance.pk)
    membership: Membership = keep(actor, Draft(record), why, permitted=True)
    return membership


def _entered(actor: Actor, application: Application, place: Place | None, why: str) -> Organisation:
    """A new organisation as the application describes it, published, and its own steward."""
    names = [
        OrganisationName(text=text, language=tag, kind=NameKind.OFFICIAL if not order else NameKind.TRANSLATED)
        for order, (tag, text) in enumerate(application.names.items())
    ]
    where = place or application.country
    record = Organisation(
        key=fresh_key(ORGANISATION, pick(application.names, "en").text),
        kind=application.kind,
        place=where,
        note={TAGS.get(application.language, application.language): application.website} if application.website else {},
    )
    keep(actor, Draft(record, rows={"names": list(names)}), why, permitted=True)
    draft = stored(ORGANISATION, Organisation.objects.get(pk=record.pk))
    draft.record.steward = draft.record  # type: ignore[assignment]  # a draft of this kind holds an Organisation
    kept: Organisation = keep(actor, draft, why, permitted=True)
    return kept


def _decided(actor: Actor, application: Application, state: ApplicationState, reason: str) -> None:
    application.state, application.reason = state, reason
    application.decided_at, application.decided_by = timezone.now(), actor.name
    application.save()
    Remark.objects.create(application=application, deed=Deed(state.value), who=actor.name, text=reason)


def _tell_applicant(application: Application, kind: str, text: str) -> None:
    """Tell who applied: on their page of notices when they were signed in, by letter with the private link else."""
    data = {"name": application.label(), "alliance": application.alliance.label(), "text": text}
    if application.user is not None and application.user.is_active:
        tell([application.user], kind, data, f"/applications/{application.pk}")
        return
    offered = kind_named(kind)
    if offered is None or not application.contact_address:
        return
    with translation.override(application.language):
        words = f"{offered.text(data)}\n\n{link_of(application)}"
        write_letter(application.contact_address, application.language, str(offered.subject), words)
