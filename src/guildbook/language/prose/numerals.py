"""Numbers of a text: digits, number words, and both together (“13.1万”, “2 triệu”, “两万五千”)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from guildbook.language.prose.grammar import Grammar
from guildbook.language.syllables import may_break

# Longer digits are serials, and longer chains of number words no number.
_MOST_DIGITS = 15
_TEN = 10
_LONGEST_WORD = 24
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?!\d)|[1-9]\d{0,2}(?:\.\d{3})+(?!\d)")
_LITERAL = r"\d+(?:[.,]\d+)*"


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its place; `in_words` where no digit is printed, `large` where a word such as 万 scales it."""

    value: Decimal
    start: int
    end: int
    in_words: bool
    large: bool


def literal(printed: str, decimal_comma: bool) -> Decimal | None:
    """Digits as a value: groups of three are thousands, else the language's own decimal sign parts a fraction."""
    if printed.isdigit():
        return Decimal(printed) if len(printed) <= _MOST_DIGITS else None
    sign, other = (",", ".") if decimal_comma else (".", ",")
    whole, found, fraction = printed.partition(sign)
    if found and fraction.isdigit() and _is_whole(whole, other):
        grouped = not decimal_comma or len(fraction) != 3 or whole.startswith("0") or other in whole
        # “10,000” in a language that writes 10.000: three digits behind the sign are thousands there as well.
        return Decimal(f"{whole.replace(other, '')}.{fraction}") if grouped else Decimal(whole + fraction)
    if _GROUPED.fullmatch(printed):
        return Decimal(printed.replace(",", "").replace(".", ""))
    return None


def _is_whole(text: str, separator: str) -> bool:
    return text.isdigit() or (separator in text and bool(_GROUPED.fullmatch(text)))


