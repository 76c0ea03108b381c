"""The steps of an agreement before it is signed: texts written, sent to the parties, taken back."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from guildbook.agreements.actions.keeping import save_agreement
from guildbook.agreements.actions.telling import tell_parties
from guildbook.agreements.models import Agreement, AgreementVersion
from guildbook.agreements.models.agreement import AgreementState, SigningState, TextStanding
from guildbook.agreements.rules import STEPS, may_keep_agreement, newest
from guildbook.kit.actions import NOT_YOURS, stored
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.drafts import Draft
from guildbook.kit.record_types import type_of


def fresh(agreement: Agreement) -> Draft:
    """The agreement as the database holds it now, locked; called within a transaction: two may act at once."""
    held = Agreement.objects.select_for_update().get(pk=agreement.pk)
    return stored(type_of(held), held)


def check_step(actor: Actor, step: str, agreement: Agreement) -> None:
    """Refuse a step the actor may not take, or that the agreement's state does not allow."""
    if not may_keep_agreement(actor, agreement):
        raise PermissionDenied(str(NOT_YOURS))
    if agreement.state not in STEPS[step]:
        message = _("This agreement is “%(state)s”; this step cannot be taken from there.")
        raise DocumentError([Fault("state", message % {"state": agreement.get_state_display()})])


def reasoned(why: str) -> str:
    """The reason given for a step that needs one; DocumentError without."""
    if not why.strip():
        raise DocumentError([Fault("why", _("Give a reason; it is kept in the history."))])
    return why.strip()


def write_text(actor: Actor, agreement: Agreement, language: str, standing: str, title: str, text: str) -> Agreement:
    """Write the text in one language: over the newest version's, or as the next version where that was sent.

    Raises DocumentError for no language tag, an empty text, or a signed agreement, which is amended or renewed instead.
    """
    if not may_keep_agreement(actor, agreement):
        raise PermissionDenied(str(NOT_YOURS))
    with transaction.atomic():
        draft = fresh(agreement)
        record: Any = draft.record
        if record.state not in (AgreementState.DRAFT, AgreementState.CIRCULATED):
            raise DocumentError([Fault("text", _("What was signed is not rewritten; renew or amend the agreement."))])
        if not text.strip():
            raise DocumentError([Fault("text", _("Write or paste the text."))])
        versions: list[Any] = draft.rows["versions"]
        last = newest(versions)
        number = last[0].number if last else 1
        if any(version.content_hash for version in last):
            number += 1
        versions[:] = [one for one in versions if (one.number, one.language) != (number, language)]
        written = AgreementVersion(number=number, language=language, standing=standing, title=title, text=text)
        versions.append(written)
        versions.sort(key=lambda one: one.number)
        return save_agreement(actor, draft, _("text written: version %(n)s") % {"n": number}, permitted=True)


def circulate(actor: Actor, agreement: Agreement, day: date) -> Agreement:
    """Send the newest texts to the parties: from now on these texts are frozen, and every party is asked anew.

    A change after this is a new version with a new round of approval: nobody signs what they have not seen.
    """
    with transaction.atomic():
        draft = fresh(agreement)
        record: Any = draft.record
        check_step(actor, "circulate", record)
        sent = newest(draft.rows["versions"])  # type: ignore[arg-type]  # the rows of that part are versions
        faults = _faults_of_sending(draft, sent)
        if faults:
            raise DocumentError(faults)
        for version in sent:
            version.circulated = version.circulated or day.isoformat()
            version.standing = version.standing or TextStanding.AUTHENTIC
        _ask_anew(draft)
        record.state = AgreementState.CIRCULATED
        kept = save_agreement(actor, draft, _("sent to the parties: version %(n)s") % {"n": sent[0].number})
        tell_parties(kept, draft.rows["parties"], "agreement-circulated", once=f"{kept.version}")
        return kept


def _faults_of_sending(draft: Draft, sent: list[AgreementVersion]) -> list[Fault]:
    parties: list[Any] = draft.rows["parties"]
    faults = []
    if len({party.organisation_id for party in parties}) < 2:
        faults.append(Fault("parties", _("Name at least two parties first.")))
    if len({party.organisation_id for party in parties}) < len(parties):
        faults.append(Fault("parties", _("A party is named twice.")))
    if not sent or not all(version.text for version in sent):
        faults.append(Fault("versions", _("Write the text first.")))
    if len(sent) > 1 and not all(version.standing for version in sent):
        faults.append(Fault("versions", _("Say which text is authoritative, or that all are.")))
    record: Any = draft.record
    if record.state == AgreementState.CIRCULATED and all(version.circulated for version in sent):
        faults.append(Fault("versions", _("The parties have this version already.")))
    return faults


def take_back(actor: Actor, agreement: Agreement, why: str) -> Agreement:
    """Take a circulated agreement back to be rewritten; what was sent stays frozen, approvals are asked anew."""
    with transaction.atomic():
        draft = fresh(agreement)
        record: Any = draft.record
        check_step(actor, "take-back", record)
        reason = reasoned(why)
        _ask_anew(draft)
        record.state = AgreementState.DRAFT
        kept = save_agreement(actor, draft, reason)
        tell_parties(kept, draft.rows["parties"], "agreement-taken-back", once=f"{kept.version}")
        return kept


def _ask_anew(draft: Draft) -> None:
    for party in draft.rows["parties"]:
        row: Any = party
        row.signing, row.signed, row.role, row.method = SigningState.INVITED, "", None, ""
