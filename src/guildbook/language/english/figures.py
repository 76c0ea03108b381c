"""From the numbers of an English text to its figures: what each counts, how exactly, in which unit."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from guildbook.language.dating import DateSpan
from guildbook.language.english import exclusions
from guildbook.language.english.closed import find_closed
from guildbook.language.english.ellipsis import Antecedent, names_part, noun_left_out
from guildbook.language.english.frames import antecedent, noun_before, noun_ending
from guildbook.language.english.inflection import singular
from guildbook.language.english.nouns import NounPhrase, noun_phrase_at
from guildbook.language.english.numbers import NumberSpan, scan_numbers
from guildbook.language.english.qualifiers import Qualified, qualify, qualify_after_noun
from guildbook.language.english.ranges import AHEAD, bound, joined, noun_ahead, shared_noun, shared_unit
from guildbook.language.english.tokens import tokens_of
from guildbook.language.english.units import Unit, time_unit, unit_of
from guildbook.language.sentences import Layout
from guildbook.language.shapes import Qualifier

# More numbers than this, closer together than this many characters, are data and not prose: then only
# numbers with a noun behind them are read, so that a file of measurements costs no more than a text.
_PROSE_NUMBERS = 20_000
_PROSE_SPACING = 20
_NOUN_MAY_FOLLOW = re.compile(r"\+?\s?[A-Za-z%-]")
_GOVERNED = re.compile(r"\b(?:in|from|of|across|over|to|at|by|for|within)\s+$", re.IGNORECASE)
_OF_THEM = re.compile(r"\s+(?:of|out of|among)\s+(?:them|whom|which|these|those)\b", re.IGNORECASE)
_SHARE_REACH = 240
_DOTTED_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_FRACTION_OF = re.compile(r"\s+(?:of|out of)\s+(?:the|these|those|all|them|which|whom|its|their|our)?\b")
_FIRST_FEW = re.compile(r"\b(?:first|final|opening)\s+$", re.IGNORECASE)
_DEFINITE = re.compile(r"\bthe\s+(?:first\s+|last\s+|other\s+|remaining\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure as far as its own words tell."""

    number: NumberSpan
    value: Decimal
    qualifier: Qualifier
    qualifier_span: tuple[int, int] | None
    counts_start: int
    counts_end: int
    head: str
    modifiers: tuple[str, ...]
    plural: bool
    unit: str | None


