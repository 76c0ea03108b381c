"""Whom a mention of a text names: records of the book, somebody the book does not know, or nobody at all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from guildbook.language import Mention, NameIndex
from guildbook.reading.matching.english import BODIES, GATHERINGS, RANKS
from guildbook.reading.matching.lines import Key
from guildbook.reading.matching.manners import Manners

# How far back “the region” reaches for its place.
_BACK = 2000


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
        manners: Manners,
        known_as: Callable[[str, str], tuple[Key, ...]] = lambda *__: (),
    ) -> None:
        """`gatherings` are events the text is about; `known_as` tells of a name in any language whose it surely is."""
        self._text, self._names, self.entities = text, names, entities
        self._gatherings, self._manners, self._known_as = tuple(gatherings), manners, known_as

    def keys(self, mention: Mention) -> tuple[Key, ...]:
        """The records behind a mention."""
        return tuple(key for key in mention.keys if isinstance(key, tuple) and key in self.entities)

    def who(self, mention: Mention) -> Named:
        """Whom a mention names."""
        keys = self.keys(mention)
        if keys and self.is_compound(mention):
            return NOBODY
        if keys and mention.kind != "anaphor" and keys[0][0] == "place" and (longer := self.longer_name(mention)):
            known = self._known(mention, longer)
            return Named(self._spoken_for(known)) if known else Named(other=longer)
        if mention.kind == "anaphor":
            return self._pointed_to(mention, keys)
        if keys:
            return Named(self._spoken_for(keys))
        if mention.kind == "name" and not self._manners.at(mention.start).is_common(mention):
            known = self._known(mention, mention.name)
            return Named(self._spoken_for(known)) if known else Named(other=mention.name)
        return NOBODY

    def _known(self, mention: Mention, name: str) -> tuple[Key, ...]:
        """Whom the book surely knows under a name that it does not write so."""
        return self._known_as(name, self._manners.language_at(mention.start))

    def _pointed_to(self, mention: Mention, keys: tuple[Key, ...]) -> Named:
        """Whom “the region”, “the alliance” or “the forum” points back to."""
        noun = self._manners.at(mention.start).pointed_noun(mention)
        if noun in RANKS:
            return Named(self._of_rank(mention, keys, RANKS[noun]))
        if keys:
            return Named(self._spoken_for(keys))
        if noun in GATHERINGS:
            return Named(self._gatherings)
        if noun in BODIES:
            # “The college” is some college, named or not: what it has is not its province's.
            known = () if mention.name.islower() else self._known(mention, mention.name)
            return (
                Named(self._spoken_for(known))
                if known
                else Named(other=mention.text if mention.name.islower() else mention.name)
            )
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
        """Whether a name is only half of a compound."""
        return self._manners.at(mention.start).is_compound(mention)

    def longer_name(self, mention: Mention) -> str:
        """The longer name that a place is part of."""
        return self._manners.at(mention.start).longer_name(mention)
