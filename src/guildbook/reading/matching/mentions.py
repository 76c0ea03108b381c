"""Whom a mention of a text names: records of the book, somebody the book does not know, or nobody at all."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from guildbook.language import Mention, NameIndex
from guildbook.reading.matching.english import (
    BODIES,
    BODY_WORDS,
    COMMON_ENDS,
    GATHERINGS,
    MONTHS,
    PLACE_WORDS,
    PUBLIC_WORDS,
    RANKS,
)
from guildbook.reading.matching.lines import Key
from guildbook.reading.matching.words import words

_NEXT_CAPITALS = re.compile(r"(?:[ ](?:(?:of|for|and|the)[ ]){0,2}[A-Z][\w&’'-]*)+")
_CAPITALS_BEFORE = re.compile(r"((?:[A-Z][\w-]+[ ])+)(?:of|for|in)[ ](?:the[ ])?$")
_COMPOUND_AFTER = re.compile(r"[-–][A-Z]")
_COMPOUND_BEFORE = re.compile(r"[^\W\d_][-–]\Z")
_LOWER = re.compile(r"(?<![^\W\d_])[a-z]{3,}")
_CAPITAL = re.compile(r"[A-Z][\w-]*")
# How far back “the region” reaches for its place, a longer name for its beginning, and lower-case words are collected.
_BACK, _NAME_BACK, _LOWER_FROM = 2000, 60, 200_000
_SENTENCE_BREAKS = {"", ".", "!", "?", "]"}


@dataclass(frozen=True)
class Entity:
    """A record of the book that can be a subject: its kind, finer sort, the places it lies in, and its names' words."""

    key: Key
    kind: str
    sort: str = ""
    within: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    place: str = ""


@dataclass(frozen=True)
class Named:
    """Who a mention names: the keys of records, or `other`, the words for somebody unknown; neither for nobody."""

    keys: tuple[Key, ...] = ()
    other: str = ""

    def __bool__(self) -> bool:
        return bool(self.keys or self.other)


NOBODY = Named()


class Naming:
    """Resolves the mentions of one text."""

    def __init__(
        self,
        text: str,
        names: NameIndex,
        entities: Mapping[Key, Entity],
        gatherings: Sequence[Key],
        things: Collection[str],
    ) -> None:
        """`gatherings` are events the text is about; `things` are concepts of what the book counts, not names."""
        self._text, self._names, self.entities = text, names, entities
        self._gatherings, self._things = tuple(gatherings), things
        self._lower = frozenset(_LOWER.findall(text[:_LOWER_FROM]))

    def keys(self, mention: Mention) -> tuple[Key, ...]:
        """The records behind a mention."""
        return tuple(key for key in mention.keys if isinstance(key, tuple) and key in self.entities)

    def who(self, mention: Mention) -> Named:
        """Whom a mention names."""
        keys = self.keys(mention)
        if keys and self.is_compound(mention):
            return NOBODY
        if keys and mention.kind != "anaphor" and keys[0][0] == "place" and (longer := self.longer_name(mention)):
            return Named(other=longer)
        if mention.kind == "anaphor":
            return self._pointed_to(mention, keys)
        if keys:
            return Named(self._spoken_for(keys))
        if mention.kind == "name" and not self._is_common(mention):
            return Named(other=mention.name)
        return NOBODY

    def _pointed_to(self, mention: Mention, keys: tuple[Key, ...]) -> Named:
        """Whom “the region”, “the alliance” or “the forum” points back to."""
        noun = (mention.text.lower().split() or [""])[-1].removesuffix("'s")
        if noun in RANKS:
            return Named(self._of_rank(mention, keys, RANKS[noun]))
        if keys:
            return Named(self._spoken_for(keys))
        if noun in GATHERINGS:
            return Named(self._gatherings)
        if noun in BODIES:
            # “The college” is some college, named or not: what it has is not its province's.
            return Named(other=mention.text if mention.name.islower() else mention.name)
        return NOBODY

    def _of_rank(self, mention: Mention, keys: tuple[Key, ...], ranks: Collection[str]) -> tuple[Key, ...]:
        """The nearest place of a rank before a mention, if what the reader chose has another rank."""
        if any(self.entities[key].sort in ranks for key in keys):
            return keys
        begin = max(0, mention.start - _BACK)
        for found in reversed(self._names.find(self._text[begin : mention.start])):
            known = [key for key in found.keys if isinstance(key, tuple) and key in self.entities]
            fitting = tuple(key for key in known if self.entities[key].sort in ranks)
            if fitting:
                return fitting
        return ()

    def _spoken_for(self, keys: Sequence[Key]) -> tuple[Key, ...]:
        """A public body also speaks for its place; media only speak."""
        found: list[Key] = []
        for key in keys:
            entity = self.entities[key]
            if entity.kind != "organisation" or entity.sort != "media":
                found.append(key)
            if entity.sort == "government" and entity.place:
                found.append(("place", entity.place))
        return tuple(found)

    def is_compound(self, mention: Mention) -> bool:
        """Whether a name is only half of a compound such as “China-ASEAN”; “Guangxi-based” is none."""
        before = _COMPOUND_BEFORE.search(self._text, max(0, mention.start - 2), mention.start)
        return before is not None or _COMPOUND_AFTER.match(self._text, mention.end) is not None

    def longer_name(self, mention: Mention) -> str:
        """The longer name that a place is part of (“Guangxi Normal University”), unless it is a public body of it."""
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

    def _is_common(self, mention: Mention) -> bool:
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
