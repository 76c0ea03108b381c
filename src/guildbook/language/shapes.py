"""The shapes every reader answers in, whatever the language of the text."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from guildbook.language.names import NameIndex

Qualifier = Literal["exactly", "over", "almost", "about"]
Role = Literal["actual", "target"]
MentionKind = Literal["known", "name", "anaphor", "topic"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text where something is named: `text` as it stands, `name` what it was resolved to."""

    text: str
    name: str
    start: int
    end: int
    kind: MentionKind
    # The caller's objects behind a known name; several when names are shared.
    keys: tuple[Hashable, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """One figure of a text; offsets are characters of the text as it was given."""

    value: Decimal
    qualifier: Qualifier
    counts: str
    head: str
    modifiers: tuple[str, ...]
    unit: str | None
    per: str | None
    subject: str | None
    subject_candidates: tuple[Mention, ...]
    # EDTF. `date` is the point or period the figure stands for, `since` where an accumulation began.
    date: str | None
    since: str | None
    start: int
    end: int
    qualifier_span: tuple[int, int] | None
    counts_span: tuple[int, int] | None
    paragraph: int
    sentence: tuple[int, int]
    role: Role
    # The language of the reader that found it.
    language: str = "en"

    @property
    def number(self) -> int | float:
        """Return the value as a JSON number: whole values as int, others as float."""
        if self.value == self.value.to_integral_value():
            return int(self.value)
        return float(self.value)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A non-empty paragraph: its 1-based number and its offsets without surrounding blanks."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a text says about itself: EDTF dates, title, paragraphs and its main topics, most plausible first."""

    language: str
    title: str | None
    date: str | None
    as_of: str | None
    paragraphs: tuple[Paragraph, ...]
    topics: tuple[Mention, ...]


class Reader(Protocol):
    """What a language has to offer to be read."""

    language: str

    def document_facts(self, text: str, names: NameIndex | None) -> DocumentFacts:
        """Return the document's own facts."""
        ...

    def read_figures(self, text: str, names: NameIndex | None) -> list[ReadFigure]:
        """Return the figures of the text in reading order."""
        ...
