"""Paragraphs and sentences as offsets; found in one pass, looked up by bisection."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from guildbook.language.datelines import dateline_end, no_date
from guildbook.language.shapes import Paragraph

_LINE = re.compile(r"[^\n]+")
# A hard-wrapped line: no end of sentence, long enough, and the next line goes on in lower case.
_WRAPPED_LINE_MINIMUM = 40
_OPEN_END = re.compile(r"[\w,;(-]\s*$")
_GOES_ON = re.compile(r"\s*[a-z]")

_ABBREVIATIONS = (
    "mr mrs ms dr prof gen sen rep gov col st mt no nos vol art fig sec ch pp ed eds inc ltd co corp dept univ "
    "assn jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "e.g i.e eg ie etc vs approx est cf al tel ext u.s u.k p.r h.e a.m p.m"
)
_ABBREVIATION = frozenset(_ABBREVIATIONS.split())
# An end is a stop with a blank behind it, or, in glued text, a stop between a lower-case and a capital letter.
_STOP = re.compile(r"(?<![.!?])[.!?]{1,8}[\"')\]]{0,4}(?=\s|$)|(?<=[a-z0-9)\"])[.!?][\"')]?(?=[A-Z][a-z])|;(?=\s)")
_WORD_BEFORE = re.compile(r"([A-Za-z](?:[A-Za-z.]{0,12}[A-Za-z])?)$")
_NEXT = re.compile(r"[\s\"'(\[]*(\S?)")


# What is longer is a list or no language at all; cutting it keeps every later step linear.
_LONGEST_SENTENCE = 1500
_DIGITS = re.compile(r"\d+")
# A date begins at most so far before its first digit ("September 5") and ends at most so far behind its last.
_NEAR_BEFORE = 16
_NEAR_BEHIND = 24
# Only the first paragraphs open with a dateline that has neither date nor agency.
_FIRST_PARAGRAPHS = 3


def find_paragraphs(flat: str) -> list[Paragraph]:
    """Return the non-empty paragraphs: one a line, hard-wrapped lines joined."""
    paragraphs: list[Paragraph] = []
    previous_line_end = -1
    for line in _LINE.finditer(flat):
        content = line.group().strip()
        if not content:
            continue
        start = line.start() + len(line.group()) - len(line.group().lstrip())
        end = start + len(content)
        if paragraphs and previous_line_end + 1 == line.start():
            last = paragraphs[-1]
            tail = flat[max(last.start, last.end - 80) : last.end]
            long_enough = last.end - flat.rfind("\n", last.start, last.end) > _WRAPPED_LINE_MINIMUM
            if (
                long_enough
                and last.end - last.start >= _WRAPPED_LINE_MINIMUM
                and _OPEN_END.search(tail)
                and _GOES_ON.match(flat, line.start())
            ):
                paragraphs[-1] = Paragraph(last.number, last.start, end)
                previous_line_end = line.end()
                continue
        paragraphs.append(Paragraph(len(paragraphs) + 1, start, end))
        previous_line_end = line.end()
    return paragraphs


def find_sentences(flat: str, start: int, end: int, stops: re.Pattern[str] = _STOP) -> list[tuple[int, int]]:
    """Return the sentences of one paragraph; a semicolon ends one too, as press lists use it.

    `stops` are a language's own ends of sentences, taken as they stand; without them English ones are weighed.
    """
    sentences: list[tuple[int, int]] = []
    begin = start
    for stop in stops.finditer(flat, start, end):
        if stops is _STOP and stop.end() < end and not _ends_sentence(flat, stop):
            continue
        _append(flat, sentences, begin, stop.end())
        begin = stop.end()
        while begin < end and flat[begin].isspace():
            begin += 1
    if begin < end:
        _append(flat, sentences, begin, end)
    return sentences


def _append(flat: str, sentences: list[tuple[int, int]], begin: int, end: int) -> None:
    """Add a sentence, cut where it is longer than any sentence is."""
    while end - begin > _LONGEST_SENTENCE:
        limit = begin + _LONGEST_SENTENCE
        cut = (
            max(flat.rfind(", ", begin, limit), flat.rfind(" ", limit - 80, limit), flat.rfind("，", begin, limit)) + 1
        )
        cut = cut if cut > begin + _LONGEST_SENTENCE // 2 else limit
        sentences.append((begin, cut))
        begin = cut
    sentences.append((begin, end))


def _ends_sentence(flat: str, stop: re.Match[str]) -> bool:
    if stop.group()[0] != ".":
        return True
    following = _NEXT.match(flat, stop.end())
    next_character = following.group(1) if following else ""
    before = _WORD_BEFORE.search(flat, max(0, stop.start() - 14), stop.start())
    if before:
        word = before.group(1).lower()
        if word in _ABBREVIATION:
            # "etc. They" ends, "Nov. 30" and "Dr. Li" do not.
            return word in {"etc", "a.m", "p.m", "co", "ltd", "inc", "corp", "u.s"} and next_character.isupper()
        if len(word) == 1 and before.group(1).isupper():
            return False
    return not next_character.islower()


class Layout:
    """Paragraphs of a text, with their sentences split only where they are asked for."""

    def __init__(self, flat: str, stops: re.Pattern[str] = _STOP, is_date: Callable[[str], bool] = no_date) -> None:
        """Find the paragraphs of an already folded text; `stops` end a sentence where the language has its own.

        `is_date` tells whether all numbers of a stretch are dates: a dateline is a sentence by itself.
        """
        self.flat = flat
        self._stops, self._is_date = stops, is_date
        self.paragraphs = find_paragraphs(flat)
        self._starts = [paragraph.start for paragraph in self.paragraphs]
        self._sentences: dict[int, list[tuple[int, int]]] = {}
        self._datelines: dict[int, int] = {}

    def paragraph_at(self, offset: int) -> Paragraph:
        """Return the paragraph that holds an offset of the text."""
        return self.paragraphs[max(0, bisect_right(self._starts, offset) - 1)]

    def with_digits(self) -> list[tuple[int, int]]:
        """Return the stretches of the text around its digits, within paragraphs; dates are nowhere else."""
        stretches: list[tuple[int, int]] = []
        for match in _DIGITS.finditer(self.flat):
            paragraph = self.paragraph_at(match.start())
            start = max(paragraph.start, match.start() - _NEAR_BEFORE)
            end = min(paragraph.end, match.end() + _NEAR_BEHIND)
            if stretches and start < stretches[-1][1]:
                stretches[-1] = (stretches[-1][0], end)
            else:
                stretches.append((start, end))
        return stretches

    def sentences_of(self, paragraph: Paragraph) -> list[tuple[int, int]]:
        """Return the sentences of a paragraph as offsets."""
        known = self._sentences.get(paragraph.number)
        if known is None:
            begin = self.dateline_of(paragraph)
            known = find_sentences(self.flat, begin, paragraph.end, self._stops)
            if begin > paragraph.start:
                known = [(paragraph.start, begin), *known]
            self._sentences[paragraph.number] = known
        return known

    def dateline_of(self, paragraph: Paragraph) -> int:
        """Where the dateline that opens a paragraph ends; the paragraph's start where there is none."""
        known = self._datelines.get(paragraph.number)
        if known is None:
            opening = paragraph.number <= _FIRST_PARAGRAPHS
            known = dateline_end(self.flat, paragraph.start, paragraph.end, self._is_date, opening)
            self._datelines[paragraph.number] = known
        return known

    def in_dateline(self, offset: int) -> bool:
        """Whether an offset lies in a dateline: a place there is where a text was written, not what it is about."""
        paragraph = self.paragraph_at(offset)
        return paragraph.start <= offset < self.dateline_of(paragraph)

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """Return the sentence that holds an offset."""
        sentences = self.sentences_of(self.paragraph_at(offset))
        return sentences[max(0, bisect_right(sentences, (offset, len(self.flat))) - 1)]
