"""How a language names, joins and points back: what whom a figure is about depends on, beside the words themselves."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Literal, Protocol

from guildbook.language import Mention
from guildbook.language.prose import Grammar, ProseReader
from guildbook.language.prose.lexicon import words_of
from guildbook.language.reading import reader_for
from guildbook.reading.matching.english import (
    AGENT_MARKERS,
    BODIES,
    BODY_OPENING,
    BODY_WORDS,
    CLAUSE_OPENING,
    COMMON_ENDS,
    MONTHS,
    OPENINGS,
    PLACE_WORDS,
    PUBLIC_WORDS,
)
from guildbook.reading.matching.wording import Wording
from guildbook.reading.matching.words import words

Joint = Literal["", "and", "with"]

_NEXT_CAPITALS = re.compile(r"(?:[ ](?:(?:of|for|and|the)[ ]){0,2}[A-Z][\w&’'-]*)+")
_CAPITALS_BEFORE = re.compile(r"((?:[A-Z][\w-]+[ ])+)(?:of|for|in)[ ](?:the[ ])?$")
_COMPOUND_AFTER = re.compile(r"[-–][A-Z]")
_COMPOUND_BEFORE = re.compile(r"[^\W\d_][-–]\Z")
_LOWER = re.compile(r"(?<![^\W\d_])[a-z]{3,}")
_CAPITAL = re.compile(r"[A-Z][\w-]*")
_JOINED = re.compile(r"\s*(?:,|and|&|,\s*and|as well as|together with)\s*(?:the\s+)?\Z")
_COMMA = re.compile(r"\s*,\s*(?:the\s+)?\Z")
_BODY_NOUNS = BODIES | {"school", "workshop"}
# How far back a longer name begins, and lower-case words are collected.
_NAME_BACK, _LOWER_FROM = 60, 200_000
_SENTENCE_BREAKS = {"", ".", "!", "?", "]"}


class Manner(Protocol):
    """The manner of the language of one stretch of a text; offsets are of the whole text."""

    def joined(self, start: int, end: int) -> Joint:
        """Whether what stands between two names joins them, or may only say “with”."""
        ...

    def only_comma(self, start: int, end: int) -> bool:
        """Whether nothing but a comma stands between two offsets."""
        ...

    def opens(self, start: int, end: int) -> bool:
        """Whether what stands between the beginning of a sentence and a name leaves the name its subject."""
        ...

    def clause_opens(self, start: int, end: int) -> bool:
        """Whether a name behind a counted phrase begins what the next figure is about."""
        ...

    def is_agent(self, floor: int, start: int) -> bool:
        """Whether the name that begins at an offset is whoever did it (“by”)."""
        ...

    def unnamed_body(self, start: int, end: int) -> tuple[str, str]:
        """The words and English noun of a body without name that opens a sentence (“The college …”), else empty."""
        ...

    def pointed_noun(self, mention: Mention) -> str:
        """The English noun of a mention that points back."""
        ...

    def is_compound(self, mention: Mention) -> bool:
        """Whether a name is only half of a compound such as “China-ASEAN”."""
        ...

    def longer_name(self, mention: Mention) -> str:
        """The longer name that a place is part of (“Guangxi Normal University”), unless it is a public body of it."""
        ...

    def is_common(self, mention: Mention) -> bool:
        """Whether what looks like a name is none."""
        ...

    def is_body(self, mention: Mention) -> bool:
        """Whether a name without record is that of a body."""
        ...


class EnglishManner:
    """English: capitals, articles and prepositions."""

    def __init__(self, text: str, things: Collection[str]) -> None:
        """`things` are concepts of what the book counts, not names."""
        self._text, self._things = text, things
        self._lower = frozenset(_LOWER.findall(text[:_LOWER_FROM]))

    def joined(self, start: int, end: int) -> Joint:
        """Whether “and”, a comma or the like joins two names."""
        return "and" if _JOINED.match(self._text[start:end]) else ""

    def only_comma(self, start: int, end: int) -> bool:
        """Whether nothing but a comma stands between two offsets."""
        return _COMMA.match(self._text[start:end]) is not None

    def opens(self, start: int, end: int) -> bool:
        """Whether only an opening such as “Meanwhile, in” stands before a name."""
        return self._text[start:end].strip().lower() in OPENINGS

    def clause_opens(self, start: int, end: int) -> bool:
        """Whether “while”, “and” or the like leads to a name."""
        return CLAUSE_OPENING.match(self._text[start:end]) is not None

    def is_agent(self, floor: int, start: int) -> bool:
        """Whether “by” stands before a name."""
        return self._text[floor:start].lower().rstrip().endswith(AGENT_MARKERS)

    def unnamed_body(self, start: int, end: int) -> tuple[str, str]:
        """“The college”, “Our alliance” at the beginning of a sentence."""
        found = BODY_OPENING.match(self._text, start, end)
        return (found.group(), found.group(1).lower()) if found else ("", "")

    def pointed_noun(self, mention: Mention) -> str:
        """The last word of “the region”."""
        return (mention.text.lower().split() or [""])[-1].removesuffix("'s")

    def is_compound(self, mention: Mention) -> bool:
        """Whether a name is only half of a compound such as “China-ASEAN”; “Guangxi-based” is none."""
        before = _COMPOUND_BEFORE.search(self._text, max(0, mention.start - 2), mention.start)
        return before is not None or _COMPOUND_AFTER.match(self._text, mention.end) is not None

    def longer_name(self, mention: Mention) -> str:
        """The longer name by the capitals around a place."""
        after = _NEXT_CAPITALS.match(self._text, mention.end)
        if after:
            capitals = set(_CAPITAL.findall(after.group()))
            if capitals - PLACE_WORDS and not capitals & PUBLIC_WORDS and (capitals & BODY_WORDS or len(capitals) > 1):
                return self._text[mention.start : after.end()]
        before = _CAPITALS_BEFORE.search(self._text, max(0, mention.start - _NAME_BACK), mention.start)
        if before:
            capitals = set(before.group(1).split())
            if capitals & BODY_WORDS and not capitals & PUBLIC_WORDS:
                return self._text[before.start() : mention.end]
        return ""

    def is_common(self, mention: Mention) -> bool:
        """Whether capitals are no name: the beginning of a sentence, or a thing the book counts (“Panda Workshops”)."""
        word = mention.name
        told = [each.concept for each in words(word) if each.concept]
        if told and word.endswith("s") and all(concept in self._things for concept in told):
            return True
        if " " in word:
            return False
        if word.lower() in MONTHS:
            return True
        before = self._text[max(0, mention.start - 2) : mention.start].strip(" \n\t“\"'([-:;")
        opens = mention.start == 0 or before in _SENTENCE_BREAKS
        return word.lower() in self._lower or (opens and word.lower().endswith(COMMON_ENDS))

    def is_body(self, mention: Mention) -> bool:
        """Whether a capitalised name holds a word such as University."""
        return bool(BODY_WORDS & set(mention.text.split()))


class ProseManner:
    """A language told by a grammar: its stops, joins and pointers decide."""

    def __init__(self, wording: Wording, reader: ProseReader, start: int, end: int) -> None:
        """One stretch of a text."""
        self._wording, self._grammar, self._begin, self._end = wording, reader.grammar, start, end
        self._low = wording.low
        # Without the book's names: what stands around a place is what makes it part of a longer name.
        self._mentions = reader.mentions(wording.plain[start:end], None)
        self._located = _ending(self._grammar, self._grammar.located)
        self._agents = _ending(self._grammar, self._grammar.agents)

    def _only(self, start: int, end: int, kinds: Collection[str]) -> bool:
        tokens = self._grammar.lexicon.tokens(self._low, start, end)
        return all(token.kind in kinds for token in tokens)

    def joined(self, start: int, end: int) -> Joint:
        """Whether a join stands between two names; words that also mean “with” join only what is of one sort."""
        tokens = self._grammar.lexicon.tokens(self._low, start, end)
        if not tokens or not all(token.kind == "join" or token.text == "," for token in tokens):
            return ""
        if not any(token.kind == "join" for token in tokens):
            return "and" if self._grammar.spaced else ""
        withs = words_of(self._grammar.prepositions)
        return "with" if any(token.text in withs and token.text not in ("、", ",") for token in tokens) else "and"

    def only_comma(self, start: int, end: int) -> bool:
        """Whether nothing but a comma stands between two offsets."""
        return self._low[start:end].strip() in (",", "،")

    def opens(self, start: int, end: int) -> bool:
        """Whether only dates, stops and words such as 目前 stand before a name."""
        return self._only(start, end, ("stop", "skip", "mark", "number", "join"))

    def clause_opens(self, start: int, end: int) -> bool:
        """Whether only a comma and words such as 而 lead to a name."""
        return self._only(start, end, ("stop", "skip", "mark", "join"))

    def is_agent(self, floor: int, start: int) -> bool:
        """Whether “by” stands before a name."""
        return self._agents.search(self._low, floor, start) is not None

    def unnamed_body(self, start: int, end: int) -> tuple[str, str]:
        """A pointer such as 该校 that opens a sentence and resolves to nothing named before."""
        found = self._grammar.pointer.match(self._low, start, end)
        if found is None:
            return "", ""
        noun, __ = self._grammar.pointer_nouns[" ".join(found.group().split())]
        if noun not in _BODY_NOUNS:
            return "", ""
        return self._wording.plain[found.start() : found.end()], noun

    def pointed_noun(self, mention: Mention) -> str:
        """The English noun of a pointer."""
        return self._grammar.pointer_nouns.get(" ".join(mention.text.lower().split()), (mention.name, ()))[0]

    def is_compound(self, mention: Mention) -> bool:
        """Whether a dash ties a name to another, or a longer word of the lexicon holds it (中国—东盟, 老挝语)."""
        before, after = self._low[mention.start - 1 : mention.start], self._low[mention.end : mention.end + 1]
        if before in ("—", "-", "–") or after in ("—", "-", "–"):
            return True
        near = self._grammar.lexicon.tokens(
            self._low, max(self._begin, mention.start - 8), min(self._end, mention.end + 8)
        )
        return any(
            t.gloss
            and t.start <= mention.start
            and mention.end <= t.end
            and t.end - t.start > mention.end - mention.start
            and t.gloss.split()[-1] not in ("countries", "nations")
            for t in near
        )

    def longer_name(self, mention: Mention) -> str:
        """The name of a body around a place, by the word it ends or begins with."""
        line = self._wording.plain.rfind("\n", self._begin, mention.start) + 1 or self._begin
        stop = self._wording.plain.find("\n", mention.end, self._end)
        for body in self._bodies(max(line, self._begin), stop if stop >= 0 else self._end, mention.start):
            if body[0] <= mention.start and mention.end <= body[1] and body[1] - body[0] > mention.end - mention.start:
                name = self._wording.plain[body[0] : body[1]]
                return "" if self._grammar.is_public(name) else name
        return ""

    def _bodies(self, start: int, end: int, at: int) -> list[tuple[int, int]]:
        begin, stop = max(start, at - _NAME_BACK), min(end, at + _NAME_BACK)
        return self._mentions.body_spans(begin - self._begin, stop - self._begin, self._begin, at)

    def is_common(self, mention: Mention) -> bool:
        """Names found by their last or first word are names."""
        return False

    def is_body(self, mention: Mention) -> bool:
        """Every name that the engine finds is that of a body."""
        return mention.kind == "name"


@lru_cache(maxsize=64)
def _ending(grammar: Grammar, table: str) -> re.Pattern[str]:
    return re.compile(rf"{grammar.pattern(words_of(table))}\s*\Z") if table else re.compile(r"(?!)")


class Manners:
    """The manners of a text's stretches, made as they are asked for."""

    def __init__(self, wording: Wording, things: Collection[str]) -> None:
        """Prepare English, which most texts are in."""
        self._wording, self._things = wording, things
        self._made: dict[int, Manner] = {}

    def language_at(self, offset: int) -> str:
        """The language at an offset."""
        return self._wording.language_at(offset)

    def at(self, offset: int) -> Manner:
        """The manner of the language at an offset."""
        start, end, language = self._wording.stretch_at(offset)
        if start not in self._made:
            reader = reader_for(language)
            self._made[start] = (
                ProseManner(self._wording, reader, start, end)
                if isinstance(reader, ProseReader)
                else EnglishManner(self._wording.plain, self._things)
            )
        return self._made[start]
