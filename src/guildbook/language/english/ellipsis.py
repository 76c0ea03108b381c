"""Numbers that leave their noun out: "of whom 214 went on", "48 passed", table cells, large figures of a web page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guildbook.language.english import lexicon
from guildbook.language.english.frames import antecedent, is_alone, label_before, noun_before, sentence_subject
from guildbook.language.english.inflection import is_plural
from guildbook.language.english.nouns import NounPhrase, noun_phrase_at
from guildbook.language.english.numbers import NumberSpan
from guildbook.language.english.qualifiers import Qualified
from guildbook.language.english.tokens import tokens_of
from guildbook.language.sentences import Layout

_VERB_QUALIFIER = re.compile(
    r"(?:exceed|surpass|top|pass|cross|total|approach|near|outnumber|outstrip)\w*", re.IGNORECASE
)
_PART_OF = re.compile(
    r"\s+(?:of|out of|among)\s+(?:them|whom|which|these|those)\b|\s+(?:in\s+all|in\s+total|altogether|all\s+told)\b",
    re.IGNORECASE,
)
_PART_BEFORE = re.compile(
    r"\b(?:of|among|including|from)\s+(?:which|whom|them|these|those|the\s+total)\b[\s,]*(?:[\w'-]+\s+){0,4}$"
    r"|\b(?:another|remaining|other|additional|further|including|with)\s+$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\s*(?:(?:of|others?|more|fewer|less|in|from|at|for|with|on|to|by|under|abroad|overseas|are|were|is|was"
    r"|have|has|had|will|went|came|took|joined|passed|received|those|being|each|concern|cover|deal|offer|teach"
    r"|work|live|hold|belong|say|may|can|could|would|might|do|did|should"
    r"|respectively|online|men|boys|\w+ed)\b|[,.;)]|$)",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\s+(?:more|fewer|less|others|from|in|are|were|have|had|will|went|came|took|joined|passed|received"
    r"|of\s+(?:them|whom|which|these|those))\b",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\(\s*\d[\d,.]*\s*\)")


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What an earlier figure counted; `governed` when it stood behind a preposition; the start of its sentence."""

    phrase: NounPhrase
    governed: bool
    sentence: int


_CLOSE_BY = 240
_SHORT_LINE = 80


def noun_left_out(
    flat: str,
    layout: Layout,
    number: NumberSpan,
    qualified: Qualified,
    sentence: tuple[int, int],
    recent: Sequence[Antecedent],
) -> NounPhrase | None:
    """Return what a number without a noun counts; `recent` are the phrases of the figures before it."""
    previous = _meant(flat, number, sentence, recent)
    begin = qualified.span[0] if qualified.span and qualified.span[0] < number.start else number.start
    cell = _table_cell(flat, layout, number)
    if cell:
        return cell
    if _PART_OF.match(flat, number.end, sentence[1]):
        return antecedent(flat, sentence[0], begin) or previous
    verb = bool(qualified.span and _VERB_QUALIFIER.match(flat, qualified.span[0]))
    lead = flat[max(sentence[0], begin - 60) : begin]
    if names_part(flat, sentence[0], begin) and previous and _GOES_ON.match(flat, number.end, sentence[1]):
        return previous
    phrase = noun_before(flat, sentence[0], begin, verb_qualifier=verb)
    if phrase and not lead.rstrip().endswith("("):
        return phrase
    paragraph = layout.paragraph_at(number.start)
    if is_alone(flat, paragraph.start, paragraph.end, number.start, number.end):
        return _line_below(flat, layout, paragraph.number)
    if lead.rstrip().endswith("("):
        return _bracketed(flat, sentence, begin) or phrase
    if not flat[qualified.after_end : min(paragraph.end, qualified.after_end + 8)].strip(" .|)\t"):
        label = label_before(flat, paragraph.start, begin)
        if label:
            return label
    near = previous is not None and paragraph.start <= previous.start and number.start - previous.end < _CLOSE_BY
    if (
        near
        and (not number.in_words or number.value > 1)
        and (not number.in_words or _COMPARED.match(flat, number.end, sentence[1]))
        and _GOES_ON.match(flat, number.end, sentence[1])
    ):
        return previous
    return None


def names_part(flat: str, floor: int, start: int) -> bool:
    """Return whether the words before an offset announce a part of what was counted: "among them", "of which"."""
    return _PART_BEFORE.search(flat, max(floor, start - 60), start) is not None


def _meant(flat: str, number: NumberSpan, sentence: tuple[int, int], recent: Sequence[Antecedent]) -> NounPhrase | None:
    """Return the antecedent a bare number most likely repeats: not the "20 countries" of "12 schools in 20 countries".

    "of whom" asks for people, "of which" for things.
    """
    lead = flat[max(sentence[0], number.start - 40) : number.start + 12].lower()
    fitting = list(recent)
    if "whom" in lead or "which" in lead:
        fitting = [item for item in recent if (item.phrase.lemma in lexicon.PERSONS) == ("whom" in lead)] or fitting
    if not fitting:
        return None
    same = [item for item in fitting if item.sentence == fitting[-1].sentence]
    return next((item.phrase for item in reversed(same) if not item.governed), fitting[-1].phrase)


def _bracketed(flat: str, sentence: tuple[int, int], begin: int) -> NounPhrase | None:
    """Return the subject of a breakdown such as "participants came from Laos (12) and Thailand (31)"."""
    window = flat[max(sentence[0], begin - _CLOSE_BY) : min(sentence[1], begin + _CLOSE_BY)]
    if len(_IN_BRACKETS.findall(window)) < 2:
        return None
    subject = sentence_subject(flat, sentence[0], begin)
    return subject if subject and subject.plural else None


def _line_below(flat: str, layout: Layout, paragraph: int) -> NounPhrase | None:
    if paragraph >= len(layout.paragraphs):
        return None
    below = layout.paragraphs[paragraph]
    if below.end - below.start > _SHORT_LINE:
        return None
    phrase = noun_phrase_at(tokens_of(flat, below.start, below.end), 0)
    return phrase if phrase and phrase.plural else None


def _table_cell(flat: str, layout: Layout, number: NumberSpan) -> NounPhrase | None:
    """Return the column heading of a number that fills a cell of a table set with tabs or bars."""
    paragraph = layout.paragraph_at(number.start)
    if paragraph.end - paragraph.start > 4 * _CLOSE_BY:
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
