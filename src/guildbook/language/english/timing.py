"""Which date an English figure stands for, at which rate it is counted, and whether it is only aimed at."""

from __future__ import annotations

import re
from bisect import bisect_left

from guildbook.language.dating import DateSpan
from guildbook.language.english.document import Dated
from guildbook.language.english.relative_dates import find_relative
from guildbook.language.shapes import Role

_RATE_AFTER = re.compile(
    r"\b(?:annually|yearly|per\s(?P<a>year|month|week|day|annum|semester|student|person|capita)|(?:each|every"
    r"|a)\s(?P<b>year|month|week|day|semester)|(?P<c>monthly|weekly|daily))\b",
    re.IGNORECASE,
)
_RATE_BEFORE = re.compile(
    r"\b(?:(?P<a>annual|yearly|monthly|daily|weekly)|(?:each|every)\s(?P<b>year|month|week|day))\b", re.IGNORECASE
)
_RATE = {"annum": "year", "annual": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day"}
_FOUNDING = re.compile(
    r"\b(?:founded|established|launched|created|set up|opened|formed|inaugurated|initiated|built|signed|adopted"
    r"|born|started|begun)\b[^,;]{0,40}$",
    re.IGNORECASE,
)
_PARTICIPLE_OPENING = re.compile(
    r"\s*(?:First |Initially |Officially )?(?:founded|established|launched|created|set up|opened|formed"
    r"|inaugurated|initiated|built)\b",
    re.IGNORECASE,
)
_SINCE_WORD = re.compile(r"\bsince\b", re.IGNORECASE)
_TARGET = re.compile(
    r"\b(?:aims?|aimed|aiming|plans? to|planned to|planning|hopes? to|intends?|expects? to|expected to|strives?"
    r"|seeks? to|target(?:s|ed|ing)?|goals?|will|would|shall|is set to"
    r"|are set to|pledged to|pledges to|promised to|proposes? to|to be (?:built|established|trained|set up"
    r"|completed|opened|launched|developed)|envisages?|with a view to"
    r"|no later than|ambition|is to|are to)\b",
    re.IGNORECASE,
)
_ACTUAL = re.compile(r"\b(?:has|have|had|was|were|already|currently|now)\b", re.IGNORECASE)
# A cue further before the number than this speaks of something else.
_CUE_REACH = 240
_CLAUSE_END = re.compile(r"[,;:.()—]")


def rate_of(flat: str, sentence: tuple[int, int], start: int, phrase_end: int) -> str | None:
    """Return the period a figure is counted per ("annually" is per year), None for a plain count."""
    clause = _CLAUSE_END.search(flat, phrase_end, sentence[1])
    after = _RATE_AFTER.search(flat, phrase_end, clause.start() if clause else sentence[1])
    if after and after.start() - phrase_end < 60:
        period = next((group for group in after.groups() if group), "year").lower()
        return _RATE.get(period, period)
    lead = _RATE_BEFORE.search(flat, max(sentence[0], start - 90), start)
    if lead:
        period = next(group for group in lead.groups() if group).lower()
        return _RATE.get(period, period)
    return None


class Timing:
    """The dates of a text, asked figure by figure."""

    def __init__(self, flat: str, dated: Dated) -> None:
        """Keep the explicit dates in order; relative ones are read a sentence at a time."""
        self.flat = flat
        self.dated = dated
        self._starts = [span.start for span in dated.spans]
        self._cues: dict[tuple[int, int], list[tuple[int, int, str]]] = {}
        self._known: dict[tuple[int, int], list[DateSpan]] = {}

    def in_sentence(self, sentence: tuple[int, int]) -> list[DateSpan]:
        """Return the dates of a sentence, explicit and relative, without overlaps."""
        known = self._known.get(sentence)
        if known is not None:
            return known
        explicit = list(
            self.dated.spans[bisect_left(self._starts, sentence[0]) : bisect_left(self._starts, sentence[1])]
        )
        relative = find_relative(self.flat, sentence[0], sentence[1], self.dated.date)
        spans = [s for s in explicit if s.edtf and not any(r.start <= s.start and s.end <= r.end for r in relative)]
        spans += [r for r in relative if not any(s.start < r.end and r.start < s.end for s in spans)]
        spans.sort(key=lambda s: s.start)
        self._known[sentence] = spans[:40]
        return self._known[sentence]

    def of(
        self, sentence: tuple[int, int], earlier: list[tuple[int, int]], start: int, end: int, phrase_end: int
    ) -> tuple[str | None, str | None]:
        """Return `(date, since)` of the figure at `start:end`; `earlier` are the paragraph's sentences before."""
        since: str | None = None
        usable: list[DateSpan] = []
        for span in self.in_sentence(sentence):
            kind = self._kind(span, sentence, start)
            if kind == "since":
                since = span.edtf
            elif kind == "date":
                usable.append(span)
        best = self._nearest(usable, start, end, phrase_end)
        if best:
            return best.edtf, since
        for previous in reversed(earlier[-3:]):
            for span in reversed(self.in_sentence(previous)):
                # What is still to come dates only the sentence that promises it.
                ahead = bool(self.dated.date) and (span.edtf or "")[:10] > (self.dated.date or "")
                if not ahead and self._kind(span, previous, previous[1]) == "date":
                    return span.edtf, since
        return self.dated.as_of, since

    def _kind(self, span: DateSpan, sentence: tuple[int, int], start: int) -> str:
        before = self.flat[max(sentence[0], span.start - 110) : span.start]
        own = self.flat[span.start : span.end]
        if _SINCE_WORD.match(own) or (span.end <= start and _SINCE_WORD.search(before)):
            return "since"
        if "/" not in (span.edtf or "") and re.match(r"(?:before|after|from)\b", own, re.IGNORECASE):
            return "other"
        if _FOUNDING.search(before) and (_PARTICIPLE_OPENING.match(self.flat, sentence[0]) or span.end > start):
            return "other"
        if re.search(r"\b(?:the|a|an)\s$", before, re.IGNORECASE) and re.match(
            r"\s[A-Z]", self.flat[span.end : span.end + 2]
        ):
            return "other"
        return "date"

    @staticmethod
    def _nearest(spans: list[DateSpan], start: int, end: int, phrase_end: int) -> DateSpan | None:
        behind = [s for s in spans if s.start >= end and s.start - max(end, phrase_end) < 14]
        if behind:
            return behind[0]
        before = [s for s in spans if s.end <= start]
        if before:
            return before[-1] if len(before) < 2 or start - before[-1].end < 60 else before[0]
        return spans[0] if spans else None

    def role_of(self, sentence: tuple[int, int], start: int) -> Role:
        """Return "target" where the sentence speaks of what is to come."""
        cues = self._cues.get(sentence)
        if cues is None:
            cues = [(m.start(), m.end(), m.group().lower()) for m in _TARGET.finditer(self.flat, *sentence)]
            self._cues[sentence] = cues
        before = [cue for cue in cues if start - _CUE_REACH <= cue[0] < start]
        if not before:
            return "actual"
        _, end, word = before[-1]
        actual = _ACTUAL.search(self.flat, end, start)
        return "actual" if actual and not word.startswith(("will", "would")) else "target"
