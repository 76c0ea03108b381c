"""Clauses whose figure is not what it seems: denied, only what was added, of those who have left, a part of a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from guildbook.language.prose import Grammar
from guildbook.language.prose.lexicon import words_of

Aside = Literal["", "denied", "added", "left", "part"]

# How far before a number stands a word that makes it what was added, or a part; and how far behind one of a part.
_LEAD, _PART, _BEHIND = 28, 24, 24
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True)
class Asides:
    """The words of one language; `added` and `part` are searched at the end of what stands before the number."""

    denied: re.Pattern[str]
    added: re.Pattern[str]
    added_behind: re.Pattern[str]
    left: re.Pattern[str]
    part: re.Pattern[str]
    part_behind: re.Pattern[str]

    def of(self, clause: str, number: tuple[int, int], counted: tuple[int, int], before: str) -> Aside:
        """What a clause makes of the number at a place of it; `before` is what stands before the clause."""
        if any(match.lastgroup != "none" for match in self.denied.finditer(clause)):
            return "denied"
        leads = [clause[max(0, at - _LEAD) : at] for at in (number[0], min(number[0], counted[0]))]
        tails = [clause[at : at + _BEHIND] for at in (number[1], max(number[1], counted[1]))]
        if any(self.added.search(lead) for lead in leads) or any(self.added_behind.match(tail) for tail in tails):
            return "added"
        if self.left.search(clause):
            return "left"
        lead = (before + clause[: number[0]])[-_PART:]
        if self.part.search(lead) or any(self.part_behind.match(tail) for tail in tails):
            return "part"
        return ""


@lru_cache(maxsize=32)
def asides_of(grammar: Grammar | None) -> Asides:
    """The words of a language told by a grammar, or of English."""
    if grammar is None:
        return ENGLISH
    # In languages that part words, a pronoun or a particle may stand between (“nadagdagan ito ng 11”).
    between = r"(?:\s+[^\W\d_]{1,8}){0,2}\s*$" if grammar.spaced else r"[^,\d]{0,4}$"
    parts = grammar.pattern(words_of(grammar.partitives))
    return Asides(
        grammar.denial,
        re.compile(grammar.increase.pattern + between),
        # Burmese says so behind the number.
        re.compile(rf"[^,\d]{{0,12}}?{grammar.increase.pattern}")
        if grammar.head == "last" and grammar.number_behind
        else _NEVER,
        grammar.leaver,
        re.compile(parts + (r"(?:\s+[^\W\d_]{1,8}){0,2}\s*$" if grammar.spaced else r"[,，\s]?[^,，\d]{0,16}$")),
        re.compile(rf"[^,.;\d]{{0,10}}?{parts}" if grammar.spaced else "(?!)"),
    )


ENGLISH = Asides(
    re.compile(
        r"(?P<none>\b(?:not|never)\s+(?:only|just|merely|less|fewer|more|later)\b)"
        r"|\b(?:not|never|without|neither|nor|cannot|no\s+longer|lacks?|fail(?:s|ed)\s+to)\b|n't\b"
        r"|\b(?:is|are|was|were|has|have|had)\s+no\b"
    ),
    re.compile(
        r"\b(?:(?:rose|risen|rises?|grew|grown|up|increas(?:ed?|es|ing)|fell|fallen|down|decreas(?:ed?|es|ing)|dropp?(?:ed|s)?"
        r"|climbed|jumped)\s+by|add(?:ed|s|ing)?|an\s+additional|additional|another|an\s+extra|an?\s+increase\s+of)\s*$"
    ),
    _NEVER,
    re.compile(r"\bgraduated\b"),
    re.compile(
        r"\b(?:of\s+(?:which|whom|them|these|those)|among\s+(?:which|whom|them|these|those))\s*,?\s*(?:\w+\s+){0,1}$"
    ),
    re.compile(r"\s*(?:\w+\s+)?(?:of|among)\s+(?:which|whom|them|these|those)\b"),
)
