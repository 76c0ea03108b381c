"""Checking: a text in, its figures with verdicts out; one door for command line, page and API."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext as _

from guildbook.figures.queries import ask
from guildbook.figures.verdicts import Period
from guildbook.kit.actors import Actor
from guildbook.language import DocumentFacts, ReadFigure, document_facts, read_figures
from guildbook.language.originals import evened
from guildbook.language.reading import stretches
from guildbook.reading.matching.assignment import assign
from guildbook.reading.matching.context import Surroundings
from guildbook.reading.matching.likeness import THRESHOLD, Counted, likeness
from guildbook.reading.matching.lines import Key
from guildbook.reading.matching.manners import Manners
from guildbook.reading.matching.mentions import Naming
from guildbook.reading.matching.whom import About, Whom
from guildbook.reading.matching.wording import Wording
from guildbook.reading.queries.book import Book, NoBookError, book_of
from guildbook.reading.queries.candidates import Candidate, fetch, reachable, wanted_pairs, with_figures
from guildbook.reading.queries.checked import CheckedFigure, CheckedText
from guildbook.reading.queries.gatherings import gatherings_of
from guildbook.reading.queries.judging import judge, nothing_known, unknown
from guildbook.reading.queries.nameless import meant_by
from guildbook.reading.queries.reasons import why_aside, why_barred, why_unknown

LineKey = tuple[str, Key]
# Title, date and topics stand in the first pages of a text.
FACTS_FROM = 60_000
# A figure's second and third possible subject must fit a little better than its first.
LATER_SUBJECT, LATEST = 0.02, 2


def read_text(actor: Actor, text: str) -> CheckedText:
    """The figures of a text, asking the book no more than its names; where there is no book, without these."""
    try:
        names = book_of(actor).names
    except NoBookError:
        names = None
    began = time.perf_counter()
    figures = tuple(CheckedFigure(figure) for figure in read_figures(text, names=names))
    facts = document_facts(text[:FACTS_FROM], names=names)
    return CheckedText(text, facts, figures, time.perf_counter() - began)


def check_text(actor: Actor, text: str) -> CheckedText:
    """The figures of a text, each judged against the book as the actor may see it; nothing is stored.

    Raises NoBookError.
    """
    book = book_of(actor)
    began = time.perf_counter()
    # Everything is read and matched on the evened text; what is handed out speaks of the text as it was given.
    original = evened(text)
    figures = read_figures(original.plain, names=book.names)
    facts = document_facts(original.plain[:FACTS_FROM], names=book.names)
    checked = _Check(actor, book, original.plain, figures, facts).figures()
    restored = tuple(replace(each, read=original.restored(each.read)) for each in checked)
    return CheckedText(text, original.restored_facts(facts), restored, time.perf_counter() - began)


class _Check:
    """One text against one book: whom each figure is about, what it counts, and which lines may be meant."""

    def __init__(
        self, actor: Actor, book: Book, text: str, figures: Sequence[ReadFigure], facts: DocumentFacts
    ) -> None:
        self.actor, self.book, self.read = actor, book, figures
        self.wording = wording = Wording(text, stretches(text))
        wording.name(book.names, book.place_concepts)
        manners = Manners(wording, book.things)
        held = gatherings_of(book, wording, facts)
        naming = Naming(wording.plain, book.names, book.entities, held, manners, book.known_as)
        whom = Whom(wording.plain, figures, book.names, naming, manners)
        self.abouts: list[About] = [whom.of(figure) for figure in figures]
        around = Surroundings(wording, figures)
        self.counted = [
            self._counted(figure, about, around) for figure, about in zip(figures, self.abouts, strict=True)
        ]
        self.meant = meant_by(book, wording, self.counted) if self._names_nobody() else None
        if self.meant is not None:
            self.abouts = [replace(about, subjects=(self.meant,)) for about in self.abouts]
        # By figure: the likeness of its lines, and why the likest could not be compared.
        self.scores: dict[int, dict[LineKey, float]] = {}
        self.barred: dict[int, str] = {}
        self.lines: dict[LineKey, Candidate] = {}

    def figures(self) -> list[CheckedFigure]:
        """Every figure with its verdict."""
        held = self._candidates()
        for place in range(len(self.read)):
            self._score(place, held)
        empty = frozenset(key for key, candidate in self.lines.items() if not candidate.line.published)
        taken: dict[int, LineKey] = {}
        unsure: set[int] = set()
        # A text in two languages tells everything twice: figures compete for a line with those of their own language.
        for language in dict.fromkeys(figure.language for figure in self.read):
            scores = {place: row for place, row in self.scores.items() if self.read[place].language == language}
            own, doubtful = assign(scores, empty)
            taken |= own
            unsure |= doubtful
        chosen = {key: self.lines[key] for key in dict.fromkeys(taken.values())}
        self.lines.update(with_figures(self.actor, chosen))
        return [self._checked(place, taken.get(place), place in unsure) for place in range(len(self.read))]

    def _counted(self, figure: ReadFigure, about: About, around: Surroundings) -> Counted | None:
        phrase = self.wording.phrase(figure)
        if phrase is None:
            return None
        context = around.of(figure)
        own: frozenset[str] = frozenset().union(*(self._words(key) for key in about.subjects))
        if self._speaks_of_abroad(figure, about):
            context.setdefault("abroad", context.get("country", 0.8))
        places = frozenset().union(*(self._words(key) for key in about.inside)) & phrase.all
        narrowed = about.subjects[:1] != about.inside[:1]
        return Counted(phrase, context, places - own if narrowed else frozenset(), own)

    def _names_nobody(self) -> bool:
        return not any(about.subjects or about.other for about in self.abouts)

    def _words(self, key: Key) -> frozenset[str]:
        entity = self.book.entities.get(key)
        return entity.words if entity else frozenset()

    def _speaks_of_abroad(self, figure: ReadFigure, about: About) -> bool:
        """Whether the sentence names a country, or a group of them, that the subject does not lie in."""
        entities = self.book.entities
        home = frozenset().union(*(entities[key].within for key in about.subjects if key in entities))
        for mention in figure.subject_candidates:
            if figure.sentence[0] <= mention.start < figure.sentence[1]:
                for key in mention.keys:
                    entity = entities.get(key) if isinstance(key, tuple) else None
                    if entity and entity.sort in ("country", "group") and home and entity.key[1] not in home:
                        return True
        return False

    def _candidates(self) -> dict[Key, list[Candidate]]:
        pairs: set[LineKey] = set()
        for counted, about in zip(self.counted, self.abouts, strict=True):
            if counted is not None:
                pairs |= wanted_pairs(self.book, counted, about.subjects)
        return fetch(self.actor, self.book, pairs, {key for about in self.abouts for key in about.subjects})

    def _score(self, place: int, held: dict[Key, list[Candidate]]) -> None:
        counted = self.counted[place]
        if counted is None:
            return
        row: dict[LineKey, float] = {}
        aside = self.wording.aside(self.read[place])
        own = self.wording.own_concepts(self.read[place]) if aside == "part" else frozenset()
        for rank, subject in enumerate(reachable(self.book, self.abouts[place].subjects)):
            for candidate in held.get(subject, ()):
                score = likeness(counted, candidate.line, self.book.weights) - LATER_SUBJECT * min(rank, LATEST)
                if score <= 0:
                    continue
                barred = why_aside(aside, own, candidate.line) or why_barred(self.read[place], candidate.line)
                if not barred:
                    row[candidate.line.key] = score
                    self.lines[candidate.line.key] = candidate
                elif score >= THRESHOLD:
                    self.barred[place] = barred
        self.scores[place] = self._without_owners(row)

    def _without_owners(self, row: dict[LineKey, float]) -> dict[LineKey, float]:
        """A row in which a published figure of a plan stands for the same figure of the plan's owner."""
        published = {key[0] for key, score in row.items() if score >= THRESHOLD and self.lines[key].line.published}
        return {key: score for key, score in row.items() if self.lines[key].line.published or key[0] not in published}

    def _checked(self, place: int, line: LineKey | None, unsure: bool) -> CheckedFigure:
        figure, about = self.read[place], self.abouts[place]
        row = self.scores.get(place, {})
        best = max(row.values(), default=None)
        if unsure:
            doubt = unknown(_("it could be more than one figure of the book"))
            return CheckedFigure(figure, doubt, best, about.subjects)
        if line is None:
            return CheckedFigure(figure, unknown(self._why_not(place)), best, about.subjects)
        candidate = self.lines[line]
        answer = judge(figure, candidate, self._recount)
        if nothing_known(answer):
            answer = replace(answer, reason=self._why_not(place, answer.reason))
        elif self.meant is not None and answer.verdict != "unknown":
            assumed = _("the text names nobody; taken to speak of %(of)s") % {"of": self.book.labels[self.meant]}
            answer = replace(answer, reason=" · ".join(part for part in (answer.reason, assumed) if part))
        return CheckedFigure(figure, answer, row[line], about.subjects, candidate.indicator)

    def _why_not(self, place: int, otherwise: str = "") -> str:
        barred = self.barred.get(place)
        return barred or why_unknown(self.book, self.abouts[place], self.counted[place], otherwise)

    def _recount(self, candidate: Candidate, period: Period) -> Decimal | None:
        """What is on record of a line, as of the figure's date where it has one."""
        figure = candidate.figure
        if figure is None or figure.on_record is None:
            return None
        if period.last is None:
            return Decimal(figure.on_record)
        asked = ask(self.actor, figure.asked.question.indicator, figure.asked.question.subject, period.last)
        return Decimal(asked.on_record) if asked.on_record is not None else None
