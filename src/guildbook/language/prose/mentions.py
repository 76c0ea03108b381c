"""Every named mention of a text: known names, names of bodies the book may not know, words that point back to one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import pairwise

from guildbook.language.names import NameIndex
from guildbook.language.prose.grammar import Grammar
from guildbook.language.prose.lexicon import Token, words_of
from guildbook.language.sentences import Layout
from guildbook.language.shapes import Mention

# Topics are named early; what a text opens with counts most.
_HEAD, _OPENING = 3000, 600
_FURTHEST = 60
_MOST_TOKENS = 8
_SMALL_WORDS = 2
_LONGEST_WORD = 40
_ACRONYM = 6
_WORD = re.compile(r"[^\W\d_]+(?:[-.'’&][^\W\d_]+)*")


class Mentions:
    """The named mentions of a text; `flat` keeps capitals, `low` is what the tables match."""

    def __init__(self, grammar: Grammar, flat: str, low: str, layout: Layout, names: NameIndex | None) -> None:
        """Find the known names; names of bodies are found paragraph by paragraph, as figures ask for them."""
        self._grammar, self._flat, self._low, self._layout = grammar, flat, low, layout
        found = names.find(flat) if names else []
        self.known = [Mention(flat[m.start : m.end], m.name, m.start, m.end, "known", m.keys) for m in found]
        self._starts = [mention.start for mention in self.known]
        # A place that the caller knows of, beside the known names.
        self._extra = -1
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
            bodies = self.bodies(paragraph.start, paragraph.end)
            places = self.known[first:last]
            # A public body speaks for its place; any other longer name around a known one is somebody else.
            bodies = [
                b
                for b in bodies
                if not (self._grammar.is_public(b.text) and any(b.start <= m.start < b.end for m in places))
            ]
            known = [m for m in places if not any(_holds(b, m) for b in bodies)]
            bodies = [b for b in bodies if not any(m.start < b.end and b.start < m.end for m in known)]
            if self._grammar.spaced:
                bodies += self._capitalised(paragraph.start, paragraph.end, [*known, *bodies])
            pointing = self._pointing(paragraph.start, paragraph.end)
            found = sorted([*known, *bodies, *pointing], key=lambda m: (m.start, -m.end))
            kept: list[Mention] = []
            for mention in found:
                if not kept or mention.start >= kept[-1].end:
                    kept.append(mention)
            self._collected[number] = kept
        return self._collected[number]

    def _pointing(self, start: int, end: int) -> list[Mention]:
        """Words that point back; in scripts without blanks only where they are words by themselves."""
        matches = list(self._grammar.pointer.finditer(self._low, start, end))
        if not matches:
            return []
        if not self._grammar.spaced:
            tokens = self._grammar.lexicon.tokens(self._low, start, end)
            starts, ends = {token.start for token in tokens}, {token.end for token in tokens}
            compound = {b.start for a, b in pairwise(tokens) if a.names and a.end == b.start}
            matches = [m for m in matches if m.start() in starts - compound and m.end() in ends]
        nouns = self._grammar.pointer_nouns
        return [
            Mention(
                self._flat[m.start() : m.end()], nouns[" ".join(m.group().split())][0], m.start(), m.end(), "anaphor"
            )
            for m in matches
        ]

    def bodies(self, start: int, end: int) -> list[Mention]:
        """Names of bodies by the words they begin or end with, those of the book included."""
        ends, starts = frozenset(words_of(self._grammar.body_ends)), frozenset(words_of(self._grammar.body_starts))
        if not (ends or starts):
            return []
        if self._grammar.spaced:
            spans = self._by_capitals(start, end, ends, starts)
        else:
            spans = self._by_words(start, end, ends, starts)
        return [Mention(self._flat[a:b], self._flat[a:b], a, b, "name") for a, b in sorted(spans)]

    def _capitalised(self, start: int, end: int, taken: list[Mention]) -> list[Mention]:
        """Capitalised words that are no words of the lexicon: somebody whom neither the book nor the tables know.

        At the beginning of a sentence a single word is capitalised anyway; short words all in capitals are terms.
        """
        found: list[Mention] = []
        run: list[re.Match[str]] = []
        words = [*_WORD.finditer(self._flat, start, end), None]
        for word in words:
            if word and word.group()[0].isupper() and (not run or word.start() - run[-1].end() == 1):
                run.append(word)
                continue
            if run and self._is_name(run, taken):
                begin, stop = run[0].start(), run[-1].end()
                found.append(Mention(self._flat[begin:stop], self._flat[begin:stop], begin, stop, "name"))
            run = [word] if word and word.group()[0].isupper() else []
        return found

    def _is_name(self, run: list[re.Match[str]], taken: list[Mention]) -> bool:
        begin, stop = run[0].start(), run[-1].end()
        if any(m.start < stop and begin < m.end for m in taken):
            return False
        opens = self._flat[max(0, begin - 3) : begin].rstrip(" \"'(“")[-1:] in ("", ".", "!", "?", ":", ";", "\n")
        opens = opens or begin == self._layout.dateline_of(self._layout.paragraph_at(begin))
        # The first word of a sentence is capitalised anyway; names of months are dates.
        words = [word for word in (run[1:] if opens else run) if word.group().lower() not in self._grammar.months]
        if not words or (len(words) == 1 and words[0].group().isupper() and len(words[0].group()) <= _ACRONYM):
            return False
        tokens = self._grammar.lexicon.tokens(self._low, words[0].start(), words[-1].end())
        return any(token.kind == "word" for token in tokens)

    def body_spans(self, start: int, end: int, shift: int, at: int) -> list[tuple[int, int]]:
        """The spans of names of bodies between two offsets, moved by `shift`; the place at `at` begins or is in one."""
        self._extra = at - shift
        spans = [(mention.start + shift, mention.end + shift) for mention in self.bodies(start, end)]
        self._extra = -1
        return spans

    def _by_capitals(self, start: int, end: int, ends: frozenset[str], starts: frozenset[str]) -> list[tuple[int, int]]:
        """Capitalised names around a word such as Universitas, Trường or College; small words may stand inside."""
        found: list[tuple[int, int]] = []
        words = list(_WORD.finditer(self._flat, start, end))
        for place, word in enumerate(words):
            if not word.group()[0].isupper() or (found and word.start() < found[-1][1]):
                continue
            if any(
                self._low.startswith(each, word.start()) and not self._low[word.start() + len(each) :][:1].isalpha()
                for each in starts
            ):
                last = self._capitals_to(words, place)
                if last > place:
                    found.append((word.start(), words[last].end()))
            elif word.group().lower() in ends:
                first = place
                while (
                    first
                    and words[first - 1].group()[0].isupper()
                    and words[first].start() - words[first - 1].end() == 1
                ):
                    first -= 1
                while first < place and self._is_small(words[first]):
                    first += 1
                if first < place:
                    found.append((words[first].start(), word.end()))
        return found

    def _follows(self, one: re.Match[str], other: re.Match[str]) -> bool:
        """Whether only a blank, or a dash between two, parts two words."""
        return self._flat[one.end() : other.start()] in (" ", " - ", " — ", "-", "—")

    def _is_small(self, word: re.Match[str]) -> bool:
        """Whether a word is only capitalised because a sentence begins with it (“Ang”, “Theo”)."""
        tokens = self._grammar.lexicon.tokens(self._low, word.start(), word.end())
        return all(token.kind in ("stop", "skip", "link", "join") for token in tokens)

    def _capitals_to(self, words: list[re.Match[str]], place: int) -> int:
        """The last word of a name that goes on over at most two small words, or words of the lexicon, at a time.

        What begins with a capital is taken to the end of its lexicon word: “Giáo dục nghề nghiệp” is one. Nothing
        but the first such word (“Liên minh đã …”) names nobody.
        """
        last = at = place
        covered, small, named = self._word_end(words[place]), 0, False
        while at + 1 < len(words) and self._follows(words[at], words[at + 1]):
            at += 1
            following = words[at]
            capital = following.group()[0].isupper()
            if following.start() < covered and not capital:
                last = at if small == 0 else last
                continue
            small = 0 if capital else small + 1
            if small > _SMALL_WORDS:
                break
            covered = self._word_end(following)
            last, named = (at, True) if capital else (last, named)
        return last if named else place

    def _word_end(self, word: re.Match[str]) -> int:
        """Where the word of the lexicon that begins with a word of the text ends."""
        limit = min(len(self._low), word.start() + _LONGEST_WORD)
        tokens = self._grammar.lexicon.tokens(self._low, word.start(), limit)
        return tokens[0].end if tokens else word.end()

    def _by_words(self, start: int, end: int, ends: frozenset[str], starts: frozenset[str]) -> list[tuple[int, int]]:
        tokens = self._grammar.lexicon.tokens(self._low, start, end)
        known = {
            (m.start, m.end) for m in self.known[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        }
        places = {a for a, __ in known} | ({self._extra} if self._extra >= 0 else set())
        generic = frozenset(words_of(self._grammar.generic_bodies))
        found: list[tuple[int, int]] = []
        for place, token in enumerate(tokens):
            if any(token.text.endswith(each) for each in ends):
                first = self._reach(tokens, place, -1)
                begin = self._named_from(tokens[first : place + 1], places)
                if token.text in generic and place - first < 2:
                    continue
                if begin is not None:
                    found.append((begin, token.end))
            elif any(token.text.startswith(each) for each in starts):
                last = self._reach(tokens, place, 1)
                rest = tokens[place + 1 : last + 1]
                if token.gloss.endswith("company") and all(t.kind != "word" or t.start in places for t in rest):
                    # “Guangxi companies”: a company has a name beside its place.
                    continue
                if any(t.start in places or t.kind == "word" for t in (token, *rest)) and rest:
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
            if following.kind == "word" and at + step > 0 and tokens[at + step - 1].kind == "number" and step < 0:
                # A classifier: what follows it is counted, not named.
                break
            at += step
        return at

    def _named_from(self, tokens: list[Token], places: set[int]) -> int | None:
        """Where the name begins: at a place or an unknown word; what is only common words is no name."""
        starts = words_of(self._grammar.name_starts)
        for place, token in enumerate(tokens):
            if token.text in starts and len(tokens) - place > _SMALL_WORDS:
                return token.start
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
        nouns = self._grammar.pointer_nouns.get(" ".join(mention.text.lower().split()), ("", ()))[1]
        paragraph = self._layout.paragraph_at(mention.start)
        earlier = [m for m in self.between(max(0, paragraph.start - _HEAD), mention.start) if m.kind != "anaphor"]
        for candidate in [*reversed(earlier[-_FURTHEST:]), *self.topics]:
            if any(noun in candidate.text.lower() or noun in candidate.name.lower() for noun in nouns):
                return Mention(mention.text, candidate.name, mention.start, mention.end, "anaphor", candidate.keys)
        return mention


def _holds(body: Mention, name: Mention) -> bool:
    """Whether a longer name holds another."""
    return body.start <= name.start and name.end <= body.end and body.end - body.start > name.end - name.start
