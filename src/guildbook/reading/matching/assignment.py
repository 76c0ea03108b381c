"""Which figure takes which line, weighed over the whole text; no line is forced on a figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from typing import TypeVar

from guildbook.reading.matching.likeness import MARGIN, THRESHOLD

L = TypeVar("L", bound=Hashable)
# A second figure may repeat a line (headline and body) if it fits about as well as the first.
REPEAT = 0.1
_ROUNDS = 4


def assign(scores: Mapping[int, Mapping[L, float]], empty: frozenset[L] = frozenset()) -> tuple[dict[int, L], set[int]]:
    """Lines by figure, and the figures that fit several lines equally; `scores` are of figures (by place) and lines.

    `empty` lines hold nothing to compare with: they take a figure that fits them best, but leave no doubt otherwise.
    """
    able = {
        figure: {line: score for line, score in row.items() if score >= THRESHOLD} for figure, row in scores.items()
    }
    taken = _improved(_greedy(able), able)
    holders: dict[L, list[int]] = defaultdict(list)
    for figure, line in taken.items():
        holders[line].append(figure)
    unsure: set[int] = set()
    for figure, row in able.items():
        if figure not in taken and row:
            line = max(row, key=lambda each: row[each])
            if row[line] >= max(able[other][line] for other in holders[line]) - REPEAT:
                taken[figure] = line
    for figure, line in list(taken.items()):
        own = able[figure][line]
        rivals = [
            other
            for other, score in able[figure].items()
            if other != line and score > own - (0 if other in empty else MARGIN)
        ]
        if any(not _held_by_better(other, figure, holders, able) for other in rivals):
            unsure.add(figure)
            del taken[figure]
    return taken, unsure


def _held_by_better(
    line: L, figure: int, holders: Mapping[L, list[int]], able: Mapping[int, Mapping[L, float]]
) -> bool:
    """Whether a rival line is out of question because another figure of the text fits it clearly better."""
    return any(able[other][line] >= able[figure][line] - MARGIN for other in holders.get(line, ()) if other != figure)


def _greedy(able: Mapping[int, Mapping[L, float]]) -> dict[int, L]:
    pairs = sorted(
        (
            (-score, figure, place, line)
            for figure, row in able.items()
            for place, (line, score) in enumerate(row.items())
        ),
        key=lambda pair: pair[:3],
    )
    taken: dict[int, L] = {}
    used: set[L] = set()
    for __, figure, __, line in pairs:
        if figure not in taken and line not in used:
            taken[figure] = line
            used.add(line)
    return taken


def _improved(taken: dict[int, L], able: Mapping[int, Mapping[L, float]]) -> dict[int, L]:
    """Let two figures exchange their lines where both together fit better so; a few rounds suffice."""
    by_line = {line: figure for figure, line in taken.items()}
    for __ in range(_ROUNDS):
        changed = False
        for figure, line in list(taken.items()):
            for other_line, score in able[figure].items():
                other = by_line.get(other_line)
                if other is None or other == figure or line != taken[figure] or line not in able[other]:
                    continue
                if score + able[other][line] > able[figure][line] + able[other][other_line] + 1e-9:
                    taken[figure], taken[other] = other_line, line
                    by_line[other_line], by_line[line] = figure, other
                    changed = True
                    break
        if not changed:
            break
    return taken
