"""Writes of the agreements area."""

import hashlib
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from guildbook.agreements.models import Agreement, AgreementVersion
from guildbook.agreements.models.agreement import AgreementState, SigningState
from guildbook.kit.actions import keep
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.drafts import Draft

BINDING = (AgreementState.SIGNED, AgreementState.IN_FORCE)


def save_agreement(actor: Actor, draft: Draft, why: str) -> Agreement:
    """Keep an agreement: signed by all before it counts as signed, and signed versions frozen."""
    faults = [*_parties(draft), *_versions(draft)]
    if faults:
        raise DocumentError(faults)
    agreement: Agreement = keep(actor, draft, why)
    return agreement


def _parties(draft: Draft) -> Iterable[Fault]:
    record: Any = draft.record
    parties: list[Any] = draft.rows.get("parties", [])
    if record.state in BINDING and len(parties) < 2:
        yield Fault("parties", _("a signed agreement names at least two parties"))
    if record.state in BINDING and any(party.signing != SigningState.SIGNED for party in parties):
        yield Fault("state", _("an agreement is signed once every party has signed"))


def _versions(draft: Draft) -> Iterable[Fault]:
    """Seal newly signed versions with their hash; refuse a change to what was sealed."""
    versions: list[Any] = draft.rows.get("versions", [])
    sealed = {}
    if draft.record.pk:
        held = AgreementVersion.objects.filter(agreement_id=draft.record.pk).exclude(content_hash="")
        sealed = {(version.number, version.language): version.content_hash for version in held}
    for position, version in enumerate(versions, 1):
        digest = hashlib.sha256(version.text.encode()).hexdigest() if version.signed and version.text else ""
        before = sealed.pop((version.number, version.language), "")
        if before and digest != before:
            yield Fault(f"versions.{position}.text", _("a signed version is frozen; enter a new version instead"))
        version.content_hash = digest
    for number, language in sealed:
        yield Fault("versions", _("signed version %(n)s (%(l)s) may not be taken out") % {"n": number, "l": language})
