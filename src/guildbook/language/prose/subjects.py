"""Whom or what a figure is about: which of the mentions around it fits best."""

from __future__ import annotations

import re
from bisect import bisect_left

from guildbook.language.prose.dates import is_dated
from guildbook.language.prose.grammar import Grammar
from guildbook.language.prose.lexicon import words_of
from guildbook.language.prose.mentions import Mentions
from guildbook.language.sentences import Layout
from guildbook.language.shapes import Mention

_MOST = 24
_OPENS = 12
# How far, and over how many words, “in” may stand before a name (“in countries like Laos”).
_BACK, _BETWEEN = 28, 4
_SPOKEN_OF = 1.6
# It counts more than a name behind “in”, and less than any other.
_SPOKEN = 1.55
_AGENT_REACH, _NEAR_START, _DATELINE = 80, 3, 24


class Subjects:
    """The mentions of a text, asked figure by figure for the most plausible subject."""

    def __init__(self, grammar: Grammar, low: str, layout: Layout, mentions: Mentions) -> None:
        """Keep the mentions; sentences are looked at as figures ask for them."""
        self._grammar, self._low, self._layout, self._mentions = grammar, low, layout, mentions
        self._preposition = re.compile(rf"{grammar.pattern(words_of(grammar.prepositions))}\s*$")
        owners = words_of(grammar.owners)
        self._owner = re.compile(rf"{grammar.pattern(owners)}\s*$")
        self._located = re.compile(rf"{grammar.pattern(words_of(grammar.located))}\s*$")
        self._located_words = tuple(word for word in words_of(grammar.located) if len(word) > 1)
        self._where = frozenset((*words_of(grammar.prepositions), *words_of(grammar.located)))
        joins = tuple(word for word, (kind, __) in grammar.lexicon.entries.items() if kind == "join")
        self._listed = re.compile(rf"\s*(?:[,、]|{grammar.pattern(joins)})+\s*(?:{grammar.pattern(joins)})?\s*")
        markers, speech = words_of(grammar.subject_markers), words_of(grammar.speech)
        # A word that also ties nouns together (ng) tells nobody who did it.
        agents = tuple(word for word in words_of(grammar.agents) if word not in grammar.link_words)
        self._agent = re.compile(rf"{grammar.pattern(agents)}\s*$") if agents else None
        self._marker = re.compile(rf"{grammar.pattern(markers)}\s*$") if markers else None
        self._speech = re.compile(rf"\s*{grammar.pattern(speech)}") if speech else None
        # “Nanning 1 September 2023 - …”, in languages whose sentences have no other end.
        self._dateline = re.compile(r"[\s,၊(]{0,3}\D{0,12}\d[^\n]{0,40}?[-—:៖)။]\s") if grammar.number_behind else None
        endings = words_of(grammar.subject_endings)
        self._ending = re.compile(rf"\s?{grammar.pattern(endings)}") if endings else None
        self._by_blanks = grammar.number_behind and grammar.head == "first"
        self._subjects: dict[tuple[int, int], Mention | None] = {}

    def candidates(self, sentence: tuple[int, int], start: int, end: int, counts_end: int) -> list[Mention]:
        """The mentions that a figure may be about, the most plausible first."""
        inside = self._mentions.between(*sentence)
        if len(inside) > _MOST:
            middle = bisect_left([m.start for m in inside], start)
            inside = inside[max(0, middle - _MOST // 2) : middle + _MOST // 2]
        scored = [
            (self._score(m, before, sentence, start, end, counts_end), m)
            for before, m in zip([None, *inside], inside, strict=False)
            if not start <= m.start < end
        ]
        previous = self._previous(sentence)
        if previous:
            scored.append(previous)
        scored += [
            (0.4 - rank * 0.01, Mention(t.text, t.name, t.start, t.end, "topic", t.keys))
            for rank, t in enumerate(self._mentions.topics)
        ]
        scored.sort(key=lambda pair: -pair[0])
        seen: set[str] = set()
        ordered: list[Mention] = []
        for score, mention in scored:
            resolved = self._mentions.resolve(mention) if mention.kind == "anaphor" and not mention.keys else mention
            if score > 0 and resolved.name not in seen:
                seen.add(resolved.name)
                ordered.append(resolved)
        return ordered

    def _score(
        self,
        mention: Mention,
        previous: Mention | None,
        sentence: tuple[int, int],
        start: int,
        end: int,
        counts_end: int,
    ) -> float:
        low = self._low
        if mention.kind == "name" and self._speech and self._speech.match(low, mention.end, sentence[1]):
            return 0.1
        if mention.start >= end:
            if mention.start - end < _AGENT_REACH and self._agent and self._agent.search(low, end, mention.start):
                return 4.0
            return 3.4 if mention.start < counts_end else 0.9
        if self._is_dateline(mention, sentence):
            return 0.3
        near = 0.5 * (mention.start - sentence[0]) / max(1, start - sentence[0])
        if self._ending and self._ending.match(low, mention.end):
            return 3.0 + near
        return near + self._by_lead(mention, previous, sentence)

    def _is_dateline(self, mention: Mention, sentence: tuple[int, int]) -> bool:
        """Whether a name opens a line such as “Nanning, 1 September 2023.”: such a place is seldom what it is about."""
        if self._layout.in_dateline(mention.start):
            return True
        if mention.start - sentence[0] >= _NEAR_START:
            return False
        if self._dateline and self._dateline.match(self._low, mention.end):
            return True
        rest = self._low[mention.end : sentence[1]]
        dated = len(rest) <= _DATELINE and any(character.isdigit() for character in rest)
        # “广西有12所高校” is as short and has a figure.
        return dated and is_dated(self._grammar, rest)

    def _by_lead(self, mention: Mention, previous: Mention | None, sentence: tuple[int, int]) -> float:
        """How much what stands before a name makes it a subject."""
        low = self._low
        before = low[max(sentence[0], mention.start - _OPENS) : mention.start]
        if self._located.search(before) and mention.start - sentence[0] < _OPENS:
            return 2.6
        if self._preposition.search(before) or self._located.search(before) or self._is_used_in(mention, sentence):
            return 1.0
        if self._marker and self._marker.search(before):
            return 3.2
        if previous is not None and self._is_listed(previous, mention):
            # One of several: “Thailand, Myanmar, Laos”.
            return 1.0
        if not before.strip(" \"'") or before.rstrip()[-1:] in (",", ":", "，", "：", '"'):
            return 3.2
        if self._by_blanks and before.endswith(" "):
            # Thai, Lao and Khmer set a blank between clauses, and between the names of a list.
            listed = previous is not None and not low[previous.end : mention.start].strip(" ")
            return 1.0 if listed else 2.9
        return 1.6

    def _is_used_in(self, mention: Mention, sentence: tuple[int, int]) -> bool:
        """Whether a name stands behind “in”, with words such as “countries like” between: where, not whose."""
        if mention.start - sentence[0] < _OPENS:
            return False
        tokens = self._grammar.lexicon.tokens(self._low, max(sentence[0], mention.start - _BACK), mention.start)
        for token in reversed(tokens[-_BETWEEN:]):
            # Without blanks “in” and “country” are one word (ในประเทศ).
            if token.text in self._where or (self._by_blanks and token.text.startswith(self._located_words)):
                return True
            if token.kind not in ("noun", "modifier", "holder", "stop", "skip", "link"):
                return False
        return False

    def _is_listed(self, previous: Mention, mention: Mention) -> bool:
        """Whether a name follows another in a list; a name that nobody knows may stand between the two."""
        if self._listed.fullmatch(self._low, previous.end, mention.start):
            return True
        gap = self._low[previous.end : mention.start]
        if len(gap) > _BACK or gap == gap.strip(" ") or not gap.strip():
            return False
        tokens = self._grammar.lexicon.tokens(self._low, previous.end, mention.start)
        names = ("word", "modifier") if self._by_blanks else ("word",)
        unknown = [token for token in tokens if token.kind in names]
        return len(unknown) == 1 and all(token.kind in ("join", "mark", *names) for token in tokens)

    def _previous(self, sentence: tuple[int, int]) -> tuple[float, Mention] | None:
        """The subject of one of the three sentences before, within this paragraph or the one above."""
        paragraph = self._layout.paragraph_at(sentence[0])
        sentences = self._layout.sentences_of(paragraph)
        place = bisect_left(sentences, sentence)
        earlier = sentences[max(0, place - 3) : place]
        if len(earlier) < 3 and paragraph.number > 1:
            earlier = self._layout.sentences_of(self._layout.paragraphs[paragraph.number - 2])[-2:] + earlier
        for candidate in reversed(earlier[-3:]):
            subject = self._subject_of(candidate)
            if subject:
                return 2.4, subject
        for candidate in reversed(earlier[-3:]):
            # Nobody is its subject (“colleges of Guangxi opened …”): whoever it speaks of counts a little.
            if spoken := self._spoken_of(candidate):
                return _SPOKEN, spoken
        return None

    def _spoken_of(self, sentence: tuple[int, int]) -> Mention | None:
        """The first name of a sentence that stands neither in a list nor behind “in”."""
        inside = self._mentions.between(*sentence)[:_MOST]
        for previous, mention in zip([None, *inside], inside, strict=False):
            if mention.kind != "anaphor" and not self._grammar.is_public(mention.text):
                score = self._score(mention, previous, sentence, sentence[1], sentence[1], sentence[1])
                before = self._low[max(sentence[0], mention.start - _OPENS) : mention.start]
                if score >= _SPOKEN_OF or self._owner.search(before):
                    return mention
        return None

    def _subject_of(self, sentence: tuple[int, int]) -> Mention | None:
        if sentence not in self._subjects:
            best: tuple[float, Mention] | None = None
            inside = self._mentions.between(*sentence)[:_MOST]
            for previous, mention in zip([None, *inside], inside, strict=False):
                score = self._score(mention, previous, sentence, sentence[1], sentence[1], sentence[1])
                if score > 2 and (best is None or score > best[0] + 0.6):
                    best = (score, mention)
            found = best[1] if best else None
            if found is not None and found.kind == "anaphor":
                found = self._mentions.resolve(found)
            self._subjects[sentence] = found
        return self._subjects[sentence]
