"""A text evened out for reading, and the way back to the text as it was given."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, replace

from guildbook.language.shapes import DocumentFacts, Mention, Paragraph, ReadFigure

# Signs without width that writers and web pages put between (and into) words: they part no word and join none.
_INVISIBLE = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad"
)


@dataclass(frozen=True, slots=True)
class Original:
    """The text as it was given, its plain form, and where the plain characters stood: None where nothing moved."""

    text: str
    plain: str
    # Plain offsets at which the distance to the original changes, and the original offsets there.
    _plain_marks: tuple[int, ...] = ()
    _text_marks: tuple[int, ...] = ()

    def at(self, offset: int) -> int:
        """The original offset of a plain one."""
        if not self._plain_marks:
            return offset
        place = bisect_right(self._plain_marks, offset) - 1
        return offset if place < 0 else min(len(self.text), self._text_marks[place] + offset - self._plain_marks[place])

    def until(self, offset: int) -> int:
        """The original offset behind the plain character that ends at an offset."""
        return self.at(offset) if not self._plain_marks or offset == 0 else self._behind(offset)

    def _behind(self, offset: int) -> int:
        """Behind the last character, marks that were composed with it included, invisible signs left out."""
        last = self.at(offset - 1)
        following = self.at(offset) if offset < len(self.plain) else len(self.text)
        end = following
        while end > last + 1 and self.text[end - 1] in _INVISIBLE:
            end -= 1
        return end

    def span(self, span: tuple[int, int]) -> tuple[int, int]:
        """An original span of a plain one."""
        return self.at(span[0]), self.until(span[1])

    def restored(self, figure: ReadFigure) -> ReadFigure:
        """A figure read from the plain text, told of the original."""
        if not self._plain_marks:
            return figure
        start, end = self.span((figure.start, figure.end))
        counts = self.span(figure.counts_span) if figure.counts_span else None
        return replace(
            figure,
            start=start,
            end=end,
            counts=self.text[counts[0] : counts[1]].strip() if counts else figure.counts,
            counts_span=counts,
            qualifier_span=self.span(figure.qualifier_span) if figure.qualifier_span else None,
            sentence=self.span(figure.sentence),
            subject_candidates=tuple(self._mention(mention) for mention in figure.subject_candidates),
        )

    def _mention(self, mention: Mention) -> Mention:
        start, end = self.span((mention.start, mention.end))
        return replace(mention, start=start, end=end, text=self.text[start:end])

    def restored_facts(self, facts: DocumentFacts) -> DocumentFacts:
        """Facts of the plain text, told of the original."""
        if not self._plain_marks:
            return facts
        paragraphs = tuple(Paragraph(p.number, self.at(p.start), self.until(p.end)) for p in facts.paragraphs)
        return replace(facts, paragraphs=paragraphs, topics=tuple(self._mention(topic) for topic in facts.topics))

    @staticmethod
    def shifted(figure: ReadFigure, by: int) -> ReadFigure:
        """A figure of a part of a text, told of the whole."""
        if not by:
            return figure

        def moved(span: tuple[int, int] | None) -> tuple[int, int] | None:
            return (span[0] + by, span[1] + by) if span else None

        return replace(
            figure,
            start=figure.start + by,
            end=figure.end + by,
            counts_span=moved(figure.counts_span),
            qualifier_span=moved(figure.qualifier_span),
            sentence=(figure.sentence[0] + by, figure.sentence[1] + by),
            subject_candidates=tuple(
                replace(mention, start=mention.start + by, end=mention.end + by)
                for mention in figure.subject_candidates
            ),
        )


def evened(text: str) -> Original:
    """The text with letters composed (NFC) and invisible signs left out; nothing is copied where nothing changes."""
    if unicodedata.is_normalized("NFC", text) and _INVISIBLE.isdisjoint(text):
        return Original(text, text)
    parts: list[str] = []
    plain_marks: list[int] = []
    text_marks: list[int] = []
    length = at = 0
    distance = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        cluster = "".join(c for c in text[at:end] if c not in _INVISIBLE)
        composed = unicodedata.normalize("NFC", cluster)
        if at - length != distance:
            plain_marks.append(length)
            text_marks.append(at)
            distance = at - length
        parts.append(composed)
        length += len(composed)
        at = end
    return Original(text, "".join(parts), tuple(plain_marks), tuple(text_marks))
