"""Folding: one spelling for search, whatever case, width, accents or kind of Chinese the text was typed in."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from guildbook.language.transliteration import simplified_char_for_char

# Latin letters that Unicode does not take apart into a letter and a mark.
_PLAIN_LATIN = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "ħ": "h", "ı": "i", "ŧ": "t", "ð": "d"})
# Hangul vowels and finals, and half-width voicing marks, belong to the character before them without being marks.
_JOINING = re.compile("[\u1160-\u11ff\uff9e\uff9f]")
# Inherent vowels of Khmer, which nobody sees or types, and the selectors of a character's shape.
_UNSEEN = frozenset("\u17b4\u17b5") | frozenset(map(chr, range(0xFE00, 0xFE10)))
# Writing that sets no blank between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
UNSPACED = (
    "\u0e01-\u0eff\u1000-\u109f\u1780-\u17df\u3005\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\ua9e0-\ua9fe\uaa60-\uaa7f"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
_RUN = re.compile(f"[{UNSPACED}]+|[^{UNSPACED} ]+")
_UNSPACED_RUN = re.compile(f"[{UNSPACED}]")
_APOSTROPHES = frozenset("'\u2018\u2019\u02bc\u02bb\u2032`´")


def fold(text: str) -> str:
    """Fold for search: NFKC, case folded, digits plain, Chinese Simplified, marks dropped after Latin letters only.

    Vowel signs of Thai, Lao, Khmer or Burmese are marks too, and there they are letters: those stay. Zero-width
    characters and marks of direction go.
    """
    if text.isascii():
        return text.lower()
    # Where no character goes on with the one before it, each is a cluster.
    clusters = _clusters(text) if any(map(_continues, text)) else text
    return "".join(map(_folded, clusters))


def spelt(text: str) -> str:
    """Return the words of a text as search compares them: folded, one blank between words, no punctuation.

    Between two runs of a script without blanks a blank says nothing and goes; where the script changes one is set.
    """
    if text.isascii():
        return " ".join(_ascii_words(text.lower()))
    return aligned(text)[0]


def aligned(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text as `spelt`, and for each of its characters where in the text it comes from (start, end)."""
    kept: list[str] = []
    places: list[tuple[int, int]] = []
    blank = last = False  # whether a blank is due, and whether the last run was of a script without blanks
    place = 0
    for cluster in _clusters(text):
        begin, place = place, place + len(cluster)
        for character in _folded(cluster):
            if character in _APOSTROPHES and _joins(kept, blank):
                continue
            if not _is_of_a_word(character):
                blank = True
                continue
            unspaced = _UNSPACED_RUN.match(character) is not None
            if kept and (unspaced != last if not blank else not (unspaced and last)):
                kept.append(" ")
                places.append((begin, begin))
            kept.append(character)
            places.append((begin, place))
            blank, last = False, unspaced
    return "".join(kept), places


def runs(spelling: str) -> list[str]:
    """Return the words of a spelling, each of one way of writing: Latin words, stretches of Chinese or Thai."""
    return _RUN.findall(spelling)


def is_unspaced(run: str) -> bool:
    """Whether a run is of a script that sets no blanks between words."""
    return _UNSPACED_RUN.match(run) is not None


def _joins(kept: list[str], blank: bool) -> bool:
    """Whether an apostrophe stands inside a word: Xi'an is one word, Côte d'Ivoire is three."""
    return not blank and len(kept) > 1 and kept[-1] != " " and kept[-2] != " "


def _ascii_words(text: str) -> list[str]:
    found = re.findall(r"[a-z0-9]+(?:['`]+[a-z0-9]+)*", text)
    words: list[str] = []
    for word in found:
        first, *rest = re.split("['`]+", word)
        words.append(first)
        for part in rest:
            if len(words[-1]) > 1:
                words[-1] += part
            else:
                words.append(part)
    return words


def _clusters(text: str) -> Iterator[str]:
    """Characters with the marks that follow them."""
    start = 0
    for place, character in enumerate(text):
        if place > start and not _continues(character):
            yield text[start:place]
            start = place
    if start < len(text):
        yield text[start:]


@lru_cache(maxsize=32768)
def _continues(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" or _JOINING.match(character) is not None


@lru_cache(maxsize=32768)
def _is_of_a_word(character: str) -> bool:
    """Letters, their marks, digits, and pictures, which some use as letters."""
    category = unicodedata.category(character)
    return category[0] in "LMN" or category in ("So", "Co")


@lru_cache(maxsize=65536)
def _folded(cluster: str) -> str:
    kept: list[str] = []
    latin = False
    for character in unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", cluster).casefold()):
        category = unicodedata.category(character)
        if category == "Cf" or character in _UNSEEN or (latin and unicodedata.combining(character)):
            continue
        latin = character.isascii() or "LATIN" in unicodedata.name(character, "")
        kept.append(str(unicodedata.decimal(character)) if category == "Nd" else character)
    whole = unicodedata.normalize("NFC", "".join(kept).translate(_PLAIN_LATIN))
    return simplified_char_for_char(whole)
