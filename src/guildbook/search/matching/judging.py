"""Judging one document against the words asked for: the same verdict and order whatever database found it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from guildbook.language.folding import is_unspaced
from guildbook.search.matching.asked import Words, sound


class Tier(IntEnum):
    """How well a record fits, the best first."""

    WHOLE = 1  # a name is just this
    PREFIX = 2  # a name begins so
    WORDS = 3  # one name has every word
    PART = 4  # one name has every stretch, of a script without blanks
    NAMES = 5  # its names together have every word
    KEY = 6
    PINYIN = 7
    INITIALS = 8
    SPELLING = 9
    TEXT = 10
    MEANING = 11


# Letters from which on pinyin may end within a syllable: shorter would take every English word for it.
TYPING_ON = 5
INITIALS = range(3, 9)
SYLLABLES = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as judging needs it; `body` is empty where other texts are not looked into."""

    id: int
    kind: str
    record_id: int
    spelt: str
    sounds: str
    initials: str
    body: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """How a document fits: its tier, the line of its names that fits best (-1 for none), and what orders equals."""

    entry: Entry
    tier: Tier
    line: int = -1
    rough: int = 0
    length: int = 0
    score: float = 0.0
    words: Words | None = None


def judge(entry: Entry, asked: Words) -> Match | None:
    """Say how a document fits, or None where it does not."""
    names = lines(entry.spelt)
    best: Match | None = None
    for number, name in enumerate(names):
        found = _name(entry, asked, number, name, is_key=number == len(names) - 1)
        if found is not None and (best is None or _order(found) < _order(best)):
            best = found
    return best or _elsewhere(entry, asked)


def lines(column: str) -> list[str]:
    """The lines of a document's column, which stand between line ends."""
    return column[1:-1].split("\n")


def has(text: str, word: str) -> bool:
    """Whether spelt text has a word: in scripts without blanks anywhere, else at the beginning of a word."""
    if is_unspaced(word):
        return word in text
    return text.startswith(word) or f" {word}" in text or f"\n{word}" in text


def _order(match: Match) -> tuple[int, int, int]:
    """The best name of a record is the one shown first among those that fit as well."""
    return match.tier, match.rough, match.line


def _name(entry: Entry, asked: Words, number: int, name: str, *, is_key: bool) -> Match | None:
    """How one name fits; the key, which is the last line, counts as a name only as a whole."""
    if name == asked.spelling:
        return Match(entry, Tier.WHOLE, number, int(is_key), len(name))
    if name.startswith(asked.spelling):
        tier = Tier.PREFIX
    elif all(has(name, word) for word in asked.words):
        tier = Tier.WORDS if asked.spaced else Tier.PART
    else:
        return None
    # A whole word before the beginning of a longer one.
    padded = f" {name} "
    unfinished = sum(not is_unspaced(word) and f" {word} " not in padded for word in asked.words)
    return Match(entry, Tier.KEY if is_key else tier, number, unfinished, len(name))


def _elsewhere(entry: Entry, asked: Words) -> Match | None:
    if all(has(entry.spelt, word) for word in asked.words):
        return Match(entry, Tier.NAMES, 0)
    if (found := _sounded(entry, asked)) is not None:
        return found
    if entry.body and all(_anywhere(entry, word) for word in asked.words):
        return Match(entry, Tier.TEXT)
    return None


def _sounded(entry: Entry, asked: Words) -> Match | None:
    """How the pinyin of a name fits: as a run, by first letters, or word by word among literal words."""
    if asked.letters and entry.sounds:
        for number, line in enumerate(lines(entry.sounds)):
            place = sounds_at(line, asked.letters)
            if place >= 0:
                return Match(entry, Tier.PINYIN, number, int(place > 0), len(line))
        if len(asked.words) == 1 and len(asked.letters) in INITIALS:
            for number, line in enumerate(lines(entry.initials)):
                if line.startswith(asked.letters):
                    return Match(entry, Tier.INITIALS, number, int(line != asked.letters), len(line))
    if entry.sounds and all(has(entry.spelt, word) or _sounds(entry, word) for word in asked.words):
        return Match(entry, Tier.PINYIN, -1, 2)
    return None


def _sounds(entry: Entry, word: str) -> bool:
    return any(sounds_at(line, sound(word)) >= 0 for line in lines(entry.sounds))


def _anywhere(entry: Entry, word: str) -> bool:
    return has(entry.spelt, word) or has(entry.body, word) or (bool(entry.sounds) and _sounds(entry, word))


def sounds_at(line: str, letters: str) -> int:
    """Where in a line of pinyin (GuangXi) letters stand, from a syllable's beginning, over two syllables; else -1."""
    lower = line.lower()
    place = lower.find(letters)
    while place >= 0:
        end = place + len(letters)
        starts = sum(character.isupper() for character in line[place:end])
        ended = end == len(line) or line[end].isupper()
        if line[place].isupper() and starts >= SYLLABLES and (ended or len(letters) >= TYPING_ON):
            return place
        place = lower.find(letters, place + 1)
    return -1
