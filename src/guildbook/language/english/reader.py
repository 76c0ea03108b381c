"""The English reader: scans numbers, throws out what is no figure, and reads the rest around each number."""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal

from guildbook.language.characters import fold
from guildbook.language.english.document import date_document, find_title
from guildbook.language.english.figures import FigureFinder
from guildbook.language.english.mentions import Mentions
from guildbook.language.english.subjects import Subjects
from guildbook.language.english.timing import Timing, rate_of
from guildbook.language.names import NameIndex
from guildbook.language.sentences import Layout
from guildbook.language.shapes import DocumentFacts, ReadFigure


class EnglishReader:
    """Reads figures and document facts from English prose."""

    language = "en"

    def document_facts(self, text: str, names: NameIndex | None) -> DocumentFacts:
        """Return the document's own facts."""
        flat = fold(text)
        layout = Layout(flat)
        dated = date_document(flat, layout)
        topics = Mentions(flat, layout, names).topics
        return DocumentFacts(
            self.language, find_title(flat, layout), dated.date, dated.as_of, tuple(layout.paragraphs), topics
        )

    def read_figures(self, text: str, names: NameIndex | None) -> list[ReadFigure]:
        """Return the figures of the text in reading order."""
        flat = fold(text)
        layout = Layout(flat)
        dated = date_document(flat, layout)
        found = FigureFinder(flat, layout, dated.spans).find()
        if not found:
            return []
        subjects = Subjects(flat, layout, Mentions(flat, layout, names))
        timing = Timing(flat, dated)
        figures: list[ReadFigure] = []
        for item in found:
            start, end = item.number.start, item.number.end
            paragraph = layout.paragraph_at(start)
            sentences = layout.sentences_of(paragraph)
            place = max(0, bisect_right(sentences, (start, len(flat))) - 1)
            sentence = sentences[place]
            phrase_end = max(end, item.counts_end)
            date, since = timing.of(sentence, sentences[max(0, place - 3) : place], start, end, phrase_end)
            candidates = subjects.candidates(sentence, start, end, phrase_end)
            figures.append(
                ReadFigure(
                    value=_tidy(item.value),
                    qualifier=item.qualifier,
                    counts=text[item.counts_start : item.counts_end].strip(),
                    head=item.head,
                    modifiers=item.modifiers,
                    unit=item.unit,
                    per=rate_of(flat, sentence, start, phrase_end if item.counts_start >= end else end),
                    subject=candidates[0].name if candidates else None,
                    subject_candidates=tuple(candidates),
                    date=date,
                    since=since,
                    start=start,
                    end=end,
                    qualifier_span=item.qualifier_span,
                    counts_span=(item.counts_start, item.counts_end) if item.counts_end > item.counts_start else None,
                    paragraph=paragraph.number,
                    sentence=sentence,
                    role=timing.role_of(sentence, start),
                )
            )
        return figures


def _tidy(value: Decimal) -> Decimal:
    """Write whole values without exponent or trailing zeros, so that equal values print alike."""
    return (
        value.quantize(Decimal(1))
        if value == value.to_integral_value() and value < Decimal(10) ** 25
        else value.normalize()
    )
