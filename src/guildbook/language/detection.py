"""Which language a text is in, and where in a mixed text one language gives way to another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from guildbook.language.latin_detection import LATIN, VIETNAMESE_LETTERS, latin_evidence
from guildbook.language.scripts import INVISIBLE, chinese_evidence, leading_script, script_lengths

# The tag of a text that no language can be told of: empty, digits only, a script nobody reads here.
UNDETERMINED = "und"

_OF_SCRIPT = {"Thai": "th", "Laoo": "lo", "Khmr": "km", "Mymr": "my"}
# Longer texts are looked at in three places of this many characters: start, middle, end.
_SAMPLE = 4_000
# A paragraph, and a sentence within it, is looked at no further than this.
_RUN_SAMPLE = 1_200
_SENTENCE_SAMPLE = 400
_SHORTEST_SENTENCE = 8

_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")
_SENTENCE = re.compile(r"(?:[^.!?;。！？；។၊။\n]|[.!?;](?!\s))*(?:[.!?;。！？；។။၊]+[\"'”’»)\]」』]*\s*|\n+|\Z)")
_WORD = re.compile(r"[^\W\d_]+")
# So many words with letters of Vietnamese alone make a sentence Vietnamese.
_VIETNAMESE_WORDS = 3
_BRACKETED = re.compile(r"\([^()\n]{1,120}\)|（[^（）\n]{1,120}）|\[[^\[\]\n]{1,120}\]|【[^【】\n]{1,60}】")
_ENDS = re.compile(r"[.!?;。！？；។။][\"'”’»)]*\s*\Z")
# Within a paragraph, a sentence is another language only when it says so clearly.
_CLEAR = 0.9
_CLEAR_WORDS = 6
# A heading or caption below this confidence goes with its surroundings.
_SURE = 0.75


@dataclass(frozen=True, slots=True)
class Detected:
    """A language as BCP-47 tag, and how sure that is: 0 (nothing known) to 1."""

    language: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch `start:end` of a text in one language."""

    start: int
    end: int
    language: str


def script_of(text: str) -> str:
    """Return the script most of a text is in, as ISO 15924 code: Latn, Hans, Hant, Thai, Laoo, Khmr, Mymr or Zyyy.

    Chinese without a character that differs between the two kinds counts as Hans. Zyyy: no letters, or another script.
    """
    sample = _sample(text)
    script = leading_script(sample)
    if script == "Hani":
        simplified, traditional = chinese_evidence(sample)
        return "Hant" if traditional > simplified else "Hans"
    return "Zyyy" if script == "Zzzz" else script


def detect_language(text: str) -> Detected:
    """Return the language of most of a text and how sure that is.

    Short texts get a low confidence, since a few words fit several languages; `UNDETERMINED` with confidence 0 is
    returned where there are no letters, or only those of a script that is not read here.
    """
    return _detect(_sample(text))


def language_runs(text: str) -> list[Run]:
    """Return the languages of a text in order, as runs that touch and cover it from 0 to its length.

    Paragraphs are told apart, and sentences within a paragraph where they are clearly in different languages; a
    foreign name in brackets makes no run. What is too short to tell goes with its surroundings.
    """
    if not text:
        return []
    pieces = [piece for line in _LINE.finditer(text) for piece in _pieces(text, line.start(), line.end())]
    languages = _settled(text, pieces)
    runs: list[Run] = []
    for (start, end, _), language in zip(pieces, languages, strict=True):
        if runs and runs[-1].language == language:
            runs[-1] = Run(runs[-1].start, end, language)
        else:
            runs.append(Run(start, end, language))
    return runs


def _sample(text: str) -> str:
    """Return as much of the text as is looked at, invisible characters out, letters composed."""
    if len(text) > 3 * _SAMPLE:
        middle = len(text) // 2 - _SAMPLE // 2
        text = "\n".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))
    return text if text.isascii() else unicodedata.normalize("NFC", INVISIBLE.sub("", text))


def _detect(sample: str) -> Detected:
    script = leading_script(sample)
    if script == "Latn":
        evidence = latin_evidence(sample)
        return Detected(evidence.language or UNDETERMINED, evidence.confidence)
    if script == "Hani":
        return _chinese(sample)
    if script in _OF_SCRIPT:
        return Detected(_OF_SCRIPT[script], _of_length(script_lengths(sample)[script] / 5))
    return Detected(UNDETERMINED, 0.0)


def _chinese(sample: str) -> Detected:
    simplified, traditional = chinese_evidence(sample)
    confidence = _of_length(script_lengths(sample)["Hani"] / 5)
    if simplified == traditional:
        return Detected("zh-Hans", round(confidence / 2, 3))
    share = max(simplified, traditional) / (simplified + traditional)
    return Detected("zh-Hant" if traditional > simplified else "zh-Hans", round(confidence * share, 3))


