"""The one door to figures in prose: callers name a text, readers register per language."""

from __future__ import annotations

from guildbook.language.english.reader import EnglishReader
from guildbook.language.names import NameIndex
from guildbook.language.shapes import DocumentFacts, Reader, ReadFigure

DEFAULT_LANGUAGE = "en"

_readers: dict[str, Reader] = {}


def register(reader: Reader) -> None:
    """Make a reader answer for its language, in place of an earlier one."""
    _readers[reader.language] = reader


def languages() -> tuple[str, ...]:
    """Return the language tags that can be read."""
    return tuple(_readers)


def reader_for(language: str | None) -> Reader:
    """Return the reader for a BCP-47 tag, falling back from region and script to the bare language.

    Raises LookupError for a language that no reader answers for; None means English.
    """
    tag = language or DEFAULT_LANGUAGE
    while tag:
        if tag in _readers:
            return _readers[tag]
        tag = tag.rpartition("-")[0]
    raise LookupError(f"no reader for language {language!r}; known: {', '.join(_readers)}")


def read_figures(text: str, language: str | None = None, names: NameIndex | None = None) -> list[ReadFigure]:
    """Return every figure in the text, in reading order, with character offsets into `text`."""
    return reader_for(language).read_figures(text, names)


def document_facts(text: str, language: str | None = None, names: NameIndex | None = None) -> DocumentFacts:
    """Return what the text says about itself: dates, title, paragraphs, main topics."""
    return reader_for(language).document_facts(text, names)


register(EnglishReader())
