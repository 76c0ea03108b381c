"""Noun phrases: the thing counted, what stands before it and what behind it, as concepts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from guildbook.language import ReadFigure, read_figures
from guildbook.reading.matching.english import CONTAINERS
from guildbook.reading.matching.words import Word, stem_of, tells, words

# Words behind these belong to the counted thing itself: students *from* Laos are not students who went *to* Laos.
_BINDING = frozenset({"from"})


@dataclass(frozen=True)
class Phrase:
    """What is counted: `heads` the noun (and those joined to it), `before` and `behind` the words that narrow it.

    `bound` are words behind that only count where they stand in the phrase itself. All are concepts; `stem` is the
    head as it was printed, to tell synonyms from the same word; `unit` and `per` are the reader's ("percent", "year").
    """

    heads: frozenset[str]
    stem: str
    before: frozenset[str]
    behind: frozenset[str]
    bound: frozenset[str] = frozenset()
    unit: str = ""
    per: str = ""
    # The words behind in their order: what stands beyond a strange word belongs to that.
    trail: tuple[str, ...] = ()

    @property
    def narrowing(self) -> frozenset[str]:
        """Every word that narrows the noun."""
        return self.before | self.behind

    @property
    def all(self) -> frozenset[str]:
        """Every concept of the phrase."""
        return self.heads | self.before | self.behind


def phrase_of_figure(figure: ReadFigure) -> Phrase | None:
    """The phrase a figure of a text counts."""
    phrase = _cut(figure.counts, figure.head) or _as_read(figure)
    return replace(phrase, unit=figure.unit or "", per=figure.per or "") if phrase else None


@lru_cache(maxsize=16384)
def phrase_of_words(text: str, language: str | None = None) -> Phrase | None:
    """The phrase that an indicator or a claim writes, read by the reader that reads the texts."""
    printed = f"There are 12 {text.strip(' .')}."
    figures = read_figures(printed, language)
    phrase = (_cut(text, figures[0].head) or _as_read(figures[0])) if figures else None
    return replace(phrase, unit=figures[0].unit or "", per=figures[0].per or "") if phrase else None


def _as_read(figure: ReadFigure) -> Phrase | None:
    """The phrase as the reader took it apart: for glued words, and nouns that stand elsewhere than their number."""
    noun = next(iter(words(figure.head)), None)
    if noun is None:
        return None
    narrowing = frozenset(word.concept for word in words(" ".join(figure.modifiers)) if tells(word.concept))
    return Phrase(frozenset({_head_concept(noun)}), noun.stem, narrowing - {_head_concept(noun)}, frozenset())


def _cut(text: str, head: str) -> Phrase | None:
    found = words(text)
    place = _head_place(found, head)
    if place is None:
        return None
    noun = found[place]
    if noun.stem in CONTAINERS and place + 1 < len(found) and found[place + 1].stem == "of":
        inner = phrase_of_words(text[found[place + 1].end :])
        if inner:
            return inner
    heads, rest = _joined(found, place)
    before = frozenset(word.concept for word in found[:place] if tells(word.concept)) - heads
    trail = tuple(word.concept for word in found[rest:] if tells(word.concept) and word.concept not in heads)
    behind = frozenset(trail)
    return Phrase(heads, noun.stem, before, behind, _bound(found[rest:]) & behind, trail=trail)


def _head_place(found: list[Word], head: str) -> int | None:
    stem = stem_of(head)
    for place, word in enumerate(found):
        if word.stem == stem:
            return place
    return None


def _joined(found: list[Word], place: int) -> tuple[frozenset[str], int]:
    """The head with nouns joined to it (“schools and companies”), and where the words behind begin."""
    heads = {_head_concept(found[place])}
    rest = place + 1
    while rest + 1 < len(found) and found[rest].stem in {"and", "or", "&", ","} and tells(found[rest + 1].concept):
        heads.add(_head_concept(found[rest + 1]))
        rest += 2
    return frozenset(heads), rest


def _head_concept(word: Word) -> str:
    return word.concept or word.stem


def _bound(behind: list[Word]) -> frozenset[str]:
    bound: set[str] = set()
    binding = False
    for word in behind:
        if word.stem in _BINDING:
            binding = True
        elif not word.concept:
            binding = False
        elif binding and tells(word.concept):
            bound.add(word.concept)
    return frozenset(bound)
