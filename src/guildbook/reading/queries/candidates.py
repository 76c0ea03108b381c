"""Candidates: the lines of the book that figures may speak of, fetched in a few queries for a whole text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from guildbook.figures.queries import Claim, Figure, Question, ask_many
from guildbook.figures.queries.witnesses import CLAIM_COLUMNS, published_claims
from guildbook.kit.actors import Actor
from guildbook.reading.matching.likeness import THRESHOLD, Counted, likeness
from guildbook.reading.matching.lines import Key, Kind, Line
from guildbook.reading.matching.phrases import Phrase, phrase_of_words
from guildbook.reading.matching.words import concepts
from guildbook.reading.queries.book import Book

# Below this a figure nobody published cannot win, nor raise doubt.
WORTH_ASKING = THRESHOLD - 0.1


@dataclass(frozen=True)
class Candidate:
    """A line with what the book holds of it: a figure of an indicator, or claims that no indicator takes up."""

    line: Line
    claims: tuple[Claim, ...]
    figure: Figure | None = None

    @property
    def said(self) -> list[Claim]:
        """Claims that give a number, newest first; a list the book counted only where nothing was printed."""
        numbers = [claim for claim in self.claims if claim.value is not None and claim.basis != "uncounted"]
        return [claim for claim in numbers if claim.basis == "stated"] or numbers

    @property
    def mark(self) -> str:
        """The witness mark of the book's figure; claims outside all indicators are published only."""
        return self.figure.mark if self.figure is not None else "cla"

    @property
    def url(self) -> str:
        """The address of what stands behind the line."""
        return self.figure.url if self.figure is not None else self.claims[0].url


def reachable(book: Book, subjects: Iterable[Key]) -> tuple[Key, ...]:
    """The subjects themselves and the plans they own: texts name the owner of a plan, not the plan."""
    named = tuple(subjects)
    return tuple(dict.fromkeys([*named, *(plan for owner in named for plan in book.plans.get(owner, ()))]))


def wanted_pairs(book: Book, counted: Counted, subjects: Sequence[Key]) -> set[tuple[str, Key]]:
    """Indicators that speak of such things, with the subjects they were claimed for or can be asked of."""
    found: set[tuple[str, Key]] = set()
    for name in {name for head in counted.phrase.heads for name in book.by_head.get(head, ())}:
        kind = book.kinds[name]
        spoken = book.witnesses.get(name, frozenset())
        near: bool | None = None
        for subject in reachable(book, subjects):
            if subject in spoken:
                found.add((name, subject))
            elif subject[0] in kind.asked_of:
                if near is None:
                    near = likeness(counted, Line(kind, subject, kind.phrases), book.weights) >= WORTH_ASKING
                if near:
                    found.add((name, subject))
    return found


def fetch(
    actor: Actor, book: Book, pairs: Iterable[tuple[str, Key]], subjects: Iterable[Key]
) -> dict[Key, list[Candidate]]:
    """Candidates by subject: the figures of these pairs, and the claims about these subjects outside all indicators."""
    ordered = sorted(set(pairs))
    questions = [Question(name, f"{kind}:{key}") for name, (kind, key) in ordered]
    by_subject: dict[Key, list[Candidate]] = defaultdict(list)
    for (name, subject), figure in zip(ordered, ask_many(actor, questions), strict=True):
        candidate = Candidate(_line(book, book.kinds[name], subject, figure.claims), tuple(figure.claims), figure)
        # Kinds nobody has filled yet compete too: a figure that fits one of them best is not another kind's figure.
        by_subject[subject].append(candidate)
    for candidate in _outside(actor, book, set(reachable(book, subjects))):
        by_subject[candidate.line.subject].append(candidate)
    return {subject: _told_apart(held) for subject, held in by_subject.items()}


def _line(book: Book, kind: Kind, subject: Key, claims: Sequence[Claim]) -> Line:
    phrases = (*kind.phrases, *(phrase for claim in claims if (phrase := phrase_of_words(claim.counts)) is not None))
    quotes = frozenset().union(*(concepts(claim.quote) for claim in claims)) if claims else frozenset()
    entity = book.entities.get(subject)
    published = any(claim.value is not None for claim in claims)
    return Line(
        kind, subject, tuple(dict.fromkeys(phrases)), quotes, entity.words if entity else frozenset(), published
    )


def _told_apart(held: list[Candidate]) -> list[Candidate]:
    """Say of each line whether it is the only one of its subject that counts its noun."""
    counted: dict[str, int] = defaultdict(int)
    for candidate in held:
        if candidate.line.published:
            for head in candidate.line.heads:
                counted[head] += 1
    told = []
    for candidate in held:
        others = max((counted[head] for head in candidate.line.heads), default=0) - (
            1 if candidate.line.published else 0
        )
        told.append(replace(candidate, line=replace(candidate.line, alone=others <= 0)))
    return told


def _outside(actor: Actor, book: Book, subjects: set[Key]) -> list[Candidate]:
    """Claims about the subjects that belong to no indicator; those that word the same thing alike are one line."""
    if not subjects:
        return []
    keys = {key for __, key in subjects}
    rows = published_claims(actor).filter(indicator__isnull=True, subject_key__in=keys, value__isnull=False)
    grouped: dict[tuple[Key, Phrase], list[Claim]] = defaultdict(list)
    for __, kind, subject, *columns in rows.order_by("-as_of_day", "key").values_list(*CLAIM_COLUMNS):
        claim = Claim(*columns)
        phrase = phrase_of_words(claim.counts)
        if phrase is not None and (kind, subject) in subjects:
            grouped[(kind, subject), phrase].append(claim)
    found = []
    for (subject_key, phrase), claims in grouped.items():
        made_kind = Kind(f"claim:{claims[0].key}", (phrase,), concepts(claims[0].counts), phrase.per, "any")
        found.append(Candidate(_line(book, made_kind, subject_key, claims), tuple(claims)))
    return found
