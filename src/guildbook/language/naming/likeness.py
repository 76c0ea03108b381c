"""What two names have in common, as numbers that a score is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from guildbook.language.naming.weighing import Weighed, answered
from guildbook.language.transliteration import romanise

_SKELETON = (
    (re.compile(r"ch|sh|[jzsc](?=[eiy])|j|z"), "s"),
    (re.compile(r"ph|bh|[bpfv]"), "p"),
    (re.compile(r"th|dh|[td]"), "t"),
    (re.compile(r"kh|gh|[kgqc]"), "k"),
    (re.compile(r"ng|ny|[nm]"), "n"),
    (re.compile(r"[lr]"), "l"),
    (re.compile(r"[^sptknlx]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
_OPEN = 0.5
# Nothing is sure that rests on a looser answer: a synonym, a likely sound.
_ANSWERED = 0.7
# Characters of a Chinese abbreviation at most.
_MOST_PICKED = 5
# Parts that make an organisation this one and no other.
_TELLING = frozenset({"field", "place", "name", "institution", "unknown", "aside"})
_ALIKE = 0.62


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of each name the other answers, and what speaks against them. All 0 to 1 but where said."""

    asked: float  # how much of the first is answered
    given: float  # how much of the second
    missing: float  # weight of the heaviest part of the first that is not answered
    extra: float  # the same of the second
    letters: float  # likeness of spelling where both are in one language, else 0
    same: float
    place: float  # each names a place that the other does not
    kind: float  # how much of the parts that say what it is (university, bureau) is answered on both sides
    numeral: float  # they bear different numbers
    telling: float  # either has a field, a place or a name of its own that the other does not answer
    initials: float
    sound: float  # how much was answered by sound alone
    meaning: float  # likeness by embeddings, corrected for crowding; not bounded; 0 where there are none


@lru_cache(maxsize=16_384)
def skeleton(text: str) -> str:
    """Return the consonants of a romanised text in broad classes, by which two romanisations are compared."""
    for pattern, stand_in in _SKELETON:
        text = pattern.sub(stand_in, text)
    return text


def likeness(first: Weighed, second: Weighed, meaning: float = 0.0) -> Likeness:
    """Compare two names."""
    one = answered(first, second.says)
    other = answered(second, first.says)
    sound = 0.0
    if _left(first, one) and _left(second, other):
        sound = _by_sound(first, one, second, other)
    same_language = first.name.language == second.name.language
    return Likeness(
        asked=_share(first, one),
        given=_share(second, other),
        missing=_heaviest(first, one),
        extra=_heaviest(second, other),
        letters=fuzz.token_sort_ratio(first.name.folded, second.name.folded) / 100 if same_language else 0.0,
        same=float(first.name.folded == second.name.folded),
        place=float(_unanswered_kind(first, one, "place") and _unanswered_kind(second, other, "place")),
        kind=min(_kind_share(first, one), _kind_share(second, other)),
        numeral=_numerals(first, one, second, other),
        telling=float(_tells(first, one) or _tells(second, other)),
        initials=_initials(first, second),
        sound=sound,
        meaning=meaning,
    )


_BLANKLESS = frozenset({"zh", "th", "lo", "km", "my"})
# What anyascii makes of these has the consonants right, and the vowels only roughly: better use what the table says.
_LOSSY = _BLANKLESS - {"zh"}


def _left(name: Weighed, found: list[float]) -> bool:
    return any(weight > 0.05 and value < _OPEN for weight, value in zip(name.weights, found, strict=True))


def _share(name: Weighed, found: list[float]) -> float:
    return sum(weight * value for weight, value in zip(name.weights, found, strict=True)) / name.total


def _heaviest(name: Weighed, found: list[float]) -> float:
    return max(
        (sum(name.weights[atom] * (1 - found[atom]) for atom in range(start, end)) for start, end in name.name.spans),
        default=0.0,
    )


def _unanswered_kind(name: Weighed, found: list[float], kind: str) -> bool:
    return any(one == kind and value < _OPEN for one, value in zip(name.name.kinds, found, strict=True))


def _tells(name: Weighed, found: list[float]) -> bool:
    return any(kind in _TELLING and value < _ANSWERED for kind, value in zip(name.name.kinds, found, strict=True))


def _kind_share(name: Weighed, found: list[float]) -> float:
    values = [value for one, value in zip(name.name.kinds, found, strict=True) if one == "type"]
    return sum(values) / len(values) if values else 0.7