class Numerals:
    """Finds the numbers of one language."""

    def __init__(self, grammar: Grammar) -> None:
        """Build the patterns of the grammar's number words."""
        words = grammar.numbers
        self._grammar = grammar
        self._values = {
            **{word.lower(): ("unit", value) for word, value in words.units.items()},
            **{word.lower(): ("teen", value) for word, value in words.teens.items()},
            **{word.lower(): ("small", value) for word, value in words.small.items()},
            **{word.lower(): ("large", value) for word, value in words.large.items()},
            **{word.lower(): ("joint", 0) for word in words.joints},
        }
        ordered = sorted(self._values, key=lambda word: (-len(word), word))
        said = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) or "(?!)"
        gap = r"[\s-]*" if grammar.spaced else r"\s?"
        part = rf"(?:{said})(?![^\W\d_])" if grammar.spaced else rf"(?:{said})"
        first = rf"(?<![^\W_])(?:{said})(?![^\W\d_])" if grammar.spaced else rf"(?:{said})"
        self._chain = re.compile(rf"(?:{_LITERAL}|{first})(?:{gap}(?:(?<!\d)(?<![.,]){_LITERAL}|{part}))*")
        self._joints = frozenset(word.lower() for word in words.joints)
        self._part = re.compile(rf"{_LITERAL}|{said}")

    def find(self, low: str, start: int = 0, end: int | None = None) -> list[Number]:
        """The numbers between two offsets of plain lower-case text, in order."""
        found: list[Number] = []
        stop = len(low) if end is None else end
        at = start
        while match := self._chain.search(low, at, stop):
            if self._grammar.number_behind and (beyond := self._end_of_word(low, match.start())):
                at = beyond
                continue
            number = self._led(low, match.start(), match.end()) or self._read(low, match.start(), match.end())
            if number is not None and self._stands_alone(low, number):
                found.append(number)
            at = match.end() if number is None else number.end
        return found

    def _led(self, low: str, start: int, end: int) -> Number | None:
        """A number whose multiplying word stands before its digits."""
        word = self._part.match(low, start, end)
        worth = self._grammar.numbers.leading.get(word.group()) if word else None
        digits = re.compile(rf"\s?({_LITERAL})").match(low, word.end(), end) if word and worth else None
        value = literal(digits.group(1), self._grammar.decimal_comma) if digits else None
        if digits is None or value is None or worth is None:
            return None
        return Number(value * worth, start, digits.end(), in_words=False, large=True)

    def _end_of_word(self, low: str, at: int) -> int:
        """Where a longer word ends that a number word at this place is only part of (ရာ, “hundred”, of ဆရာ), else 0."""
        if low[at].isdigit():
            return 0
        part = self._part.match(low, at)
        end = part.end() if part else at + 1
        for start in range(max(0, at - _LONGEST_WORD), at + 1):
            word = self._grammar.lexicon.word_at(low, start)
            if word and word.kind in ("noun", "modifier", "verb") and word.end > at + (start == at) * (end - at):
                return word.end
        return 0

    def _stands_alone(self, low: str, number: Number) -> bool:
        before, after = low[number.start - 1 : number.start], low[number.end : number.end + 1]
        if (
            before.isascii()
            and before.isalpha()
            and not self._grammar.money_sign.search(low[max(0, number.start - 4) : number.start])
        ):
            return False
        if number.in_words and not self._grammar.spaced:
            return may_break(low, number.start) and may_break(low, number.end)
        return not (after.isascii() and after.isalpha() and not number.in_words and not self._is_word(low, number.end))

    def _is_word(self, low: str, at: int) -> bool:
        """Whether letters glued to digits are a unit or word of the language (“10km”, “57trường”)."""
        if self._grammar.unit.match(low, at) or self._grammar.classifier.match(low, at):
            return True
        glued = f" {low[at : at + 24]}"
        return self._grammar.spaced and any(
            token.gloss for token in self._grammar.lexicon.tokens(glued, 1, len(glued))[:1]
        )

    def _read(self, low: str, start: int, end: int) -> Number | None:
        """The longest beginning of a chain that is one number; None for digit words in a row (“二〇二三”, “三四”)."""
        sum_ = _Sum()
        reached = start
        for part in self._part.finditer(low, start, end):
            text = re.sub(r"\s+", " ", part.group())
            if text[0].isdigit():
                value = literal(text, self._grammar.decimal_comma)
                if self._grammar.number_behind and sum_.in_words and sum_.value:
                    break
                if value is None or not sum_.take_digits(value):
                    break
            else:
                unit = self._grammar.unit.match(low, part.start()) if self._grammar.number_behind else None
                if unit and unit.end() > part.end():
                    break
                kind, worth = self._values[text]
                if (
                    not self._grammar.spaced
                    and kind == "unit"
                    and sum_.digit is not None
                    and worth < _TEN
                    and sum_.in_words
                    and sum_.digit < _TEN
                ):
                    return None
                if not sum_.take(kind, worth):
                    break
            if text not in self._joints:
                reached = part.end()
        return Number(sum_.value, start, reached, sum_.in_words, sum_.large) if reached > start else None


class _Sum:
    """A number as it is put together from left to right."""

    def __init__(self) -> None:
        self.total = self.section = Decimal(0)
        self.digit: Decimal | None = None
        self.in_words, self.large, self._last_small = True, False, 0

    @property
    def value(self) -> Decimal:
        """What was put together so far."""
        return self.total + self.section + (self.digit or 0)

    def take_digits(self, value: Decimal) -> bool:
        """Add a printed number; False if one stands there already."""
        if self.digit is not None:
            return False
        self.digit, self.in_words = value, False
        return True

    def take(self, kind: str, worth: int) -> bool:
        """Add a word; False if it begins another number."""
        if kind == "joint":
            return bool(self.value)
        if kind == "unit":
            if self.digit is not None or (worth >= _TEN and 0 < self._last_small <= worth):
                return False
            self.digit = Decimal(worth)
        elif kind == "teen":
            if self.digit is None:
                return False
            self.digit += worth
        elif kind == "small":
            if self.digit is None and 0 < self._last_small <= worth:
                return False
            self.section += (Decimal(1) if self.digit is None else self.digit) * worth
            self.digit, self._last_small = None, worth
        else:
            group = self.section + (self.digit or 0)
            if not self.value:
                group = Decimal(1)
            self.total = (self.total + group) * worth if worth > self.total else self.total + group * worth
            self.section, self.digit, self._last_small, self.large = Decimal(0), None, 0, True
        return True
