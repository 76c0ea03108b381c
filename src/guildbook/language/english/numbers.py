"""English numbers in digits and words: where they stand and what they are worth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10), "twenty thirty forty fifty sixty seventy eighty ninety".split(), strict=True
    )
}
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "lakh": 100_000,
    "crore": 10_000_000,
    "dozen": 12,
    "score": 20,
}
# Only behind digits: "3.5bn", "10k"; a lone "m" is a metre unless money is meant.
SHORT_SCALES = {"k": 1_000, "mn": 1_000_000, "mln": 1_000_000, "bn": 1_000_000_000, "tn": 1_000_000_000_000}

_DIGITS = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"
    r"|\d{1,3}(?:[ ']\d{3})+(?![\d,])(?!\.\d)"
    r"|\d{1,3}(?:\.\d{3}){2,}(?![\d.])"
    r"|\d+(?:\.\d+)?"
)
_SCALE_AFTER_DIGITS = (
    r"(?:(?P<scale>(?:[ -](?:hundred|thousand|million|billion|trillion|lakh|crore|dozen)){1,2})\b"
    r"|[ ]?(?P<short>k|mn|mln|bn|tn)\b)?"
)
_WORD = "|".join((*UNITS, *TENS, *SCALES))
_WORDS = rf"(?:(?:half )?an? (?=hundred|thousand|million|billion|trillion|dozen|score)|half an? )?(?:{_WORD})\b"
_LINK = r"(?:[ -]| and | a )"
# Digits are found by their first digit and words only where a cheap look has seen one: one pattern for both is four times slower.
_DIGIT_RUN = re.compile(r"\d+")
_DIGIT_NUMBER = re.compile(rf"(?:{_DIGITS}){_SCALE_AFTER_DIGITS}", re.IGNORECASE)
_WORD_NUMBER = re.compile(rf"(?<![a-z])(?:{_WORDS})(?:{_LINK}(?:{_WORD})\b){{0,20}}")
_LINE = re.compile(r"[^\n]+")
_TOKEN = re.compile(r"[a-z]+")
_WORD_TOKEN = re.compile(r"[A-Za-z]+")
_NUMBER_WORDS = frozenset((*UNITS, *TENS, *SCALES))


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """A number as printed; `in_words` when it has no digit."""

    start: int
    end: int
    value: Decimal
    in_words: bool
    printed: str


def scan_numbers(flat: str) -> list[NumberSpan]:
    """Return every number of a folded text, in order, whether or not it is a figure."""
    digits: list[NumberSpan] = []
    reached = 0
    for run in _DIGIT_RUN.finditer(flat):
        if run.start() < reached or flat[run.start() - 1 : run.start()] == ".":
            continue
        match = _DIGIT_NUMBER.match(flat, run.start())
        if match:
            digits.append(_from_digits(flat, match))
            reached = match.end()
    words = _scan_words(flat)
    if not words:
        return digits
    taken = {number.end for number in digits}
    return sorted(digits + [word for word in words if word.end not in taken], key=_start_of)


def _start_of(number: NumberSpan) -> int:
    return number.start


def _scan_words(flat: str) -> list[NumberSpan]:
    low = flat.lower()
    if len(low) != len(flat):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in flat)
    found: list[NumberSpan] = []
    for line in _LINE.finditer(low):
        if _NUMBER_WORDS.isdisjoint(_TOKEN.findall(line.group())):
            continue
        for match in _WORD_NUMBER.finditer(low, line.start(), line.end()):
            found.extend(_split_words(flat, match.start(), match.end()))
    return found


def parse_number(printed: str) -> Decimal | None:
    """Return what a number, printed alone, is worth; None if the text is not exactly one number."""
    found = scan_numbers(printed)
    if len(found) == 1 and found[0].start == 0 and found[0].end == len(printed):
        return found[0].value
    return None


def _from_digits(flat: str, match: re.Match[str]) -> NumberSpan:
    scale = match.group("scale")
    short = match.group("short")
    mantissa_end = match.start("scale") if scale else match.start("short") if short else match.end()
    mantissa = flat[match.start() : mantissa_end].strip()
    value = Decimal(_plain(mantissa))
    if scale:
        for word in _TOKEN.findall(scale.lower()):
            value *= SCALES[word]
    elif short:
        value *= SHORT_SCALES[short.lower()]
    return NumberSpan(match.start(), match.end(), value, False, match.group())


def _plain(mantissa: str) -> str:
    if mantissa.count(".") > 1:
        return mantissa.replace(".", "")
    return mantissa.replace(",", "").replace(" ", "").replace("'", "")


def _split_words(flat: str, begin: int, stop: int) -> Iterator[NumberSpan]:
    """Split a run such as "two and three hundred" into the numbers it holds, longest grammatical first."""
    tokens = [(m.group().lower(), m.start(), m.end()) for m in _WORD_TOKEN.finditer(flat, begin, stop)]
    index = 0
    while index < len(tokens):
        if tokens[index][0] == "and":
            index += 1
            continue
        taken, value = _words_value([token for token, _, _ in tokens[index:]])
        if not taken:
            index += 1
            continue
        start, end = tokens[index][1], tokens[index + taken - 1][2]
        yield NumberSpan(start, end, value, True, flat[start:end])
        index += taken


def _words_value(tokens: list[str]) -> tuple[int, Decimal]:
    """Return how many tokens form one number, and its value, by the grammar of English numerals."""
    total = Decimal(0)
    group: Decimal | None = None
    last_scale = Decimal("Infinity")
    # What may still be added to the group: 100 after "hundred", 10 after a tens word, else nothing.
    room = 1000
    index = taken = 0
    if tokens[:1] == ["half"]:
        group, index, room = Decimal("0.5"), 2 if tokens[1:2] in (["a"], ["an"]) else 1, 0
    elif tokens[:1] in (["a"], ["an"]):
        group, index, room = Decimal(1), 1, 0
    while index < len(tokens):
        word = tokens[index]
        if word == "and":
            if taken == index and tokens[index - 1 : index] and tokens[index - 1] in SCALES and index + 1 < len(tokens):
                following = tokens[index + 1]
                value = UNITS.get(following, TENS.get(following))
                scaled_later = tokens[index + 2 : index + 3] and tokens[index + 2] in SCALES
                if value and (tokens[index - 1] == "hundred" or not scaled_later) and tokens[index - 1] not in ("dozen", "score"):
                    index += 1
                    continue
            break
        if word in UNITS or word in TENS:
            value = UNITS.get(word, TENS.get(word, 0))
            if value == 0 and taken:
                break
            if group is not None and (value >= room or (word in TENS and room < 100)):
                break
            group = (group or Decimal(0)) + value
            room = 10 if word in TENS else 0
        elif word in SCALES:
            scale = SCALES[word]
            if group is None:
                break
            if word == "hundred" and group < 100:
                group *= 100
                room = 100
            elif word in ("dozen", "score") and group < 100:
                group *= scale
                room = 0
            elif scale >= 1000 and scale < last_scale:
                total += group * scale
                last_scale = Decimal(scale)
                group, room = None, 1000
            else:
                break
        else:
            break
        index += 1
        taken = index
    if taken == 0 or (taken == 1 and tokens[0] in ("a", "an", "half")):
        return 0, Decimal(0)
    return taken, total + (group or Decimal(0))
