"""Differences between documents of one record: what changed, told in pieces, taken over, and brought together."""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from guildbook.language.folding import UNSPACED

# Two texts longer than this together, or less alike than that, are shown as one gone and one come.
LONGEST, LEAST_ALIKE = 12_000, 0.25
# Rows are paired by likeness as long as the comparisons stay few.
MOST_PAIRS = 40_000
_TOKEN = re.compile(f"[{UNSPACED}]|\\w+|\\s+|[^\\w\\s]")
Document = dict[str, Any]
Piece = tuple[Literal["same", "del", "ins"], str]


@dataclass(frozen=True)
class Difference:
    """One column that two documents fill differently; None where a document leaves it out."""

    column: str
    was: Any
    now: Any


@dataclass(frozen=True)
class RowChange:
    """One row of a part as it was and as it is now; None where it was not there."""

    kind: Literal["same", "moved", "changed", "added", "removed"]
    was: Any
    now: Any


@dataclass(frozen=True)
class Merged:
    """What two changes of one document make together, and the columns in which they contradict each other.

    In those the document has what the book holds (`theirs`).
    """

    document: Document
    open: tuple[str, ...]


def alike(one: Any, other: Any) -> bool:
    """Whether two values say the same; the order of a language map says which language is the original."""
    return one is other or json.dumps(one) == json.dumps(other)


