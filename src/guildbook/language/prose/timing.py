"""Which date a figure stands for, at which rate it is counted, and whether it is only aimed at."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from guildbook.language.dating import DateSpan
from guildbook.language.prose.dates import Dated
from guildbook.language.prose.grammar import Grammar
from guildbook.language.prose.lexicon import read_table
from guildbook.language.shapes import Role

_CLAUSE = re.compile(r"[,;:.()—，；。、]")
# A rate belongs to the figure it stands nearest to: it does not reach over another number.
_RATE_END = re.compile(_CLAUSE.pattern + r"|\d")
_CUE_REACH, _NEAR, _CLAUSE_REACH, _RATE_REACH = 120, 14, 60, 40


@lru_cache(maxsize=32)
def _rates(grammar: Grammar) -> tuple[re.Pattern[str], dict[str, str]]:
    by_word = {word.lower(): period for word, period in read_table(grammar.rates)}
    return re.compile(grammar.pattern(tuple(sorted(by_word, key=len, reverse=True)))), by_word


def rate_of(grammar: Grammar, low: str, sentence: tuple[int, int], start: int, phrase_end: int) -> str | None:
    """The period a figure is counted per, None for a plain count; said before the number or behind the phrase.

    A rate with a number behind it in its clause is that number's, unless a join parts the two.
    """
    pattern, by_word = _rates(grammar)
    clause = _RATE_END.search(low, phrase_end, sentence[1])
    behind = pattern.search(low, phrase_end, clause.start() if clause else sentence[1])
    if behind and behind.start() - phrase_end < _RATE_REACH:
        of_next = (
            clause is not None and clause.group().isdigit() and not _joins(grammar, low, behind.end(), clause.start())
        )
        if not of_next:
            return by_word[re.sub(r"\s+", " ", behind.group())]
    begin = max(sentence[0], start - _RATE_REACH)
    cut = max((match.end() for match in _RATE_END.finditer(low, begin, start)), default=begin)
    found = [match for match in pattern.finditer(low, cut, start) if not _joins(grammar, low, match.end(), start)]
    return by_word[re.sub(r"\s+", " ", found[-1].group())] if found else None


def _joins(grammar: Grammar, low: str, start: int, end: int) -> bool:
    """Whether a join such as “and” opens a stretch."""
    tokens = grammar.lexicon.tokens(low, start, end)
    return bool(tokens) and tokens[0].kind == "join"


class Timing:
    """The dates of a text, asked figure by figure."""

    def __init__(self, grammar: Grammar, low: str, dated: Dated) -> None:
        """Keep the dates in order."""
        self._low, self._dated = low, dated
        self._starts = [span.start for span in dated.spans]
        self._since_before = grammar.any_of(grammar.since_before) if grammar.since_before else None
        self._since_behind = grammar.any_of(grammar.since_behind) if grammar.since_behind else None
        self._founding = grammar.any_of(grammar.founding) if grammar.founding else None
        self._targets = grammar.any_of(grammar.targets) if grammar.targets else None
        self._actual = grammar.any_of(grammar.actual) if grammar.actual else None

    def _in(self, sentence: tuple[int, int]) -> list[DateSpan]:
        first, last = bisect_left(self._starts, sentence[0]), bisect_left(self._starts, sentence[1])
        return [span for span in self._dated.spans[first:last] if span.edtf][:40]

    def of(
        self, sentence: tuple[int, int], earlier: list[tuple[int, int]], start: int, phrase_end: int
    ) -> tuple[str | None, str | None]:
        """`(date, since)` of the figure at `start`; `earlier` are the paragraph's sentences before."""
        since: str | None = None
        usable: list[DateSpan] = []
        for span in self._in(sentence):
            kind = self._kind(span, sentence)
            if kind == "since":
                since = span.edtf
            elif kind == "date":
                usable.append(span)
        before = [span for span in usable if span.end <= start]
        behind = [span for span in usable if span.start >= phrase_end]
        if behind and behind[0].start - phrase_end < _NEAR:
            return behind[0].edtf, since
        if before:
            return before[-1].edtf, since
        if behind:
            return behind[0].edtf, since
        for previous in reversed(earlier[-3:]):
            for span in reversed(self._in(previous)):
                ahead = bool(self._dated.date) and (span.edtf or "")[:10] > (self._dated.date or "")
                if not ahead and self._kind(span, previous) == "date":
                    return span.edtf, since
        return self._dated.as_of, since

    def _kind(self, span: DateSpan, sentence: tuple[int, int]) -> str:
        low = self._low
        before = low[max(sentence[0], span.start - _NEAR) : span.start]
        after = low[span.end : min(sentence[1], span.end + _NEAR)]
        if self._since_before and any(not before[m.end() :].strip() for m in self._since_before.finditer(before)):
            return "since"
        if self._since_behind and (match := self._since_behind.search(after)) and match.start() < 4:
            return "since"
        if self._founding:
            clause_end = _CLAUSE.search(low, span.end, min(sentence[1], span.end + _NEAR))
            clause = low[span.end : clause_end.start() if clause_end else min(sentence[1], span.end + _NEAR)]
            if any(not before[m.end() :].strip(" 于在") for m in self._founding.finditer(before)):
                return "other"
            founded = self._founding.search(clause)
            if founded and not re.search(r"\d", clause) and not clause[founded.end() :].strip(" 的来以"):
                return "other"
        return "date"

    def role_of(self, sentence: tuple[int, int], start: int) -> Role:
        """Return "target" where the sentence speaks of what is to come."""
        if self._targets is None:
            return "actual"
        begin = max(sentence[0], start - _CUE_REACH)
        cues = list(self._targets.finditer(self._low, begin, start))
        if not cues:
            return "actual"
        reached = self._actual.search(self._low, cues[-1].end(), start) if self._actual else None
        return "actual" if reached else "target"