def _numerals(first: Weighed, one: list[float], second: Weighed, other: list[float]) -> float:
    return float(_open_number(first, one) or _open_number(second, other))


def _open_number(name: Weighed, found: list[float]) -> bool:
    return any(max(found[start:end]) < _OPEN for start, end in name.numbers)


def _initials(first: Weighed, second: Weighed) -> float:
    """An abbreviation on one side: "UESTC", or characters picked from a Chinese name in their order."""
    best = 0.0
    for short, long in ((first.name, second.name), (second.name, first.name)):
        plain = short.folded.replace(" ", "").replace(".", "")
        if not 2 <= len(plain) <= 8:
            continue
        if long.language == "zh" == short.language:
            chars = long.folded
            if (
                len(plain) <= _MOST_PICKED
                and len(chars) > len(plain) + 1
                and chars[:1] == plain[:1]
                and _picked(plain, chars)
            ):
                best = max(best, 0.5 + 0.1 * len(plain))
        elif long.language not in _BLANKLESS and len(long.atoms) > 1 and len(plain) > 1:
            whole = "".join(atom[0] for atom in long.atoms)
            if plain in (long.initials, whole):
                best = 1.0
    return min(best, 1.0)


def _picked(short: str, long: str) -> bool:
    rest = iter(long)
    return all(character in rest for character in short)


def _stretches(name: Weighed, found: list[float]) -> list[tuple[int, int]]:
    """Runs of neighbouring atoms that found no answer."""
    runs: list[tuple[int, int]] = []
    for atom, value in enumerate(found):
        if value >= _OPEN or name.weights[atom] <= 0.03:
            continue
        if runs and all(name.weights[between] <= 0.03 for between in range(runs[-1][1], atom)):
            runs[-1] = (runs[-1][0], atom + 1)
        else:
            runs.append((atom, atom + 1))
    return runs


def _spelt(name: Weighed, start: int, end: int) -> str:
    if name.name.language in _LOSSY and end - start == 1 and name.name.kinds[start] in {"place", "name", "word"}:
        for offer in name.name.offers:
            if (offer.start, offer.end) == (start, end) and ":" not in offer.stems[0]:
                return "".join(offer.stems)
    glue = "" if name.name.language == "zh" else " "
    return romanise(glue.join(name.name.atoms[start:end])).replace(" ", "")


def _by_sound(first: Weighed, one: list[float], second: Weighed, other: list[float]) -> float:
    """Let leftover stretches that sound alike answer each other; return how much of both that is."""
    pairs = []
    languages = {first.name.language, second.name.language}
    lossy = len(languages) > 1 and bool(languages & _BLANKLESS)
    ours = [(start, end, _spelt(first, start, end)) for start, end in _pieces(first, one)]
    theirs = [(start, end, _spelt(second, start, end)) for start, end in _pieces(second, other)]
    for start, end, text in ours:
        for at, to, heard in theirs:
            value = _alike(text, heard, lossy=lossy)
            if value > _ALIKE:
                pairs.append((value, start, end, at, to))
    heard_share = 0.0
    used_first: set[int] = set()
    used_second: set[int] = set()
    for value, start, end, at, to in sorted(pairs, reverse=True):
        mine, yours = set(range(start, end)), set(range(at, to))
        if mine & used_first or yours & used_second:
            continue
        used_first |= mine
        used_second |= yours
        strength = (value - 0.45) / 0.55 * 0.95
        for atom in mine:
            one[atom] = max(one[atom], strength)
        for atom in yours:
            other[atom] = max(other[atom], strength)
        heard_share += value * sum(first.weights[atom] for atom in mine) / first.total
    return min(heard_share, 1.0)


def _pieces(name: Weighed, found: list[float]) -> list[tuple[int, int]]:
    """Leftover stretches, and their single words where there are several."""
    pieces: list[tuple[int, int]] = []
    for start, end in _stretches(name, found):
        pieces.append((start, end))
        spans = [span for span in name.name.spans if start <= span[0] and span[1] <= end]
        if len(spans) > 1:
            pieces += spans[:6]
    return pieces


def _alike(text: str, heard: str, *, lossy: bool) -> float:
    if len(text) < 3 or len(heard) < 3:
        return 0.0
    plain = fuzz.ratio(text, heard) / 100
    if not lossy:
        return plain
    bones, others = skeleton(text), skeleton(heard)
    if min(len(bones), len(others)) < 2:
        return plain
    return max(plain, fuzz.ratio(bones, others) / 100 - 0.5 / (1 + min(len(bones), len(others))))
