"""How alike the thing a figure counts and the thing a line of the book counts are: 0 to 1, values unseen."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import takewhile

from guildbook.reading.matching.lines import Line, Measured, Weights
from guildbook.reading.matching.phrases import Phrase

# Calibrated on the tests' texts (docs/decisions/0002): all true pairs lie above, all false ones below.
THRESHOLD = 0.70
# Two lines nearer than this cannot be told apart.
MARGIN = 0.04
# A phrase that is nothing but its noun proves little where other figures of the subject count the same noun.
BARE, BARE_AMONG_OTHERS = 0.74, 0.5
# A word before the noun (“professional standards”) must stand before the noun; found elsewhere it hardly counts.
AFTER_ALL, ELSEWHERE = 0.95, 0.35
# Behind a strange word (“colleges with counterparts abroad”) it says something of that word instead.
DETACHED = 0.4
BEHIND_SHARE, SILENT_SHARE = 0.8, 0.7
# What a phrase earns at all, what its words earn, and what more of them earn over fewer.
FLOOR, SPREAD, SPECIFIC = 0.2, 0.62, 0.12
# “schools and companies” are not the schools: nouns joined here and not there, and the other way round.
JOINED_MISSING, JOINED_STRANGE = 0.25, 0.3
STRANGE_BEFORE, STRANGE_BEHIND, MOST_STRANGE = 0.35, 0.08, 0.3
# “Luban Workshops” where the claims say “Panda Workshops”: either may be the kind, but they are not each other.
OTHERWISE, TELLING = 0.3, 0.6
AFFINITY, PUBLISHED, SAME_WORD = 0.06, 0.03, 0.03


@dataclass(frozen=True)
class Counted:
    """What a figure of a text counts, its surroundings, and what may be said of it without narrowing it."""

    phrase: Phrase
    context: Mapping[str, float]
    # Concepts of place names inside the phrase that are not the subject: they narrow it, and must be asked for.
    places: frozenset[str] = frozenset()
    subject_words: frozenset[str] = frozenset()

    def found_before(self, concept: str, attached: Collection[str]) -> float:
        """How surely the figure's noun is narrowed by a word that stands before the book's noun."""
        if concept in self.phrase.before:
            return 1.0
        if concept in self.phrase.behind:
            return AFTER_ALL if concept in attached else DETACHED
        return ELSEWHERE * self.context.get(concept, 0.0)

    def found_behind(self, concept: str, attached: Collection[str], bound: bool) -> float:
        """The same for a word behind the book's noun; a bound one must stand in the phrase."""
        if concept in self.phrase.before or concept in attached:
            return 1.0
        if concept in self.phrase.behind:
            return DETACHED
        return 0.0 if bound else self.context.get(concept, 0.0)

    def attached(self, line: Line) -> frozenset[str]:
        """The words behind the noun up to the first that the line does not know: the rest belongs to that one."""
        known = line.described | line.subject_words | self.subject_words
        return frozenset(takewhile(known.__contains__, self.phrase.trail))


def likeness(counted: Counted, line: Line, weights: Weights) -> float:
    """The best likeness over a line's phrases, with what its published words add."""
    best = 0.0
    if not line.heads & counted.phrase.heads:
        return best
    if not line.measured:
        line.measured.extend(_measure(phrase, line, weights) for phrase in line.phrases)
    attached = counted.attached(line)
    for measured in line.measured:
        phrase = measured.phrase
        if phrase.heads & counted.phrase.heads and phrase.unit == counted.phrase.unit:
            best = max(best, _of_phrase(counted, measured, attached, line.alone))
    if best <= 0:
        return 0.0
    best -= _strangeness(counted, line, weights) + _otherwise(counted, line, weights)
    best += AFFINITY * _affinity(counted, line, weights) + (PUBLISHED if line.published else 0.0)
    return max(0.0, min(1.0, best))


def _measure(phrase: Phrase, line: Line, weights: Weights) -> Measured:
    # A place's own name in the book's phrase is said by the subject; an alliance's name holds words of what it counts.
    named = (line.subject_words if line.subject[0] == "place" else frozenset()) | line.implied

    def weighed(concepts: frozenset[str], share: float) -> tuple[tuple[str, float], ...]:
        return tuple((concept, share * weights.weight(concept)) for concept in sorted(concepts - named))

    before, behind = weighed(phrase.before, 1.0), weighed(phrase.behind, BEHIND_SHARE)
    silent = weighed(_left_out(phrase, line), SILENT_SHARE)
    return Measured(phrase, before, behind, silent, sum(weight for __, weight in (*before, *behind, *silent)))


def _of_phrase(counted: Counted, measured: Measured, attached: frozenset[str], alone: bool) -> float:
    phrase = measured.phrase
    same = SAME_WORD if phrase.stem == counted.phrase.stem else 0.0
    same -= JOINED_MISSING * len(phrase.heads - counted.phrase.heads)
    if not measured.need:
        return (BARE if alone else BARE_AMONG_OTHERS) + same
    got = sum(weight * counted.found_before(concept, attached) for concept, weight in measured.before)
    got += sum(
        weight * counted.found_behind(concept, attached, concept in phrase.bound) for concept, weight in measured.behind
    )
    got += sum(weight * counted.found_behind(concept, attached, bound=False) for concept, weight in measured.silent)
    return FLOOR + SPREAD * got / measured.need + SPECIFIC * got / (1 + got) + same


def _left_out(phrase: Phrase, line: Line) -> frozenset[str]:
    """What the line's fuller phrases say and this shorter one leaves to the text around it."""
    missing = line.kind.core - phrase.narrowing
    if not missing:
        return missing
    fuller = (other for other in line.kind.phrases if other.heads & phrase.heads and phrase.narrowing < other.narrowing)
    return missing & frozenset().union(*(other.narrowing for other in fuller))


def _strangeness(counted: Counted, line: Line, weights: Weights) -> float:
    """What the text says of the thing that the book does not: each such word may make it a different thing."""
    described, phrase = line.described, counted.phrase
    named = line.subject_words if line.subject[0] == "place" else frozenset()
    strange = STRANGE_BEFORE * weights.sum(phrase.before - described - named)
    behind = phrase.behind - described - line.subject_words - counted.subject_words - line.quotes
    strange += min(MOST_STRANGE, STRANGE_BEHIND * weights.sum(behind - counted.places))
    strange += len(counted.places - described) * MOST_STRANGE
    return strange + JOINED_STRANGE * len(phrase.heads - line.heads)


def _otherwise(counted: Counted, line: Line, weights: Weights) -> float:
    """What it costs to be narrowed by another telling word than each of the published claims of the line is."""
    if not line.claimed:
        return 0.0
    said = counted.phrase.all | counted.subject_words | line.subject_words
    own = {c for c in counted.phrase.before - line.subject_words - line.quotes if weights.weight(c) >= TELLING}
    for phrase in line.claimed:
        theirs = {c for c in phrase.before if weights.weight(c) >= TELLING}
        if not own - phrase.all or not theirs - said - counted.context.keys():
            return 0.0
    return OTHERWISE


def _affinity(counted: Counted, line: Line, weights: Weights) -> float:
    """How much of the published words stands around the figure."""
    total = weights.sum(line.quotes)
    if not total:
        return 0.0
    return (
        sum(weights.weight(c) * min(1.0, counted.context.get(c, 0.0)) for c in line.quotes if c in counted.context)
        / total
    )
