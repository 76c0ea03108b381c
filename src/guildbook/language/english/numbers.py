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
SHORT_SCALES = {
    "k": 1_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "bn": 1_000_000_000,
    "tn": 1_000_000_000_000,
    "m": 1_000_000,
    "b": 1_000_000_000,
}

_DIGITS = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"
    r"|\d{1,3}(?:[ ']\d{3})+(?![\d,])(?!\.\d)"
    r"|\d{1,3}(?:\.\d{3}){2,}(?![\d.])"
    r"|\d+(?:\.\d+)?"
)
_SCALE_AFTER_DIGITS = (
    r"(?:(?P<scale>(?:[ -](?:hundred|thousand|million|billion|trillion|lakh|crore|dozen)){1,2})\b"
    r"|[ ]?(?P<short>k|mn|mln|bn|tn)\b|(?P<capital>(?-i:[MB]))(?![A-Za-z0-9²]))?"
)
_WORD = "|".join((*UNITS, *TENS, *SCALES))
_WORDS = rf"(?:(?:half )?an? (?=hundred|thousand|million|billion|trillion|dozen|score)|half an? )?(?:{_WORD})\b"
_LINK = r"(?:[ -]| and | a )"
# Digits are found by their first digit, words only where a cheap look has seen one: one pattern for both is four
# times slower.
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
    # "10.8M graduates": a capital stuck to the number; a small "m" would be metres.
    short = match.group("short") or match.group("capital")
    mantissa_end = (
        match.start("scale")
        if scale
        else match.start("short" if match.group("short") else "capital")
        if short
        else match.end()
    )
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
    numeral = _Numeral()
    index = taken = numeral.open_with(tokens)
    while index < len(tokens):
        if tokens[index] == "and" and taken == index and _and_belongs(tokens, index):
            index += 1
            continue
        if not numeral.take(tokens[index]):
            break
        index += 1
        taken = index
    return (taken, numeral.value) if numeral.words else (0, Decimal(0))


def _and_belongs(tokens: list[str], index: int) -> bool:
    """Return whether "and" links the parts of one number: "one hundred and twenty", not "two and three hundred"."""
    before = tokens[index - 1] if index else ""
    if before not in SCALES or before in ("dozen", "score") or index + 1 >= len(tokens):
        return False
    following = tokens[index + 1]
    begins_another = tokens[index + 2 : index + 3] and tokens[index + 2] in SCALES and before != "hundred"
    return bool(UNITS.get(following) or TENS.get(following)) and not begins_another


class _Numeral:
    """A number in words, taken word by word as long as the grammar allows."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.group: Decimal | None = None
        self.last_scale: int | None = None
        # What may still be added to the group: below 100 after "hundred", below 10 after a tens word, else nothing.
        self.room = 1000
        self.words = 0

    @property
    def value(self) -> Decimal:
        return self.total + (self.group or Decimal(0))

    def open_with(self, tokens: list[str]) -> int:
        """Take an opening "a" or "half a", which count only before a scale; return how many tokens that was."""
        if tokens[:1] == ["half"]:
            self.group, self.room = Decimal("0.5"), 0
            return 2 if tokens[1:2] in (["a"], ["an"]) else 1
        if tokens[:1] in (["a"], ["an"]):
            self.group, self.room = Decimal(1), 0
            return 1
        return 0

    def take(self, word: str) -> bool:
        """Add a word to the number; return whether it belongs."""
        taken = self._take_scale(word, SCALES[word]) if word in SCALES else self._take_unit(word)
        self.words += taken
        return taken

    def _take_unit(self, word: str) -> bool:
        value = UNITS.get(word, TENS.get(word))
        if value is None or (value == 0 and self.words):
            return False
        if self.group is not None and (value >= self.room or (word in TENS and self.room < 100)):
            return False
        self.group = (self.group or Decimal(0)) + value
        self.room = 10 if word in TENS else 0
        return True

    def _take_scale(self, word: str, scale: int) -> bool:
        if self.group is None:
            return False
        if scale < 1000:
            if self.group >= 100:
                return False
            self.group *= scale
            self.room = 100 if word == "hundred" else 0
            return True
        if self.last_scale is not None and scale >= self.last_scale:
            return False
        self.total += self.group * scale
        self.last_scale = scale
        self.group, self.room = None, 1000
        return True
