"""A Word file as items: headings, numbered paragraphs, and tables with a column of numbers and one of texts."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from guildbook.standards.outlines.headings import find_columns
from guildbook.standards.outlines.lines import Outline, Problem
from guildbook.standards.outlines.texts import KINDS_BY_DEPTH, Piece, read_pieces

HEADING = re.compile(r"(?:heading|标题|標題|kop)\s*(\d)", re.IGNORECASE)


def read_word(data: bytes, kinds: Sequence[str] = KINDS_BY_DEPTH) -> Outline:
    """Items of a .docx file in its order."""
    import docx  # noqa: PLC0415 - only who sends a Word file waits for it
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415 - the same

    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        message = _("this is not a Word file (.docx): %(error)s")
        return Outline(problems=[Problem("", message % {"error": error})])
    return read_pieces(_pieces(document), kinds)


def _pieces(document: Any) -> Iterator[Piece]:
    counters: dict[str, list[int]] = {}
    paragraphs = tables = 0
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            tables += 1
            yield from _rows(block, tables)
        else:
            paragraphs += 1
            place = _("paragraph %(n)s") % {"n": paragraphs}
            level = HEADING.match(block.style.name if block.style is not None else "")
            yield Piece(place, block.text, int(level[1]) if level else 0, _counted(block, counters))


def _counted(paragraph: Any, counters: dict[str, list[int]]) -> tuple[int, ...]:
    """The number an automatic list gives a paragraph: Word keeps it out of the text."""
    of_style = paragraph.style.element.pPr if paragraph.style is not None else None
    found = [held.numPr for held in (paragraph._p.pPr, of_style) if held is not None and held.numPr is not None]
    numbering = next((held for held in found if held.numId is not None), None)
    if numbering is None or not numbering.numId.val or not paragraph.text.strip():
        return ()
    level = numbering.ilvl.val if numbering.ilvl is not None else 0
    counts = counters.setdefault(str(numbering.numId.val), [])
    del counts[level + 1 :]
    counts.extend(0 for __ in range(level + 1 - len(counts)))
    counts[level] += 1
    return tuple(max(count, 1) for count in counts)


def _rows(table: Any, number: int) -> Iterator[Piece]:
    """A table's rows as numbered lines: by their headings where these say so, else first cell and the rest."""
    columns: dict[str, int] = {}
    for position, row in enumerate(table.rows, 1):
        cells: list[str] = []
        for cell in row.cells:  # merged cells come once for every column they span
            text = cell.text.strip()
            if not cells or text != cells[-1]:
                cells.append(text)
        if position == 1 and {"number", "text"} <= (columns := find_columns(cells)).keys():
            continue
        place = _("table %(table)s, row %(row)s") % {"table": number, "row": position}
        if {"number", "text"} <= columns.keys() and len(cells) > max(columns["number"], columns["text"]):
            yield Piece(place, f"{cells[columns['number']]}\t{cells[columns['text']]}")
        else:
            yield Piece(place, "\t".join(cell for cell in cells if cell))
