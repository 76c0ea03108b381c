"""Words as concepts: stemmed, spelled one way, synonyms of the trade made one."""

import re
from dataclasses import dataclass
from functools import lru_cache

from guildbook.reading.matching.english import GENERIC, INVARIABLE, IRREGULAR, PAIRS, SAME

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[,;:.()—]|\d[\d,.]*")
_POSSESSIVE = re.compile(r"['’]s?$")
_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its stem, the concept it stands for, and where it stands."""

    stem: str
    concept: str
    start: int
    end: int


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a stretch of text; a sign or number is a word without a concept, so that runs can be told apart."""
    found: list[Word] = []
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        raw = match.group()
        if raw[0].isalpha():
            stem = stem_of(raw)
            found.append(Word(stem, _concept(raw, stem), match.start(), match.end()))
        else:
            found.append(Word(raw, "", match.start(), match.end()))
    return _paired(found)


def concepts(text: str) -> frozenset[str]:
    """The concepts of a text that tell one thing from another."""
    return frozenset(word.concept for word in words(text) if word.concept and word.concept not in _GENERIC)


def tells(concept: str) -> bool:
    """Whether a concept helps to tell one counted thing from another."""
    return bool(concept) and concept not in _GENERIC


def _paired(found: list[Word]) -> list[Word]:
    """Words that mean something else together: “foreign countries” are abroad, “students from abroad” foreign."""
    for place in range(len(found) - 1):
        one, other = found[place], found[place + 1]
        pair = PAIRS.get((one.concept or one.stem, other.concept))
        if pair:
            found[place] = Word(one.stem, pair[0], one.start, one.end)
            found[place + 1] = Word(other.stem, pair[1], other.start, other.end)
    return found


@lru_cache(maxsize=32768)
def _concept(raw: str, stem: str) -> str:
    low = raw.lower()
    if low in GENERIC:
        return low
    return _SAME.get(low) or _SAME.get(stem) or stem


@lru_cache(maxsize=32768)
def stem_of(raw: str) -> str:
    """A light stem: plural, -ed, -ing and British -ise are taken off; irregular plurals are looked up."""
    low = _POSSESSIVE.sub("", raw.lower())
    if low in INVARIABLE:
        return low
    if low in IRREGULAR:
        return _without_ending(IRREGULAR[low])
    return _without_ending(_singular(low))


def _singular(low: str) -> str:
    if len(low) <= _SHORTEST_STEM or low.endswith(("ss", "us", "is")) or not low.endswith("s"):
        return low
    if low.endswith("ies"):
        return low[:-3] + "y"
    if low.endswith(("sses", "ches", "shes", "xes", "zes")):
        return low[:-2]
    return low[:-1]


def _without_ending(low: str) -> str:
    for ending in ("ing", "ed"):
        bare = low.removesuffix(ending)
        if bare != low and len(bare) >= _SHORTEST_STEM and re.search("[aeiouy]", bare):
            low = bare[:-1] if bare[-1] == bare[-2] and bare[-1] not in "lsz" else bare
            break
    low = low.removesuffix("e") if len(low) > _SHORTEST_STEM else low
    return re.sub("is$", "iz", low) if len(low) > 6 else low


_SAME = {stem_of(word): concept for word, concept in SAME.items()} | SAME
_GENERIC = frozenset(GENERIC | {stem_of(word) for word in GENERIC})
