"""How one list of items became another: which stayed, changed, moved, came and went; and word by word within a text."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal, Protocol

import numpy as np
from rapidfuzz import fuzz, process

from guildbook.language.decoding import plain

# Of two texts under one number, and of two texts wherever they stand: shares of equal characters, chosen on the
# examples of tests/standards/test_changes.py, where a rewritten item shares less and a corrected one more.
SAME_NUMBER = 50.0
ANYWHERE = 80.0
# More pairs than this of items that are neither equal nor under one number are not looked at: two other texts.
MOST_PAIRS = 4_000_000
WORDS = re.compile(r"[^\W_\u2e80-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+\s*|\s+|.", re.DOTALL)


class Numbered(Protocol):
    """An item as far as comparing goes."""

    @property
    def number(self) -> str: ...  # noqa: D102 - the name says it

    @property
    def text(self) -> str: ...  # noqa: D102 - the name says it


@dataclass(frozen=True)
class Step:
    """What became of an item: places in both lists, one of them None for what came or went."""

    before: int | None
    after: int | None
    how: Literal["same", "changed", "dropped", "added"]


@lru_cache(maxsize=50_000)
def said(text: str) -> str:
    """What a text says whatever its case, width, blanks and punctuation; that between digits counts (1.5, -5)."""
    text = unicodedata.normalize("NFKC", plain(text)).casefold()
    kept = [
        character
        for place, character in enumerate(text)
        if unicodedata.category(character)[0] not in "PZC"
        or (unicodedata.category(character)[0] == "P" and text[place + 1 : place + 2].isdecimal())
    ]
    return "".join(kept)


def steps(before: Sequence[Numbered], after: Sequence[Numbered]) -> list[Step]:
    """What became of each item, in the order of the second list; what was dropped comes last.

    Equal texts are found first, those under their old number before the rest; then texts that were changed under
    their number; then changed ones that moved.
    """
    left, right = set(range(len(before))), set(range(len(after)))
    found: dict[int, Step] = {}

    def pair(i: int, j: int, how: Literal["same", "changed"]) -> None:
        found[j] = Step(i, j, how)
        left.discard(i)
        right.discard(j)

    for i, j in _equal(before, after, left, right, by_number=True):
        pair(i, j, "same")
    for i, j in _equal(before, after, left, right, by_number=False):
        pair(i, j, "same")
    numbers = {after[j].number: j for j in right}
    for i in sorted(left):
        there = numbers.get(before[i].number)
        if there in right and fuzz.ratio(said(before[i].text), said(after[there].text)) >= SAME_NUMBER:
            pair(i, there, "changed")
    for i, j in _alike(before, after, sorted(left), sorted(right)):
        pair(i, j, "changed")
    for j in right:
        found[j] = Step(None, j, "added")
    return [*(found[j] for j in range(len(after))), *(Step(i, None, "dropped") for i in sorted(left))]


def _equal(
    before: Sequence[Numbered], after: Sequence[Numbered], left: set[int], right: set[int], by_number: bool
) -> list[tuple[int, int]]:
    waiting: dict[tuple[str, str], list[int]] = defaultdict(list)
    for j in sorted(right, reverse=True):
        waiting[after[j].number if by_number else "", said(after[j].text)].append(j)
    pairs = []
    for i in sorted(left):
        places = waiting.get((before[i].number if by_number else "", said(before[i].text)))
        if places:
            pairs.append((i, places.pop()))
    return pairs


def _alike(
    before: Sequence[Numbered], after: Sequence[Numbered], left: Sequence[int], right: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Texts alike enough to be one item that was changed and moved, the most alike first."""
    if not left or len(left) * len(right) > MOST_PAIRS:
        return
    first, second = [said(before[i].text) for i in left], [said(after[j].text) for j in right]
    scores = process.cdist(first, second, scorer=fuzz.ratio, score_cutoff=ANYWHERE, dtype=np.float32)
    places = np.argwhere(scores > 0)
    order = np.argsort(-scores[places[:, 0], places[:, 1]], kind="stable")
    used: tuple[set[int], set[int]] = set(), set()
    for row, column in places[order].tolist():
        if row not in used[0] and column not in used[1]:
            used[0].add(row)
            used[1].add(column)
            yield left[row], right[column]


@dataclass(frozen=True)
class Mark:
    """A run of a text that stayed (“”), came in (“ins”) or went out (“del”)."""

    text: str
    how: Literal["", "ins", "del"] = ""


def marks(before: str, after: str) -> list[Mark]:
    """The second text with what came in and what went out, word by word; by character where no blanks stand."""
    first: list[str] = WORDS.findall(before)
    second: list[str] = WORDS.findall(after)
    made: list[Mark] = []
    words: list[list[str]] = [[word.strip() or word for word in text] for text in (first, second)]
    for how, i, k, j, m in SequenceMatcher(None, words[0], words[1], autojunk=False).get_opcodes():
        gone, come = "".join(first[i:k]), "".join(second[j:m])
        if how == "equal":
            made.append(Mark(come))
            continue
        made.extend(mark for mark in (Mark(gone, "del"), Mark(come, "ins")) if mark.text)
    return made


def counts(found: Iterable[Step]) -> dict[str, int]:
    """How many items stayed, changed, were added and dropped."""
    tally = {"same": 0, "changed": 0, "added": 0, "dropped": 0}
    for step in found:
        tally[step.how] += 1
    return tally
