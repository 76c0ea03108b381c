"""What became of a version's items in another version: by their texts in one language, by their alignment in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from guildbook.kit.actors import Actor
from guildbook.kit.models import Status
from guildbook.standards.models import Alignment, Standard, StandardItem
from guildbook.standards.models.alignment import AlignmentState, MatchState, Relation
from guildbook.standards.outlines.changes import steps
from guildbook.standards.queries import visible_alignments
from guildbook.standards.queries.items import ordered
from guildbook.standards.queries.joined import PROPOSED, join

KEPT, CHANGED, ADDED, DROPPED, UNREVIEWED = "kept", "changed", "added", "dropped", "unreviewed"


@dataclass(frozen=True)
class Compared:
    """An item of each version, or of one, and what became of it."""

    before: StandardItem | None
    after: StandardItem | None
    how: str


def by_texts(before: Sequence[StandardItem], after: Sequence[StandardItem]) -> list[Compared]:
    """Two versions in one language, in the order of the second, dropped items where they stood."""
    found = [
        Compared(
            before[step.before] if step.before is not None else None,
            after[step.after] if step.after is not None else None,
            KEPT if step.how == "same" else step.how,
        )
        for step in steps(before, after)
    ]
    return _in_place(found, before)


def _in_place(found: list[Compared], before: Sequence[StandardItem]) -> list[Compared]:
    """Put what was dropped behind the item that stood before it."""
    gone = {each.before.identifier: each for each in found if each.before is not None and each.how == DROPPED}
    waiting: dict[str, list[Compared]] = {}
    last = ""
    for item in before:
        if item.identifier in gone:
            waiting.setdefault(last, []).append(gone[item.identifier])
        else:
            last = item.identifier
    made = list(waiting.get("", []))
    for each in found:
        if each.how != DROPPED:
            made.append(each)
            made.extend(waiting.get(each.before.identifier, []) if each.before is not None else [])
    return made


def alignment_between(actor: Actor, first: tuple[Standard, str], second: tuple[Standard, str]) -> Alignment | None:
    """The published alignment of two versions, whichever way round; the most reviewed first."""

    def one_way(a: tuple[Standard, str], b: tuple[Standard, str]) -> Q:
        return Q(from_standard=a[0].pk, from_version=a[1], to_standard=b[0].pk, to_version=b[1])

    both = one_way(first, second) | one_way(second, first)
    found = visible_alignments(actor).filter(both).exclude(status__in=[Status.WITHDRAWN, Status.SUPERSEDED])
    return found.order_by("-from_covered", "key").first()


def by_alignment(
    actor: Actor, alignment: Alignment, first: tuple[Standard, str], second: tuple[Standard, str]
) -> list[Compared]:
    """Two versions as their alignment has them.

    An item without a confirmed match was dropped or added only where somebody answers for the alignment as a whole;
    until then nobody can say, and it is unreviewed.
    """
    before = ordered(first[0].items.filter(version=first[1]))
    after = ordered(second[0].items.filter(version=second[1]))
    forward = (alignment.from_standard_id, alignment.from_version) == (first[0].pk, first[1])
    joined = join(actor, alignment, before, after) if forward else join(actor, alignment, after, before)
    whole = alignment.state == AlignmentState.CONFIRMED
    alone = (DROPPED, ADDED) if whole else (UNREVIEWED, UNREVIEWED)
    made = []
    for row in joined.rows:
        confirmed = [partner for partner in row.partners if partner.state == MatchState.CONFIRMED and partner.match]
        waiting = [partner for partner in row.partners if partner.state in WAITING and not partner.further]
        for partner in confirmed:
            how = KEPT if partner.match and partner.match.relation == Relation.EXACT else CHANGED
            made.append(_either(forward, row.item, partner.item, how))
        if row.item is None:
            others = [partner.item for partner in row.partners if partner.item and not partner.state]
            made.extend(_either(forward, None, other, alone[forward]) for other in others)
        elif not confirmed and waiting and waiting[0].key not in joined.second.covered:
            made.append(_either(forward, row.item, waiting[0].item, UNREVIEWED))
        elif not confirmed:
            made.append(_either(forward, row.item, None, UNREVIEWED if waiting else alone[not forward]))
    return made


WAITING = (PROPOSED, MatchState.TO_REVIEW)


def _either(forward: bool, one: StandardItem | None, other: StandardItem | None, how: str) -> Compared:
    return Compared(one, other, how) if forward else Compared(other, one, how)
