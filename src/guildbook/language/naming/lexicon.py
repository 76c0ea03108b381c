"""The words of names in each language with their English, read from tables beside this module.

A table has sections in brackets (`[type]`, `[field]`, `[place]`, `[name]`, `[word]`, `[parent]`, `[minor]`,
`[institution]`) and lines of a word, a tab, and its English renderings between " / ", the usual first; `~0.6` after one
says how good it is, and `~` alone that nothing need answer the word. A line without a tab lists words that are called
by their own sound.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from guildbook.language.naming.stemming import stem, tokens
from guildbook.language.transliteration import syllables

_FOLDER = Path(__file__).parent / "lexicon"
# A rendering further down the list is a little less usual.
_RANK_LOSS = 0.02
# Latin-script languages of the tables: their words are divided by blanks.
LATIN = frozenset({"vi", "ms", "fil", "pinyin"})
LANGUAGES = ("zh", "vi", "ms", "th", "lo", "km", "my", "fil", "en")


@dataclass(frozen=True, slots=True)
class Rendering:
    """One way to say a word in English: stems in order, how good it is (0 to 1), and as it is written."""

    stems: tuple[str, ...]
    weight: float
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of names: what kind of part it is, and its renderings."""

    kind: str
    renderings: tuple[Rendering, ...]


@cache
def small_words() -> frozenset[str]:
    """Return the English words that carry no meaning in a name."""
    return frozenset("the of and for in at on to a an by under with de ~".split())


def _rendering(text: str, rank: int) -> Rendering | None:
    words, _, given = text.partition("~")
    stems = tuple(stem(word) for word in tokens(words) if word not in small_words())
    weight = float(given) if given else max(1.0 - _RANK_LOSS * rank, 0.85)
    return Rendering(stems, weight, words.strip()) if stems else None


def _lines(language: str) -> Iterator[tuple[str, str]]:
    for path in sorted(_FOLDER.glob(f"{language}*.tsv")):
        if path.stem.split("_")[0] != language:
            continue
        kind = "word"
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                kind = line.strip("[]")
            elif line and not line.startswith("#"):
                yield kind, line


@cache
def lexicon(language: str) -> dict[str, Entry]:
    """Return the words of a language; Latin ones are keyed by their tokens in ASCII, blanks between."""
    if language == "pinyin":
        return _by_sound()
    words: dict[str, Entry] = {}
    for kind, line in _lines(language):
        word, tab, english = line.partition("\t")
        if not tab:
            words.update({each: Entry(kind, ()) for each in line.split() if each not in words})
            continue
        made = [_rendering(text, rank) for rank, text in enumerate(english.split(" / "))]
        key = " ".join(tokens(word)) if language in LATIN or language == "en" else word
        entry = Entry(kind, tuple(one for one in made if one))
        # Written twice, as a type and as a field: both renderings hold.
        known = words.get(key)
        words[key] = Entry(known.kind, _merged(known, entry)) if known else entry
    return words


def _by_sound() -> dict[str, Entry]:
    """Chinese words of two characters or more by their pinyin, written as one; homophones share an entry."""
    found: dict[str, Entry] = {}
    for word, entry in lexicon("zh").items():
        if len(word) > 1:
            sound = "".join(syllables(word))
            own = entry if entry.renderings else Entry(entry.kind, (Rendering((stem(sound),), 1.0, sound),))
            known = found.get(sound)
            found[sound] = Entry(known.kind, _merged(known, own)) if known else own
    return found


def _merged(first: Entry, second: Entry) -> tuple[Rendering, ...]:
    best: dict[tuple[str, ...], Rendering] = {}
    for one in (*first.renderings, *second.renderings):
        if one.stems not in best or best[one.stems].weight < one.weight:
            best[one.stems] = one
    return tuple(best.values())


@cache
def longest(language: str) -> int:
    """Return the length of the longest word of a language: characters, or tokens where blanks divide words."""
    if language == "pinyin":
        return 8
    latin = language in LATIN or language == "en"
    return max((len(word.split()) if latin else len(word)) for word in lexicon(language))


@cache
def english_kinds() -> dict[str, str]:
    """Return what kind of part each English stem is, by what it renders most."""
    votes: dict[str, dict[str, float]] = {}
    for language in LANGUAGES[:-1]:
        for entry in lexicon(language).values():
            for one in entry.renderings if entry.kind != "institution" else ():
                for word in one.stems:
                    kinds = votes.setdefault(word, {})
                    kinds[entry.kind] = kinds.get(entry.kind, 0) + one.weight / len(one.stems) ** 4
    found = {word: max(kinds, key=lambda kind: kinds[kind]) for word, kinds in votes.items()}
    found.update({stem(word): "type" for word in _TYPE_WORDS})
    return {word: "word" if kind in {"parent", "minor"} else kind for word, kind in found.items()} | {
        stem(word): "minor" for word in _MINOR_WORDS
    }


_TYPE_WORDS = (
    "university college institute institutes academy school schools polytechnic faculty seminary conservatory hospital"
    " clinic center laboratory laboratories department ministry bureau office agency administration authority"
    " commission committee council board association society federation union foundation fund bank company corporation"
    " limited group holdings inc co ltd enterprise factory press museum library station park campus branch"
    " headquarters court government observatory garden base alliance consortium league company incorporated"
).split()
_MINOR_WORDS = (
    "province provincial city municipal municipality county district prefecture autonomous region town township"
    " village republic people the of and for in at on to a an by under with de"
).split()
