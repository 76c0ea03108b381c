"""Folding of look-alike characters, one for one, so that offsets into the text stay true."""

from __future__ import annotations

import unicodedata

# Decimal digits end in the first supplementary plane; walking all of Unicode would slow every start.
_LAST_DECIMAL_DIGIT = 0x1FC00


def _table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    for code in range(0x80, _LAST_DECIMAL_DIGIT):
        if chr(code).isdecimal():
            table[code] = str(unicodedata.decimal(chr(code)))
    spaces = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
    invisible = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
    groups = {
        " ": spaces + invisible,
        "\n": "\r\u0085\u2028\u2029\u000b\u000c",
        "'": "\u2018\u2019\u201a\u201b\u02bc\u2032\u00b4`",
        '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\u300e\u300f\u2033",
        "-": "\u2010\u2011\u2012\u2013\u2212\u00ad",
        "—": "\u2014\u2015",
        ".": "\u3002",
        ",": "\u3001",
        "~": "\u223c\u2248",
        "*": "\u2022\u2023\u25aa\u25cf\u25e6\u00b7",
    }
    for folded, characters in groups.items():
        table.update(dict.fromkeys(map(ord, characters), folded))
    return table


_FOLD = {chr(code): folded for code, folded in _table().items()}


def fold(text: str, keep: str = "") -> str:
    """Return the text with digits, spaces, quotes and dashes of every kind in their plain form, same length.

    Characters of `keep` stay as they are: a language whose enumeration comma is not its comma needs both.
    """
    if text.isascii() and "\r" not in text:
        return text
    # A text holds few different look-alikes: replacing each is several times faster than translating every character.
    for character in (_FOLD.keys() & set(text)) - set(keep):
        text = text.replace(character, _FOLD[character])
    return text
