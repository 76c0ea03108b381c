"""Parties approve, decline and sign; the last signature makes the agreement signed and seals its texts for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from guildbook.agreements.actions.keeping import save_agreement
from guildbook.agreements.actions.steps import fresh, reasoned
from guildbook.agreements.actions.telling import tell_keepers, tell_parties
from guildbook.agreements.models import Agreement
from guildbook.agreements.models.agreement import AgreementState, SigningMethod, SigningState
from guildbook.agreements.rules import may_speak_for, newest, state_on
from guildbook.directory.models import Organisation, Role
from guildbook.files.actions import attach
from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.drafts import Draft
from guildbook.kit.fuzzy import first_day, last_day


@dataclass(frozen=True)
class Signature:
    """How a party signed: the day as a fuzzy date, the way, the person in role, and a scan of the signed page."""

    signed: str
    method: str
    role: Role | None = None
    scan: UploadedFile[Any] | tuple[str, bytes] | None = None


def approve(actor: Actor, agreement: Agreement, party: Organisation, number: int) -> Agreement:
    """Say for a party that it agrees to version `number` and will sign it."""
    with transaction.atomic():
        draft, row = _party(actor, agreement, party, number)
        row.signing = SigningState.APPROVED
        kept = save_agreement(actor, draft, _said(_("%(party)s approves"), party), permitted=True)
        tell_keepers(kept, "agreement-answered", party=party.label(), signing=row.signing)
        return kept


def decline(actor: Actor, agreement: Agreement, party: Organisation, number: int, why: str) -> Agreement:
    """Say for a party that it will not sign version `number`, and why; it may still change its mind."""
    with transaction.atomic():
        draft, row = _party(actor, agreement, party, number)
        reason = reasoned(why)
        row.signing = SigningState.DECLINED
        said = f"{_said(_('%(party)s declines'), party)}: {reason}"
        kept = save_agreement(actor, draft, said, permitted=True)
        tell_keepers(kept, "agreement-answered", party=party.label(), signing=row.signing, why=reason[:200])
        return kept


def sign(actor: Actor, agreement: Agreement, party: Organisation, number: int, signature: Signature) -> Agreement:
    """Sign version `number` for a party, or record that it signed on paper or by letter.

    Only who leads the party signs in the book; a keeper records a signature given elsewhere, best with its scan. The
    last signature seals the texts, brings the agreement into force where its term says so, and lays what it renews or
    amends to rest. Raises DocumentError for a day to come, another version than the one sent, or a scan not taken.
    """
    with transaction.atomic():
        draft, row = _party(actor, agreement, party, number)
        faults = _faults_of_signature(actor, party, signature)
        if faults:
            raise DocumentError(faults)
        row.signing, row.signed = SigningState.SIGNED, signature.signed
        row.role, row.method = signature.role, signature.method
        if signature.scan is not None:
            label, part = _("signed by %(party)s") % {"party": str(party)}, f"party:{party.key}"
            attach(
                actor, "agreement", agreement.key, signature.scan, label=label, public=False, part=part, permitted=True
            )
        last = all(one.signing == SigningState.SIGNED for one in _parties(draft))
        if last:
            _conclude(draft)
        kept = save_agreement(actor, draft, _said(_("%(party)s signs"), party), permitted=True)
        if last:
            _lay_to_rest(actor, kept)
            tell_parties(kept, _parties(draft), "agreement-signed", once="all")
            tell_keepers(kept, "agreement-signed", once="all")
        else:
            tell_keepers(kept, "agreement-answered", party=party.label(), signing=row.signing)
        return kept


def _said(words: str, party: Organisation) -> str:
    return words % {"party": str(party)}


def _parties(draft: Draft) -> list[Any]:
    return list(draft.rows["parties"])


def _party(actor: Actor, agreement: Agreement, party: Organisation, number: int) -> tuple[Draft, Any]:
    """The agreement as it is now, and the party's row, for who may speak for the party about the text it was sent."""
    if not may_speak_for(actor, agreement, party.pk):
        raise PermissionDenied(str(NOT_YOURS))
    draft = fresh(agreement)
    record: Any = draft.record
    if record.state != AgreementState.CIRCULATED:
        message = _("This agreement is “%(state)s”; this step cannot be taken from there.")
        raise DocumentError([Fault("state", message % {"state": record.get_state_display()})])
    sent = [one for one in newest(draft.rows["versions"]) if one.circulated]  # type: ignore[arg-type]  # rows of that part are versions
    if not sent or sent[0].number != number:
        raise DocumentError([Fault("number", _("The text changed meanwhile; read the newest version first."))])
    row = next((one for one in _parties(draft) if one.organisation_id == party.pk), None)
    if row is None:
        raise DocumentError([Fault("party", _("This organisation is no party to the agreement."))])
    if row.signing == SigningState.SIGNED:
        raise DocumentError([Fault("party", _("This party has signed already."))])
    return draft, row


def _faults_of_signature(actor: Actor, party: Organisation, signature: Signature) -> list[Fault]:
    faults = []
    day = first_day(signature.signed)
    if day is None:
        faults.append(Fault("signed", _("Give the day of the signature.")))
    elif day > timezone.localdate():
        faults.append(Fault("signed", _("This day is still to come.")))
    if signature.method not in SigningMethod.values:
        faults.append(Fault("method", _("Say how it was signed.")))
    elif signature.method == SigningMethod.BOOK and party.pk not in actor.leads:
        faults.append(Fault("method", _("Only who leads the party signs in the book; record how it signed elsewhere.")))
    if signature.role is not None and signature.role.organisation_id != party.pk:
        faults.append(Fault("role", _("This person holds no role at the party.")))
    return faults


def _conclude(draft: Draft) -> None:
    """Every party has signed: the agreement and the texts that were sent bear the day of the last signature."""
    record: Any = draft.record
    days = [party.signed for party in _parties(draft)]
    last = max(days, key=lambda text: last_day(text) or date.max)
    record.signed, record.state = last, AgreementState.SIGNED
    for version in newest(draft.rows["versions"]):  # type: ignore[arg-type]  # rows of that part are versions
        version.signed = last
    record.state = state_on(record, timezone.localdate())


def _lay_to_rest(actor: Actor, agreement: Agreement) -> None:
    """What the signed agreement renews or amends says so from now on."""
    replaced = ((agreement.renews, AgreementState.RENEWED), (agreement.amends, AgreementState.AMENDED))
    for earlier, state in replaced:
        if earlier is None or earlier.state in (state, AgreementState.DRAFT, AgreementState.CIRCULATED):
            continue
        draft = fresh(earlier)
        record: Any = draft.record
        record.state = state
        save_agreement(actor, draft, _("“%(title)s” was signed") % {"title": str(agreement)}, permitted=True)