class FigureFinder:
    """Finds the figures of one text; keeps what earlier numbers counted, for back-references and ellipses."""

    def __init__(self, flat: str, layout: Layout, dates: Sequence[DateSpan]) -> None:
        """Prepare the places of the text whose numbers are never figures."""
        self.flat = flat
        self.layout = layout
        spans = sorted([(d.start, d.end) for d in dates] + find_closed(flat))
        self._closed: list[tuple[int, int]] = []
        for start, end in spans:
            if self._closed and start < self._closed[-1][1]:
                self._closed[-1] = (self._closed[-1][0], max(end, self._closed[-1][1]))
            else:
                self._closed.append((start, end))
        self._seen: set[tuple[Decimal, str]] = set()
        # Start and reason of the number refused last: "Articles 5 and 6" refuses both.
        self._refused = (-1, "")
        self._recent: list[Antecedent] = []
        self._share: NounPhrase | None = None

    def find(self) -> list[FoundFigure]:
        """Return the figures in reading order."""
        numbers = [n for n in scan_numbers(self.flat) if not self._is_closed(n)]
        data = len(numbers) > _PROSE_NUMBERS and len(numbers) * _PROSE_SPACING > len(self.flat)
        found: list[FoundFigure] = []
        for index, number in enumerate(numbers):
            if index + 1 < len(numbers) and self._runs_into(number, numbers[index + 1]):
                continue
            if data and not _NOUN_MAY_FOLLOW.match(self.flat, number.end):
                continue
            if data and index + 1 < len(numbers) and numbers[index + 1].start - number.end <= 5:
                continue
            figure = self._read(numbers, index)
            if figure:
                found.append(figure)
                self._remember(figure)
                self._seen.add((figure.value, figure.head))
        return found

    def _remember(self, figure: FoundFigure) -> None:
        """Keep what a later number without a noun may mean."""
        if figure.unit not in (None, "percent") or not figure.plural:
            return
        begin = figure.qualifier_span[0] if figure.qualifier_span else figure.number.start
        sentence = self.layout.sentence_at(figure.number.start)
        governed = _GOVERNED.search(self.flat, max(sentence[0], begin - 12), begin)
        phrase = NounPhrase(
            figure.counts_start, figure.counts_end, figure.counts_end, figure.head, figure.modifiers, True
        )
        if figure.unit == "percent":
            self._share = phrase
        self._recent = [*self._recent[-3:], Antecedent(phrase, governed is not None, sentence[0])]

    def _runs_into(self, number: NumberSpan, following: NumberSpan) -> bool:
        """Return whether only blanks part two numbers: no prose counts so."""
        gap = following.start - number.end
        return (
            0 < gap <= 2
            and not self.flat[number.end : following.start].strip(" ")
            and self.flat[following.end : following.end + 1] != "-"
        )

    def _is_closed(self, number: NumberSpan) -> bool:
        place = bisect_right(self._closed, (number.start, len(self.flat))) - 1
        if place >= 0 and self._closed[place][1] > number.start:
            return True
        return place + 1 < len(self._closed) and self._closed[place + 1][0] < number.end

    def _read(self, numbers: list[NumberSpan], index: int) -> FoundFigure | None:
        flat, number = self.flat, numbers[index]
        sentence = self.layout.sentence_at(number.start)
        limit = min(sentence[1], number.end + AHEAD)
        unit = unit_of(flat, number.start, number.end, sentence[0], limit)
        if self._is_refused(numbers, index, sentence, unit):
            return None
        first = min(unit.start, number.start) if unit else number.start
        qualified = qualify(flat, sentence[0], first, number.end, limit, number.value)
        ahead = noun_ahead(flat, number, max(unit.end if unit else 0, qualified.after_end), limit)
        if unit is None and ahead is None and not exclusions.looks_like_year(number):
            unit = shared_unit(flat, numbers, index, sentence)
        if self._is_named_or_year(number, unit, qualified, ahead, sentence):
            return None
        number = _thousands(number, unit, ahead)
        if unit:
            return self._with_unit(number, unit, bound(flat, numbers, index, qualified, sentence), ahead, sentence)
        if ahead and not ahead.plural and names_part(flat, sentence[0], number.start):
            ahead = None
        phrase = (
            ahead
            or shared_noun(flat, numbers, index, sentence)
            or noun_left_out(flat, self.layout, number, qualified, sentence, self._recent)
        )
        if phrase is None or self._points_back(number, phrase, sentence):
            return None
        qualified = bound(flat, numbers, index, qualified, sentence)
        if ahead and qualified.span is None:
            qualified = qualify_after_noun(flat, ahead.core_end, limit) or qualified
        return _figure(number, phrase, qualified, time_unit(phrase.lemma))

    def _is_refused(self, numbers: list[NumberSpan], index: int, sentence: tuple[int, int], unit: Unit | None) -> bool:
        """Return whether what touches the number, or the number it is joined to, says that it is no figure."""
        number = numbers[index]
        if exclusions.is_list_number(self.flat, self.layout.paragraph_at(number.start).start, number):
            return True
        money = unit is not None and unit.start < number.start
        reason = exclusions.reason_against(self.flat, number, sentence, money=money)
        if reason is None and index and self._refused == (numbers[index - 1].start, "name"):
            reason = "name" if joined(self.flat, numbers[index - 1], number) else None
        if reason:
            self._refused = (number.start, reason)
        return reason is not None

    def _is_named_or_year(
        self,
        number: NumberSpan,
        unit: Unit | None,
        qualified: Qualified,
        ahead: NounPhrase | None,
        sentence: tuple[int, int],
    ) -> bool:
        """Return whether the number is a year, or part of the name of a scheme."""
        counted = ahead is not None and ahead.plural
        if unit is None and exclusions.is_year(
            self.flat, number, sentence[0], counted=counted, qualified=qualified.span is not None
        ):
            return True
        if ahead is None:
            return False
        words = self.flat[ahead.start : ahead.core_end].split()
        # "1100 Quezon City" is an address: a name in the singular is not what several of are counted.
        named = not ahead.plural and number.value > 1 and not number.in_words and _all_capitalised(words)
        return exclusions.is_scheme_name(words) or (named and unit is None and qualified.span is None)

    def _points_back(self, number: NumberSpan, phrase: NounPhrase, sentence: tuple[int, int]) -> bool:
        """Return whether "the two countries" only repeats what was named or counted before."""
        before = self.flat[max(sentence[0], number.start - 24) : number.start]
        if time_unit(phrase.lemma) and _FIRST_FEW.search(before):
            return True
        if not _DEFINITE.search(before):
            return False
        if time_unit(phrase.lemma):
            return False
        return (number.value, phrase.lemma) in self._seen or (number.in_words and number.value <= 10)

    def _with_unit(
        self, number: NumberSpan, unit: Unit, qualified: Qualified, ahead: NounPhrase | None, sentence: tuple[int, int]
    ) -> FoundFigure:
        number = replace(number, value=number.value * unit.scale)
        begin = min(unit.start, qualified.span[0] if qualified.span else number.start)
        phrase = self._measured(unit, begin, bool(qualified.span), ahead, sentence)
        if phrase is None:
            # Nothing says what was measured: the unit's own word stands for it.
            start = unit.start if unit.start >= number.end else unit.end
            phrase = NounPhrase(start, unit.end, unit.end, unit.noun, (), plural=False)
        return _figure(number, phrase, qualified, unit.name)

    def _measured(
        self, unit: Unit, begin: int, is_qualified: bool, ahead: NounPhrase | None, sentence: tuple[int, int]
    ) -> NounPhrase | None:
        """Return what a percentage, sum of money or measure is of."""
        flat = self.flat
        phrase: NounPhrase | None = None
        whole = _FRACTION_OF.match(flat, unit.end, sentence[1])
        if _OF_THEM.match(flat, unit.end, sentence[1]):
            phrase = antecedent(flat, sentence[0], begin)
        elif whole:
            phrase = noun_phrase_at(tokens_of(flat, whole.end(), min(sentence[1], whole.end() + AHEAD)), 0)
        if phrase is None and ahead and (unit.name != "percent" or ahead.plural):
            phrase = ahead
        if phrase is None and flat[max(0, begin - 1) : begin] == "(":
            return noun_ending(flat, sentence[0], begin - 1)
        if phrase is None and unit.name == "percent":
            phrase = noun_before(flat, sentence[0], begin, verb_qualifier=is_qualified) or self._last_share(begin)
        if phrase is None:
            phrase = noun_before(flat, sentence[0], begin, verb_qualifier=is_qualified, measured=True)
        # "98% satisfaction", but not "85.7 percent believe".
        return phrase or (ahead if unit.name != "percent" or flat[unit.end - 1] == "%" else None)

    def _last_share(self, begin: int) -> NounPhrase | None:
        """Return what the percentage before was of: "80 percent of students …, and 60 percent …"."""
        return self._share if self._share and 0 < begin - self._share.end < _SHARE_REACH else None


def _all_capitalised(words: list[str]) -> bool:
    return len(words) > 1 and all(word[:1].isupper() for word in words)


def _thousands(number: NumberSpan, unit: Unit | None, ahead: NounPhrase | None) -> NumberSpan:
    """Read "10.000 students" as ten thousand: nobody counts thousandths of a student."""
    if unit is None and ahead and ahead.plural and _DOTTED_THOUSANDS.fullmatch(number.printed):
        return replace(number, value=Decimal(number.printed.replace(".", "")))
    return number


def _figure(number: NumberSpan, phrase: NounPhrase, qualified: Qualified, unit: str | None) -> FoundFigure:
    return FoundFigure(
        number=number,
        value=number.value,
        qualifier=qualified.qualifier,
        qualifier_span=qualified.span,
        counts_start=phrase.start,
        counts_end=phrase.end,
        head=phrase.lemma,
        modifiers=tuple(dict.fromkeys(singular(word) for word in phrase.words)),
        plural=phrase.plural,
        unit=unit,
    )
