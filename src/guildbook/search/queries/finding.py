"""One box over everything: what fits, in order, with facets, as far as the actor may see."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from guildbook.kit.actors import Actor
from guildbook.kit.record_types import by_name
from guildbook.search.matching import Match, Tier, Words, read_words
from guildbook.search.matching.judging import has
from guildbook.search.models import VERSION, SearchDocument
from guildbook.search.queries.literal import MOST, literal
from guildbook.search.queries.meaning import Progress, by_meaning, meaning_progress
from guildbook.search.queries.seeing import Facts, Place, facts, within
from guildbook.search.queries.spelling import corrections

# Kinds people look for most, in this order; the others follow as they come.
FIRST_KINDS = ("alliance", "organisation", "person", "unit", "agreement", "event", "programme", "standard", "place")
# With so many found by name, nobody meant another spelling; with so many, nobody needs what only means the same.
ENOUGH_SPELT, ENOUGH_NAMED = 3, 40
LONGEST = 200
SUGGESTED = 300


@dataclass(frozen=True)
class Question:
    """What is looked for, and how it is narrowed; `since` and `until` bound the day a record is dated by."""

    words: str = ""
    kind: str = ""
    country: str = ""
    field: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def narrowed(self) -> bool:
        """Whether anything but words was asked."""
        return bool(self.kind or self.country or self.field or self.since or self.until)


@dataclass(frozen=True)
class Found:
    """Everything found, best first; how often each value of a facet occurs among what fits the other filters."""

    question: Question
    asked: Words
    matches: list[Match]
    facets: dict[str, dict[str, int]]
    more: bool = False
    meant: tuple[str, ...] = ()
    progress: Progress | None = None


def find(actor: Actor, question: Question) -> Found:
    """Look for records; every match, count, facet and correction comes from what the actor may see."""
    asked = read_words(question.words[:LONGEST])
    if not asked:
        return Found(question, asked, [], {})
    got = literal(asked)
    if got.more and question.narrowed:
        got = literal(asked, within(actor, question.kind, question.country, question.field))
    known = facts(actor, got.matches)
    matches = _seen(got.matches, known)
    meant: tuple[str, ...] = ()
    if _named(matches) < ENOUGH_SPELT:
        corrected, meant = _corrected(actor, asked, known, matches)
        matches += corrected
    progress = None
    if _named(matches) < ENOUGH_NAMED:
        progress = meaning_progress()
        near = _new(by_meaning(asked), matches)
        if _named(matches):
            # What was meant is found; what shares a word with it is near by that word, not by meaning.
            near = [match for match in near if not any(has(match.entry.spelt, word) for word in asked.words)]
        known |= facts(actor, near)
        matches += _seen(near, known)
    fits = _filters(question, known)
    counted = {name: _count(matches, known, fits, name) for name in ("kind", "country", "field", "year")}
    chosen = [match for match in matches if all(fit(match) for fit in fits.values())]
    return Found(question, asked, sorted(chosen, key=_rank), counted, got.more, meant, progress)


def suggest(actor: Actor, words: str, most: int) -> list[Match]:
    """The first few records whose names have the words, for the box while somebody types."""
    asked = read_words(words[:LONGEST])
    matches = literal(asked, most=SUGGESTED, worst=Tier.INITIALS).matches
    first = sorted(matches, key=_rank)[: 5 * most]
    return _seen(first, facts(actor, first))[:most]


def is_ready() -> bool:
    """Whether the index is of this version; else it is being made anew."""
    return not SearchDocument.objects.exclude(version=VERSION).exists()


def _seen(matches: Iterable[Match], known: dict[Place, Facts]) -> list[Match]:
    return [match for match in matches if _place(match) in known]


def _place(match: Match) -> Place:
    return match.entry.kind, match.entry.record_id


def _new(matches: Iterable[Match], had: Iterable[Match]) -> list[Match]:
    places = {_place(match) for match in had}
    return [match for match in matches if _place(match) not in places]


def _named(matches: Iterable[Match]) -> int:
    return sum(match.tier <= Tier.INITIALS for match in matches)


def _corrected(
    actor: Actor, asked: Words, known: dict[Place, Facts], had: list[Match]
) -> tuple[list[Match], tuple[str, ...]]:
    """Records that another spelling finds, and those spellings; one that finds nothing to be seen is not told."""
    found: list[Match] = []
    for words in corrections(asked):
        got = [
            replace(match, tier=Tier.SPELLING, rough=int(match.tier), words=words)
            for match in literal(words, worst=Tier.KEY).matches
        ]
        fresh = _new(got, [*had, *found])
        known |= facts(actor, fresh)
        found += _seen(fresh, known)
        if found:
            return found, (_typed(words),)
    return found, ()


def _typed(words: Words) -> str:
    return words.text


def _rank(match: Match) -> tuple[int, int, int, int, float, str, int]:
    """Best fit first; among equals alliances and organisations, whole words, short names."""
    kind = match.entry.kind
    rank = FIRST_KINDS.index(kind) if kind in FIRST_KINDS else len(FIRST_KINDS)
    tier = match.tier
    if tier == Tier.PREFIX and _is_made_of_others(kind):
        tier = Tier.WORDS
    if tier == Tier.MEANING:
        return tier, 0, 0, 0, -match.score, kind, match.entry.record_id
    return tier, rank, match.rough, match.length, -match.score, kind, match.entry.record_id


def _is_made_of_others(kind: str) -> bool:
    """Whether a kind's label is put together of others' names: a membership begins with its member's name."""
    record_type = by_name(kind)
    own = {column.field for column in record_type.columns} if record_type else set()
    rows = {part.name for part in record_type.rows} if record_type else set()
    return not {"names", "title"} & (own | rows)


Fit = Callable[[Match], bool]


def _filters(question: Question, known: dict[Place, Facts]) -> dict[str, Fit]:
    """The chosen filters as predicates, by facet."""
    fits: dict[str, Fit] = {}
    if question.kind:
        fits["kind"] = lambda match: match.entry.kind == question.kind
    if question.country:
        fits["country"] = lambda match: question.country in known[_place(match)].countries
    if question.field:
        fits["field"] = lambda match: question.field in known[_place(match)].fields
    if question.since or question.until:
        first, last = question.since or date.min, question.until or date.max
        fits["year"] = lambda match: (day := known[_place(match)].day) is not None and first <= day <= last
    return fits


def _count(matches: list[Match], known: dict[Place, Facts], fits: dict[str, Fit], name: str) -> dict[str, int]:
    """How often each value of one facet occurs among what fits the other filters."""
    others = [fit for facet, fit in fits.items() if facet != name]
    counted: dict[str, int] = {}
    for match in matches:
        if all(fit(match) for fit in others):
            for value in _values(match, known[_place(match)], name):
                counted[value] = counted.get(value, 0) + 1
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _values(match: Match, held: Facts, name: str) -> Iterable[str]:
    if name == "kind":
        return (match.entry.kind,)
    if name == "year":
        return (str(held.day.year),) if held.day else ()
    return held.countries if name == "country" else held.fields


__all__ = ["MOST", "Found", "Question", "find", "is_ready", "suggest"]
