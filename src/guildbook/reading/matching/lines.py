"""Lines of the book: what can be matched, before anything is counted or compared."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from guildbook.reading.matching.phrases import Phrase

# A record of the book as mentions carry it: its kind and key.
Key = tuple[str, str]
Role = Literal["actual", "target", "any"]


@dataclass(frozen=True)
class Kind:
    """A kind of figure: an indicator (or a claim without one) with the phrases under which texts speak of it."""

    name: str
    phrases: tuple[Phrase, ...]
    words: frozenset[str] = frozenset()
    per: str = ""
    role: Role = "actual"
    asked_of: frozenset[str] = frozenset()
    counted: bool = False
    # Words that most phrases have in common: where a shorter phrase leaves them out, the text must supply them.
    core: frozenset[str] = frozenset()

    @cached_property
    def described(self) -> frozenset[str]:
        """Every concept by which the kind is described."""
        return self.words.union(*(phrase.all for phrase in self.phrases)) if self.phrases else self.words


@dataclass(frozen=True, slots=True)
class Measured:
    """A phrase of a line with what a figure must show of it: words before, behind and left unsaid, their weight."""

    phrase: Phrase
    before: tuple[tuple[str, float], ...]
    behind: tuple[tuple[str, float], ...]
    silent: tuple[tuple[str, float], ...]
    need: float


@dataclass(frozen=True)
class Line:
    """A kind of figure of one subject; `quotes` are the words in which sources published it."""

    kind: Kind
    subject: Key
    phrases: tuple[Phrase, ...] = ()
    quotes: frozenset[str] = frozenset()
    subject_words: frozenset[str] = frozenset()
    published: bool = False
    alone: bool = True
    # The phrases of its published claims: what was said of the thing itself, beside what its kind may be called.
    claimed: tuple[Phrase, ...] = ()
    # What likeness works out of the phrases once, whatever figure asks.
    measured: list[Measured] = field(default_factory=list, compare=False, repr=False)

    @cached_property
    def heads(self) -> frozenset[str]:
        """Every noun under which texts count it."""
        return frozenset().union(*(phrase.heads for phrase in self.phrases)) if self.phrases else frozenset()

    @cached_property
    def described(self) -> frozenset[str]:
        """Every concept by which the line is described, claims included."""
        return self.kind.described.union(*(phrase.all for phrase in self.phrases))

    @property
    def implied(self) -> frozenset[str]:
        """What the kind of subject says by itself: whoever is counted of an event attended it."""
        return frozenset({"attend"}) if self.subject[0] == "event" else frozenset()

    @property
    def key(self) -> tuple[str, Key]:
        """What tells lines apart."""
        return (self.kind.name, self.subject)


def core_of(phrases: Sequence[Phrase]) -> frozenset[str]:
    """The concepts that at least half of the narrowed phrases share, if at least two do."""
    narrowed = [phrase for phrase in phrases if phrase.narrowing]
    shared = Counter(concept for phrase in narrowed for concept in phrase.narrowing | phrase.heads)
    heads = frozenset().union(*(phrase.heads for phrase in phrases)) if phrases else frozenset()
    return frozenset(c for c, n in shared.items() if n >= 2 and 2 * n >= len(narrowed) and c not in heads)


@dataclass
class Weights:
    """How much a concept tells: little where many kinds of figure share it."""

    kinds: int = 1
    shared: Counter[str] = field(default_factory=Counter)
    known: dict[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, kinds: Sequence[Kind]) -> Weights:
        """Count in how many kinds each concept stands."""
        shared: Counter[str] = Counter()
        for kind in kinds:
            shared.update(kind.described)
        return cls(max(1, len(kinds)), shared)

    def weight(self, concept: str) -> float:
        """From 0.2 for a word of most kinds to 1 for a word of none or one."""
        known = self.known.get(concept)
        if known is None:
            rarity = math.log(1 + self.kinds / max(1, self.shared[concept])) / math.log(1 + self.kinds)
            known = self.known[concept] = max(0.2, rarity)
        return known

    def sum(self, concepts: Iterable[str]) -> float:
        """The weights of several concepts together."""
        total = 0.0
        for concept in concepts:
            total += self.weight(concept)
        return total
