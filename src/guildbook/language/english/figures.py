"""From the numbers of an English text to its figures: what each counts, how exactly, in which unit."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from guildbook.language.english import exclusions, lexicon
from guildbook.language.english.closed import find_closed
from guildbook.language.english.dates import DateSpan
from guildbook.language.english.ellipsis import Antecedent, names_part, noun_left_out
from guildbook.language.english.frames import antecedent, noun_before
from guildbook.language.english.nouns import NounPhrase, Token, noun_phrase_at, tokens_of
from guildbook.language.english.numbers import NumberSpan, scan_numbers
from guildbook.language.english.qualifiers import Qualified, qualify, qualify_after_noun
from guildbook.language.english.units import Unit, time_unit, unit_of
from guildbook.language.sentences import Layout
from guildbook.language.shapes import Qualifier

# How far behind a number its noun phrase is looked for, and how many numbers may share one noun.
_AHEAD = 160
_SHARED = 6
# More numbers than this, closer together than this many characters, are data and not prose: then only
# numbers with a noun behind them are read, so that a file of measurements costs no more than a text.
_PROSE_NUMBERS = 20_000
_PROSE_SPACING = 20
_NOUN_MAY_FOLLOW = re.compile(r"\+?\s?[A-Za-z%-]")
_JOIN = re.compile(r"\s*(?:,|and|or|to|through|-|—|/|,\s*and)\s*(?:nearly|almost|about|around|over|more than)?\s*$", re.IGNORECASE)
_RANGE_JOIN = re.compile(r"\s*(?:to|-|—)\s*$")
_BETWEEN = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)
_GROWTH = re.compile(
    r"\b(?:rose|risen|rise|rising|grew|grown|growing|growth|increas\w+|expand\w+|climb\w+|jump\w+|f[ae]ll\w*|dropp?\w*|declin\w+|reduc\w+|up|down|surg\w+|soar\w+)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
_GOVERNED = re.compile(r"\b(?:in|from|of|across|over|to|at|by|for|within)\s+$", re.IGNORECASE)
_OF_THEM = re.compile(r"\s+(?:of|out of|among)\s+(?:them|whom|which|these|those)\b", re.IGNORECASE)
_FRACTION_OF = re.compile(r"\s+(?:of|out of)\s+(?:the|these|those|all|them|which|whom|its|their|our)?\b")
_FIRST_FEW = re.compile(r"\bthe\s+first\s+$", re.IGNORECASE)
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
        phrase = NounPhrase(figure.counts_start, figure.counts_end, figure.counts_end, figure.head, figure.modifiers, True)
        self._recent = [*self._recent[-3:], Antecedent(phrase, governed is not None, sentence[0])]

    def _runs_into(self, number: NumberSpan, following: NumberSpan) -> bool:
        """Return whether only blanks part two numbers: no prose counts so."""
        gap = following.start - number.end
        return 0 < gap <= 2 and not self.flat[number.end : following.start].strip(" ") and self.flat[following.end : following.end + 1] != "-"

    def _is_closed(self, number: NumberSpan) -> bool:
        place = bisect_right(self._closed, (number.start, len(self.flat))) - 1
        if place >= 0 and self._closed[place][1] > number.start:
            return True
        return place + 1 < len(self._closed) and self._closed[place + 1][0] < number.end

    def _read(self, numbers: list[NumberSpan], index: int) -> FoundFigure | None:
        flat, number = self.flat, numbers[index]
        sentence = self.layout.sentence_at(number.start)
        paragraph = self.layout.paragraph_at(number.start)
        if exclusions.is_list_number(flat, paragraph.start, number):
            return None
        limit = min(sentence[1], number.end + _AHEAD)
        unit = unit_of(flat, number.start, number.end, sentence[0], limit)
        reason = exclusions.reason_against(flat, number, sentence, money=unit is not None and unit.start < number.start)
        if reason is None and index and self._refused == (numbers[index - 1].start, "name") and _JOIN.match(flat[numbers[index - 1].end : number.start]):
            reason = "name"
        if reason:
            self._refused = (number.start, reason)
            return None
        qualified = qualify(flat, sentence[0], unit.start if unit and unit.start < number.start else number.start, number.end, limit, number.value)
        noun_start = max(unit.end if unit else 0, qualified.after_end)
        ahead = self._noun_ahead(number, noun_start, limit)
        if unit is None and ahead is None and not exclusions.looks_like_year(number):
            unit = self._shared_unit(numbers, index, sentence)
        if exclusions.is_year(
            flat, number, sentence[0], counted=ahead is not None and ahead.plural, qualified=qualified.span is not None
        ) and not (unit and unit.name):
            return None
        if ahead and exclusions.is_scheme_name(tuple(flat[ahead.start : ahead.core_end].split()), flat[ahead.start : ahead.start + 1]):
            return None
        number = self._thousands(number, unit, ahead)
        if unit:
            return self._with_unit(number, unit, self._in_range(numbers, index, qualified, sentence), ahead, sentence)
        if ahead and not ahead.plural and names_part(flat, sentence[0], number.start):
            ahead = None
        phrase = ahead or self._shared(numbers, index, sentence)
        if phrase is None:
            phrase = noun_left_out(flat, self.layout, number, qualified, sentence, self._recent)
        if phrase is None:
            return None
        if self._points_back(number, phrase, sentence):
            return None
        qualified = self._in_range(numbers, index, qualified, sentence)
        if ahead and qualified.span is None:
            qualified = qualify_after_noun(flat, ahead.core_end, limit) or qualified
        return self._figure(number, phrase, qualified, time_unit(phrase.lemma))

    def _noun_ahead(self, number: NumberSpan, start: int, limit: int) -> NounPhrase | None:
        tokens = tokens_of(self.flat, start, limit)
        if tokens and tokens[0].text == "-" and tokens[0].start == start:
            # "30-member delegation" counts members.
            return noun_phrase_at(tokens[1:2], 0, singular=True)
        if len(tokens) > 2 and tokens[0].low == "of":
            tokens = _of_a_whole(tokens) if tokens[1].low in lexicon.DETERMINERS else tokens[1:] if number.printed[-1].isalpha() else tokens
        return noun_phrase_at(tokens, 0, singular=number.value == 1)

    def _thousands(self, number: NumberSpan, unit: Unit | None, ahead: NounPhrase | None) -> NumberSpan:
        """Read "10.000 students" as ten thousand: nobody counts thousandths of a student."""
        if unit is None and ahead and ahead.plural and re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", number.printed):
            return replace(number, value=Decimal(number.printed.replace(".", "")))
        return number

    def _shared(self, numbers: list[NumberSpan], index: int, sentence: tuple[int, int]) -> NounPhrase | None:
        """Return the noun that a following number shares: "10 to 15 colleges", "12, 15 and 20 students"."""
        for later in range(index + 1, min(index + _SHARED, len(numbers))):
            before, after = numbers[later - 1], numbers[later]
            if after.start >= sentence[1] or not _JOIN.match(self.flat[before.end : after.start]):
                return None
            limit = min(sentence[1], after.end + _AHEAD)
            unit = unit_of(self.flat, after.start, after.end, sentence[0], limit)
            if unit:
                return None
            qualified = qualify(self.flat, sentence[0], after.start, after.end, limit)
            phrase = self._noun_ahead(after, qualified.after_end, limit)
            if phrase:
                return phrase
        return None

    def _shared_unit(self, numbers: list[NumberSpan], index: int, sentence: tuple[int, int]) -> Unit | None:
        """Return the unit of the other end of a range: "35-40 per cent"."""
        if index + 1 >= len(numbers) or numbers[index + 1].start >= sentence[1]:
            return None
        following = numbers[index + 1]
        gap = self.flat[numbers[index].end : following.start]
        lead = self.flat[max(sentence[0], numbers[index].start - 12) : numbers[index].start]
        if _RANGE_JOIN.match(gap) or (gap.strip() == "and" and _BETWEEN.search(lead)):
            unit = unit_of(self.flat, following.start, following.end, sentence[0], min(sentence[1], following.end + _AHEAD))
            return unit if unit and unit.start >= following.end else None
        return None

    def _points_back(self, number: NumberSpan, phrase: NounPhrase, sentence: tuple[int, int]) -> bool:
        """Return whether "the two countries" only repeats what was named or counted before."""
        before = self.flat[max(sentence[0], number.start - 24) : number.start]
        if not _DEFINITE.search(before):
            return False
        if phrase.lemma in lexicon.TIME_UNITS:
            return number.in_words and bool(_FIRST_FEW.search(before))
        if (number.value, phrase.lemma) in self._seen:
            return True
        return number.in_words and number.value <= 10

    def _in_range(self, numbers: list[NumberSpan], index: int, qualified: Qualified, sentence: tuple[int, int]) -> Qualified:
        """Read the ends of a range as bounds: "10 to 15 colleges" is over 10 and almost 15; growth keeps both exact."""
        flat, number = self.flat, numbers[index]
        if qualified.span:
            return qualified
        lead = flat[max(sentence[0], number.start - 120) : number.start]
        if index + 1 < len(numbers):
            gap = flat[number.end : numbers[index + 1].start]
            between = re.search(r"\bbetween\s+$", lead, re.IGNORECASE) and gap.strip() == "and"
            if (between or _RANGE_JOIN.match(gap)) and numbers[index + 1].value > number.value and not _GROWTH.search(lead):
                return Qualified("over", None, qualified.after_end)
        if index:
            first = numbers[index - 1]
            gap = flat[first.end : number.start]
            opening = flat[max(sentence[0], first.start - 120) : first.start]
            between = re.search(r"\bbetween\s+$", opening, re.IGNORECASE) and gap.strip() == "and"
            if first.start >= sentence[0] and (between or _RANGE_JOIN.match(gap)) and first.value < number.value and not _GROWTH.search(opening):
                return Qualified("almost", None, qualified.after_end)
        return qualified

    def _with_unit(self, number: NumberSpan, unit: Unit, qualified: Qualified, ahead: NounPhrase | None, sentence: tuple[int, int]) -> FoundFigure | None:
        flat = self.flat
        value = number.value * unit.scale
        begin = min(unit.start, qualified.span[0] if qualified.span else number.start)
        of = _FRACTION_OF.match(flat, unit.end, sentence[1])
        phrase: NounPhrase | None = None
        if _OF_THEM.match(flat, unit.end, sentence[1]):
            phrase = antecedent(flat, sentence[0], begin)
        elif of:
            phrase = noun_phrase_at(tokens_of(flat, of.end(), min(sentence[1], of.end() + _AHEAD)), 0)
        phrase = phrase or (ahead if unit.name != "percent" or ahead and ahead.plural else None)
        if phrase is None and flat[max(0, begin - 1) : begin] != "(":
            phrase = noun_before(flat, sentence[0], begin, verb_qualifier=bool(qualified.span)) or ahead
        figure = self._figure(replace(number, value=value), phrase, qualified, unit.name) if phrase else None
        if figure:
            return figure
        noun_end = max(unit.end, number.end)
        return FoundFigure(number, value, qualified.qualifier, qualified.span, max(number.end, unit.start), noun_end, unit.noun, (), False, unit.name)

    def _figure(self, number: NumberSpan, phrase: NounPhrase, qualified: Qualified, unit: str | None) -> FoundFigure:
        modifiers = tuple(dict.fromkeys(lexicon.singular(word) for word in phrase.words))
        return FoundFigure(
            number, number.value, qualified.qualifier, qualified.span, phrase.start, phrase.end, phrase.lemma, modifiers, phrase.plural, unit
        )


def _of_a_whole(tokens: list[Token]) -> list[Token]:
    """Return the tokens behind "of the", "of its 26", where the noun of a part begins."""
    rest = tokens[2:]
    while rest and (rest[0].text[0].isdigit() or rest[0].low in lexicon.DETERMINERS):
        rest = rest[1:]
    return rest
