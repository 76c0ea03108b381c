"""English words as stems, so that "agricultural" meets "agriculture"."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_TOKEN = re.compile(r"[^\W_]+(?:['’ʼ`][^\W_]+)*|&")
_POSSESSIVE = re.compile(r"['’ʼ`]s$")
_MARKS = re.compile(r"['’ʼ`]")
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}|\b(?:[A-Za-z]&[A-Za-z])\b")
# Longest first; a stem keeps at least four letters.
_SUFFIXES = (
    "izations isations ization isation icity ments ment ings ing ances ance ically ical ics ic"
    " aries ary als al ous ies ers er es s y e"
).split()
_BRITISH = {
    "centre": "center",
    "centres": "center",
    "theatre": "theater",
    "labour": "labor",
    "defence": "defense",
    "programme": "program",
    "fibre": "fiber",
    "tumour": "tumor",
    "paediatric": "pediatric",
    "paediatrics": "pediatric",
    "orthopaedic": "orthopedic",
    "gynaecology": "gynecology",
    "aluminium": "aluminum",
    "colour": "color",
    "harbour": "harbor",
    "organisation": "organization",
    "women": "woman",
    "men": "man",
    "children": "child",
}


def tokens(text: str) -> list[str]:
    """Return the words of a Latin text: lower-case ASCII, possessives and apostrophes out, "R&D" as one word."""
    joined = _INITIALS.sub(lambda hit: hit.group().replace(".", ""), text)
    kept = re.sub(r"\b([A-Za-z])&([A-Za-z])\b", r"\1AMPERSAND\2", joined)
    found = []
    for word in _TOKEN.findall(kept):
        if word == "&":
            found.append("and")
            continue
        plain = _MARKS.sub("", _POSSESSIVE.sub("", word))
        plain = anyascii(plain).lower().replace("ampersand", "&").replace("'", "")
        found.extend(part for part in plain.split() if part)
    return found


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem of one lower-case word."""
    word = _BRITISH.get(word, word)
    for _ in range(2):
        for suffix in _SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) >= 4:
                word = word[: -len(suffix)]
                break
        else:
            break
    return word
