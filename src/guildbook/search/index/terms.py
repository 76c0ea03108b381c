"""A document as terms of a full-text index, and words as questions to it.

The application makes the terms, because no tokenizer of SQLite finds words of two Chinese characters or Thai stretches:
Latin words whole, other scripts as pairs of characters. A sign that no spelling can hold says where a term comes from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guildbook.language.folding import is_unspaced, runs
from guildbook.search.matching import Words
from guildbook.search.matching.asked import sound
from guildbook.search.matching.judging import INITIALS, lines
from guildbook.search.models import SearchDocument

# Superscripts never survive folding.
HEAD, SOUND, INITIAL, BODY = "¹", "²", "³", "⁴"
# What is longer tells no more; the predicates see the whole.
LONGEST = 40
PINYIN = 6
SHORTEST_PINYIN = 3


def terms_of(document: SearchDocument) -> str:
    """Every term of a document, parted by blanks."""
    found: dict[str, None] = {}
    for name in lines(document.spelt):
        found[_head(name)] = None
        found.update(dict.fromkeys(_terms(name)))
    for sounds in lines(document.sounds) if document.sounds else ():
        lower = sounds.lower()
        for place, character in enumerate(sounds):
            if character.isupper():
                found[SOUND + lower[place : place + PINYIN]] = None
    for letters in lines(document.initials) if document.initials else ():
        if letters:
            found[INITIAL + letters[: INITIALS[-1]]] = None
    found.update(dict.fromkeys(BODY + term for line in lines(document.body) for term in _terms(line)))
    return " ".join(found)


def head_question(asked: Words) -> str:
    """Which names may begin with what was asked."""
    return _begins(_head(asked.spelling))


def name_question(asked: Words) -> str:
    """Which names may have every word."""
    return " AND ".join(_has(word, "") for word in asked.words)


def any_question(asked: Words) -> str:
    """Which documents may have every word somewhere, or the whole as pinyin."""
    each = " AND ".join(f"({_anywhere(word)})" for word in asked.words)
    return f"({each}) OR {_sounded(asked.letters)}" if len(asked.letters) >= SHORTEST_PINYIN else each


def _terms(spelling: str) -> Iterator[str]:
    for run in runs(spelling.replace("\n", " ")):
        if is_unspaced(run):
            yield from (run[place : place + 2] for place in range(len(run)))
        else:
            yield run[:LONGEST]


def _head(name: str) -> str:
    return HEAD + name.replace(" ", "·")[:LONGEST]


def _anywhere(word: str) -> str:
    found = [_has(word, ""), _has(word, BODY)]
    letters = sound(word)
    if letters.isascii() and letters.isalpha() and len(letters) >= SHORTEST_PINYIN:
        found.append(_sounded(letters))
        if len(letters) in INITIALS:
            found.append(_begins(INITIAL + letters))
    return " OR ".join(found)


def _sounded(letters: str) -> str:
    return _begins(SOUND + letters[:PINYIN])


def _has(word: str, place: str) -> str:
    """The terms that text with this word surely has."""
    if not is_unspaced(word):
        return _begins(place + word[:LONGEST])
    if len(word) == 1:
        return _begins(place + word)
    pairs: Iterable[str] = dict.fromkeys(word[at : at + 2] for at in range(len(word) - 1))
    return "(" + " AND ".join(f'"{place}{pair}"' for pair in pairs) + ")"


def _begins(term: str) -> str:
    return f'"{term}"*'
