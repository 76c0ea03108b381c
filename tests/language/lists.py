"""Parallel lists for tests of aligning, and how a proposal is counted."""

import csv
import random
from pathlib import Path


def items():
    """The items of `robot_items.tsv` by language, and their numbers under "number"."""
    with (Path(__file__).parent / "robot_items.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {name: [row[name] for row in rows] for name in rows[0]}


def dropped(count, seed, *, shuffled=False, share=0.3):
    """Two selections of `count` places, a share left out of each at random, and which belong together."""
    chance = random.Random(seed)  # noqa: S311 - a selection that can be drawn again
    keep = round(count * (1 - share))
    one, two = (sorted(chance.sample(range(count), keep)) for _ in range(2))
    if shuffled:
        chance.shuffle(two)
    return one, two, {(one.index(place), two.index(place)) for place in set(one) & set(two)}


def pairs_of(found):
    """The pairs of an alignment as tuples."""
    return {(pair.a, pair.b) for pair in found.pairs}


def f1(proposed, gold):
    """F1 of proposed pairs; 1 where there is nothing to find and nothing found."""
    return 2 * len(proposed & gold) / (len(proposed) + len(gold)) if proposed or gold else 1.0
