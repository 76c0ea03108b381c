"""Checking: a text in, its figures with verdicts out; one door for command line, page and API."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from guildbook.figures.queries import ask
from guildbook.figures.verdicts import Period
from guildbook.kit.actors import Actor
from guildbook.language import DocumentFacts, ReadFigure, document_facts, read_figures
from guildbook.reading.matching.assignment import assign
from guildbook.reading.matching.context import Surroundings
from guildbook.reading.matching.likeness import THRESHOLD, Counted, likeness
from guildbook.reading.matching.lines import Key, Line
from guildbook.reading.matching.mentions import Naming
from guildbook.reading.matching.phrases import phrase_of_figure
from guildbook.reading.matching.whom import About, Whom
from guildbook.reading.queries.book import Book, NoBookError, book_of
from guildbook.reading.queries.candidates import Candidate, fetch, reachable, wanted_pairs
from guildbook.reading.queries.gatherings import gatherings_of
from guildbook.reading.queries.judging import Answer, judge, nothing_known, unknown

LineKey = tuple[str, Key]
# Title, date and topics stand in the first pages of a text.
FACTS_FROM = 60_000


@dataclass(frozen=True)
class CheckedFigure:
    """A figure of a text; `answer` is None where it was only read."""

    read: ReadFigure
    answer: Answer | None = None
    score: float | None = None
    subjects: tuple[Key, ...] = ()
    indicator: str = ""

    def data(self) -> dict[str, Any]:
        """The figure as JSON carries it."""
        return _data(self)


@dataclass(frozen=True)
class CheckedText:
    """A text with its figures in reading order."""

    text: str
    facts: DocumentFacts
    figures: tuple[CheckedFigure, ...]
    seconds: float

    def count(self, verdict: str) -> int:
        """How many figures have a verdict."""
        return sum(1 for figure in self.figures if figure.answer is not None and figure.answer.verdict == verdict)

    def data(self) -> dict[str, Any]:
        """The text's figures as JSON carries them."""
        return {"figures": [figure.data() for figure in self.figures]}


def read_text(actor: Actor, text: str) -> CheckedText:
    """The figures of a text, without asking the book more than its names; where there is no book, without these."""
    began = time.perf_counter()
    try:
        names = book_of(actor).names
    except NoBookError:
        names = None
    figures = tuple(CheckedFigure(figure) for figure in read_figures(text, names=names))
    return CheckedText(text, document_facts(text[:FACTS_FROM], names=names), figures, time.perf_counter() - began)


def check_text(actor: Actor, text: str) -> CheckedText:
    """The figures of a text, each judged against the book as the actor may see it; nothing is stored.

    Raises NoBookError.
    """
    book = book_of(actor)
    began = time.perf_counter()
    figures = read_figures(text, names=book.names)
    facts = document_facts(text[:FACTS_FROM], names=book.names)
    checked = _Check(actor, book, text, figures, facts).figures()
    return CheckedText(text, facts, tuple(checked), time.perf_counter() - began)


