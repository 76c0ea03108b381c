"""A likeness as one number: first a utility that ranks, then the probability that the two names are one."""

from __future__ import annotations

import math
from collections.abc import Sequence

from guildbook.language.naming.likeness import Likeness

# Fitted on name pairs by conditional logistic regression (which of the candidates is right); see docs/decisions/0004.
_WITH_MEANING = (2.5, 2.5, 2.4, 2.1, -1.6, -0.5, -1.5, 6.0, -1.1, 0.6, -0.3, 3.0, -1.3, 5.0)
_WITHOUT = (3.7, 3.4, 3.5, 2.9, -1.2, -0.2, -1.2, 6.0, -1.1, 1.1, -0.8, 3.0, -1.6)
# Utility, how far behind the best, how far before the next, constant.
_PROBABLE_WITH = (1.0, -1.0, 0.5, -8.0)
_PROBABLE_WITHOUT = (1.0, -1.0, 0.5, -9.0)
_MOST_LEAD = 3.0


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
        found.same,
        found.place,
        found.kind,
        found.numeral,
        found.initials,
        found.sound,
    )
    weights = _WITH_MEANING if meant else _WITHOUT
    total = sum(weight * value for weight, value in zip(weights, values, strict=False))
    return total + _WITH_MEANING[-1] * found.meaning if meant else total


def probabilities(utilities: Sequence[float], *, meant: bool) -> list[float]:
    """Return for candidates, best first, the probability of each to be right."""
    if not utilities:
        return []
    slope, behind, before, constant = _PROBABLE_WITH if meant else _PROBABLE_WITHOUT
    best = utilities[0]
    lead = min(best - utilities[1], _MOST_LEAD) if len(utilities) > 1 else _MOST_LEAD
    found = []
    for place, value in enumerate(utilities):
        logit = slope * value + constant + (before * lead if place == 0 else behind * (best - value))
        found.append(1 / (1 + math.exp(-max(min(logit, 30.0), -30.0))))
    return found
