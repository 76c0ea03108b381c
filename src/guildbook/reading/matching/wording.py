"""The words of one text as concepts, whatever its languages: what stands around a figure, and what it counts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from guildbook.language import NameIndex, ReadFigure
from guildbook.language.prose import Grammar, ProseReader
from guildbook.language.prose.lexicon import Token
from guildbook.language.prose.nouns import Nouns
from guildbook.language.reading import reader_for
from guildbook.reading.matching.asides import Aside, asides_of
from guildbook.reading.matching.glosses import gloss_words, words_of_tokens
from guildbook.reading.matching.lines import Key
from guildbook.reading.matching.phrases import Phrase, phrase_of_figure
from guildbook.reading.matching.words import Word, tells, words

_CLAUSE_END = re.compile(r"[,，;；:：]")
# Thai, Lao, Khmer and Burmese set blanks between clauses, and around numbers.
_CLAUSE_BLANK = re.compile(r"[,;:၊]|(?<![\d\s])\s(?![\d\s])")
_MARK_END = re.compile(r"[,;:၊]")
# Letters and signs to a word in Chinese, and in the other scripts without blanks.
_LETTERS_HAN, _LETTERS = 2, 6
Named = tuple[int, int, tuple[str, ...]]


def grammar_of(language: str) -> Grammar | None:
    """The grammar of a language told by tables; None for English, which has rules of its own."""
    reader = reader_for(language)
    return reader.grammar if isinstance(reader, ProseReader) else None


class Wording:
    """A text with its stretches of languages; `plain` is one character for one of the evened text."""

    def __init__(self, text: str, stretches: Sequence[tuple[int, int, str]]) -> None:
        """Make each stretch plain by its own language's rules."""
        self.text = text
        self.stretches = list(stretches)
        self._starts = [stretch[0] for stretch in stretches]
        parts: list[str] = []
        for start, end, language in self.stretches:
            reader = reader_for(language)
            parts.append(reader.plain(text[start:end]) if isinstance(reader, ProseReader) else text[start:end])
        self.plain = "".join(parts)
        low = self.plain.lower()
        self.low = (
            low if len(low) == len(self.plain) else "".join(c.lower() if len(c.lower()) == 1 else c for c in self.plain)
        )
        self._named: list[Named] = []
        self._named_starts: list[int] = []

    @property
    def is_english(self) -> bool:
        """Whether the whole text is read by the English reader."""
        return all(grammar_of(language) is None for __, __, language in self.stretches)

    def name(self, names: NameIndex, concepts_of: Mapping[Key, tuple[str, ...]]) -> None:
        """Let names of places stand for the English concepts of what they name, in stretches that are not English."""
        for start, end, language in self.stretches:
            if grammar_of(language) is None:
                continue
            for match in names.find(self.plain[start:end]):
                concepts = next((concepts_of[k] for k in match.keys if isinstance(k, tuple) and k in concepts_of), None)
                if concepts:
                    self._named.append((start + match.start, start + match.end, concepts))
        self._named_starts = [named[0] for named in self._named]

    def stretch_at(self, offset: int) -> tuple[int, int, str]:
        """The stretch that holds an offset."""
        return self.stretches[max(0, bisect_right(self._starts, offset) - 1)]

    def language_at(self, offset: int) -> str:
        """The language of the stretch that holds an offset."""
        return self.stretch_at(offset)[2]

    def words(self, start: int, end: int) -> list[Word]:
        """The words between two offsets."""
        found: list[Word] = []
        for begin, stop, language in self._within(start, end):
            grammar = grammar_of(language)
            if grammar is None:
                found.extend(words(self.text, begin, stop))
            else:
                found.extend(words_of_tokens(self._tokens(grammar, begin, stop), self._names_in(begin, stop)))
        return found

    def concepts(self, start: int, end: int) -> frozenset[str]:
        """The concepts between two offsets that tell one thing from another."""
        return frozenset(word.concept for word in self.words(start, end) if tells(word.concept))

    def clause_end(self, start: int, end: int) -> int:
        """Where the clause at an offset ends before another; -1 if it does not."""
        grammar = grammar_of(self.language_at(start))
        blanks = grammar is not None and grammar.number_behind
        match = (_CLAUSE_BLANK if blanks else _CLAUSE_END).search(self.plain, start, end)
        return match.start() if match else -1

    def aside(self, figure: ReadFigure) -> Aside:
        """Whether the clause of a figure denies it, or tells what was added, of those who left, or of a part."""
        qualified = min(figure.start, figure.qualifier_span[0] if figure.qualifier_span else figure.start)
        counts = self._counted_here(figure)
        first, last = min(qualified, counts[0]), max(figure.end, counts[1])
        begin, end = self._clause(first, last, figure.sentence)
        return asides_of(grammar_of(figure.language)).of(
            self.low[begin:end],
            (qualified - begin, figure.end - begin),
            (counts[0] - begin, counts[1] - begin),
            self.low[figure.sentence[0] : begin],
        )

    def own_concepts(self, figure: ReadFigure) -> frozenset[str]:
        """The concepts of a figure's clause outside the noun it counts."""
        counts = self._counted_here(figure)
        begin, end = self._clause(min(figure.start, counts[0]), max(figure.end, counts[1]), figure.sentence)
        return self.concepts(begin, end)

    def _counted_here(self, figure: ReadFigure) -> tuple[int, int]:
        """What a figure counts, if it stands in the figure's clause (“125对，其中57对”: not the 57's noun)."""
        counts = figure.counts_span
        if counts is None or (counts[1] < figure.start and _CLAUSE_END.search(self.plain, counts[1], figure.start)):
            return figure.start, figure.end
        return counts

    def _clause(self, first: int, last: int, sentence: tuple[int, int]) -> tuple[int, int]:
        marks = [match.end() for match in _CLAUSE_END.finditer(self.plain, sentence[0], first)]
        grammar = grammar_of(self.language_at(first))
        if grammar is not None and grammar.number_behind and grammar.head == "last":
            # Burmese verbs stand at the end, behind blanks.
            mark = _MARK_END.search(self.plain, last, sentence[1])
            end = mark.start() if mark else -1
        else:
            end = self.clause_end(last, sentence[1])
        return marks[-1] if marks else sentence[0], end if end >= 0 else sentence[1]

    def distance(self, low: int, high: int) -> int:
        """How many words lie between two offsets, roughly."""
        grammar = grammar_of(self.language_at(low))
        if grammar is None or grammar.spaced:
            return self.text.count(" ", low, high)
        return max(0, high - low) // (_LETTERS_HAN if grammar.language == "zh" else _LETTERS)

    def phrase(self, figure: ReadFigure) -> Phrase | None:
        """The phrase a figure counts."""
        grammar = grammar_of(figure.language)
        if grammar is None:
            return phrase_of_figure(figure)
        if figure.counts_span is None:
            return None
        begin, stop = figure.counts_span
        tokens = self._tokens(grammar, begin, stop)
        head = next(
            (t for t in (reversed(tokens) if grammar.head == "last" else tokens) if t.text == figure.head), None
        )
        if head is None:
            # The unit itself is what is counted (“40 years”).
            return _unit_phrase(figure)
        return _phrase(grammar, tokens, head, self._names_in(begin, stop), figure.unit or "", figure.per or "")

    def pointed_nouns(self) -> set[str]:
        """English nouns with which the stretches that are not English point at somebody (该联盟: alliance)."""
        found: set[str] = set()
        for start, end, language in self.stretches:
            if (grammar := grammar_of(language)) is not None:
                found |= {
                    grammar.pointer_nouns[" ".join(m.group().split())][0]
                    for m in grammar.pointer.finditer(self.low, start, end)
                }
        return found

    def _within(self, start: int, end: int) -> Iterable[tuple[int, int, str]]:
        place = max(0, bisect_right(self._starts, start) - 1)
        while place < len(self.stretches) and self.stretches[place][0] < end:
            begin, stop, language = self.stretches[place]
            if max(begin, start) < min(stop, end):
                yield max(begin, start), min(stop, end), language
            place += 1

    def _tokens(self, grammar: Grammar, start: int, end: int) -> list[Token]:
        return grammar.lexicon.tokens(self.low, start, end)

    def _names_in(self, start: int, end: int) -> list[Named]:
        place = max(0, bisect_right(self._named_starts, start) - 1)
        found = []
        while place < len(self._named) and self._named[place][0] < end:
            if self._named[place][1] > start:
                found.append(self._named[place])
            place += 1
        return found