class _Check:
    """One text against one book."""

    def __init__(
        self, actor: Actor, book: Book, text: str, figures: Sequence[ReadFigure], facts: DocumentFacts
    ) -> None:
        self.actor, self.book, self.figures_read = actor, book, figures
        naming = Naming(text, book.names, book.entities, gatherings_of(book, text, facts), book.things)
        whom = Whom(text, figures, book.names, naming)
        self.abouts: list[About] = [whom.of(figure) for figure in figures]
        around = Surroundings(text, figures)
        self.counted = [
            self._counted(figure, about, around) for figure, about in zip(figures, self.abouts, strict=True)
        ]

    def _counted(self, figure: ReadFigure, about: About, around: Surroundings) -> Counted | None:
        phrase = phrase_of_figure(figure)
        if phrase is None:
            return None
        context = around.of(figure)
        own: frozenset[str] = frozenset().union(*(self._words(key) for key in about.subjects))
        if self._speaks_of_abroad(figure, about):
            context.setdefault("abroad", context.get("country", 0.8))
        places = frozenset().union(*(self._words(key) for key in about.inside)) & phrase.all
        return Counted(phrase, context, places - own if about.subjects[:1] != about.inside[:1] else frozenset(), own)

    def _words(self, key: Key) -> frozenset[str]:
        entity = self.book.entities.get(key)
        return entity.words if entity else frozenset()

    def _speaks_of_abroad(self, figure: ReadFigure, about: About) -> bool:
        """Whether the sentence names a country, or a group of them, that the subject does not lie in."""
        home = frozenset().union(
            *(self.book.entities[key].within for key in about.subjects if key in self.book.entities)
        )
        for mention in figure.subject_candidates:
            if figure.sentence[0] <= mention.start < figure.sentence[1]:
                for key in mention.keys:
                    entity = self.book.entities.get(key) if isinstance(key, tuple) else None
                    if entity and entity.sort in ("country", "group") and home and entity.key[1] not in home:
                        return True
        return False

    def figures(self) -> list[CheckedFigure]:
        """Every figure with its verdict."""
        held = self._candidates()
        scores: dict[int, dict[LineKey, float]] = {}
        lines: dict[LineKey, Candidate] = {}
        near: dict[int, str] = {}
        for place, counted in enumerate(self.counted):
            if counted is None:
                continue
            row: dict[LineKey, float] = {}
            for rank, subject in enumerate(reachable(self.book, self.abouts[place].subjects)):
                for candidate in held.get(subject, ()):
                    score = likeness(counted, candidate.line, self.book.weights) - 0.02 * min(rank, 2)
                    if score <= 0:
                        continue
                    barred = self._barred(self.figures_read[place], candidate.line)
                    if barred and score >= THRESHOLD:
                        near[place] = barred
                    if not barred:
                        row[candidate.line.key] = score
                        lines[candidate.line.key] = candidate
            scores[place] = _without_owners(row, lines)
        taken, unsure = assign(
            scores, frozenset(key for key, candidate in lines.items() if not candidate.line.published)
        )
        return [self._checked(place, taken, unsure, scores, lines, near) for place in range(len(self.figures_read))]

    def _candidates(self) -> dict[Key, list[Candidate]]:
        pairs: set[tuple[str, Key]] = set()
        for counted, about in zip(self.counted, self.abouts, strict=True):
            if counted is not None:
                pairs |= wanted_pairs(self.book, counted, about.subjects)
        return fetch(self.actor, self.book, pairs, {key for about in self.abouts for key in about.subjects})

    @staticmethod
    def _barred(figure: ReadFigure, line: Line) -> str:
        """Why a figure cannot be compared with a line of the same thing: a rate, or an aim, against what is not."""
        if (figure.per or "") != line.kind.per:
            return _("one is counted per %(period)s, the other is not") % {"period": _(figure.per or line.kind.per)}
        if line.kind.role == "target" and figure.role != "target":
            return _("the book has this as a target")
        if line.kind.role == "actual" and figure.role == "target":
            return _("the text speaks of a target")
        return ""

    def _checked(
        self,
        place: int,
        taken: dict[int, LineKey],
        unsure: set[int],
        scores: dict[int, dict[LineKey, float]],
        lines: dict[LineKey, Candidate],
        near: dict[int, str],
    ) -> CheckedFigure:
        figure, about = self.figures_read[place], self.abouts[place]
        row = scores.get(place, {})
        if place in taken:
            candidate = lines[taken[place]]
            answer = judge(figure, candidate, self._recount)
            indicator = "" if candidate.figure is None else candidate.line.kind.name
            if nothing_known(answer):
                answer = replace(answer, reason=near.get(place) or self._why_not(place, answer.reason))
            return CheckedFigure(figure, answer, row[taken[place]], about.subjects, indicator)
        best = max(row.values(), default=None)
        if place in unsure:
            return CheckedFigure(
                figure, unknown(_("it could be more than one figure of the book")), best, about.subjects
            )
        reason = near.get(place) or self._why_not(place)
        return CheckedFigure(figure, unknown(reason), best, about.subjects)

    def _why_not(self, place: int, otherwise: str = "") -> str:
        about, counted = self.abouts[place], self.counted[place]
        of = self._subjects_with(counted)
        if of and about.joint:
            return _("it is counted for several together; the book has this of %(of)s") % {"of": of}
        if of and about.other:
            return _("it speaks of %(other)s; the book has this of %(of)s") % {"other": about.other, "of": of}
        if of and not about.subjects:
            return _("the text does not say whose it is; the book has this of %(of)s") % {"of": of}
        if of:
            return _("the book has this of another subject: %(of)s") % {"of": of}
        return otherwise or _("nothing like it in the book")

    def _subjects_with(self, counted: Counted | None) -> str:
        """Subjects of whom the book has such a figure."""
        found: dict[Key, None] = {}
        if counted is None:
            return ""
        for name in {name for head in counted.phrase.heads for name in self.book.by_head.get(head, ())}:
            kind = self.book.kinds[name]
            line = Line(kind, ("", ""), kind.phrases, alone=False)
            if likeness(counted, line, self.book.weights) >= THRESHOLD:
                found.update(dict.fromkeys(sorted(self.book.witnesses.get(name, ()))))
        return ", ".join(self.book.labels.get(key, key[1]) for key in list(found)[:3])

    def _recount(self, candidate: Candidate, period: Period) -> Decimal | None:
        """What is on record of a line, as of the figure's date where it has one."""
        figure = candidate.figure
        if figure is None or figure.on_record is None:
            return None
        if period.last is None:
            return Decimal(figure.on_record)
        asked = ask(self.actor, figure.asked.question.indicator, figure.asked.question.subject, period.last)
        return Decimal(asked.on_record) if asked.on_record is not None else None


def _without_owners(row: dict[LineKey, float], lines: dict[LineKey, Candidate]) -> dict[LineKey, float]:
    """A row in which a published figure of a plan stands for the same figure of the plan's owner."""
    published = {
        name for (name, subject), score in row.items() if score >= THRESHOLD and lines[name, subject].line.published
    }
    return {key: score for key, score in row.items() if lines[key].line.published or key[0] not in published}


def _data(figure: CheckedFigure) -> dict[str, Any]:
    read, answer = figure.read, figure.answer
    claim = answer.claim if answer else None
    return {
        "value": read.number,
        "qualifier": read.qualifier,
        "counts": read.counts,
        "subject": read.subject,
        "date": read.date,
        "start": read.start,
        "end": read.end,
        "verdict": answer.verdict if answer else None,
        "figure": answer.url if answer else None,
        "book_value": _number(answer.book_value) if answer else None,
        "unit": read.unit,
        "per": read.per,
        "role": read.role,
        "paragraph": read.paragraph,
        "reason": answer.reason or None if answer else None,
        "difference": _number(answer.difference) if answer else None,
        "claim": claim.url if claim else None,
        "source": claim.source if claim else None,
        "locator": claim.locator if claim else None,
        "score": round(figure.score, 3) if figure.score is not None else None,
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
