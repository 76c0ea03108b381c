"""The reader of every language that is told by a grammar."""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal
from functools import cached_property, partial
from importlib import import_module

from guildbook.language.characters import fold
from guildbook.language.names import NameIndex
from guildbook.language.prose.dates import Dated, date_document, is_dated
from guildbook.language.prose.figures import FigureFinder, Found
from guildbook.language.prose.grammar import Grammar
from guildbook.language.prose.mentions import Mentions
from guildbook.language.prose.numerals import Numerals
from guildbook.language.prose.subjects import Subjects
from guildbook.language.prose.timing import Timing, rate_of
from guildbook.language.sentences import Layout
from guildbook.language.shapes import DocumentFacts, ReadFigure

_LONGEST_TITLE = 260


class ProseReader:
    """Reads figures and document facts by one grammar, whose module is imported when the language is first read."""

    def __init__(self, language: str, module: str) -> None:
        """`module` is the dotted name of a module with a `GRAMMAR`."""
        self.language = language
        self._module = module

    @cached_property
    def grammar(self) -> Grammar:
        """The grammar, imported on first use."""
        found: Grammar = import_module(self._module).GRAMMAR
        return found

    @cached_property
    def _numerals(self) -> Numerals:
        return Numerals(self.grammar)

    def plain(self, text: str) -> str:
        """The text as the grammar's tables match it, one character for one, capitals kept."""
        flat = fold(text, self.grammar.keep)
        return self.grammar.plain(flat) if self.grammar.plain else flat

    def mentions(self, text: str, names: NameIndex | None) -> Mentions:
        """The named mentions of an evened text."""
        flat = self.plain(text)
        return Mentions(self.grammar, flat, lowered(flat), self._layout(flat), names)

    def _layout(self, flat: str) -> Layout:
        return Layout(flat, self.grammar.sentence_end, partial(is_dated, self.grammar))

    def document_facts(self, text: str, names: NameIndex | None) -> DocumentFacts:
        """Return the document's own facts."""
        flat, low, layout, dated = self._prepared(text)
        topics = Mentions(self.grammar, flat, low, layout, names).topics
        return DocumentFacts(
            self.language, self._title(text, layout), dated.date, dated.as_of, tuple(layout.paragraphs), topics
        )

    def read_figures(self, text: str, names: NameIndex | None) -> list[ReadFigure]:
        """Return the figures of the text in reading order."""
        flat, low, layout, dated = self._prepared(text)
        spans = [(span.start, span.end) for span in dated.spans]
        found = FigureFinder(self.grammar, self._numerals, low, layout, spans).find()
        if not found:
            return []
        subjects = Subjects(self.grammar, low, layout, Mentions(self.grammar, flat, low, layout, names))
        timing = Timing(self.grammar, low, dated)
        return [self._figure(text, low, layout, subjects, timing, item) for item in found]

    def _prepared(self, text: str) -> tuple[str, str, Layout, Dated]:
        flat = self.plain(text)
        low = lowered(flat)
        layout = self._layout(flat)
        return flat, low, layout, date_document(self.grammar, low, layout)

    def _title(self, text: str, layout: Layout) -> str | None:
        for paragraph in layout.paragraphs[:12]:
            line = text[paragraph.start : paragraph.end]
            if self.grammar.title_shortest <= len(line):
                ends = self.grammar.sentence_end.search(line, 0, len(line) - 1)
                return line if len(line) <= _LONGEST_TITLE and not ends else None
        return None

    def _figure(
        self, text: str, low: str, layout: Layout, subjects: Subjects, timing: Timing, item: Found
    ) -> ReadFigure:
        paragraph = layout.paragraph_at(item.start)
        sentences = layout.sentences_of(paragraph)
        place = max(0, bisect_right(sentences, (item.start, len(low))) - 1)
        sentence = sentences[place]
        phrase_end = max(item.end, item.phrase_end)
        date, since = timing.of(sentence, sentences[max(0, place - 3) : place], item.start, phrase_end)
        candidates = subjects.candidates(sentence, item.start, item.end, phrase_end)
        return ReadFigure(
            value=_tidy(item.value),
            qualifier=item.qualifier,
            counts=text[item.counts_start : item.counts_end].strip(),
            head=item.head,
            modifiers=item.modifiers,
            unit=item.unit,
            per=rate_of(self.grammar, low, sentence, item.start, phrase_end),
            subject=candidates[0].name if candidates else None,
            subject_candidates=tuple(candidates),
            date=date,
            since=since,
            start=item.start,
            end=item.end,
            qualifier_span=item.qualifier_span,
            counts_span=(item.counts_start, item.counts_end) if item.counts_end > item.counts_start else None,
            paragraph=paragraph.number,
            sentence=sentence,
            role=timing.role_of(sentence, item.start),
            language=self.language,
        )


def lowered(flat: str) -> str:
    """Lower case of the same length."""
    low = flat.lower()
    return low if len(low) == len(flat) else "".join(c.lower() if len(c.lower()) == 1 else c for c in flat)


def _tidy(value: Decimal) -> Decimal:
    whole = value == value.to_integral_value() and value < Decimal(10) ** 25
    return value.quantize(Decimal(1)) if whole else value.normalize()
