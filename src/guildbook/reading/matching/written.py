"""Phrases and sentences that the book holds, in whatever language they were written: as concepts."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from guildbook.language.reading import GRAMMARS, is_read, stretches
from guildbook.reading.matching.glosses import share_known
from guildbook.reading.matching.phrases import Phrase, phrase_of_words
from guildbook.reading.matching.wording import Wording, grammar_of, phrase_in
from guildbook.reading.matching.words import concepts

_SPACED = ("vi", "id", "ms", "fil")
# A phrase in Latin letters is taken for another language than English only where its lexicon knows nearly all of it.
_NEARLY_ALL = 0.95


@lru_cache(maxsize=16384)
def language_of(text: str) -> str:
    """The language of a phrase: by its script, and in Latin letters by whose words it is made of."""
    if text.isascii() and not text.strip():
        return "en"
    for character in text:
        language = _OF_SCRIPT.get(_script(character))
        if language and is_read(language):
            return language
    return next((tag for tag in _SPACED if tag in GRAMMARS and _is_of(text, tag)), "en")


def _is_of(text: str, language: str) -> bool:
    grammar = grammar_of(language)
    return grammar is not None and share_known(grammar, text) >= _NEARLY_ALL


_OF_SCRIPT = {"CJK": "zh", "THAI": "th", "LAO": "lo", "KHMER": "km", "MYANMAR": "my"}


@lru_cache(maxsize=4096)
def _script(character: str) -> str:
    return unicodedata.name(character, "").partition(" ")[0] if ord(character) > 0x2FF else ""


def phrase_of(text: str) -> Phrase | None:
    """The phrase that an indicator or a claim writes, in any language that is read."""
    language = language_of(text)
    return phrase_of_words(text) if language == "en" else phrase_in(text, language)


@lru_cache(maxsize=16384)
def concepts_in(text: str) -> frozenset[str]:
    """The concepts of a sentence that tell one thing from another."""
    if text.isascii():
        return concepts(text)
    return Wording(text, stretches(text)).concepts(0, len(text))
