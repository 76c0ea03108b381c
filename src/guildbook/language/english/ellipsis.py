"""Numbers that leave their noun out: "of whom 214 went on", "48 passed", table cells, large figures of a web page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guildbook.language.english import lexicon
from guildbook.language.english.arrangements import CLOSE_BY, bracketed, line_below, listed, table_cell
from guildbook.language.english.frames import antecedent, is_alone, label_before, noun_before
from guildbook.language.english.nouns import NounPhrase
from guildbook.language.english.numbers import NumberSpan
from guildbook.language.english.qualifiers import Qualified
from guildbook.language.sentences import Layout
from guildbook.language.shapes import Paragraph

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
    r"|work|live|hold|belong|say|who|that|which|wherein|out|may|can|could|would|might|do|did|should"
    r"|respectively|online|men|boys|\w+ed|\w+ing)\b|[,.;)]|$)",
    re.IGNORECASE,
)
# From here on "1,234" and "1.2 million" are read even where nothing says what they count.
_CAREFUL = 1000
_COMPARED = re.compile(
    r"\s+(?:more|fewer|less|others|from|in|are|were|have|had|will|went|came|took|joined|passed|received"
    r"|of\s+(?:them|whom|which|these|those))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What an earlier figure counted; `governed` when it stood behind a preposition; the start of its sentence."""

    phrase: NounPhrase
    governed: bool
    sentence: int


def noun_left_out(
    flat: str,
    layout: Layout,
    number: NumberSpan,
    qualified: Qualified,
    sentence: tuple[int, int],
    recent: Sequence[Antecedent],
) -> NounPhrase | None:
    """Return what a number without a noun counts; `recent` are the phrases of the figures before it."""
    begin = qualified.span[0] if qualified.span and qualified.span[0] < number.start else number.start
    previous = _meant(flat, number, sentence, recent)
    cell = table_cell(flat, layout, number)
    if cell:
        return cell
    if _PART_OF.match(flat, number.end, sentence[1]):
        return antecedent(flat, sentence[0], begin) or previous
    if previous and names_part(flat, sentence[0], begin) and _GOES_ON.match(flat, number.end, sentence[1]):
        return previous
    verb = bool(qualified.span and _VERB_QUALIFIER.match(flat, qualified.span[0]))
    phrase = noun_before(flat, sentence[0], begin, verb_qualifier=verb)
    if flat[max(sentence[0], begin - 2) : begin].rstrip().endswith("("):
        return bracketed(flat, sentence, begin) or phrase
    paragraph = layout.paragraph_at(number.start)
    if phrase is None and is_alone(flat, paragraph.start, paragraph.end, number.start, number.end):
        return line_below(flat, layout, paragraph.number)
    phrase = phrase or _labelled(flat, paragraph, number, qualified, begin) or listed(flat, sentence, number)
    if phrase or previous is None:
        return phrase or _uncounted(flat, number, sentence)
    near = paragraph.start <= previous.start and number.start - previous.end < CLOSE_BY
    if near and _repeats(flat, number, sentence):
        return previous
    return _uncounted(flat, number, sentence)


def _uncounted(flat: str, number: NumberSpan, sentence: tuple[int, int]) -> NounPhrase | None:
    """Return an empty phrase for a number too large and too carefully printed to be anything but a figure."""
    careful = "," in number.printed or number.printed[-1].isalpha()
    if number.in_words or number.value < _CAREFUL or not careful or not _GOES_ON.match(flat, number.end, sentence[1]):
        return None
    return NounPhrase(number.end, number.end, number.end, "", (), plural=False)


def _labelled(
    flat: str, paragraph: Paragraph, number: NumberSpan, qualified: Qualified, begin: int
) -> NounPhrase | None:
    """Return the label before a number that ends its line."""
    if flat[qualified.after_end : min(paragraph.end, qualified.after_end + 8)].strip(" .|)\t"):
        return None
    return label_before(flat, paragraph.start, begin)


def _repeats(flat: str, number: NumberSpan, sentence: tuple[int, int]) -> bool:
    """Return whether what follows a bare number lets it stand for the noun counted before it."""
    if number.in_words and (number.value <= 1 or not _COMPARED.match(flat, number.end, sentence[1])):
        return False
    return _GOES_ON.match(flat, number.end, sentence[1]) is not None


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
