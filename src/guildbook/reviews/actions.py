"""Writes of the reviews area: kept at once, or proposed; accepted, sent back, revised, withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guildbook.accounts.models import User
from guildbook.directory.models import Organisation
from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import Actor
from guildbook.kit.documents import Document, DocumentError, Fault, document, read_document, same
from guildbook.kit.drafts import Draft
from guildbook.kit.models import Status
from guildbook.kit.queries import find_as
from guildbook.kit.record_types import RecordType
from guildbook.kit.rules import body_of, may_keep
from guildbook.language.differences import Merged, three_way
from guildbook.notices.actions import tell
from guildbook.reviews.models import Proposal, State
from guildbook.reviews.queries import base_document, held_document, record_of, type_of_proposal
from guildbook.reviews.registry import reviewers_of, reviewing_alliance
from guildbook.reviews.rules import may_decide, may_revise

SETTLED = gettext_lazy("this proposal has been settled already")
Choices = Mapping[str, str]


@dataclass(frozen=True)
class Kept:
    """The draft was kept; the record as it is now."""

    record: Any


@dataclass(frozen=True)
class Proposed:
    """The draft waits for approval; the record is as it was."""

    proposal: Proposal


def keep_or_propose(actor: Actor, record_type: RecordType, draft: Draft, why: str) -> Kept | Proposed:
    """Keep a draft, or propose it where the alliance wants to look first at what this actor publishes.

    This is the way in for forms, workbooks and everything else a member sends. Raises what `record_type.save` raises,
    at once in both cases: what is proposed could be kept. The same document proposed again is the same proposal, so a
    file may be sent twice. Inside a transaction of the caller several drafts are kept or proposed all or none.
    """
    alliance = asked_review(actor, record_type, draft)
    if alliance is None:
        return Kept(record_type.save(actor, draft, why))
    held = held_document(record_type, record_of(record_type, draft.record.key) if draft.record.pk else None)
    if same(held, document(record_type, draft)):
        return Kept(draft.record)
    return Proposed(propose(actor, record_type, draft, alliance, why))


def asked_review(actor: Actor, record_type: RecordType, draft: Draft) -> int | None:
    """The alliance (by primary key) that must look at this draft before it is kept, or None; previews ask this too."""
    if actor.is_staff or draft.record.status == Status.DRAFT:
        return None
    alliance = reviewing_alliance(actor, record_type, draft)
    return None if alliance is None or alliance in actor.serves else alliance


def propose(actor: Actor, record_type: RecordType, draft: Draft, alliance: int, why: str) -> Proposal:
    """Have an alliance look at a draft; the record stays as it is. Raises like `record_type.save`."""
    made = document(record_type, draft)
    version = draft.record.version if draft.record.pk else 0
    body = _body(actor, record_type, draft)
    with transaction.atomic():
        waiting = Proposal.objects.filter(record_type=record_type.name, record_key=made["key"], state=State.WAITING)
        for proposal in waiting.filter(organisation=body):
            if same(proposal.document, made):
                return proposal
        _try(actor, record_type, draft, why)
        proposal = Proposal.objects.create(
            record_type=record_type.name,
            record_key=made["key"],
            base_version=version,
            document=made,
            user_id=_user(actor),
            who=actor.name,
            organisation=body,
            alliance_id=alliance,
            why=why[:300],
            course=[_step(actor, "proposed", why)],
        )
        _tell_reviewers(proposal, actor, draft.record.label())
    return proposal


def revise(actor: Actor, proposal: Proposal, data: Document, why: str) -> Proposal:
    """Put another document in the place of a proposal that waits or was sent back, and have it looked at (again)."""
    record_type = _kind(proposal)
    with transaction.atomic():
        held = _locked(proposal)
        if not may_revise(actor, held):
            raise PermissionDenied(str(NOT_YOURS))
        record = record_of(record_type, held.record_key)
        draft = read_document(record_type, {**data, "key": held.record_key}, record, partial(find_as, actor))
        made = document(record_type, draft)
        _try(actor, record_type, draft, why)
        held.course.append({**_step(actor, "proposed", why), "document": held.document})
        held.document, held.state, held.why = made, State.WAITING, why[:300] or held.why
        held.user_id, held.who = _user(actor), actor.name
        held.save()
        _tell_reviewers(held, actor, draft.record.label())
    return held


def brought_together(proposal: Proposal, choices: Choices) -> tuple[Any, Merged]:
    """The record as it is (None for a new one), and what the proposal makes of it as decided so far."""
    record_type = _kind(proposal)
    record = record_of(record_type, proposal.record_key)
    base = base_document(record_type, record, proposal.base_version)
    return record, decided(base, held_document(record_type, record), proposal.document, choices)


def decided(base: Document, theirs: Document, mine: Document, choices: Choices) -> Merged:
    """Two changes in one, with `theirs` or `mine` taken for the columns for which somebody chose so."""
    merged = three_way(base, theirs, mine)
    made = dict(merged.document)
    for name, choice in choices.items():
        if choice in ("theirs", "mine") and (name in theirs or name in mine):
            made[name] = (theirs if choice == "theirs" else mine).get(name)
    still = tuple(name for name in merged.open if choices.get(name) not in ("theirs", "mine"))
    return Merged({name: value for name, value in made.items() if value is not None}, still)


def accept(actor: Actor, proposal: Proposal, choices: Choices, remarks: str = "", seen: str = "") -> Any:
    """Keep what was proposed, in the name of who proposed it; returns the record.

    `seen` is the version of the record on which they decided, where that was shown to them. What somebody else changed
    meanwhile stays; where both changed the same, `choices` (column: theirs or mine) decide. Raises DocumentError for
    columns left undecided, and for what cannot be kept any more.
    """
    record_type = _kind(proposal)
    with transaction.atomic():
        held = _locked(proposal)
        if not may_decide(actor, held):
            raise PermissionDenied(str(NOT_YOURS))
        if held.state != State.WAITING:
            raise DocumentError([Fault("state", str(SETTLED))])
        record, merged = brought_together(held, choices)
        if record is not None and not held.base_version:
            raise DocumentError([Fault("key", _("this key is taken"))])
        if seen and record is not None and str(record.version) != seen:
            raise DocumentError([Fault("", _("somebody changed the record once more; look at it again"))])
        if merged.open:
            raise DocumentError([Fault(name, _("decide which of the two stands")) for name in merged.open])
        draft = read_document(record_type, merged.document, record, partial(find_as, actor))
        # Whoever proposed may have left since; their organisation is still the one that keeps the record.
        proposer = Actor(held.who, user=held.user_id, keeps=frozenset({held.organisation_id}))
        approved = _("approved by %(name)s") % {"name": str(held.alliance)}
        why = f"{held.why[: 300 - len(approved) - 3]} · {approved}" if held.why else approved
        kept = record_type.save(proposer, draft, why)
        _settle(held, actor, State.ACCEPTED, remarks)
        _tell_proposer(held, actor, "proposal-accepted", kept.label(), f"/{record_type.plural}/{kept.key}")
    return kept


def send_back(actor: Actor, proposal: Proposal, remarks: str) -> Proposal:
    """Ask the proposer to put something right; raises DocumentError without remarks."""
    with transaction.atomic():
        held = _locked(proposal)
        if not may_decide(actor, held):
            raise PermissionDenied(str(NOT_YOURS))
        if held.state != State.WAITING:
            raise DocumentError([Fault("state", str(SETTLED))])
        if not remarks.strip():
            raise DocumentError([Fault("remarks", _("say what is to be put right"))])
        _settle(held, actor, State.RETURNED, remarks)
        _tell_proposer(held, actor, "proposal-returned", label_of(held), f"/reviews/{held.pk}")
    return held


def withdraw(actor: Actor, proposal: Proposal) -> Proposal:
    """Take a proposal back."""
    with transaction.atomic():
        held = _locked(proposal)
        if not may_revise(actor, held):
            raise PermissionDenied(str(NOT_YOURS))
        _settle(held, actor, State.WITHDRAWN, "")
    return held


def label_of(proposal: Proposal) -> dict[str, str]:
    """What the record of a proposal is called, as a language map: as the book has it, else as it is proposed."""
    record_type = _kind(proposal)
    record = record_of(record_type, proposal.record_key)
    if record is not None:
        return dict(record.label())
    names = proposal.document.get("names") or proposal.document.get("title")
    if isinstance(names, list):
        return {row.get("language", ""): row.get("text", "") for row in reversed(names)}
    return names if isinstance(names, dict) else {"en": proposal.record_key}


def _try(actor: Actor, record_type: RecordType, draft: Draft, why: str) -> None:
    """Raise what keeping this would raise, and keep nothing; afterwards the draft is good for nothing more."""
    with transaction.atomic():
        record_type.save(actor, draft, why)
        transaction.set_rollback(True)


def _kind(proposal: Proposal) -> RecordType:
    found = type_of_proposal(proposal)
    if found is None:
        raise DocumentError([Fault("record_type", _("the book has no such kind of record any more"))])
    return found


def _locked(proposal: Proposal) -> Proposal:
    return Proposal.objects.select_for_update().get(pk=proposal.pk)


def _body(actor: Actor, record_type: RecordType, draft: Draft) -> Organisation:
    """The organisation for which a draft is proposed; it must be told from the record."""
    if not may_keep(actor, record_type, draft.record):
        raise PermissionDenied(str(NOT_YOURS))
    return Organisation.objects.get(key=body_of(actor, record_type, draft.record))


def _user(actor: Actor) -> int:
    if actor.user is None:
        raise PermissionDenied(str(NOT_YOURS))
    return actor.user


def _step(actor: Actor, what: str, remarks: str) -> dict[str, Any]:
    return {"at": timezone.now().isoformat(timespec="seconds"), "who": actor.name, "what": what, "remarks": remarks}


def _settle(proposal: Proposal, actor: Actor, state: State, remarks: str) -> None:
    proposal.state, proposal.decided_by, proposal.decided_at = state, actor.name, timezone.now()
    if state != State.WITHDRAWN:
        proposal.remarks = remarks.strip()
    proposal.course.append(_step(actor, state.value, remarks.strip()))
    proposal.save()


def _tell_reviewers(proposal: Proposal, actor: Actor, label: Mapping[str, str]) -> None:
    users = [user for user in reviewers_of([proposal.alliance_id]) if user.pk != actor.user]
    _tell(users, "proposal-waiting", proposal, label, f"/reviews/{proposal.pk}")


def _tell_proposer(proposal: Proposal, actor: Actor, kind: str, label: Mapping[str, str], url: str) -> None:
    _tell(User.objects.filter(Q(pk=proposal.user_id) & ~Q(pk=actor.user)), kind, proposal, label, url)


def _tell(users: Iterable[User], kind: str, proposal: Proposal, label: Mapping[str, str], url: str) -> None:
    data = {"record": dict(label), "organisation": dict(proposal.organisation.label())}
    tell(users, kind, data, url)
