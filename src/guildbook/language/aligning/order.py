"""Matching of lists that keep their order: whether they do, and what that says of each pair."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from math import comb, log
from typing import TYPE_CHECKING

import numpy as np

from guildbook.language.aligning.matching import beliefs, mutual

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guildbook.language.aligning.similarity import Doubles, Field, Ints

# A kept order has few steps back: sections that moved, and pairs that are wrong.
_STEPS_BACK = 0.05
# Log-odds that order is kept before anything is seen: versions and translations of a list mostly keep it.
_BEFOREHAND = 0.5
_COUNTED = 40  # beyond, the normal curve is as good
_SURE = 0.5
_ANCHOR = 0.9
# Costs, in log-odds, of leaving items out: the first of a stretch, each further; and what being in order is worth.
_OPEN = 0.3
_FURTHER = 0.1
_IN_ORDER = 0.8
# A pair outside the order must say more; beside another pair that moved with it, less.
_MOVED = 4.0
_MOVED_TOGETHER = 2.5
# Long lists are cut at sure pairs into stretches of about so many items; one without sure pairs stays as it was.
_STRETCH = 250
_LARGEST = 2_000_000
_NEVER = -1e30


def order_is_kept(columns: Sequence[int]) -> bool:
    """Tell whether the partners of items 1, 2, 3 … of one list stand in order in the other, more likely than shuffled.

    Compares how likely so few steps back are where order is kept with how likely they are where it is chance (the
    Eulerian numbers).
    """
    steps = len(columns) - 1
    if steps < 1:
        return True
    back = sum(one > two for one, two in pairwise(columns))
    kept = log(comb(steps, back)) + back * log(_STEPS_BACK) + (steps - back) * log(1 - _STEPS_BACK)
    return kept + _BEFOREHAND > _log_chance(steps + 1, back)


def _log_chance(count: int, back: int) -> float:
    """Logarithm of the probability that a random order of `count` things has `back` steps back."""
    if count <= _COUNTED:
        ways = sum((-1) ** j * comb(count + 1, j) * (back + 1 - j) ** count for j in range(back + 1))
        return log(ways) - sum(log(number) for number in range(2, count + 1))
    variance = (count + 1) / 12
    away: float = (back - (count - 1) / 2) ** 2 / (2 * variance)
    return -away - log(2 * np.pi * variance) / 2


def ordered_beliefs(field: Field, odds: Doubles, free: Doubles) -> Doubles:
    """Return for each pair the probability that both are partners, in lists that keep their order but for what moved.

    `free` are the beliefs without order. Within stretches the sum over all orderly matchings is taken (forward and
    backward), so a probability says what all of them say, not only the best one.
    """
    found = np.zeros_like(free)
    for top, bottom, left, right in _stretches(field, free):
        low, high = np.searchsorted(field.rows, [top, bottom])
        inside = low + np.flatnonzero((field.columns[low:high] >= left) & (field.columns[low:high] < right))
        if (bottom - top) * (right - left) > _LARGEST:
            found[inside] = free[inside]
            continue
        table = np.full((bottom - top, right - left), _NEVER)
        table[field.rows[inside] - top, field.columns[inside] - left] = odds[inside]
        chances = _orderly(np.maximum(table, _NEVER) + _IN_ORDER)
        found[inside] = chances[field.rows[inside] - top, field.columns[inside] - left]
    return np.maximum(found, _moved(field, odds, free, found))


def _stretches(field: Field, free: Doubles) -> list[tuple[int, int, int, int]]:
    """Cut the table at sure pairs that are in order with most others, so that each part is small."""
    n, m = field.shape
    sure = mutual(field, free, _ANCHOR) if n * m > _STRETCH * _STRETCH else np.array([], dtype=np.intp)
    cuts = [(0, 0)]
    for place in sure[_longest_rise(field.columns[sure].tolist())].tolist():
        row, column = int(field.rows[place]), int(field.columns[place])
        if row - cuts[-1][0] >= _STRETCH or column - cuts[-1][1] >= _STRETCH:
            cuts.append((row, column))
    cuts.append((n, m))
    return [(one[0], two[0], one[1], two[1]) for one, two in pairwise(cuts)]


def _longest_rise(values: list[int]) -> Ints:
    """Return the places of a longest rising subsequence."""
    tails: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        at = bisect_left(tails, value)
        before.append(places[at - 1] if at else -1)
        tails[at : at + 1] = [value]
        places[at : at + 1] = [place]
    chain = []
    place = places[-1] if places else -1
    while place >= 0:
        chain.append(place)
        place = before[place]
    return np.array(chain[::-1], dtype=np.intp)


def _orderly(odds: Doubles) -> Doubles:
    """Return the probability of each pair over all orderly matchings of a table (n, m) of log-odds.

    States: 0 a pair, 1 an item of the rows left out, 2 one of the columns; left-out rows stand before left-out
    columns, so that each matching is counted once. Diagonal by diagonal, so that each step is one vector operation.
    """
    n, m = odds.shape
    either = np.logaddexp
    ahead = np.full((3, n + 1, m + 1), _NEVER)
    ahead[0, 0, 0] = 0
    for diagonal in range(1, n + m + 1):
        i = np.arange(max(0, diagonal - m), min(n, diagonal) + 1)
        j = diagonal - i
        r, c = i[i > 0], j[i > 0]
        ahead[1, r, c] = either(ahead[0, r - 1, c] - _OPEN, ahead[1, r - 1, c] - _FURTHER)
        r, c = i[j > 0], j[j > 0]
        opened = either(ahead[0, r, c - 1], ahead[1, r, c - 1]) - _OPEN
        ahead[2, r, c] = either(opened, ahead[2, r, c - 1] - _FURTHER)
        r, c = i[(i > 0) & (j > 0)], j[(i > 0) & (j > 0)]
        ahead[0, r, c] = odds[r - 1, c - 1] + _any(ahead[:, r - 1, c - 1])
    total = _any(ahead[:, n, m])
    back = np.full((3, n + 2, m + 2), _NEVER)
    back[:, n, m] = 0
    pairs = np.full((n + 1, m + 1), _NEVER)
    pairs[:n, :m] = odds
    for diagonal in range(n + m - 1, -1, -1):
        i = np.arange(max(0, diagonal - m), min(n, diagonal) + 1)
        j = diagonal - i
        pair, row, column = pairs[i, j] + back[0, i + 1, j + 1], back[1, i + 1, j], back[2, i, j + 1]
        back[0, i, j] = either(either(pair, row - _OPEN), column - _OPEN)
        back[1, i, j] = either(either(pair, row - _FURTHER), column - _OPEN)
        back[2, i, j] = either(pair, column - _FURTHER)
    found: Doubles = np.exp(np.minimum(ahead[0, 1:, 1:] + back[0, 1 : n + 1, 1 : m + 1] - total, 0))
    return found


def _any(states: Doubles) -> Doubles:
    total: Doubles = np.logaddexp(np.logaddexp(states[0], states[1]), states[2])
    return total


def _moved(field: Field, odds: Doubles, free: Doubles, found: Doubles) -> Doubles:
    """Return beliefs for what the order leaves without partner: single items that moved, and sections."""
    n, m = field.shape
    matched = mutual(field, found, _SURE)
    left = ~(np.isin(field.rows, field.rows[matched]) | np.isin(field.columns, field.columns[matched]))
    likely = np.flatnonzero(left & (free >= _SURE))
    keys = {(int(field.rows[place]), int(field.columns[place])) for place in likely.tolist()}
    bonus = np.full(len(odds), -np.inf)
    for place in np.flatnonzero(left & (odds > -_MOVED_TOGETHER)).tolist():
        row, column = int(field.rows[place]), int(field.columns[place])
        beside = ((row - 1, column - 1) in keys) + ((row + 1, column + 1) in keys)
        bonus[place] = _MOVED_TOGETHER * beside - _MOVED
    return beliefs(field, odds + bonus) if n and m else found
