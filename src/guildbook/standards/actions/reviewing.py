"""Reviewing: a person confirms, corrects or rejects what was proposed; who did is part of what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guildbook.directory.models import Organisation
from guildbook.kit.actions import stored
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.drafts import Draft
from guildbook.kit.record_types import type_of
from guildbook.kit.texts import current_tag
from guildbook.standards.actions.alignments import save_alignment
from guildbook.standards.models import Alignment, AlignmentMatch, AlignmentProposal
from guildbook.standards.models.alignment import AlignmentState, MatchState


@dataclass(frozen=True)
class Reviewer:
    """Whom a decision is credited to."""

    name: str
    organisation: Organisation | None = None


@dataclass(frozen=True)
class Decision:
    """What was decided about two items; `instead_of` is the second item that was proposed and corrected."""

    from_item: str
    to_item: str
    state: str
    relation: str = "exact"
    note: str = ""
    score: float | None = None
    instead_of: str = ""


def _open(alignment: Alignment) -> tuple[Draft, list[AlignmentMatch]]:
    draft = stored(type_of(alignment), alignment)
    matches: list[AlignmentMatch] = draft.rows["matches"]  # type: ignore[assignment]  # rows by their name
    return draft, matches


def review(actor: Actor, alignment: Alignment, decision: Decision, reviewer: Reviewer) -> Alignment:
    """Keep one decision; raises DocumentError where it names no item of the versions."""
    draft, matches = _open(alignment)
    if decision.instead_of and decision.instead_of != decision.to_item:
        wrong = Decision(decision.from_item, decision.instead_of, MatchState.REJECTED, "related")
        _decide(matches, wrong, reviewer)
    _decide(matches, decision, reviewer)
    return save_alignment(actor, draft, _why(decision.state, 1))


def _decide(matches: list[AlignmentMatch], decision: Decision, reviewer: Reviewer) -> None:
    """Enter a decision in the place of an earlier one about the same items, else at the end."""
    pair = (decision.from_item, decision.to_item)
    match = next((held for held in matches if (held.from_item, held.to_item) == pair), None)
    if match is None:
        match = AlignmentMatch(from_item=decision.from_item, to_item=decision.to_item, score=decision.score)
        matches.append(match)
    match.state, match.relation = decision.state, decision.relation
    match.confirmed_by, match.organisation = reviewer.name, reviewer.organisation
    match.confirmed_on = timezone.localdate().isoformat()
    # What is decided now is decided of the texts as they read now.
    match.texts, match.carried_from = "", ""
    if decision.note:
        match.note = {**match.note, current_tag(): decision.note}


def take_back(actor: Actor, alignment: Alignment, from_item: str, to_item: str) -> Alignment:
    """Take a decision back: the two items are as if nobody had looked."""
    draft, matches = _open(alignment)
    kept = [match for match in matches if (match.from_item, match.to_item) != (from_item, to_item)]
    draft.rows["matches"] = list(kept)
    return save_alignment(actor, draft, _("a review taken back"))


def above(alignment: Alignment, floor: float) -> list[AlignmentProposal]:
    """Proposals that nobody has looked at, with at least this score; an item's further partners are not among them."""
    decided = set(alignment.matches.values_list("from_item", "to_item"))
    found = alignment.proposals.filter(score__gte=floor, further=False)
    return [proposal for proposal in found if (proposal.from_item, proposal.to_item) not in decided]


def confirm_above(actor: Actor, alignment: Alignment, floor: float, expected: int, reviewer: Reviewer) -> int:
    """Confirm every proposal from a score on as the same; refused when there are other than the number agreed to."""
    found = above(alignment, floor)
    if len(found) != expected:
        raise DocumentError([Fault("matches", _("the proposals have changed since they were counted; look again"))])
    draft, matches = _open(alignment)
    for proposal in found:
        decision = Decision(proposal.from_item, proposal.to_item, MatchState.CONFIRMED, score=proposal.score)
        _decide(matches, decision, reviewer)
    save_alignment(actor, draft, _why(MatchState.CONFIRMED, len(found)))
    return len(found)


def set_state(actor: Actor, alignment: Alignment, state: str) -> Alignment:
    """Say how far the whole alignment is; it cannot be confirmed while matches wait to be reviewed."""
    draft, matches = _open(alignment)
    waiting = _waiting(matches)
    if state == AlignmentState.CONFIRMED and waiting:
        message = _("%(n)s matches are still to be reviewed")
        raise DocumentError([Fault("state", message % {"n": waiting})])
    if state not in AlignmentState.values:
        raise DocumentError([Fault("state", _("there is no such state"))])
    draft.record.state = state  # type: ignore[attr-defined]  # the record is an alignment
    return save_alignment(actor, draft, _("the alignment is now %(state)s") % {"state": AlignmentState(state).label})


def _waiting(matches: Sequence[AlignmentMatch]) -> int:
    return sum(match.state == MatchState.TO_REVIEW for match in matches)


def _why(state: str, n: int) -> str:
    if state == MatchState.CONFIRMED:
        return ngettext("%(n)s match confirmed", "%(n)s matches confirmed", n) % {"n": n}
    return ngettext("%(n)s match rejected", "%(n)s matches rejected", n) % {"n": n}
