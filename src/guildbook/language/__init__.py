"""Plain-Python language work: numbers in prose, names, dates; nothing here imports Django or an area."""

from guildbook.language.names import NameIndex, NameMatch
from guildbook.language.reading import document_facts, languages, read_figures, reader_for, register
from guildbook.language.shapes import DocumentFacts, Mention, Paragraph, Reader, ReadFigure

__all__ = [
    "DocumentFacts",
    "Mention",
    "NameIndex",
    "NameMatch",
    "Paragraph",
    "ReadFigure",
    "Reader",
    "document_facts",
    "languages",
    "read_figures",
    "reader_for",
    "register",
]