def _of_length(words: float) -> float:
    """Return the confidence that a script alone gives: nearly sure from a few words on."""
    return round(words / (words + 0.1), 3)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, Detected]]:
    """Yield a line, or its sentences where they are not in one language."""
    bare = _sample(_BRACKETED.sub(" ", text[start : min(end, start + _RUN_SAMPLE)]))
    whole = told = _detect(bare)
    begin, current = start, whole.language
    if current == UNDETERMINED and end - start <= _RUN_SAMPLE:
        yield start, end, whole
        return
    lone = (start, end)
    for sentence in _SENTENCE.finditer(text, start, end):
        if sentence.span() == lone or sentence.start() == sentence.end():
            continue
        found = _sentence_language(text, sentence.start(), sentence.end(), current)
        if found is None or found.language == current:
            continue
        if sentence.start() > begin:
            yield begin, sentence.start(), told
        begin, current, told = sentence.start(), found.language, found
    if begin < end:
        yield begin, end, told


def _sentence_language(text: str, start: int, end: int, around: str) -> Detected | None:
    """Return the language of a sentence where it is clear without its surroundings."""
    if end - start < _SHORTEST_SENTENCE:
        return None
    bare = _sample(_BRACKETED.sub(" ", text[start : min(end, start + _SENTENCE_SAMPLE)]))
    script = leading_script(bare)
    if script in ("Zyyy", "Zzzz"):
        return None
    if script != "Latn":
        lengths = script_lengths(bare)
        # A few characters in a sentence of another script are a name.
        return _detect(bare) if lengths[script] >= 8 or lengths[script] >= 0.9 * sum(lengths.values()) else None
    words = _WORD.findall(bare)
    vietnamese = sum(bool(VIETNAMESE_LETTERS.search(word)) for word in words)
    if vietnamese >= _VIETNAMESE_WORDS and vietnamese >= 0.4 * len(words):
        return Detected("vi", _CLEAR)
    evidence = latin_evidence(bare, around)
    # Between scripts the letters tell, and Vietnamese has letters of its own; else only words do.
    apart = around not in LATIN or (around == "vi" and not vietnamese)
    fewest, least = (_CLEAR_WORDS - 2, 0.5) if apart else (_CLEAR_WORDS, _CLEAR)
    if evidence.words < fewest or evidence.share < least:
        return None
    return Detected(evidence.language, evidence.confidence)


def _settled(text: str, pieces: list[tuple[int, int, Detected]]) -> list[str]:
    """Return the language of each piece: what is unsure goes with what the text is mostly in, or with its neighbour."""
    weight: dict[str, float] = {}
    for start, end, found in pieces:
        if found.language != UNDETERMINED:
            weight[found.language] = weight.get(found.language, 0.0) + (end - start) * found.confidence**2
    for pair in (("id", "ms"), ("zh-Hans", "zh-Hant")):
        _settle_pair(pair, weight)
    languages = [found.language for _, _, found in pieces]
    sure = [found.language if found.confidence >= _SURE and found.language in weight else "" for _, _, found in pieces]
    around = _neighbours(sure, languages)
    for index, (start, end, found) in enumerate(pieces):
        if not sure[index] and found.language != UNDETERMINED:
            if near := around[index]:
                opens = not _ENDS.search(text, start, end)
                # A heading goes with what it stands over, other lines with what they follow.
                languages[index] = found.language if found.language in near else near[-1 if opens else 0]
            else:
                languages[index] = max(
                    (other for other in weight if _writing(other) == _writing(found.language)),
                    key=lambda other: weight[other],
                    default=found.language,
                )
    _fill(languages)
    return languages


def _neighbours(sure: list[str], found: list[str]) -> list[list[str]]:
    """Return, by piece, the nearest sure languages before and behind that it may as well be in."""
    before, behind = _latest(sure, found), _latest(sure[::-1], found[::-1])[::-1]
    return [[other for other in pair if other] for pair in zip(before, behind, strict=True)]


def _latest(sure: list[str], found: list[str]) -> list[str]:
    """Return, by piece, the sure language last seen that is written as the piece is."""
    seen: dict[str, str] = {}
    latest = []
    for certain, language in zip(sure, found, strict=True):
        latest.append(seen.get(_writing(language), ""))
        if certain:
            seen[_writing(certain)] = certain
    return latest


def _settle_pair(pair: tuple[str, str], weight: dict[str, float]) -> None:
    """Leave one of two close languages where the text has hardly any of the other."""
    first, second = pair
    if first in weight and second in weight:
        less, more = sorted(pair, key=lambda language: weight[language])
        if weight[less] < 0.2 * weight[more]:
            weight[more] += weight.pop(less)


def _writing(language: str) -> str:
    """Return how a language is written: what is unsure to be one language may as well be another written so."""
    return "Latn" if language in LATIN else language.partition("-")[0]


def _fill(languages: list[str]) -> None:
    """Give what has no language that of what stands before it, or behind it at the text's start."""
    for index, (before, language) in enumerate(pairwise(languages), 1):
        if language == UNDETERMINED:
            languages[index] = languages[index - 1] if languages[index - 1] != UNDETERMINED else before
    first = next((language for language in languages if language != UNDETERMINED), UNDETERMINED)
    for index, language in enumerate(languages):
        if language != UNDETERMINED:
            break
        languages[index] = first
