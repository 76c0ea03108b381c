"""The check as reports ask for it before publication: numbers of a text, each with how it stands to the book."""

from __future__ import annotations

from guildbook.figures.verdicts import hedged
from guildbook.kit.actors import Actor
from guildbook.kit.format import number_text
from guildbook.reading.queries.book import NoBookError
from guildbook.reading.queries.checked import CheckedFigure
from guildbook.reading.queries.checking import check_text, read_text
from guildbook.reports.registry import Finding


def findings_of(actor: Actor, text: str) -> list[Finding]:
    """Every figure of a text; where the book has nothing to compare with, figures that are only read."""
    if not text.strip():
        return []
    try:
        checked = check_text(actor, text)
    except NoBookError:
        checked = read_text(actor, text)
    return [_finding(text, figure) for figure in checked.figures]


def _finding(text: str, figure: CheckedFigure) -> Finding:
    read, answer = figure.read, figure.answer
    said, counts = text[read.start : read.end], " ".join(read.counts.split())
    if answer is None:
        return Finding(read.start, read.end, said, counts, "unknown")
    book = hedged(answer.book_value, answer.book_qualifier) if answer.book_value is not None else answer.nearest
    return Finding(
        read.start,
        read.end,
        said,
        counts,
        answer.verdict,
        number_text(answer.difference) if answer.difference is not None else "",
        answer.reason if answer.verdict != "differs" else "",
        book,
        answer.url or "",
    )
