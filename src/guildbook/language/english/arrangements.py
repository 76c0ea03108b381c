"""Numbers whose noun is found by their place on the page: cells, brackets, lists, lines below."""

from __future__ import annotations

import re

from guildbook.language.english import lexicon
from guildbook.language.english.frames import sentence_subject
from guildbook.language.english.inflection import is_plural
from guildbook.language.english.nouns import NounPhrase, noun_phrase_at
from guildbook.language.english.numbers import NumberSpan
from guildbook.language.english.tokens import tokens_of
from guildbook.language.sentences import Layout

_LIST_ENTRY = re.compile(
    r"(?:^|[:,;]|\band)\s*(?P<label>(?:[A-Za-z-]{3,30} ){0,3}[A-Za-z-]{3,30}) "
    r"(?P<number>\d[\d,]*)(?=\s*(?:[,.;]|$)|\s+and\b)"
)
# "Teachers: Laos 12, Thailand 31": what stands before the colon is counted, entry by entry.
_HEADING = re.compile(r"[A-Za-z][A-Za-z ]{2,60}:")
_IN_BRACKETS = re.compile(r"\(\s*\d[\d,.]*\s*\)")
# How near a list, a bracket or an antecedent must be, and how short a line that only labels a number.
CLOSE_BY = 240
_SHORT_LINE = 80


def bracketed(flat: str, sentence: tuple[int, int], begin: int) -> NounPhrase | None:
    """Return the subject of a breakdown such as "participants came from Laos (12) and Thailand (31)"."""
    window = flat[max(sentence[0], begin - CLOSE_BY) : min(sentence[1], begin + CLOSE_BY)]
    if len(_IN_BRACKETS.findall(window)) < 2:
        return None
    subject = sentence_subject(flat, sentence[0], begin)
    return subject if subject and subject.plural else None


def listed(flat: str, sentence: tuple[int, int], number: NumberSpan) -> NounPhrase | None:
    """Return the label in a list of labels and numbers: "certificate 2,140, diploma 3,875, degree 960"."""
    start = max(sentence[0], number.start - CLOSE_BY)
    window = flat[start : min(sentence[1], number.end + CLOSE_BY)]
    entries = list(_LIST_ENTRY.finditer(window))
    if len(entries) < 2:
        return None
    for entry in entries:
        if start + entry.start("number") == number.start:
            begin, end = start + entry.start("label"), start + entry.end("label")
            tokens = tokens_of(flat, begin, end)
            heading = _HEADING.match(flat, sentence[0], number.start) if flat[begin].isupper() else None
            if heading:
                tokens = tokens_of(flat, heading.start(), heading.end() - 1)
            bare = not any(lexicon.is_function_word(token.low) for token in tokens)
            return noun_phrase_at(tokens, 0) if bare else None
    return None


def line_below(flat: str, layout: Layout, paragraph: int) -> NounPhrase | None:
    """Return the noun in the short line below a number that stands alone, as web pages show their large figures."""
    if paragraph >= len(layout.paragraphs):
        return None
    below = layout.paragraphs[paragraph]
    if below.end - below.start > _SHORT_LINE:
        return None
    phrase = noun_phrase_at(tokens_of(flat, below.start, below.end), 0)
    return phrase if phrase and phrase.plural else None


def table_cell(flat: str, layout: Layout, number: NumberSpan) -> NounPhrase | None:
    """Return the column heading of a number that fills a cell of a table set with tabs or bars."""
    paragraph = layout.paragraph_at(number.start)
    if paragraph.end - paragraph.start > 4 * CLOSE_BY:
        return None
    row = flat[paragraph.start : paragraph.end]
    mark = "\t" if "\t" in row else "|" if row.count("|") > 1 else None
    if mark is None:
        return None
    column = row.count(mark, 0, number.start - paragraph.start)
    cells = row.count(mark)
    if row.split(mark)[column].strip(" +%$€£¥") != number.printed:
        return None
    for above in reversed(layout.paragraphs[max(0, paragraph.number - 40) : paragraph.number - 1]):
        heading = flat[above.start : above.end]
        if heading.count(mark) != cells:
            return None
        if not any(character.isdigit() for character in heading):
            cell = heading.split(mark)[column]
            begin = above.start + sum(len(part) + 1 for part in heading.split(mark)[:column])
            phrase = noun_phrase_at(tokens_of(flat, begin, begin + len(cell)), 0)
            return phrase if phrase and is_plural(phrase.head.lower()) else None
    return None
