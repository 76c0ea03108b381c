"""A workbook (.xlsx) or .csv file as items: columns by their headings, errors by sheet, row and column."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

from guildbook.language.decoding import plain
from guildbook.standards.outlines.headings import WORDS, find_columns, kind_named
from guildbook.standards.outlines.lines import Line, Outline, Problem, check, parent_of
from guildbook.standards.outlines.numbering import with_latin_digits
from guildbook.standards.outlines.texts import KINDS_BY_DEPTH

HEADING_ROWS = 10


def read_sheets(data: bytes, kinds: Sequence[str] = KINDS_BY_DEPTH) -> Outline:
    """Items of the first sheet that has a number and a text column."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    except (CalamineError, OSError, ValueError) as error:
        return Outline(problems=[Problem("", _("this is not a workbook (.xlsx): %(error)s") % {"error": error})])
    for name, rows in sheets.items():
        place = _("sheet %(sheet)s") % {"sheet": name}
        if (outline := _read(rows, place, kinds)) is not None:
            return outline
    return _no_columns(", ".join(sheets))


def read_csv(text: str, kinds: Sequence[str] = KINDS_BY_DEPTH) -> Outline:
    """Items of a .csv text, separated by commas, semicolons or tabs."""
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=separator))
    except csv.Error as error:
        return Outline(problems=[Problem("", _("this is not a .csv file: %(error)s") % {"error": error})])
    outline = _read(rows, "", kinds)
    return _no_columns(_("the file")) if outline is None else outline


def _no_columns(where: str) -> Outline:
    examples = ", ".join(WORDS["number"].split(", ")[:3])
    message = _(
        "no row of headings with a number and a text column was found (looked at: %(where)s); "
        "head them “number” (%(examples)s …) and “text”"
    )
    return Outline(problems=[Problem("", message % {"where": where, "examples": examples})])


def _read(rows: Sequence[Sequence[Any]], place: str, kinds: Sequence[str]) -> Outline | None:
    """The items under the first row of headings; None where there is none."""
    for position, cells in enumerate(rows[:HEADING_ROWS]):
        columns = find_columns(cells)
        if {"number", "text"} <= columns.keys():
            return _items(rows, position + 1, columns, place, kinds)
    return None


def _items(
    rows: Sequence[Sequence[Any]], start: int, columns: dict[str, int], place: str, kinds: Sequence[str]
) -> Outline:
    outline = Outline()
    for position, cells in enumerate(rows[start:], start + 1):
        said = {name: _said(cells[at]) if at < len(cells) else "" for name, at in columns.items()}
        if not any(said.values()):
            continue
        row = _("row %(n)s") % {"n": position}
        where = f"{place}, {row}" if place else row
        kind = kind_named(said.get("kind", ""))
        if kind is None:
            message = _("“%(kind)s” is no kind of item; write duty, task, competence, knowledge or other")
            column = _("column %(name)s") % {"name": _letter(columns["kind"])}
            outline.problems.append(Problem(f"{where}, {column}", message % {"kind": said["kind"][:40]}))
        column = _letter(columns["number"] if not said["number"] else columns["text"])
        at = f"{where}, " + _("column %(name)s") % {"name": column}
        missing = not said["number"] or not said["text"]
        number, parent = with_latin_digits(said["number"]), with_latin_digits(said.get("parent", ""))
        identifier = said.get("identifier", "")
        outline.lines.append(Line(at if missing else where, number, said["text"], kind or "", parent, 1, identifier))
    numbers = {line.number for line in outline.lines}
    outline.lines = [_placed(line, numbers, kinds) for line in outline.lines]
    return check(outline)


def _placed(line: Line, numbers: set[str], kinds: Sequence[str]) -> Line:
    """The item with its parent and kind, worked out from its number where the row does not say them."""
    parent = line.parent or parent_of(line.number, numbers)
    depth, above = 1, parent
    while above and depth < len(kinds) + 1:
        depth, above = depth + 1, parent_of(above, numbers)
    kind = line.kind or kinds[min(depth, len(kinds)) - 1]
    return replace(line, kind=kind, parent=parent, depth=depth, sure=bool(line.kind))


def _said(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return plain(str(cell)) if cell is not None else ""


def _letter(column: int) -> str:
    """A column's letters: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
