"""English words, numbers and signs with their offsets; glued compounds taken apart."""

from __future__ import annotations

import re
from typing import NamedTuple

from guildbook.language.english import lexicon
from guildbook.language.english.numbers import SCALES, TENS, UNITS

_TOKEN = re.compile(r"[^\W\d_]+(?:['’./&-][^\W_]+)*'?|\d[\d,.]*|\S")
_NUMBERISH = frozenset(
    "over more nearly almost about around some several many approximately another at less fewer up close".split()
) | {*UNITS, *TENS, *SCALES}
# Heads of counted nouns that glued text runs into their neighbours ("100Chineseuniversities").
_GLUED_HEADS = tuple(
    "hineseuniversities universities institutions organisations organizations enterprises companies colleges "
    "countries students teachers schools experts scholars delegates representatives participants members "
    "leaders guests people cities regions provinces programmes programs projects majors courses standards "
    "textbooks workshops centres centers bases trainees graduates workers units agreements".split()
)


class Token(NamedTuple):
    """A word, number or sign with its offsets; a plain tuple, since thousands are made."""

    text: str
    low: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether the token begins with a letter."""
        return self.text[0].isalpha()


def tokens_of(flat: str, start: int, end: int) -> list[Token]:
    """Return the tokens between two offsets, glued compounds taken apart."""
    found: list[Token] = []
    quoted = False
    for match in _TOKEN.finditer(flat, start, end):
        text = match.group()
        if text[0].isalpha() and len(text) > 10:
            cut = _glue(text)
            if cut:
                middle = match.start() + cut
                found.append(Token(text[:cut], text[:cut].lower(), match.start(), middle))
                found.append(Token(text[cut:], text[cut:].lower(), middle, match.end()))
                continue
        end = match.end()
        if text == "'":
            quoted = True
        elif quoted and text[-1] == "'":
            # A closing quote, not the apostrophe of "students' union".
            text, end, quoted = text[:-1], end - 1, False
        found.append(Token(text, text.lower(), match.start(), end))
    return found


def _glue(text: str) -> int:
    """Return where a glued word such as "Chineseuniversities" comes apart, 0 if it does not."""
    low = text.lower()
    if not low.endswith(_GLUED_HEADS):
        return 0
    for head in _GLUED_HEADS:
        if low.endswith(head) and len(low) - len(head) >= 3 and text[len(text) - len(head) - 1].isalpha():
            return len(text) - len(head)
    return 0


def is_number(token: Token) -> bool:
    """Return whether a token is a number or a word that leads one in."""
    return token.text[0].isdigit() or token.low in _NUMBERISH or token.low.partition("-")[0] in TENS


def is_verb(token: Token) -> bool:
    """Return whether a token looks like a verb: a known one, or a participle that is no usual adjective."""
    low = token.low
    if low in lexicon.VERBS:
        return True
    if token.text[0].isupper() or low in lexicon.PARTICIPLE_ADJECTIVES:
        return False
    return len(low) > 4 and low.endswith(("ed", "ing")) and "-" not in low
