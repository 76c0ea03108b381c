"""Places of a text whose digits are no figures in any language; the grammar adds its own."""

from __future__ import annotations

import re
from functools import lru_cache

from guildbook.language.prose.grammar import Grammar

_SHARED = (
    # Clock times, versions, telephone numbers, addresses, serials, schemes such as “1+X” and “3+2”, ratios, fractions.
    r"\d{1,2}:\d{2}(?::\d{2})?(?!\d)",
    # “1.250.000” is no version but a number in the languages that part thousands so.
    r"(?!\d{1,3}(?:\.\d{3})+(?![\d.]))\d{1,9}\.\d{1,9}\.\d{1,9}(?:\.\d{1,9})*",
    r"(?<=\+)\d{1,3}[\s-]\(?\d[\d\s()-]{4,30}\d",
    r"\(0\d{1,4}\)\s?\d[\d\s-]{4,30}\d",
    r"(?<!\d)0\d{1,4}[-\s]\d{3,8}(?:[-\s]\d{3,4})?(?!\d)",
    r"(?<!\d)1[3-9]\d{9}(?!\d)",
    r"(?<!\d)\d{3}-\d{3,4}-\d{4}(?!\d)",
    r"\d+\s?\+\s?(?:\d+|[a-z](?![a-z]))(?:\s?\+\s?\w)*",
    r"\d+(?:\.\d+)?\s?:\s?\d+(?:\.\d+)?",
    r"(?<![\d/])\d{1,2}/\d{1,3}(?![\d/])",
    r"\S*(?:@|www\.|://)\S*",
    r"(?<![a-z])[a-z]+[-_]?\d+[a-z]?(?![\d,.]*\d)",
    r"[\[〔(](?:19|20)\d\d[\]〕)]\s?\S{0,3}\d+",
    r"(?<![\d.,-])(?:1[89]|2[0156])\d\d\s?[-—~/]\s?(?:1[89]|2[0156])\d\d(?![\d.,])",
    r"\[\d{1,3}(?:[,-]\s?\d{1,3})*\]",
)
# List numbers: at the beginning of a line, with a sign behind.
_LIST = re.compile(r"\s*[(]?\d{1,3}(?:[.)、:]|\s?[.)])(?!\d)")


@lru_cache(maxsize=32)
def _pattern(closed: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in (*closed, *_SHARED)))


def find_closed(low: str, grammar: Grammar, line_starts: list[int]) -> list[tuple[int, int]]:
    """The places of a plain lower-case text, in order, whose digits are never figures."""
    signs = tuple(sign for sign in grammar.money_signs if sign.isalpha())
    found = [
        match.span()
        for match in _pattern(grammar.closed).finditer(low)
        # “Rp35 miliar”: letters glued to digits that are a currency, no serial.
        if not (signs and match.group().startswith(signs) and match.group().rstrip("0123456789.,") in signs)
    ]
    for start in line_starts:
        match = _LIST.match(low, start)
        if match:
            found.append(match.span())
    return sorted(found)