@lru_cache(maxsize=16384)
def phrase_in(text: str, language: str) -> Phrase | None:
    """The phrase that an indicator or a claim writes in a language told by a grammar."""
    grammar = grammar_of(language)
    reader = reader_for(language)
    if grammar is None or not isinstance(reader, ProseReader):
        return None
    low = reader.plain(text).lower()
    start = 0
    if (classifier := grammar.classifier.match(low)) and classifier.end() < len(low):
        start = classifier.end()
    found = Nouns(grammar, low).whole(start, len(low))
    if found is None:
        return None
    tokens = grammar.lexicon.tokens(low, found.start, found.end)
    return _phrase(grammar, tokens, found.head, [], "", "")


def _unit_phrase(figure: ReadFigure) -> Phrase | None:
    if not figure.unit:
        return None
    stem, concept = gloss_words(figure.unit)[-1]
    return Phrase(frozenset({concept}), stem, frozenset(), frozenset(), unit=figure.unit, per=figure.per or "")


def _phrase(
    grammar: Grammar, tokens: list[Token], head: Token, named: list[Named], unit: str, per: str
) -> Phrase | None:
    """The counted thing: its noun with those joined to it, what is tied to it directly, and what stands further off."""
    nouns = [head, *_joined(tokens, head)]
    heads = {_noun(token, grammar)[1] for token in nouns}
    # “高校和职业院校”: what narrows one of the joined nouns does not narrow them all.
    own = frozenset.intersection(*(frozenset(c for __, c in gloss_words(each.gloss)[:-1]) for each in nouns))
    direct, further = _parted(grammar, tokens, head)
    before = frozenset(c for c in (*own, *(w.concept for w in words_of_tokens(direct, named))) if tells(c)) - heads
    trail = tuple(
        word.concept for word in words_of_tokens(further, named) if tells(word.concept) and word.concept not in heads
    )
    # No printed word of English stands behind a gloss: the stem, which tells synonyms apart, stays empty.
    return Phrase(frozenset(heads), "", before, frozenset(trail), unit=unit, per=per, trail=trail)


