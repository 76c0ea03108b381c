"""Every named mention of a text: known names, names of bodies the book may not know, words that point back to one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import lru_cache

from guildbook.language.names import NameIndex
from guildbook.language.prose.grammar import Grammar
from guildbook.language.prose.lexicon import Token, read_table, words_of
from guildbook.language.sentences import Layout
from guildbook.language.shapes import Mention

# Topics are named early; what a text opens with counts most.
_HEAD, _OPENING = 3000, 600
_FURTHEST = 60
_MOST_TOKENS = 8
_CAPITALS = re.compile(r"[A-Z][\w&.'’-]*(?:[ ](?:(?:of|for|and|the|dan|de|của|và|ng|sa)[ ]){0,2}[A-Z][\w&.'’-]*)*")


@lru_cache(maxsize=32)
def _pointers(grammar: Grammar) -> tuple[re.Pattern[str], dict[str, str]]:
    by_word = {word.lower(): noun for word, noun in read_table(grammar.pointers)}
    return re.compile(grammar.pattern(tuple(sorted(by_word, key=len, reverse=True)))), by_word


class Mentions:
    """The named mentions of a text; `flat` keeps capitals, `low` is what the tables match."""

    def __init__(self, grammar: Grammar, flat: str, low: str, layout: Layout, names: NameIndex | None) -> None:
        """Find the known names; names of bodies are found paragraph by paragraph, as figures ask for them."""
        self._grammar, self._flat, self._low, self._layout = grammar, flat, low, layout
        found = names.find(flat) if names else []
        self.known = [Mention(flat[m.start : m.end], m.name, m.start, m.end, "known", m.keys) for m in found]
        self._starts = [mention.start for mention in self.known]
        self._collected: dict[int, list[Mention]] = {}
        self._topics: tuple[Mention, ...] | None = None

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin between two offsets."""
        if not self._layout.paragraphs:
            return []
        found: list[Mention] = []
        number = self._layout.paragraph_at(start).number
        while number <= len(self._layout.paragraphs) and self._layout.paragraphs[number - 1].start < end:
            found += [m for m in self._of(number) if start <= m.start < end]
            number += 1
        return found

    def _of(self, number: int) -> list[Mention]:
        if number not in self._collected:
            paragraph = self._layout.paragraphs[number - 1]
            first, last = bisect_left(self._starts, paragraph.start), bisect_left(self._starts, paragraph.end)
            bodies = self._bodies(paragraph.start, paragraph.end)
            # A known name inside a longer name of a body is not itself meant.
            known = [
                m
                for m in self.known[first:last]
                if not any(b.start <= m.start and m.end <= b.end and b.end - b.start > m.end - m.start for b in bodies)
            ]
            bodies = [b for b in bodies if not any(m.start < b.end and b.start < m.end for m in known)]
            pattern, nouns = _pointers(self._grammar)
            pointing = [
                Mention(match.group(), nouns[re.sub(r"\s+", " ", match.group())], match.start(), match.end(), "anaphor")
                for match in pattern.finditer(self._low, paragraph.start, paragraph.end)
            ]
            found = sorted([*known, *bodies, *pointing], key=lambda m: (m.start, -m.end))
            kept: list[Mention] = []
            for mention in found:
                if not kept or mention.start >= kept[-1].end:
                    kept.append(mention)
            self._collected[number] = kept
        return self._collected[number]

    def _bodies(self, start: int, end: int) -> list[Mention]:
        """Names of bodies: in Latin letters by capitals, in other scripts by the word they end (or begin) with."""
        spans = self._by_capitals(start, end) if self._grammar.spaced else []
        ends, starts = words_of(self._grammar.body_ends), words_of(self._grammar.body_starts)
        if not self._grammar.spaced and (ends or starts):
            spans += self._by_words(start, end, frozenset(ends), frozenset(starts))
        return [Mention(self._flat[a:b], self._flat[a:b], a, b, "name") for a, b in sorted(spans)]

    def _by_capitals(self, start: int, end: int) -> list[tuple[int, int]]:
        body = frozenset(
            word for each in (self._grammar.body_starts, self._grammar.body_ends) for word in words_of(each)
        )
        found = []
        for match in _CAPITALS.finditer(self._flat, start, end):
            words = match.group().lower()
            if " " in words and any(word in words for word in body):
                found.append(match.span())
        return found

    def _by_words(self, start: int, end: int, ends: frozenset[str], starts: frozenset[str]) -> list[tuple[int, int]]:
        tokens = self._grammar.lexicon.tokens(self._low, start, end)
        known = {
            (m.start, m.end) for m in self.known[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        }
        places = {a for a, __ in known}
        generic = frozenset(words_of(self._grammar.generic_bodies))
        found: list[tuple[int, int]] = []
        for place, token in enumerate(tokens):
            if token.text in generic:
                continue
            if any(token.text.endswith(each) for each in ends):
                first = self._reach(tokens, place, -1)
                begin = self._named_from(tokens[first : place + 1], places)
                if begin is not None:
                    found.append((begin, token.end))
            elif any(token.text.startswith(each) for each in starts):
                last = self._reach(tokens, place, 1)
                if any(t.start in places or t.kind == "word" for t in tokens[place : last + 1]) and last > place:
                    found.append((token.start, tokens[last].end))
        return found

    @staticmethod
    def _reach(tokens: list[Token], place: int, step: int) -> int:
        at = place
        while 0 <= at + step < len(tokens) and abs(at + step - place) < _MOST_TOKENS:
            following = tokens[at + step]
            gap = following.start - tokens[at].end if step > 0 else tokens[at].start - following.end
            if not following.names or gap > 0:
                break
            at += step
        return at

    @staticmethod
    def _named_from(tokens: list[Token], places: set[int]) -> int | None:
        """Where the name begins: at a place or an unknown word; what is only common words is no name."""
        for token in tokens:
            inside = [place for place in places if token.start <= place < token.end]
            if inside and len(tokens) > 1:
                return min(inside)
            if token.kind == "word" and token is not tokens[-1]:
                return token.start
        return None

    @property
    def topics(self) -> tuple[Mention, ...]:
        """What the head of the text names most, the most plausible first."""
        if self._topics is None:
            counts: Counter[str] = Counter()
            first: dict[str, Mention] = {}
            for mention in self.between(0, _HEAD):
                if mention.kind == "anaphor":
                    continue
                counts[mention.name] += 3 if mention.start < _OPENING else 1
                counts[mention.name] += 2 if mention.kind == "known" else 0
                first.setdefault(mention.name, mention)
            ordered = sorted(first.values(), key=lambda m: (-counts[m.name], m.start))
            self._topics = tuple(ordered[:5])
        return self._topics

    def resolve(self, mention: Mention) -> Mention:
        """What a word such as 该联盟 points back to: the nearest name with its noun; itself where there is none."""
        noun = mention.name
        paragraph = self._layout.paragraph_at(mention.start)
        earlier = [m for m in self.between(max(0, paragraph.start - _HEAD), mention.start) if m.kind != "anaphor"]
        for candidate in reversed(earlier[-_FURTHEST:]):
            if noun and noun in candidate.text.lower():
                return Mention(mention.text, candidate.name, mention.start, mention.end, "anaphor", candidate.keys)
        for candidate in self.topics:
            if noun and noun in candidate.text.lower():
                return Mention(mention.text, candidate.name, mention.start, mention.end, "anaphor", candidate.keys)
        return mention
