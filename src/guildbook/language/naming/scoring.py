"""A likeness as one number: first a utility that ranks, then the probability that the two names are one."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from guildbook.language.naming.likeness import Likeness

# Fitted by conditional logistic regression on 1,112 pairs of native and English names and 1,200 made by leaving out,
# abbreviating, reordering and misspelling; chosen on one half they hold on the other. See docs/decisions/0004.
_WITH_MEANING = (2.01, 1.78, 1.87, 2.06, -1.29, -0.69, 0.96, -0.78, 0.0, -0.44, 2.0, -1.49)
_MEANING = 4.64
_WITHOUT = (3.5, 2.95, 3.29, 3.3, -1.47, -0.41, 1.6, -0.98, 0.79, -0.48, 2.0, -2.74)
_SAME = 8.0


@dataclass(frozen=True, slots=True)
class _Chance:
    """What the probability of being right is made of; a logistic regression on the same pairs and on lists without."""

    utility: float
    lead: float
    place: float
    numeral: float
    constant: float


_CHANCE_WITH = _Chance(0.659, 0.93, -1.99, -0.32, -6.18)
_CHANCE_WITHOUT = _Chance(0.517, 1.159, -1.93, -0.32, -7.28)
_MOST_LEAD = 3.0
# What is taken without asking may leave no weighty part unanswered, on either side.
_MOST_OPEN = 0.45


def utility(found: Likeness, *, meant: bool) -> float:
    """Return how well a candidate answers, to be compared with other candidates of the same query; not bounded."""
    values = (
        found.asked,
        found.given,
        math.sqrt(max(found.asked * found.given, 0.0)),
        min(found.asked, found.given) ** 2,
        found.missing,
        found.extra,
        found.letters,
        found.place,
        found.kind,
        found.numeral,
        found.initials,
        found.sound,
    )
    weights = _WITH_MEANING if meant else _WITHOUT
    total = sum(weight * value for weight, value in zip(weights, values, strict=True)) + _SAME * found.same
    return total + _MEANING * found.meaning if meant else total


def probabilities(ranked: Sequence[tuple[float, Likeness, Hashable]], *, meant: bool) -> list[float]:
    """Return for candidates (utility, likeness, key), best first, the probability of each to be right.

    None is above one before it. The very same name says nothing about the others, and names of one key do not compete:
    what counts is how far the best stands before the next of another key.
    """
    chance = _CHANCE_WITH if meant else _CHANCE_WITHOUT
    others = [(value, key) for value, like, key in ranked if not like.same]
    ahead = 0.0
    if others:
        leader = others[0]
        ahead = next((leader[0] - value for value, key in others if key != leader[1]), _MOST_LEAD)
    found: list[float] = []
    for value, like, key in ranked:
        logit = chance.utility * value + chance.constant + chance.place * like.place + chance.numeral * like.numeral
        if others and key == others[0][1]:
            logit += chance.lead * min(ahead, _MOST_LEAD)
        one = 1 / (1 + math.exp(-max(min(logit, 30.0), -30.0)))
        found.append(min(1.0 if like.same else one, *found[-1:], 1.0))
    return found


def nothing_against(found: Likeness) -> bool:
    """Say whether no place, field, number or weighty part of either name is left unanswered."""
    against = found.place or found.numeral or found.telling
    return not against and max(found.missing, found.extra) < _MOST_OPEN
