"""From the numbers of a text to its figures: what each counts, how exactly, in which unit."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from guildbook.language.prose.behind import Behind
from guildbook.language.prose.closed import find_closed
from guildbook.language.prose.grammar import BUDDHIST_FROM, Grammar, as_qualifier
from guildbook.language.prose.lexicon import Token, words_of
from guildbook.language.prose.nouns import NounPhrase, Nouns
from guildbook.language.prose.numerals import Number, Numerals
from guildbook.language.sentences import Layout
from guildbook.language.shapes import Qualifier

_YEARS = (1800, 2199)
_WINDOW = 32
_LONGEST_TO = 16
_LEAD = 16
_TO = re.compile(r"\s?(?:-|—|~|至|到|–)\s?$")
# Nobody counts thousandths of a thing.
_DOTTED_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
TIME_UNITS = frozenset({"year", "month", "week", "day", "hour", "minute", "semester", "decade", "quarter"})


@dataclass(frozen=True, slots=True)
class Found:
    """A figure as far as its own words tell."""

    value: Decimal
    start: int
    end: int
    qualifier: Qualifier
    qualifier_span: tuple[int, int] | None
    counts_start: int
    counts_end: int
    head: str
    modifiers: tuple[str, ...]
    unit: str | None
    phrase_end: int


class FigureFinder:
    """Finds the figures of one text."""

    def __init__(
        self, grammar: Grammar, numerals: Numerals, low: str, layout: Layout, dates: Sequence[tuple[int, int]]
    ) -> None:
        """Prepare the places of the text whose numbers are never figures."""
        self._grammar, self._numerals, self._low, self._layout = grammar, numerals, low, layout
        starts = [paragraph.start for paragraph in layout.paragraphs]
        spans = sorted([*dates, *find_closed(low, grammar, starts)])
        self._closed: list[tuple[int, int]] = []
        for start, end in spans:
            if self._closed and start < self._closed[-1][1]:
                self._closed[-1] = (self._closed[-1][0], max(end, self._closed[-1][1]))
            else:
                self._closed.append((start, end))
        self._closed_starts = [span[0] for span in self._closed]
        self._nouns = Nouns(grammar, low)
        self._link = re.compile(rf"\s*(?:{grammar.pattern(grammar.link_words)})?\s*")
        located = words_of(grammar.located)
        self._located = re.compile(rf"{grammar.pattern(located)}\s*$") if located else None
        self._floor = 0
        # Classifier, place and phrase of the number read last.
        self._last: tuple[str, int, NounPhrase | None] = ("", -1, None)
        self._behind = Behind(grammar, low)

    def find(self) -> list[Found]:
        """The figures in reading order."""
        numbers = [n for n in self._numerals.find(self._low) if not self._is_closed(n)]
        starts = [number.start for number in numbers]
        found: list[Found] = []
        upper = -1
        for place, number in enumerate(numbers):
            following = numbers[place + 1] if place + 1 < len(numbers) else None
            # A phrase before a number begins behind the number before it.
            self._floor = numbers[place - 1].end if place else 0
            lower = self._range(number, following) if following is not None else None
            figure = lower or self._read(number, starts[place + 1 : place + 4])
            if figure is None:
                continue
            if lower is not None and following is not None:
                upper = following.start
            elif number.start == upper and figure.qualifier_span is None:
                figure = replace(figure, qualifier="almost")
            found.append(figure)
        return found

    def _is_closed(self, number: Number) -> bool:
        place = bisect_right(self._closed_starts, number.start) - 1
        if place >= 0 and self._closed[place][1] > number.start:
            return True
        return place + 1 < len(self._closed) and self._closed[place + 1][0] < number.end

    def _read(self, number: Number, behind: Sequence[int]) -> Found | None:
        grammar, low = self._grammar, self._low
        sentence = self._layout.sentence_at(number.start)
        limit = sentence[1]
        unit = self._unit(number, sentence)
        first = unit.start if unit else number.start
        around = self._qualifier_before(sentence[0], first, number.end)
        around.take(grammar.qualifier_at_number.match(low, number.end, limit), again=True)
        unit = unit or self._unit_behind(around.at, limit)
        if unit:
            return self._with_unit(number, unit, around, sentence, min(first, number.start), behind)
        classifier = grammar.classifier.match(low, around.at, limit)
        word = classifier.group("word") if classifier else ""
        if classifier:
            around.at = classifier.end()
            around.take(grammar.qualifier_at_noun.match(low, around.at, limit))
        begin = around.begin(number.start)
        place = classifier.span("word") if classifier else None
        phrase = self._counted(number, around.at, limit, behind, begin, sentence[0], word, place)
        if phrase is None and word and self._last[0] == word and self._last[1] >= sentence[0]:
            # “结成友好城市125对，其中与东盟国家57对”: the noun of the number before.
            phrase = self._last[2]
        if phrase is not None and word:
            # “在3个国家建成5个”: where something was done is not what the next number counts.
            where = self._located.search(low, sentence[0], begin) if self._located else None
            self._last = (word, number.start, None if where else phrase)
        if phrase is None or self._is_refused(number, phrase, classifier is not None, around.span is not None):
            return None
        reached = max(around.at, phrase.end)
        if phrase.start >= number.end:
            around.take(grammar.qualifier_at_noun.match(low, phrase.end, limit))
        return self._figure(number, self._whole(number), around, phrase, None, reached)

    def _unit(self, number: Number, sentence: tuple[int, int]) -> _Unit | None:
        """A currency sign or a word for percent before a number."""
        floor = max(sentence[0], number.start - _LEAD)
        if money := self._grammar.money_sign.search(self._low, floor, number.start):
            return _Unit(self._grammar.money_signs[money.group("sign")], money.start(), None, 1)
        if percent := self._grammar.percent_lead.search(self._low, floor, number.start):
            return _Unit("percent", percent.start(), None, 1)
        return None

    def _unit_behind(self, at: int, limit: int) -> _Unit | None:
        match = self._grammar.unit.match(self._low, at, limit)
        if match is None:
            return None
        word = match.group("word")
        return _Unit(self._grammar.unit_names[word], at, match.end(), self._grammar.scales.get(word, 1))

    def _whole(self, number: Number) -> Decimal:
        """The value of a plain count: “10.000 guru” are ten thousand where 10.5 is printed with a point, too."""
        printed = self._low[number.start : number.end]
        return Decimal(printed.replace(".", "")) if _DOTTED_THOUSANDS.fullmatch(printed) else number.value

    def _range(self, number: Number, following: Number) -> Found | None:
        """The lower end of a range (“10至15个”) counts what its upper end does, and more than it says."""
        gap = self._low[number.end : following.start]
        if len(gap) > _LONGEST_TO or not (_TO.fullmatch(gap) or self._grammar.range_words.fullmatch(gap.strip())):
            return None
        upper = self._read(following, ())
        if upper is None or upper.qualifier_span is not None:
            return None
        return Found(
            number.value,
            number.start,
            number.end,
            "over",
            None,
            upper.counts_start,
            upper.counts_end,
            upper.head,
            upper.modifiers,
            upper.unit,
            upper.phrase_end,
        )

    def _qualifier_before(self, floor: int, start: int, end: int) -> _Around:
        match = self._grammar.qualifier_before.search(self._low, max(floor, start - _WINDOW), start)
        around = _Around("exactly", None, end)
        for name, words in match.groupdict().items() if match else ():
            if match and words is not None and not self._in_longer_word(floor, *match.span(name)):
                around.qualifier, around.span = as_qualifier(name), match.span(name)
        return around

    def _in_longer_word(self, floor: int, start: int, end: int) -> bool:
        """Whether what reads as a qualifier is the end of a word (ประมาณ, “about”, of งบประมาณ, “budget”)."""
        if self._grammar.spaced or start == floor:
            return False
        tokens = self._grammar.lexicon.tokens(self._low, max(floor, start - _WINDOW), end)
        return any(token.start < start < token.end and token.kind in ("noun", "modifier") for token in tokens)

    def _counted(
        self,
        number: Number,
        at: int,
        limit: int,
        behind: Sequence[int],
        begin: int,
        floor: int,
        word: str,
        span: tuple[int, int] | None,
    ) -> NounPhrase | None:
        """The phrase a plain number counts: behind it, before it, or the classifier itself."""
        grammar = self._grammar
        if grammar.number_behind:
            sure = number.large or begin < number.start or (span is None and at > number.end)
            found = self._behind.counted(at, limit, behind, begin, floor, span, sure)
            ahead = None if found else self._nouns.ahead(at, limit, behind)
            return found or (ahead if ahead and ahead.head.kind == "noun" else None)
        ahead = self._nouns.ahead(at, limit, behind)
        if ahead and ahead.head.kind == "word" and not ahead.head.text.strip():
            ahead = None
        before = None
        if ahead is None:
            reach = grammar.reach.search(self._low, max(floor, begin - _WINDOW), begin)
            before = self._nouns.before(reach.start() if reach else begin, max(floor, self._floor))
        chosen = ahead or before
        own = grammar.classifier_glosses.get(word, "")
        if chosen is None or (word in grammar.person_classifiers and not self._is_person(chosen)):
            if span is None:
                return chosen
            if own:
                return NounPhrase(span[0], span[1], Token(word, span[0], span[1], "noun", own), (), own)
            return chosen
        return chosen

    def _is_person(self, phrase: NounPhrase) -> bool:
        """Whether a phrase names people; an unknown noun behind the number may."""
        persons = self._grammar.person_words
        return (
            any(token.gloss and set(token.gloss.split()) & persons for token in phrase.words)
            or phrase.head.kind == "word"
        )

    def _is_refused(self, number: Number, phrase: NounPhrase, classified: bool, qualified: bool) -> bool:
        """Whether a number is a year, or a number word that only belongs to another word."""
        value = number.value
        apart = self._grammar.number_behind and phrase.end <= number.start
        apart = apart and (qualified or phrase.head.kind == "noun")
        apart = apart and not self._low[number.end : number.end + 1].isalpha()
        if number.in_words and (value <= 1 or not (classified or number.large or self._grammar.spaced or apart)):
            return True
        year = not number.in_words and not classified and not qualified and number.end - number.start == 4
        printed = self._low[number.start : number.end]
        if year and printed.isdigit() and (_YEARS[0] <= value <= _YEARS[1] or BUDDHIST_FROM <= value <= 2600):
            return phrase.start < number.end or phrase.head.kind != "noun" or number.value > 1990
        return False

    def _with_unit(
        self,
        number: Number,
        unit: _Unit,
        around: _Around,
        sentence: tuple[int, int],
        first: int,
        behind: Sequence[int],
    ) -> Found | None:
        """A percentage, sum of money, measure or span of time: of what stands beside it, or the unit itself."""
        own = (around.at, around.at if unit.end is None else unit.end)
        around.at = own[1]
        around.take(self._grammar.qualifier_at_noun.match(self._low, around.at, sentence[1]))
        if unit.name in TIME_UNITS and number.in_words and number.value <= 1:
            return None
        phrase = self._of_unit(unit.name, around.at, around.begin(first), sentence, behind)
        if phrase is None:
            start, end = own if own[1] > own[0] else (number.start, number.end)
            text = self._low[start:end].strip() or unit.name
            phrase = NounPhrase(start, end, Token(text, start, end, "noun", unit.name), ())
        return self._figure(number, number.value * unit.scale, around, phrase, unit.name, max(around.at, phrase.end))

    def _of_unit(
        self, name: str, at: int, begin: int, sentence: tuple[int, int], behind: Sequence[int]
    ) -> NounPhrase | None:
        """What a percentage, sum or measure is of: the noun before it or behind it, by the language's own order."""
        if name in TIME_UNITS:
            return None
        low, grammar = self._low, self._grammar
        reach = grammar.reach.search(low, max(sentence[0], begin - _WINDOW), begin)
        before = self._nouns.before(reach.start() if reach else begin, max(sentence[0], self._floor))
        link = self._link.match(low, at, sentence[1])
        ahead = self._nouns.ahead(link.end() if link else at, sentence[1], behind)
        if grammar.head == "first" and before is not None and not before.head.gloss:
            # “Ông cho biết 78 % sinh viên …”: a word that nobody knows is no measure of anything.
            before = None
        if grammar.head == "first" and ahead is not None and (ahead.head.gloss or before is None):
            return ahead
        return before or ahead

    @staticmethod
    def _figure(
        number: Number, value: Decimal, around: _Around, phrase: NounPhrase, unit: str | None, phrase_end: int
    ) -> Found:
        modifiers = tuple(dict.fromkeys(token.text for token in phrase.words if token.start != phrase.head.start))
        return Found(
            value,
            number.start,
            number.end,
            around.qualifier,
            around.span,
            phrase.start,
            phrase.end,
            phrase.head.text,
            modifiers,
            unit,
            phrase_end,
        )


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit: `start` lies before the number for signs, `end` behind its word (None for signs)."""

    name: str
    start: int
    end: int | None
    scale: int


@dataclass(slots=True)
class _Around:
    """What was read around a number so far: how exact it is said to be, and where reading goes on behind it."""

    qualifier: Qualifier
    span: tuple[int, int] | None
    at: int

    def take(self, match: re.Match[str] | None, again: bool = False) -> None:
        """Take a qualifier behind; only one tells, unless it stands directly at the number (`again`)."""
        if match is None or match.lastgroup is None or (self.span is not None and not again):
            return
        self.qualifier, self.span = as_qualifier(match.lastgroup), match.span(match.lastgroup)
        self.at = max(self.at, match.end())

    def begin(self, start: int) -> int:
        """Where the number begins with a qualifier before it."""
        return self.span[0] if self.span and self.span[0] < start else start
