"""Candidates: the lines of the book that figures may speak of, fetched in a few queries for a whole text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from guildbook.figures.queries import Claim, Figure, Question, ask_many
from guildbook.figures.queries.questions import resolve
from guildbook.figures.queries.witnesses import CLAIM_COLUMNS, address, by_then, claims_about, published_claims
from guildbook.kit.actors import Actor
from guildbook.reading.matching.likeness import THRESHOLD, Counted, likeness
from guildbook.reading.matching.lines import Key, Kind, Line
from guildbook.reading.matching.phrases import Phrase
from guildbook.reading.matching.written import concepts_in, phrase_of
from guildbook.reading.queries.book import Book

# Below this a figure nobody published cannot win, nor raise doubt.
WORTH_ASKING = THRESHOLD - 0.1
# How kinds are named that only claims outside all indicators make up.
OUTSIDE = "claim:"

LineKey = tuple[str, Key]


@dataclass(frozen=True)
class Candidate:
    """A line with what the book holds of it: a figure of an indicator, or claims that no indicator takes up."""

    line: Line
    claims: tuple[Claim, ...]
    url: str
    figure: Figure | None = None

    @property
    def indicator(self) -> str:
        """The key of its indicator; empty for claims that no indicator takes up."""
        return "" if self.line.kind.name.startswith(OUTSIDE) else self.line.kind.name

    @property
    def said(self) -> list[Claim]:
        """Claims that give a number, newest first; a list the book counted only where nothing was printed."""
        numbers = [claim for claim in self.claims if claim.value is not None and claim.basis != "uncounted"]
        return [claim for claim in numbers if claim.basis == "stated"] or numbers

    @property
    def mark(self) -> str:
        """The witness mark of the book's figure; claims outside all indicators are published only."""
        return self.figure.mark if self.figure is not None else "cla"


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


def fetch(actor: Actor, book: Book, pairs: Iterable[LineKey], subjects: Iterable[Key]) -> dict[Key, list[Candidate]]:
    """Candidates by subject: these pairs with their claims, and the claims about these subjects outside all indicators.

    Kinds nobody has filled yet compete too: a figure that fits one of them best is not another kind's figure.
    """
    ordered = sorted(set(pairs))
    asked = resolve(actor, [Question(name, f"{kind}:{key}") for name, (kind, key) in ordered])
    claims = claims_about(actor, asked) if asked else {}
    by_subject: dict[Key, list[Candidate]] = defaultdict(list)
    for (name, subject), each in zip(ordered, asked, strict=True):
        held = tuple(by_then(claims.get(address(each), ()), None))
        line = _line(book, book.kinds[name], subject, held, subject in book.witnesses.get(name, ()))
        by_subject[subject].append(Candidate(line, held, each.question.url))
    for candidate in _outside(actor, book, set(reachable(book, subjects))):
        by_subject[candidate.line.subject].append(candidate)
    return {subject: _told_apart(found) for subject, found in by_subject.items()}


def with_figures(actor: Actor, chosen: Mapping[LineKey, Candidate]) -> dict[LineKey, Candidate]:
    """The candidates that figures of the text took, with what the book answers to them."""
    ordered = [(key, candidate) for key, candidate in chosen.items() if candidate.indicator]
    questions = [Question(name, ":".join(subject)) for (name, subject), __ in ordered]
    answers = ask_many(actor, questions)
    return {key: replace(candidate, figure=figure) for (key, candidate), figure in zip(ordered, answers, strict=True)}


def _line(book: Book, kind: Kind, subject: Key, claims: Sequence[Claim], spoken: bool) -> Line:
    claimed = tuple(phrase for claim in claims if (phrase := phrase_of(claim.counts)) is not None)
    phrases = (*kind.phrases, *claimed)
    quotes = frozenset().union(*(concepts_in(claim.quote) for claim in claims)) if claims else frozenset()
    entity = book.entities.get(subject)
    published = spoken and (not claims or any(claim.value is not None for claim in claims))
    return Line(
        kind,
        subject,
        tuple(dict.fromkeys(phrases)),
        quotes,
        entity.words if entity else frozenset(),
        published,
        claimed=claimed,
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
        phrase = phrase_of(claim.counts)
        if phrase is not None and (kind, subject) in subjects:
            grouped[(kind, subject), phrase].append(claim)
    found = []
    for (subject_key, phrase), claims in grouped.items():
        made_kind = Kind(f"{OUTSIDE}{claims[0].key}", (phrase,), concepts_in(claims[0].counts), phrase.per, "any")
        found.append(Candidate(_line(book, made_kind, subject_key, claims, True), tuple(claims), claims[0].url))
    return found