def differences(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> list[Difference]:
    """The columns in which two documents differ, in the order of the later one."""
    held = before or {}
    found = (Difference(name, held.get(name), after.get(name)) for name in dict.fromkeys([*after, *held]))
    return [each for each in found if not alike(each.was, each.now)]


def applied(document: Document, changes: Iterable[Difference]) -> Document:
    """The document with these columns as the differences have them afterwards."""
    made = {**document, **{each.column: each.now for each in changes}}
    return {name: value for name, value in made.items() if value is not None}


def words(was: str, now: str) -> list[Piece]:
    """Two texts word by word (character by character where words are not set apart), in pieces kept, gone and come.

    What is kept and gone makes the earlier text, what is kept and come the later one.
    """
    if was == now:
        return [("same", now)] if now else []
    one, other = _tokens(was), _tokens(now)
    if len(was) + len(now) > LONGEST:
        return _whole(was, now)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    kept = sum(len("".join(one[block.a : block.a + block.size]).strip()) for block in matcher.get_matching_blocks())
    if kept < LEAST_ALIKE * max(len(was), len(now)):
        return _whole(was, now)
    pieces: list[Piece] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(("same", "".join(one[a:b])))
            continue
        if b > a:
            pieces.append(("del", "".join(one[a:b])))
        if d > c:
            pieces.append(("ins", "".join(other[c:d])))
    return pieces


def _whole(was: str, now: str) -> list[Piece]:
    pieces: list[Piece] = [("del", was), ("ins", now)]
    return [piece for piece in pieces if piece[1]]


def _tokens(text: str) -> list[str]:
    """Words, blanks and signs; a letter of a script without blanks keeps the marks that belong to it."""
    made: list[str] = []
    end = 0
    for found in _TOKEN.finditer(text):
        token = text[end : found.end()]  # what no pattern takes stays with what follows
        end = found.end()
        if made and unicodedata.category(token[0])[0] == "M":
            made[-1] += token
        else:
            made.append(token)
    return made if end == len(text) else [*made, text[end:]]


def row_changes(was: Sequence[Any] | None, now: Sequence[Any] | None) -> list[RowChange]:
    """Rows as they are now, each beside what it was, with those that went where they stood."""
    before, after = list(was or []), list(now or [])
    pairs = matched(before, after)
    of = {place: origin for origin, place in pairs.items()}
    steady = _steady(pairs)
    made: list[RowChange] = []
    gone = [origin for origin in range(len(before)) if origin not in pairs]
    for place, row in enumerate(after):
        origin = of.get(place)
        if origin is None:
            made.append(RowChange("added", None, row))
            continue
        while gone and gone[0] < origin and origin in steady:
            made.append(RowChange("removed", before[gone.pop(0)], None))
        kind: Literal["same", "moved", "changed"] = "changed"
        if alike(before[origin], row):
            kind = "same" if origin in steady else "moved"
        made.append(RowChange(kind, before[origin], row))
    made.extend(RowChange("removed", before[origin], None) for origin in gone)
    return made


def matched(before: Sequence[Any], after: Sequence[Any]) -> dict[int, int]:
    """Which row of the later list each row of the earlier one became: the same first, then the most alike."""
    one, other = [json.dumps(row) for row in before], [json.dumps(row) for row in after]
    pairs: dict[int, int] = {}
    for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
        pairs.update({block.a + n: block.b + n for n in range(block.size)})
    taken = set(pairs.values())
    free = {place: None for place in range(len(other)) if place not in taken}
    places: dict[str, list[int]] = {}
    for place in reversed(free):
        places.setdefault(other[place], []).append(place)
    for origin, row in enumerate(one):
        if origin not in pairs and places.get(row):
            pairs[origin] = places[row].pop()
            del free[pairs[origin]]
    left = [origin for origin in range(len(one)) if origin not in pairs]
    pairs.update(_most_alike(before, after, left, list(free)))
    return pairs


def _most_alike(before: Sequence[Any], after: Sequence[Any], left: list[int], free: list[int]) -> dict[int, int]:
    """Pairs among the rows that are nowhere the same: as many gone as come pair as they stand, others by likeness."""
    if len(left) * len(free) > MOST_PAIRS:
        return {}
    if len(left) == len(free) and not all(isinstance(before[origin], dict) for origin in left):
        return dict(zip(left, free, strict=True))
    scored = sorted(
        (-score, abs(origin - place), origin, place)
        for origin in left
        for place in free
        if (score := _likeness(before[origin], after[place])) >= 0.5 or (len(left) == len(free) == 1)
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for __, __, origin, place in scored:
        if origin not in pairs and place not in taken:
            pairs[origin] = place
            taken.add(place)
    return pairs


def _likeness(one: Any, other: Any) -> float:
    """Share of the columns filled by either row that both fill alike."""
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return 0.0
    names = {*one, *other}
    return sum(alike(one.get(name), other.get(name)) for name in names) / max(len(names), 1)


def _steady(pairs: dict[int, int]) -> set[int]:
    """The rows that kept their order among each other, as many as possible; the rest moved."""
    ends: list[int] = []  # the smallest place in which a run of that length can end
    last: list[int] = []  # the row that ends there
    before: dict[int, int | None] = {}
    for origin in sorted(pairs):
        length = bisect_left(ends, pairs[origin])
        before[origin] = last[length - 1] if length else None
        ends[length : length + 1] = [pairs[origin]]
        last[length : length + 1] = [origin]
    found: set[int] = set()
    step = last[-1] if last else None
    while step is not None:
        found.add(step)
        step = before[step]
    return found


def three_way(base: Mapping[str, Any] | None, theirs: Mapping[str, Any], mine: Mapping[str, Any]) -> Merged:
    """What two made of the same document, in one: columns, languages and rows only one of them touched are theirs.

    Undoing a change is the same question: `base` is what the change left, `mine` what it found, `theirs` what stands.
    """
    start = base or {}
    made: Document = {}
    still: list[str] = []
    for name in dict.fromkeys([*theirs, *mine, *start]):
        value, whole = _brought(start.get(name), theirs.get(name), mine.get(name))
        if not whole:
            still.append(name)
            value = theirs.get(name)
        if value is not None:
            made[name] = value
    return Merged(made, tuple(still))


def _brought(base: Any, theirs: Any, mine: Any) -> tuple[Any, bool]:
    """One value out of three, and whether they agree to it."""
    if alike(theirs, mine) or alike(base, mine):
        return theirs, True
    if alike(base, theirs):
        return mine, True
    for shape, bring in ((list, _rows_brought), (dict, _maps_brought)):
        if all(value is None or isinstance(value, shape) for value in (base, theirs, mine)):
            return bring(base, theirs, mine)
    return theirs, False


def _maps_brought(base: Any, theirs: Any, mine: Any) -> tuple[Any, bool]:
    held = [value or {} for value in (base, theirs, mine)]
    # Whoever set another language first changed which is the original; the entries alone do not tell.
    order = held[2] if list(held[0]) == [name for name in held[1] if name in held[0]] else held[1]
    made = {}
    for name in dict.fromkeys([*order, *held[1], *held[2]]):
        value, whole = _brought(*(each.get(name) for each in held))
        if not whole:
            return theirs, False
        if value is not None:
            made[name] = value
    return made or None, True


def _rows_brought(base: Any, theirs: Any, mine: Any) -> tuple[Any, bool]:
    start, stands, typed = base or [], theirs or [], mine or []
    to_theirs, to_mine = matched(start, stands), matched(start, typed)
    if len(_steady(to_mine)) != len(to_mine):
        return theirs, False  # an order chosen by one and rows changed by the other: a person decides
    kept: dict[int, Any] = dict(enumerate(stands))
    for origin, row in enumerate(start):
        there, here = to_theirs.get(origin), to_mine.get(origin)
        if there is None or here is None:
            left = stands[there] if there is not None else typed[here] if here is not None else row
            if not alike(left, row):
                return theirs, False
            kept.pop(-1 if there is None else there, None)
            continue
        value, whole = _brought(row, stands[there], typed[here])
        if not whole:
            return theirs, False
        kept[there] = value
    return _with_added(start, stands, typed, to_theirs, to_mine, kept) or None, True


def _with_added(
    start: list[Any],
    stands: list[Any],
    typed: list[Any],
    to_theirs: dict[int, int],
    to_mine: dict[int, int],
    kept: dict[int, Any],
) -> list[Any]:
    """The rows kept, and those only I added behind the row they followed; a row both added stands once."""
    of_mine = {here: origin for origin, here in to_mine.items()}
    old = set(to_theirs.values())
    known = [stands[place] for place in range(len(stands)) if place not in old]
    added: dict[int, list[Any]] = {}
    anchor = -1
    for here, row in enumerate(typed):
        if here in of_mine:
            anchor = to_theirs.get(of_mine[here], anchor)
        elif any(alike(row, other) for other in known):
            known.remove(next(other for other in known if alike(row, other)))
        else:
            added.setdefault(anchor, []).append(row)
    rows = list(added.get(-1, []))
    for place in range(len(stands)):
        if place in kept:
            rows.append(kept[place])
        rows.extend(added.get(place, []))
    return rows
