"""Whom a figure is about, among the records of the book: one subject surely, or none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from guildbook.language import Mention, NameIndex, ReadFigure
from guildbook.language.datelines import dateline_end
from guildbook.reading.matching.lines import Key
from guildbook.reading.matching.manners import Manners
from guildbook.reading.matching.mentions import Entity, Named, Naming

# A name this near to the beginning opens its sentence; names this far apart are not joined.
_OPENING, _JOINED_WITHIN, _AGENT_BACK = 24, 24, 12
_TOWNS = ("city",)


@dataclass(frozen=True)
class About:
    """The subjects a figure may be asked of, best first; `other` names somebody the book does not know instead.

    `inside` are places within the counted phrase; `joint` says that several together are the subject.
    """

    subjects: tuple[Key, ...] = ()
    other: str = ""
    joint: bool = False
    inside: tuple[Key, ...] = ()


class Whom:
    """Finds the subjects of the figures of one text, in reading order: a subject carries on until another is named."""

    def __init__(
        self, text: str, figures: Sequence[ReadFigure], names: NameIndex, naming: Naming, manners: Manners
    ) -> None:
        """Keep the places of all figures: what one counts is not what the next is about."""
        self._text, self._names, self._naming, self._manners = text, names, naming, manners
        self._spans = [figure.counts_span for figure in figures if figure.counts_span]
        self._span_starts = [span[0] for span in self._spans]
        self._sentence: tuple[tuple[int, int], list[Mention]] = ((-1, -1), [])
        self._last: tuple[ReadFigure, About] | None = None

    def of(self, figure: ReadFigure) -> About:
        """The subject of a figure."""
        about = self._find(figure)
        self._last = (figure, about)
        return about

    def _find(self, figure: ReadFigure) -> About:
        inside: list[Key] = []
        late: tuple[Key, ...] = ()
        for mention in figure.subject_candidates:
            if _overlaps(mention, figure.counts_span) and not self._joins(mention):
                if self._naming.is_compound(mention):
                    continue
                if mention.keys and (longer := self._naming.longer_name(mention)):
                    return About(other=longer)
                inside.extend(key for key in self._naming.keys(mention) if key[0] == "place")
                continue
            named = self._naming.who(mention)
            if not named or (named.other and self._is_counted(mention)) or (mention.kind == "topic" and named.other):
                continue
            here = figure.sentence[0] <= mention.start < figure.sentence[1]
            if here and mention.start >= figure.end and not self._may_follow(mention, named, figure):
                late = late or named.keys
                continue
            if mention.kind == "topic" and (late or inside):
                break
            about = self._in_sentence(mention, named, figure) if here else self._inherited(named, figure)
            return _with_inside(about, inside)
        return _with_inside(About(late), inside)

    def _in_sentence(self, mention: Mention, named: Named, figure: ReadFigure) -> About:
        """What the sentence names, unless another of its kind is joined to it or stands between it and the figure."""
        if named.other:
            return About(other=named.other)
        if mention.kind != "anaphor" and self._is_joint(mention, named.keys, figure):
            return About(other=mention.name, joint=True)
        half = self._datelined(figure, bare=True) if any(key[0] == "place" for key in named.keys) else ()
        if half and not set(half) & set(named.keys):
            return About(other=mention.name, joint=True)
        between = self._rival(figure, named.keys, after=mention.end)
        if between is not None and (counted_to := self._counted_to(mention.end, between.start)):
            who = self._naming.who(between)
            if self._manners.at(between.start).clause_opens(counted_to, between.start) and who.keys:
                return About(who.keys)
            return About(other=who.other or between.name)
        return About((*named.keys, *self._between(mention, figure)))

    def _inherited(self, named: Named, figure: ReadFigure) -> About:
        """What an earlier sentence was about, unless this one opens with a body or names another of its kind."""
        joined = self._joined_later(figure)
        if joined:
            return About(joined)
        carried = self._carried(figure)
        if carried is not None:
            named = Named(carried.subjects, carried.other)
        elif datelined := self._datelined(figure):
            named = Named(datelined)
        if body := self._opening_body(figure, {key[0] for key in named.keys}):
            return About(other=body)
        rival = self._rival(figure, named.keys)
        if rival is None:
            return About(() if named.other else named.keys, named.other)
        who = self._naming.who(rival)
        if self._opens(rival, figure) and who.keys and not self._is_joint(rival, who.keys, figure):
            return About(who.keys)
        return About(other=who.other or rival.name)

    def _datelined(self, figure: ReadFigure, bare: bool = False) -> tuple[Key, ...]:
        """The province or country of the dateline that opens the paragraph, if it names one: a city only says where.

        `bare` asks only for a dateline without date and agency, which may be the first half of “Yunnan – Guangxi”.
        """
        start = self._text.rfind("\n", 0, figure.sentence[0]) + 1
        stop = self._text.find("\n", figure.end)
        end = dateline_end(self._text, start, stop if stop >= 0 else len(self._text), bool, opening=True)
        line = self._text[start:end]
        if bare and ("(" in line or any(character.isdigit() for character in line)):
            return ()
        for found in self._names.find(line):
            keys = tuple(key for key in found.keys if isinstance(key, tuple) and key in self._naming.entities)
            if any(key[0] == "place" and self._naming.entities[key].sort not in _TOWNS for key in keys):
                return keys
        return ()

    def _joins(self, mention: Mention) -> bool:
        """Whether a mention within the counted phrase is the body counted (“units within the alliance”)."""
        return any(key[0] in ("alliance", "event") for key in self._naming.keys(mention))

    def _named_in(self, sentence: tuple[int, int]) -> list[Mention]:
        """Every known name of a sentence, in order; the reader's candidates keep only one mention of each name."""
        if self._sentence[0] != sentence:
            begin, end = sentence
            mentions = [
                Mention(
                    self._text[begin + m.start : begin + m.end], m.name, begin + m.start, begin + m.end, "known", m.keys
                )
                for m in self._names.find(self._text[begin:end])
            ]
            self._sentence = (sentence, [mention for mention in mentions if not self._naming.is_compound(mention)])
        return self._sentence[1]

    def _opening_body(self, figure: ReadFigure, kinds: set[str]) -> str:
        """A body that opens the sentence and is not the subject so far: “The Hunan Alliance, …”, “The college …”."""
        unnamed, noun = self._manners.at(figure.start).unnamed_body(figure.sentence[0], figure.start)
        if unnamed and noun not in kinds and not (kinds & {"organisation", "unit"}):
            return unnamed
        for mention in self._named_in(figure.sentence):
            if mention.end <= figure.start and self._opens(mention, figure):
                return self._naming.longer_name(mention)
        for mention in figure.subject_candidates:
            is_body = mention.kind == "name" and self._manners.at(mention.start).is_body(mention)
            if is_body and figure.sentence[0] <= mention.start < figure.start and self._opens(mention, figure):
                return mention.text
        return ""

    def _opens(self, mention: Mention, figure: ReadFigure) -> bool:
        return self._manners.at(mention.start).opens(figure.sentence[0], mention.start)

    def _is_counted(self, mention: Mention) -> bool:
        """Whether a name only belongs to what some figure of the text counts."""
        place = bisect_right(self._span_starts, mention.start) - 1
        return place >= 0 and mention.start < self._spans[place][1]

    def _joined_later(self, figure: ReadFigure) -> tuple[Key, ...]:
        """The one alliance or event that the sentence names behind the figure (“… attended the forum”)."""
        later = [mention for mention in self._named_in(figure.sentence) if mention.start > figure.end]
        found = {
            key: None for mention in later for key in self._naming.keys(mention) if key[0] in ("alliance", "event")
        }
        return tuple(found) if len(found) == 1 else ()

    def _counted_to(self, start: int, end: int) -> int:
        """Where the last counted phrase between two places ends; 0 if there is none."""
        place = bisect_right(self._span_starts, end) - 1
        return self._spans[place][1] if place >= 0 and self._spans[place][0] > start else 0

    def _may_follow(self, mention: Mention, named: Named, figure: ReadFigure) -> bool:
        """Whether a mention behind the number can be the subject: a body joined, “by” somebody, “in 40 years, …”."""
        if any(key[0] in ("alliance", "event") for key in named.keys):
            return True
        counted_to = max(figure.end, figure.counts_span[1] if figure.counts_span else 0)
        manner = self._manners.at(mention.start)
        if figure.start - figure.sentence[0] < _OPENING and manner.only_comma(counted_to, mention.start):
            return True
        return manner.is_agent(max(0, mention.start - _AGENT_BACK), mention.start)

    def _carried(self, figure: ReadFigure) -> About | None:
        """What the figure before was about, where it stands in the same paragraph."""
        if self._last is None:
            return None
        before, about = self._last
        return about if before.paragraph == figure.paragraph and (about.subjects or about.other) else None

    def _rival(self, figure: ReadFigure, keys: Sequence[Key], after: int = 0) -> Mention | None:
        """Another place or body of the same rank, named in the sentence before the figure (and behind `after`)."""
        owns = [self._naming.entities[key] for key in keys]
        for mention in self._named_in(figure.sentence):
            if not max(after, figure.sentence[0]) <= mention.start < figure.start or _overlaps(
                mention, figure.counts_span
            ):
                continue
            opens = mention.start - figure.sentence[0] < _OPENING
            for key in self._naming.keys(mention):
                if key not in keys and any(_rivals(own, self._naming.entities[key], opens) for own in owns):
                    return mention
        return None

    def _is_joint(self, mention: Mention, keys: Sequence[Key], figure: ReadFigure) -> bool:
        """Whether the subject is two records together (“Guangxi and Yunnan”), whose figure is neither's."""
        for other in self._named_in(figure.sentence):
            theirs = [key for key in self._naming.keys(other) if key not in keys]
            if not {key[0] for key in theirs} & {key[0] for key in keys}:
                continue
            first, second = (mention, other) if mention.start < other.start else (other, mention)
            near = second.start < figure.start and second.start - first.end < _JOINED_WITHIN
            joint = self._manners.at(first.start).joined(first.end, second.start) if near else ""
            if joint == "with" and not self._alike(keys, theirs):
                continue
            if joint and not self._apposed(keys, theirs):
                return True
        return False

    def _alike(self, keys: Sequence[Key], theirs: Sequence[Key]) -> bool:
        """Whether two names are of one sort: “Guangxi with Laos” is Guangxi, “Guangxi with Yunnan” both."""
        sorts = {(self._naming.entities[key].kind, self._naming.entities[key].sort) for key in keys}
        return any((self._naming.entities[key].kind, self._naming.entities[key].sort) in sorts for key in theirs)

    def _apposed(self, keys: Sequence[Key], theirs: Sequence[Key]) -> bool:
        """Whether one of two names only says where the other lies (“Guilin, Guangxi”)."""
        ones = [self._naming.entities[key] for key in keys]
        others = [self._naming.entities[key] for key in theirs]
        return any(one.key[1] in other.within or other.key[1] in one.within for one in ones for other in others)

    def _between(self, mention: Mention, figure: ReadFigure) -> tuple[Key, ...]:
        """Units and events of the book named between the subject and the figure: the figure may be theirs."""
        return tuple(
            key
            for other in self._named_in(figure.sentence)
            if mention.start < other.start < figure.start
            for key in self._naming.keys(other)
            if key[0] in ("unit", "event")
        )


def _with_inside(about: About, inside: Sequence[Key]) -> About:
    subjects = tuple(dict.fromkeys([*inside, *about.subjects]))
    return replace(about, subjects=subjects, inside=tuple(inside))


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
