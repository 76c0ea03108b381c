"""Whom a figure is about, among the records of the book: one subject surely, or none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from guildbook.language import Mention, NameIndex, ReadFigure
from guildbook.reading.matching.english import (
    AGENT_MARKERS,
    BODY_WORDS,
    COMMON_ENDS,
    OPENINGS,
    PLACE_WORDS,
    PUBLIC_WORDS,
)
from guildbook.reading.matching.lines import Key
from guildbook.reading.matching.words import words

_NEXT_CAPITALS = re.compile(r"(?:[ ](?:(?:of|for|and|the)[ ]){0,2}[A-Z][\w&’'-]*)+")
_CAPITALS_BEFORE = re.compile(r"((?:[A-Z][\w-]+[ ])+)(?:of|for|in)[ ](?:the[ ])?$")
_JOINED = re.compile(r"\s*(?:,|and|&|,\s*and|as well as|together with)\s*(?:the\s+)?\Z")
# Nouns of anaphors that name a thing a figure can be about; others (“the plan”, “the project”) let the subject pass.
_BODIES = frozenset(
    "alliance region province city country municipality college university school institute institution academy centre center association ministry "
    "department federation union network consortium bloc group company organisation organization council league delegation".split()
)
_GATHERINGS = frozenset("forum conference meeting summit expo event ceremony trip visit".split())
# Which places an anaphor of rank can mean, and how far back it reaches.
_RANKS = {
    "region": frozenset({"province", "group"}),
    "province": frozenset({"province"}),
    "city": frozenset({"city", "province"}),
    "municipality": frozenset({"city", "province"}),
    "country": frozenset({"country"}),
}
_BACK = 2000
_OPENING = 24
_COMPOUND_AFTER = re.compile(r"[-–][A-Z]")
_COMPOUND_BEFORE = re.compile(r"[^\W\d_][-–]\Z")
_COMMA = re.compile(r"\s*,\s*(?:the\s+)?\Z")


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
class About:
    """The subjects a figure may be asked of, best first; `other` names somebody the book does not know instead."""

    subjects: tuple[Key, ...] = ()
    other: str = ""
    joint: bool = False
    inside: tuple[Key, ...] = ()
    unnamed: str = ""


class Whom:
    """Finds the subjects of the figures of one text."""

    def __init__(
        self,
        text: str,
        figures: Sequence[ReadFigure],
        names: NameIndex,
        entities: Mapping[Key, Entity],
        gatherings: Sequence[Key] = (),
        things: Collection[str] = frozenset(),
    ) -> None:
        """`gatherings` are the events that the text is about; `things` are concepts of what the book counts, not names."""
        self._things = things
        self._text = text
        self._names = names
        self._sentence: tuple[tuple[int, int], list[Mention]] = ((-1, -1), [])
        self._spans = [figure.counts_span for figure in figures if figure.counts_span]
        self._span_starts = [span[0] for span in self._spans]
        self._entities = entities
        self._gatherings = gatherings
        self._lower: frozenset[str] = frozenset(re.findall(r"(?<![^\W\d_])[a-z]{3,}", text[:200_000]))
        self._last: tuple[ReadFigure, About] | None = None

    def of(self, figure: ReadFigure) -> About:
        """The subject of a figure; figures are to be asked in reading order, for a subject carries on."""
        about = self._find(figure)
        self._last = (figure, about)
        return about

    def _find(self, figure: ReadFigure) -> About:
        begin, stop = figure.sentence
        inside: list[Key] = []
        late: tuple[Key, ...] = ()
        unnamed = ""
        for mention in figure.subject_candidates:
            here = begin <= mention.start < stop
            if _overlaps(mention, figure.counts_span) and not self._joins(mention):
                inside.extend(key for key in self._keys(mention) if key[0] == "place")
                continue
            keys, other = self._who(mention) if mention.keys or mention.kind != "topic" else ((), "")
            if not keys and (not other or self._is_counted(mention)):
                unnamed = unnamed or (mention.name if mention.kind == "anaphor" else "")
                continue
            if here and mention.start >= figure.end and not self._may_follow(mention, keys, figure):
                late = late or keys
                continue
            if mention.kind == "topic" and late:
                continue
            about = self._in_sentence(mention, keys, other, figure) if here else self._inherited(keys, other, figure)
            subjects = (*inside, *about.subjects)
            return replace(about, subjects=tuple(dict.fromkeys(subjects)), inside=tuple(inside))
        subjects = (*inside, *late)
        return About(tuple(dict.fromkeys(subjects)), inside=tuple(inside), unnamed=unnamed)

    def _in_sentence(self, mention: Mention, keys: tuple[Key, ...], other: str, figure: ReadFigure) -> About:
        """What the sentence itself names, unless another of its kind stands between it and the figure, or beside it."""
        if other:
            return About((), other)
        if self._is_joint(mention, keys, figure):
            return About((), mention.name, joint=True)
        between = self._rival(figure, keys, after=mention.end)
        if between is not None and self._has_figure(mention.end, between.start):
            return About((), between.name)
        return About((*keys, *self._between(mention, figure)))

    def _inherited(self, keys: tuple[Key, ...], other: str, figure: ReadFigure) -> About:
        """What an earlier sentence was about, unless this one names another of its kind."""
        carried = self._carried(figure)
        if carried is not None:
            keys, other = carried.subjects, carried.other
        if body := self._opening_body(figure):
            return About((), body)
        rival = self._rival(figure, keys)
        if rival is None:
            return About(() if other else keys, other)
        opening = self._text[figure.sentence[0] : rival.start].strip().lower()
        named, longer = self._who(rival)
        if opening in OPENINGS and not longer and not self._is_joint(rival, named, figure):
            return About(named)
        return About((), longer or rival.name)

    def _named_in(self, sentence: tuple[int, int]) -> list[Mention]:
        """Every known name of a sentence, in order; the reader's candidates keep only one mention of each name."""
        if self._sentence[0] != sentence:
            found = self._names.find(self._text[sentence[0] : sentence[1]])
            begin = sentence[0]
            mentions = [
                Mention(self._text[begin + m.start : begin + m.end], m.name, begin + m.start, begin + m.end, "known", m.keys) for m in found
            ]
            self._sentence = (sentence, [mention for mention in mentions if not self._is_compound(mention)])
        return self._sentence[1]

    def _opening_body(self, figure: ReadFigure) -> str:
        """A body the book does not know that opens the sentence (“The Hunan Sister Cities Alliance, …”)."""
        begin = figure.sentence[0]
        for mention in self._named_in(figure.sentence):
            if mention.end <= figure.start and self._text[begin : mention.start].strip().lower() in OPENINGS:
                return self._longer_name(mention)
        for mention in figure.subject_candidates:
            opens = begin <= mention.start < figure.start and self._text[begin : mention.start].strip().lower() in OPENINGS
            if opens and mention.kind == "name" and BODY_WORDS & set(mention.text.split()):
                return mention.text
        return ""

    def _is_counted(self, mention: Mention) -> bool:
        """Whether a name only belongs to what some figure of the text counts."""
        place = bisect_right(self._span_starts, mention.start) - 1
        return place >= 0 and mention.start < self._spans[place][1]

    def _has_figure(self, start: int, end: int) -> bool:
        return bisect_right(self._span_starts, end) > bisect_right(self._span_starts, start)

    def _joins(self, mention: Mention) -> bool:
        """Whether a mention within the counted phrase is the body counted (“units within the alliance”), not a place."""
        return any(key[0] in ("alliance", "event") for key in self._keys(mention))

    def _keys(self, mention: Mention) -> list[Key]:
        return [key for key in mention.keys if isinstance(key, tuple) and key in self._entities]

    def _who(self, mention: Mention) -> tuple[tuple[Key, ...], str]:
        """The records a mention names, or the words of somebody the book does not know; neither for no name at all."""
        keys = self._keys(mention)
        if keys and self._is_compound(mention):
            return (), ""
        if keys and mention.kind in ("known", "topic") and any(key[0] == "place" for key in keys):
            longer = self._longer_name(mention)
            if longer:
                return (), longer
        if keys and mention.kind == "anaphor":
            keys = self._fitting(mention, keys)
        if keys:
            return tuple(place for key in keys for place in self._spoken_for(key)), ""
        if mention.kind == "anaphor":
            noun = mention.name.lower()
            if noun in _GATHERINGS:
                return tuple(self._gatherings), "" if self._gatherings else ""
            return (), ("" if noun not in _BODIES else mention.text) if not mention.name.islower() else ""
        if mention.kind == "name" and not self._is_common(mention):
            return (), mention.name
        return (), ""

    def _fitting(self, mention: Mention, keys: list[Key]) -> list[Key]:
        """What “the region” or “the city” points back to: the nearest place of that rank before it."""
        ranks = _RANKS.get(mention.text.lower().split()[-1].removesuffix("'s"))
        if ranks is None or any(self._entities[key].sort in ranks for key in keys):
            return keys
        begin = max(0, mention.start - _BACK)
        for found in reversed(self._names.find(self._text[begin : mention.start])):
            fitting = [key for key in found.keys if isinstance(key, tuple) and key in self._entities and self._entities[key].sort in ranks]
            if fitting:
                return fitting
        return []

    def _is_compound(self, mention: Mention) -> bool:
        """Whether a name is only half of a compound such as “China-ASEAN”; “Guangxi-based” is none."""
        return bool(_COMPOUND_AFTER.match(self._text, mention.end) or _COMPOUND_BEFORE.search(self._text, max(0, mention.start - 2), mention.start))

    def _spoken_for(self, key: Key) -> tuple[Key, ...]:
        """A public body also speaks for its place; people and media only speak."""
        entity = self._entities[key]
        if entity.kind == "organisation" and entity.sort == "media":
            return ()
        if entity.kind == "organisation" and entity.sort == "government" and entity.place:
            return (key, ("place", entity.place))
        return (key,)

    def _longer_name(self, mention: Mention) -> str:
        """The longer name a known place is part of (“Guangxi Normal University”), unless it is a public body of it."""
        after = _NEXT_CAPITALS.match(self._text, mention.end)
        if after:
            capitals = re.findall(r"[A-Z][\w-]*", after.group())
            if any(word not in PLACE_WORDS for word in capitals) and not PUBLIC_WORDS & set(capitals):
                whole = self._text[mention.start : after.end()]
                return whole if any(word in BODY_WORDS for word in capitals) or len(capitals) > 1 else ""
        before = _CAPITALS_BEFORE.search(self._text, max(0, mention.start - 60), mention.start)
        if before and BODY_WORDS & set(before.group(1).split()) and not PUBLIC_WORDS & set(before.group(1).split()):
            return self._text[before.start() : mention.end]
        return ""

    def _is_common(self, mention: Mention) -> bool:
        """Whether a capitalised word is only the beginning of a sentence, not a name."""
        word = mention.name
        told = [each for each in words(word) if each.concept]
        if told and told[-1].concept in self._things and all(each.concept in self._things for each in told) and word.endswith("s"):
            return True
        if " " in word:
            return False
        low = word.lower()
        opens = mention.start == 0 or self._text[max(0, mention.start - 2) : mention.start].strip(" \n\t“\"'([-:;") in {"", ".", "!", "?", "]"}
        return low in self._lower or (opens and low.endswith(COMMON_ENDS))

    def _may_follow(self, mention: Mention, keys: Sequence[Key], figure: ReadFigure) -> bool:
        """Whether a mention behind the number can be the subject: a body joined, “by” somebody, or an opening “in 40 years, …”."""
        if any(key[0] in ("alliance", "event") for key in keys):
            return True
        counted_to = max(figure.end, figure.counts_span[1] if figure.counts_span else 0)
        if figure.start - figure.sentence[0] < _OPENING and _COMMA.match(self._text[counted_to : mention.start]):
            return True
        before = self._text[max(0, mention.start - 12) : mention.start].lower().rstrip()
        return before.endswith(AGENT_MARKERS)

    def _carried(self, figure: ReadFigure) -> About | None:
        """What the figure before was about, where it stands in the same paragraph."""
        if self._last is None:
            return None
        before, about = self._last
        return about if before.paragraph == figure.paragraph and (about.subjects or about.other) else None

    def _rival(self, figure: ReadFigure, keys: Sequence[Key], after: int = 0) -> Mention | None:
        """Another place or body of the same rank, named in the sentence before the figure (and behind `after`)."""
        owns = [self._entities[key] for key in keys]
        for mention in self._named_in(figure.sentence):
            if not max(after, figure.sentence[0]) <= mention.start < figure.start or _overlaps(mention, figure.counts_span):
                continue
            opens = mention.start - figure.sentence[0] < _OPENING
            for key in self._keys(mention):
                if key not in keys and any(_rivals(own, self._entities[key], opens) for own in owns):
                    return mention
        return None

    def _is_joint(self, mention: Mention, keys: Sequence[Key], figure: ReadFigure) -> bool:
        """Whether the subject is two records together (“Guangxi and Yunnan”), whose figure is neither's."""
        for other in self._named_in(figure.sentence):
            theirs = [key for key in self._keys(other) if key not in keys]
            if not theirs or not {key[0] for key in theirs} & {key[0] for key in keys} or mention.kind == "anaphor":
                continue
            first, second = (mention, other) if mention.start < other.start else (other, mention)
            gap = self._text[first.end : second.start]
            if second.start < figure.start and len(gap) < 24 and _JOINED.match(gap) and not self._apposed(keys, theirs):
                return True
        return False

    def _apposed(self, keys: Sequence[Key], theirs: Sequence[Key]) -> bool:
        ones = [self._entities[key] for key in keys]
        others = [self._entities[key] for key in theirs]
        return any(one.key[1] in other.within or other.key[1] in one.within for one in ones for other in others)

    def _between(self, mention: Mention, figure: ReadFigure) -> tuple[Key, ...]:
        """Units and events of the book named between the subject and the figure: the figure may be theirs."""
        return tuple(
            key
            for other in self._named_in(figure.sentence)
            if mention.start < other.start < figure.start and figure.sentence[0] <= other.start
            for key in self._keys(other)
            if key[0] in ("unit", "event")
        )


def _overlaps(mention: Mention, span: tuple[int, int] | None) -> bool:
    return span is not None and span[0] <= mention.start < span[1]


def _rivals(own: Entity, other: Entity, opens: bool) -> bool:
    """Whether one name in place of another changes whom a figure is about.

    So do two alliances, two events, two places of one country, and any place that opens the sentence.
    """
    if own.kind != other.kind:
        return other.kind in ("alliance", "event")
    if own.kind != "place":
        return own.kind != "organisation" or other.sort not in ("government", "media")
    if other.key[1] in own.within or own.key[1] in other.within:
        return own.key[1] in other.within and opens
    return bool(own.within & other.within) or (opens and other.sort != "group")
