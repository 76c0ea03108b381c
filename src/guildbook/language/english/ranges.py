"""Numbers that stand together: ranges, bounds, and nouns or units that several numbers share."""

from __future__ import annotations

import re

from guildbook.language.english import lexicon
from guildbook.language.english.nouns import NounPhrase, noun_phrase_at
from guildbook.language.english.numbers import NumberSpan
from guildbook.language.english.qualifiers import Qualified, qualify
from guildbook.language.english.tokens import Token, tokens_of
from guildbook.language.english.units import Unit, unit_of

# How far behind a number its noun phrase is looked for, and how many numbers may share one noun.
AHEAD = 160
_SHARED = 6
_NEAR = 80
_MARGIN = 24
_JOIN = re.compile(
    r"\s*(?:,|and|or|to|through|-|—|/|,\s*and)\s*(?:nearly|almost|about|around|over|more than)?\s*$", re.IGNORECASE
)
_RANGE_JOIN = re.compile(r"\s*(?:to|-|—)\s*$")
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_BETWEEN_OR_FROM = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)
_GROWTH = re.compile(
    r"\b(?:rose|risen|rise|rising|grew|grown|growing|growth|increas\w+|expand\w+|climb\w+|jump\w+|f[ae]ll\w*|dropp?\w*"
    r"|declin\w+|reduc\w+|up|down|surg\w+|soar\w+)\b[^.;]{0,80}$",
    re.IGNORECASE,
)


def joined(flat: str, before: NumberSpan, after: NumberSpan) -> bool:
    """Return whether only "and", "to", a comma or the like part two numbers."""
    return _JOIN.match(flat[before.end : after.start]) is not None


def noun_ahead(flat: str, number: NumberSpan, start: int, limit: int) -> NounPhrase | None:
    """Return the noun phrase that begins behind a number, or behind the "of the" that follows it."""
    near = min(limit, start + _NEAR)
    phrase = _noun_within(flat, number, start, near)
    # Most phrases end well within the first words; only those that may not are read again in full.
    if near < limit and phrase and phrase.end > near - _MARGIN:
        return _noun_within(flat, number, start, limit)
    return phrase


def _noun_within(flat: str, number: NumberSpan, start: int, limit: int) -> NounPhrase | None:
    tokens = tokens_of(flat, start, limit)
    if tokens and tokens[0].text == "-" and tokens[0].start == start:
        # "30-member delegation" counts members, "30-strong delegation" the delegation.
        if len(tokens) > 2 and tokens[1].low == "strong":
            return noun_phrase_at(tokens[2:], 0, singular_only=True)
        return noun_phrase_at(tokens[1:2], 0, singular_only=True)
    if len(tokens) > 4 and tokens[0].text == "," and tokens[1].low == "out":
        tokens = tokens[1:]
    if len(tokens) > 3 and tokens[0].low == "out" and tokens[1].low == "of":
        tokens = tokens[1:]
    if len(tokens) > 2 and tokens[0].low == "of":
        if tokens[1].low in lexicon.DETERMINERS:
            tokens = _of_a_whole(tokens)
        elif number.printed[-1].isalpha():
            # "two million of students", as some translate.
            tokens = tokens[1:]
    return noun_phrase_at(tokens, 0, singular_only=number.value == 1)


def _of_a_whole(tokens: list[Token]) -> list[Token]:
    """Return the tokens behind "of the", "of its 26", where the noun of a part begins."""
    rest = tokens[2:]
    while rest and (rest[0].text[0].isdigit() or rest[0].low in lexicon.DETERMINERS):
        rest = rest[1:]
    return rest


def shared_noun(flat: str, numbers: list[NumberSpan], index: int, sentence: tuple[int, int]) -> NounPhrase | None:
    """Return the noun that a following number shares: "10 to 15 colleges", "12, 15 and 20 students"."""
    for later in range(index + 1, min(index + _SHARED, len(numbers))):
        before, after = numbers[later - 1], numbers[later]
        if after.start >= sentence[1] or not joined(flat, before, after):
            return None
        limit = min(sentence[1], after.end + AHEAD)
        if unit_of(flat, after.start, after.end, sentence[0], limit):
            return None
        qualified = qualify(flat, sentence[0], after.start, after.end, limit)
        phrase = noun_ahead(flat, after, qualified.after_end, limit)
        if phrase:
            return phrase
    return None


def shared_unit(flat: str, numbers: list[NumberSpan], index: int, sentence: tuple[int, int]) -> Unit | None:
    """Return the unit of the other end of a range: "35-40 per cent"."""
    if index + 1 >= len(numbers) or numbers[index + 1].start >= sentence[1]:
        return None
    following = numbers[index + 1]
    gap = flat[numbers[index].end : following.start]
    lead = flat[max(sentence[0], numbers[index].start - 12) : numbers[index].start]
    if _RANGE_JOIN.match(gap) or (gap.strip() == "and" and _BETWEEN_OR_FROM.search(lead)):
        unit = unit_of(flat, following.start, following.end, sentence[0], min(sentence[1], following.end + AHEAD))
        return unit if unit and unit.start >= following.end else None
    return None


def bound(
    flat: str, numbers: list[NumberSpan], index: int, qualified: Qualified, sentence: tuple[int, int]
) -> Qualified:
    """Read the ends of a range as bounds: "10 to 15 colleges" is over 10 and almost 15; growth keeps both exact."""
    if qualified.span:
        return qualified
    number = numbers[index]
    if index + 1 < len(numbers) and _is_range(flat, number, numbers[index + 1], sentence):
        return Qualified("over", None, qualified.after_end)
    if index and _is_range(flat, numbers[index - 1], number, sentence):
        return Qualified("almost", None, qualified.after_end)
    return qualified


def _is_range(flat: str, low: NumberSpan, high: NumberSpan, sentence: tuple[int, int]) -> bool:
    if low.start < sentence[0] or high.end > sentence[1] or low.value >= high.value:
        return False
    lead = flat[max(sentence[0], low.start - 120) : low.start]
    gap = flat[low.end : high.start]
    between = gap.strip() == "and" and _BETWEEN.search(lead)
    return bool(between or _RANGE_JOIN.match(gap)) and not _GROWTH.search(lead)
