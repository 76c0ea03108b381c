"""Two versions side by side: each item of the first with its partners, and the second's own where they belong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from guildbook.kit.actors import Actor
from guildbook.standards.models import Alignment, AlignmentMatch, AlignmentProposal, StandardItem
from guildbook.standards.models.alignment import MatchState
from guildbook.standards.rules import may_change

PROPOSED = "proposed"


@dataclass(frozen=True)
class Partner:
    """An item of the second version beside one of the first: a match somebody decided on, or a proposal."""

    item: StandardItem | None
    key: str
    state: str
    score: float | None
    match: AlignmentMatch | None = None
    further: bool = False


@dataclass
class Row:
    """One line of the page: an item of the first version, or none, and what stands beside it."""

    item: StandardItem | None
    partners: list[Partner] = field(default_factory=list)

    @property
    def states(self) -> set[str]:
        """States of the partners, for filters."""
        return {partner.state for partner in self.partners}


@dataclass(frozen=True)
class Side:
    """How far one version is covered: its items in order, those with a confirmed match, those that only wait."""

    items: Sequence[StandardItem]
    covered: frozenset[str]
    waiting: frozenset[str]

    @property
    def gaps(self) -> list[StandardItem]:
        """Items without a confirmed match and without one that waits for review."""
        return [item for item in self.items if item.identifier not in self.covered | self.waiting]


@dataclass(frozen=True)
class Joined:
    """Everything the page of an alignment shows."""

    rows: Sequence[Row]
    first: Side
    second: Side


def join(actor: Actor, alignment: Alignment, first: Sequence[StandardItem], second: Sequence[StandardItem]) -> Joined:
    """Put two versions side by side; the public sees confirmed matches only, who keeps it what waits too."""
    may_review = may_change(actor, alignment)
    matches = list(alignment.matches.select_related("organisation"))
    if not may_review:
        matches = [match for match in matches if match.state == MatchState.CONFIRMED]
    decided = {(match.from_item, match.to_item) for match in matches}
    proposals = list(alignment.proposals.all()) if may_review else []
    proposals = [each for each in proposals if (each.from_item, each.to_item) not in decided]
    items = {item.identifier: item for item in second}
    beside: dict[str, list[Partner]] = defaultdict(list)
    for match in matches:
        other = items.get(match.to_item)
        beside[match.from_item].append(Partner(other, match.to_item, match.state, match.score, match))
    for each in proposals:
        if each.to_item in items:
            found = Partner(items[each.to_item], each.to_item, PROPOSED, each.score, further=each.further)
            beside[each.from_item].append(found)
    confirmed = [match for match in matches if match.state == MatchState.CONFIRMED]
    waiting: list[AlignmentMatch | AlignmentProposal] = [each for each in proposals if not each.further]
    waiting.extend(match for match in matches if match.state == MatchState.TO_REVIEW)
    return Joined(
        _rows(first, second, beside),
        _side(first, [match.from_item for match in confirmed], [each.from_item for each in waiting]),
        _side(second, [match.to_item for match in confirmed], [each.to_item for each in waiting]),
    )


def _side(items: Sequence[StandardItem], covered: Iterable[str], waiting: Iterable[str]) -> Side:
    known = frozenset(covered)
    return Side(items, known & {item.identifier for item in items}, frozenset(waiting) - known)


def _rows(first: Sequence[StandardItem], second: Sequence[StandardItem], beside: dict[str, list[Partner]]) -> list[Row]:
    """The first version's items in order; an item of the second alone stands before the next one that has a partner."""
    rows = [Row(item, sorted(beside.get(item.identifier, []), key=_standing)) for item in first]
    # Matches of items that are no longer in the first version.
    known = {item.identifier for item in first}
    rows.extend(Row(None, found) for key, found in beside.items() if key not in known)
    last: dict[str, Row] = {}
    for row in rows:
        for partner in row.partners:
            if partner.state != MatchState.REJECTED and not partner.further:
                last[partner.key] = row
    before: dict[int, list[Row]] = defaultdict(list)
    places = {id(row): place for place, row in enumerate(rows)}
    here = len(rows)
    for item in reversed(second):
        if item.identifier in last:
            here = places[id(last[item.identifier])]
        else:
            before[here].append(Row(None, [Partner(item, item.identifier, "", None)]))
    made: list[Row] = []
    for place, row in enumerate(rows):
        made.extend([*reversed(before[place]), row])
    return [*made, *reversed(before[len(rows)])]


def _standing(partner: Partner) -> tuple[int, float]:
    order = (MatchState.CONFIRMED, MatchState.TO_REVIEW, PROPOSED, MatchState.REJECTED)
    return order.index(partner.state) + partner.further, -(partner.score or 0)