def _noun(token: Token, grammar: Grammar) -> tuple[str, str]:
    gloss = token.gloss or grammar.classifier_glosses.get(token.text, "")
    return gloss_words(gloss)[-1] if gloss else (token.text, token.text)


def _joined(tokens: list[Token], head: Token) -> list[Token]:
    """Nouns joined to the head, such as 院校 in 院校和企业."""
    place = next(at for at, token in enumerate(tokens) if token.start == head.start)
    found: list[Token] = []
    at = place
    while at >= 2 and tokens[at - 1].kind == "join" and tokens[at - 2].kind == "noun":
        found.append(tokens[at - 2])
        at -= 2
    at = place
    while at + 2 < len(tokens) and tokens[at + 1].kind == "join" and tokens[at + 2].kind == "noun":
        found.append(tokens[at + 2])
        at += 2
    return found


def _parted(grammar: Grammar, tokens: list[Token], head: Token) -> tuple[list[Token], list[Token]]:
    """The words tied to the head, and those of clauses and further phrases behind a link, a verb or a stop."""
    place = next(at for at, token in enumerate(tokens) if token.start == head.start)
    joined = {token.start for token in _joined(tokens, head)}
    others = [token for token in tokens if token.start != head.start and token.start not in joined]
    parting = ("link", "verb", "stop")
    if grammar.head == "last":
        cut = max((at + 1 for at in range(place) if tokens[at].kind in parting), default=0)
        edge = tokens[cut].start if cut < len(tokens) else 0
        direct = [token for token in others if token.start >= edge]
    else:
        last = next((at for at in range(place + 1, len(tokens)) if tokens[at].kind in parting), len(tokens))
        edge = tokens[last].start if last < len(tokens) else tokens[-1].end
        direct = [token for token in others if token.start < edge]
    return direct, [token for token in others if token not in direct]
