"""English, Vietnamese, Indonesian, Malay and Filipino told apart: by their function words first, then by py3langid."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from guildbook.language.function_words import INDONESIAN, INDONESIAN_ENDS, MALAY, MALAY_ENDS, WORDS

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LATIN = ("en", "vi", "id", "ms", "fil")

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# Letters that, of the Latin scripts read here, only Vietnamese writes; grave, acute and tilde alone are not enough.
VIETNAMESE_LETTERS = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_MARKS = re.compile("[\u0300-\u036f]")
# What the model says of languages no reader answers for is only used to doubt.
_MODEL_OWN = {"en": "en", "vi": "vi", "id": "id", "ms": "ms", "tl": "fil"}
_MODEL_FOREIGN = ("fr", "es", "de", "pt", "it", "nl", "pl", "tr", "sw", "jv", "ro", "cs", "sv", "hu", "la")
# The model's scores grow with the length of the text far beyond its real certainty: tempered so much.
_MODEL_WEIGHT = 0.12
_MODEL_MOST = 6.0
# Names and abbreviations alone count as English, with low confidence.
_ENGLISH_FIRST = 0.6
# From this lead of the words on, the model is not asked.
_CLEAR_LEAD = 10.0
_EXPECTED_LEAD = 2.0
# Words without capitals are asked alone where there are so many of them, and so large a share.
_FEWEST_RUNNING, _RUNNING_SHARE = 3, 0.2
# The model is given the text as it is printed unless names are so much of it.
_MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class LatinEvidence:
    """The likeliest language ("" without words), how sure that is, and how many words were looked at.

    `share` is the likelihood of the language among the five, without the doubt that few words bring.
    """

    language: str
    confidence: float
    share: float
    words: int


@lru_cache(maxsize=1)
def _model() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - half a second, and seldom needed

    model = LanguageIdentifier.from_model_file(MODEL_FILE)
    model.set_languages([*_MODEL_OWN, *_MODEL_FOREIGN])
    return model


def latin_evidence(text: str, expected: str = "") -> LatinEvidence:
    """Return which of the five languages in Latin letters a text is in; its letters are composed (NFC).

    Where the words already speak for the `expected` language, the slower model is not asked.
    """
    printed = _WORD.findall(text)
    if not printed:
        return LatinEvidence("", 0.0, 0.0, 0)
    words = [word.lower() for word in printed]
    running = [word for word in printed if word[0].islower()]
    if len(running) >= max(_FEWEST_RUNNING, _RUNNING_SHARE * len(words)):
        # A name may be in any language; what runs between the names tells.
        text = " ".join(running) if len(running) < _MOSTLY * len(words) else text
    else:
        running = words
    scores = _word_scores(running)
    best, second = sorted(scores.values(), reverse=True)[:2]
    foreign = 0.0
    as_expected = scores.get(expected) == best and best - second >= _EXPECTED_LEAD
    if best - second < _CLEAR_LEAD and not as_expected:
        foreign = _add_model(text, scores)
    if max(scores["id"], scores["ms"]) >= max(scores["en"], scores["vi"], scores["fil"]):
        _tell_malayic(words, scores)
    language = max(scores, key=lambda name: scores[name])
    share = 1 / sum(math.exp(score - scores[language]) for score in scores.values())
    # A few words fit much: at most so sure, and less where another language altogether fits better.
    trust = len(words) / (len(words) + 1.5)
    if foreign > 1.0:
        trust *= 0.3
        share *= 0.3
    return LatinEvidence(language, round(trust * share, 3), share, len(words))


def _word_scores(words: list[str]) -> dict[str, float]:
    """Return the evidence of function words and letters for each language, in units of about one certain word."""
    scores = {"en": _ENGLISH_FIRST, "vi": 0.0, "id": 0.0, "ms": 0.0, "fil": 0.0}
    counted: dict[str, int] = {}
    for word in words:
        counted[word] = counted.get(word, 0) + 1
    for word, times in counted.items():
        # The third "the" says less than the first.
        often = math.log2(1 + times)
        scores["en"] += WORDS["en"].get(word, 0) * often
        scores["fil"] += WORDS["fil"].get(word, 0) * often
        malayic = WORDS["malayic"].get(word, 0) * often
        scores["id"] += malayic
        scores["ms"] += malayic
        if word.isascii():
            scores["vi"] += WORDS["vi"].get(word, 0) * often * 0.7
    marked = sum(bool(VIETNAMESE_LETTERS.search(word)) for word in words)
    if marked:
        scores["vi"] += 3.0 * marked * min(1.0, 4 * marked / len(words))
    per_word = 1.0 / math.sqrt(len(words))
    return {language: score * per_word * 1.5 for language, score in scores.items()}


def _tell_malayic(words: list[str], scores: dict[str, float]) -> None:
    """Add what tells Indonesian from Malay."""
    indonesian = malay = 0.0
    for word in set(words):
        stem = word.removesuffix("nya")
        indonesian += max(INDONESIAN.get(word, 0), INDONESIAN.get(stem, 0))
        malay += max(MALAY.get(word, 0), MALAY.get(stem, 0))
        if len(stem) > 6:
            indonesian += 2.0 * stem.endswith(INDONESIAN_ENDS)
            malay += 2.0 * stem.endswith(MALAY_ENDS)
    neighbours = set(pairwise(words))
    if ("kerja", "sama") in neighbours:
        indonesian += 2.0
    scores["id"] += indonesian
    scores["ms"] += malay


def _add_model(text: str, scores: dict[str, float]) -> float:
    """Add the model's opinion; return how much better a language fits that is none of the five (below 0: none)."""
    ranked = dict(_model().rank(text[:2_000].lower()))
    own = {language: float(ranked[code]) for code, language in _MODEL_OWN.items()}
    best = max(own.values())
    for language, value in own.items():
        scores[language] += max(-_MODEL_MOST, (value - best) * _MODEL_WEIGHT)
    foreign = max(float(ranked[code]) for code in _MODEL_FOREIGN)
    return (foreign - best) * _MODEL_WEIGHT
