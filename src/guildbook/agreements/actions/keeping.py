"""Keeping an agreement as its document says: signed by all before it counts as signed, and frozen texts left alone."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from guildbook.agreements.models import Agreement, AgreementParty, AgreementVersion
from guildbook.agreements.models.agreement import SigningMethod, SigningState, TextStanding
from guildbook.agreements.rules import BINDING, may_keep_agreement, seal
from guildbook.kit.actions import NOT_YOURS, keep
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.drafts import Draft
from guildbook.kit.fields import LANGUAGE_TAG

# Addresses beside agreements that are pages of their own.
TAKEN = ("draft", "idle", "under-way")


def save_agreement(actor: Actor, draft: Draft, why: str, *, permitted: bool = False) -> Agreement:
    """Keep an agreement; raises DocumentError for what is not signed by all, and for a change to a frozen text."""
    faults = [*_address(draft), *_parties(draft), *_versions(draft), *_standings(draft)]
    if not (permitted or actor.is_staff):
        faults.extend(_signed_for_others(actor, draft))
        faults.extend(_of_others(actor, draft))
    if faults:
        raise DocumentError(faults)
    agreement: Agreement = keep(actor, draft, why, permitted=permitted)
    return agreement


def _address(draft: Draft) -> Iterable[Fault]:
    if draft.record.key in TAKEN:
        yield Fault("key", _("“%(key)s” is the address of a page; choose another key.") % {"key": draft.record.key})


def _parties(draft: Draft) -> Iterable[Fault]:
    record: Any = draft.record
    parties: list[Any] = draft.rows.get("parties", [])
    if record.state in BINDING and len(parties) < 2:
        yield Fault("parties", _("a signed agreement names at least two parties"))
    if record.state in BINDING and any(party.signing != SigningState.SIGNED for party in parties):
        yield Fault("state", _("an agreement is signed once every party has signed"))


def _signed_for_others(actor: Actor, draft: Draft) -> Iterable[Fault]:
    """Whoever keeps an agreement records how parties signed on paper; in the book each party signs for itself.

    A signature given in the book stays with its day, its person and the texts that had been sent when it was given.
    """
    signed = {"signing": SigningState.SIGNED, "method": SigningMethod.BOOK}
    held = AgreementParty.objects.filter(agreement_id=draft.record.pk, **signed) if draft.record.pk else ()
    known = {party.organisation_id: (party.signed, party.role_id) for party in held}
    parties: list[Any] = draft.rows.get("parties", [])
    standing = False
    for position, party in enumerate(parties, 1):
        if (party.signing, party.method) != (SigningState.SIGNED, SigningMethod.BOOK):
            continue
        standing |= party.organisation_id in known
        same = known.get(party.organisation_id) == (party.signed, party.role_id)
        if not (same or party.organisation_id in actor.leads):
            message = _("Only who leads the party signs in the book; record how it signed elsewhere.")
            yield Fault(f"parties.{position}.method", message)
    if standing and _frozen_anew(draft):
        yield Fault("versions", _("What was signed is not rewritten; renew or amend the agreement."))


def _frozen_anew(draft: Draft) -> bool:
    """Whether a text would count as sent or signed that was not before; asked once seals are put on."""
    found = AgreementVersion.objects.filter(agreement_id=draft.record.pk).exclude(content_hash="")
    held = set(found.values_list("number", "language"))
    versions: list[Any] = draft.rows.get("versions", [])
    return any(version.content_hash and (version.number, version.language) not in held for version in versions)


def _of_others(actor: Actor, draft: Draft) -> Iterable[Fault]:
    """Once signed, an agreement lays to rest what it renews or amends: nobody does that to the agreement of others."""
    record: Any = draft.record
    held = Agreement.objects.filter(pk=record.pk).first() if record.pk else None
    for name in ("renews", "amends"):
        earlier = getattr(record, name)
        if earlier is None or getattr(held, f"{name}_id", None) == earlier.pk:
            continue
        if not may_keep_agreement(actor, earlier):
            yield Fault(name, str(NOT_YOURS))


def _versions(draft: Draft) -> Iterable[Fault]:
    """Seal texts that were sent or signed; refuse a change to what is sealed."""
    versions: list[Any] = draft.rows.get("versions", [])
    held: dict[tuple[int, str], AgreementVersion] = {}
    if draft.record.pk:
        found = AgreementVersion.objects.filter(agreement_id=draft.record.pk).exclude(content_hash="")
        held = {(version.number, version.language): version for version in found}
    seen: set[tuple[int, str]] = set()
    for position, version in enumerate(versions, 1):
        where, same = f"versions.{position}", (version.number, version.language)
        if same in seen:
            yield Fault(f"{where}.language", _("there is this version in this language already"))
        seen.add(same)
        if not LANGUAGE_TAG.match(version.language):
            message = _("“%(tag)s” is not a language tag; write for example en, vi or zh-Hans.")
            yield Fault(f"{where}.language", message % {"tag": version.language})
        version.content_hash = seal(version)
        before = held.pop(same, None)
        if before is not None and before.content_hash != version.content_hash:
            yield Fault(f"{where}.text", _("a signed version is frozen; enter a new version instead"))
        elif before is not None and before.standing and before.standing != version.standing:
            yield Fault(f"{where}.standing", _("a signed version is frozen; enter a new version instead"))
    for number, language in held:
        yield Fault("versions", _("signed version %(n)s (%(l)s) may not be taken out") % {"n": number, "l": language})


def _standings(draft: Draft) -> Iterable[Fault]:
    """Of the frozen texts of one number one is authoritative, or all of them are; older ones may not say."""
    versions: list[Any] = draft.rows.get("versions", [])
    frozen = {version.number for version in versions if version.content_hash}
    numbers: dict[int, Counter[str]] = {}
    for version in versions:
        if version.number in frozen:
            numbers.setdefault(version.number, Counter())[version.standing] += 1
    for number, counted in sorted(numbers.items()):
        stated = sum(counted.values()) - counted[""]
        all_equal = counted[TextStanding.AUTHENTIC] == sum(counted.values())
        if stated and not all_equal and (counted[""] or counted[TextStanding.AUTHENTIC] != 1):
            message = _(
                "of the texts of version %(n)s one is authoritative and the others are translations, or all are"
            )
            yield Fault("versions", message % {"n": number})
