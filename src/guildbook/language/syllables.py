"""Where a word can begin or end in scripts without blanks, as far as single letters tell."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Vowels of Thai and Lao that are letters of their own and yet belong to the consonant before, or to the one behind.
_FOLLOWING = frozenset("\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3\u0ebd\u0e46\u0ec6")
_LEADING = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4")
# Signs that stack the next consonant under the one before (Khmer coeng, Burmese virama).
_STACKING = frozenset("\u17d2\u1039")
# The sign that makes a Burmese consonant the end of the syllable before, and the tone mark that may precede it.
_ASAT, _DOT_BELOW = "\u103a", "\u1037"


@lru_cache(maxsize=4096)
def hangs(character: str) -> bool:
    """Whether a character cannot begin a word: a mark, or a vowel that belongs to the consonant before it."""
    return unicodedata.category(character) in ("Mn", "Mc") or character in _FOLLOWING


def may_break(text: str, at: int) -> bool:
    """Whether a word can begin or end at an offset: no letter is torn from its vowel or its syllable."""
    if not 0 < at < len(text):
        return True
    before = text[at - 1]
    if hangs(text[at]) or before in _LEADING or before in _STACKING:
        return False
    behind = text[at + 1 : at + 3]
    return not (behind[:1] == _ASAT or behind == _DOT_BELOW + _ASAT)
