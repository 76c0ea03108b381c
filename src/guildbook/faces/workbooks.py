"""Workbooks: records as sheets, one per kind and one per part, out and in again."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db.models import Field, JSONField, ManyToManyField
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from guildbook.kit.documents import CITATION_COLUMNS, Document, all_columns
from guildbook.kit.fields import LanguageMapField
from guildbook.kit.models import Citation
from guildbook.kit.record_types import Column, RecordType, model_field, record_types
from guildbook.sheets.reading import EXACT, read_sheets
from guildbook.sheets.shapes import CODES, Problem, Sheet, SheetsError, letter, position

CITATIONS = "citations"
KEY = "key"
# Beside a text's languages: the one it was written in, where that is not the first column.
ORIGINAL = "original"
Cell = str | int | float | None
# What a spreadsheet takes for a formula when it opens a .csv file, and what we set an apostrophe before.
RUNS = re.compile(r"'*[=+\-@\t\r](?!\d+(?:\.\d+)?\Z)")
# A cell of Excel's format holds 32,767 characters, those beyond the first plane counting twice; a longer text goes on
# in columns headed “text (2)”, “text (3)” …
LONGEST = 16_000
MORE = re.compile(r" \((\d+)\)\Z")
# What Excel's format would take for the code of a character.
CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class WorkbookError(ValueError):
    """A workbook that cannot be read; the message names sheet, row and column."""


class TableError(ValueError):
    """Sheets that are not laid out as ours; the message names sheet, row and column, but no file."""


def _columns(record_type: RecordType) -> list[tuple[Column, Field[Any, Any]]]:
    return [(column, model_field(record_type.model, column.field)) for column in all_columns(record_type)]


def _parts(record_type: RecordType) -> list[tuple[str, list[tuple[Column, Field[Any, Any]]]]]:
    parts = [
        (rows.name, [(column, model_field(record_type.part_model(rows), column.field)) for column in rows.columns])
        for rows in record_type.rows
    ]
    return [*parts, (CITATIONS, [(column, model_field(Citation, column.field)) for column in CITATION_COLUMNS])]


def write_workbook(sheets: Mapping[RecordType, Iterable[Document]]) -> bytes:
    """Documents as an .xlsx file: per record type a sheet, and one per part, told apart as `units.partners`."""
    book = Workbook(write_only=True)
    for record_type, documents in sheets.items():
        held = list(documents)
        _write(book, record_type.plural, _columns(record_type), [(item[KEY], item) for item in held])
        for name, columns in _parts(record_type):
            rows = [(item[KEY], row) for item in held for row in item.get(name, [])]
            _write(book, f"{record_type.plural}.{name}", columns, rows)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def write_table(record_type: RecordType, documents: Iterable[Document]) -> bytes:
    """The records' own columns as a .csv file in UTF-8 that spreadsheets recognise; their parts are in workbooks only.

    A text that a spreadsheet would run as a formula begins with an apostrophe.
    """
    headings, lines = _table(_columns(record_type), [(item[KEY], item) for item in documents])
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerows([[_quoted(cell) for cell in line] for line in (headings, *lines)])
    return file.getvalue().encode("utf-8-sig")


def _quoted(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and RUNS.match(cell) else cell


def _write(
    book: Workbook, name: str, columns: list[tuple[Column, Field[Any, Any]]], rows: list[tuple[str, Document]]
) -> None:
    headings, lines = _table(columns, rows)
    sheet = book.create_sheet(name)
    sheet.append(headings)
    for line in lines:
        sheet.append([_text_cell(sheet, value) if isinstance(value, str) else value for value in line])


def _table(
    columns: list[tuple[Column, Field[Any, Any]]], rows: list[tuple[str, Document]]
) -> tuple[list[str], list[list[Any]]]:
    headings = [KEY]
    lines: list[list[Any]] = [[key] for key, __ in rows]
    for column, kind in columns:
        values = [row.get(column.field) for __, row in rows]
        if isinstance(kind, LanguageMapField):
            maps: list[dict[str, str]] = [value or {} for value in values]
            tags = list(dict.fromkeys(tag for texts in maps for tag in texts)) or ["en"]
            pieces: list[tuple[str, list[Cell]]] = []
            pieces.extend((f"{column.field}.{tag}", [texts.get(tag) for texts in maps]) for tag in tags)
            originals: list[Cell] = [next(iter(texts), None) for texts in maps]
            shown = [next((tag for tag in tags if tag in texts), None) for texts in maps]
            if originals != shown:
                pieces.append((f"{column.field}.{ORIGINAL}", originals))
        else:
            pieces = [(column.field, [_cell(value) for value in values])]
        for heading, cells in pieces:
            _append(headings, lines, heading, cells)
    return headings, lines


def _append(headings: list[str], lines: list[list[Any]], heading: str, cells: list[Any]) -> None:
    """Add a column, and for texts too long for a cell as many columns more as they need."""
    longest = max((len(cell) for cell in cells if isinstance(cell, str)), default=0)
    for start in range(0, max(longest, 1), LONGEST):
        headings.append(f"{heading} ({start // LONGEST + 1})" if start else heading)
        for line, cell in zip(lines, cells, strict=True):
            line.append(cell[start : start + LONGEST] or None if isinstance(cell, str) else None if start else cell)


def _cell(value: Any) -> Cell:
    if isinstance(value, dict) or (isinstance(value, list) and any(not isinstance(item, str) for item in value)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, int | float) and abs(value) >= EXACT:
        return str(value)  # cells hold floating-point numbers, of which spreadsheets keep fifteen digits
    return value  # type: ignore[no-any-return]  # documents hold JSON scalars besides lists and dicts


def _text_cell(sheet: Any, text: str) -> Any:
    """A cell that stays text even when it starts with “=”, so that no workbook of ours runs what somebody typed."""
    cell = WriteOnlyCell(sheet, CODE.sub("_x005F_", text))
    cell.data_type = "s"
    return cell


@dataclass
class SheetRecord:
    """A record as sheets say it: its document (what no column says is missing), where it stands, what is wrong.

    `faults` are places of the document (`kind`, `names.2.text`) with what is wrong there, `remarks` with what was done
    to it; `letters` the columns of its sheet by heading; `parts` sheet, row and columns of each row of its parts.
    """

    record_type: RecordType
    sheet: str
    row: int
    data: Document
    letters: Mapping[str, str] = field(default_factory=dict)
    parts: dict[str, list[tuple[str, int, Mapping[str, str]]]] = field(default_factory=dict)
    faults: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)

    def place(self, where: str) -> tuple[str, int, str]:
        """Sheet, row and column letter of a place in the document."""
        name, __, rest = where.partition(".")
        number, __, column = rest.partition(".")
        if name in self.parts and number.isdecimal() and 0 < int(number) <= len(self.parts[name]):
            sheet, row, letters = self.parts[name][int(number) - 1]
            return sheet, row, letters.get(column, "")
        heading = (
            where if where in self.letters else next((one for one in self.letters if one.partition(".")[0] == name), "")
        )
        return self.sheet, self.row, self.letters.get(heading, "")

    def said(self, where: str) -> str:
        """The place in words."""
        sheet, row, column = self.place(where)
        words = _("sheet %(sheet)s, row %(row)s") % {"sheet": sheet, "row": row}
        return words + (", " + _("column %(name)s") % {"name": column} if column else "")


def read_workbook(path: Path) -> Iterator[tuple[RecordType, str, Document]]:
    """Documents of an .xlsx or .csv file in the order of the record types, each with its sheet and row.

    A document holds the columns its sheets have: what a sheet leaves out is not said, an empty cell says “none”.
    """
    try:
        sheets = read_sheets(path.read_bytes(), path.name)
    except (SheetsError, OSError) as error:
        raise WorkbookError(_("%(path)s is not a workbook: %(error)s") % {"path": path, "error": error}) from error
    try:
        for found in read_records(sheets):
            if found.faults:
                where, why = found.faults[0]
                raise WorkbookError(f"{path}: {found.said(where)}: {why}")
            where = _("sheet %(sheet)s, row %(row)s") % {"sheet": found.sheet, "row": found.row}
            yield found.record_type, where, found.data
    except TableError as error:
        raise WorkbookError(f"{path}: {error}") from error


def read_records(sheets: Iterable[Sheet]) -> Iterator[SheetRecord]:
    """Records of sheets named like kinds of record and their parts; hidden sheets are passed over.

    Raises TableError for a sheet or a column that is none of ours, and a key that stands twice.
    """
    shown = {sheet.name: sheet for sheet in sheets if not sheet.hidden}
    known = {record_type.plural: record_type for record_type in record_types()}
    for name in sorted(shown):
        if name.split(".")[0] not in known:
            raise TableError(_("the sheet “%(name)s” is no kind of record") % {"name": name})
    for plural, record_type in known.items():
        yield from _records(shown, plural, record_type)


def _records(sheets: Mapping[str, Sheet], plural: str, record_type: RecordType) -> Iterator[SheetRecord]:
    """Records of one type: a row of its sheet with the rows of its parts; parts alone say nothing else."""
    parts: dict[str, dict[str, list[SheetRecord]]] = {}
    for name, columns in _parts(record_type):
        if f"{plural}.{name}" in sheets:
            parts[name] = {}
            for part in _read(record_type, sheets[f"{plural}.{name}"], columns):
                parts[name].setdefault(str(part.data.pop(KEY)), []).append(part)
    seen: dict[str, SheetRecord] = {}
    for found in _read(record_type, sheets[plural], _columns(record_type)) if plural in sheets else ():
        key = str(found.data[KEY])
        if key and key in seen:
            message = _("%(where)s: the key “%(key)s” stands in %(other)s already")
            other = {"where": found.said(KEY), "key": key, "other": seen[key].said("")}
            raise TableError(message % other)
        seen[key] = found
        yield _with_parts(found, {name: rows.get(key, []) for name, rows in parts.items()} if key else {})
    alone = dict.fromkeys(key for rows in parts.values() for key in rows if key not in seen or not key)
    for key in alone:
        held = {name: rows[key] for name, rows in parts.items() if key in rows}
        first = next(iter(held.values()))[0]
        yield _with_parts(SheetRecord(record_type, first.sheet, first.row, {KEY: key}, first.letters), held)


def _with_parts(found: SheetRecord, parts: Mapping[str, list[SheetRecord]]) -> SheetRecord:
    for name, rows in parts.items():
        found.data[name] = [
            {column: texts_of(value, {}) if isinstance(value, dict) else value for column, value in row.data.items()}
            for row in rows
        ]
        found.parts[name] = [(row.sheet, row.row, row.letters) for row in rows]
        found.faults.extend((f"{name}.{n}.{where}", why) for n, row in enumerate(rows, 1) for where, why in row.faults)
    return found


def texts_of(said: Mapping[str, Any], held: Mapping[str, str]) -> dict[str, str]:
    """A language map as a sheet says it: an empty cell takes a text out, a language without a column stays."""
    whole = {**held, **said}
    original = whole.pop(ORIGINAL, None)
    kept = {tag: text for tag, text in whole.items() if text is not None}
    return {original: kept[original], **kept} if original in kept else kept


def _read(
    record_type: RecordType, sheet: Sheet, columns: list[tuple[Column, Field[Any, Any]]]
) -> Iterator[SheetRecord]:
    if not sheet.rows:
        return
    headings = ["" if cell is None else str(cell).strip() for cell in sheet.rows[0]]
    fields = {column.field: field for column, field in columns}
    for heading in headings:
        if heading and heading != KEY and MORE.sub("", heading).split(".")[0] not in fields:
            known = ", ".join([KEY, *fields])
            raise TableError(
                _("sheet %(sheet)s has a column “%(name)s”; there are %(known)s")
                % {"sheet": sheet.name, "name": heading, "known": known}
            )
    letters = {heading: letter(place) for place, heading in reversed(list(enumerate(headings))) if heading}
    wrong: dict[int, list[Problem]] = {}
    for problem in sheet.problems:
        if problem.wrong:
            wrong.setdefault(problem.row, []).append(problem)
    for number, cells in enumerate(sheet.rows[1:], 2):
        if number in wrong or any(cell is not None and cell != "" for cell in cells):
            found = SheetRecord(record_type, sheet.name, number, {}, letters)
            for problem in wrong.get(number, ()):
                place = position(problem.column)
                if place < len(headings) and headings[place]:
                    found.faults.append((headings[place], f"{CODES[problem.what]} ({problem.as_read})"))
            _read_row(headings, cells, fields, found)
            yield found


def _read_row(headings: list[str], cells: list[Any], fields: Mapping[str, Field[Any, Any]], found: SheetRecord) -> None:
    row: Document = found.data
    row[KEY] = ""
    joined: dict[str, Any] = {}
    for heading, cell in zip(headings, cells, strict=False):
        stem, value = MORE.sub("", heading) if heading.endswith(")") else heading, _plain(cell)
        # A heading again, or with a number, goes on with the text before.
        joined[stem] = f"{joined[stem] or ''}{value or ''}" if stem in joined else value
    for heading, value in joined.items():
        name, __, tag = heading.partition(".")
        if heading == KEY:
            row[KEY] = str(value or "").strip()
        elif tag:
            row.setdefault(name, {})[tag] = None if value is None else str(value)
        elif heading:
            try:
                row[name] = _value(value, fields[name])
            except ValueError as error:
                found.faults.append((heading, _("this is not JSON: %(error)s") % {"error": error}))


def _plain(cell: Any) -> Any:
    if type(cell) is str:
        # Blanks alone say nothing; with lxml installed, openpyxl keeps them.
        return cell if cell.strip() else None
    return cell.isoformat()[:10] if isinstance(cell, dt.date | dt.datetime) else cell


def _value(value: Any, field: Field[Any, Any]) -> Any:
    if value is None:
        return None
    if isinstance(field, ManyToManyField):
        return [key.strip() for key in str(value).split(";") if key.strip()]
    return json.loads(str(value)) if isinstance(field, JSONField) else value
