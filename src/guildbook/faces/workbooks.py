"""Workbooks: records as sheets, one per kind and one per part, out and in again."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from django.db.models import Field, JSONField, ManyToManyField
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from python_calamine import CalamineError, CalamineWorkbook

from guildbook.kit.documents import CITATION_COLUMNS, Document, all_columns
from guildbook.kit.fields import LanguageMapField
from guildbook.kit.models import Citation
from guildbook.kit.record_types import Column, RecordType, model_field, record_types

CITATIONS = "citations"
KEY = "key"
# Beside a text's languages: the one it was written in, where that is not the first column.
ORIGINAL = "original"
Cell = str | int | float | None
# A cell of Excel's format holds 32,767 characters, those beyond the first plane counting twice; a longer text goes on
# in columns headed “text (2)”, “text (3)” …
LONGEST = 16_000
MORE = re.compile(r" \((\d+)\)\Z")
# What Excel's format would take for the code of a character.
CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class WorkbookError(ValueError):
    """A workbook that cannot be read; the message names sheet, row and column."""


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


def _write(
    book: Workbook, name: str, columns: list[tuple[Column, Field[Any, Any]]], rows: list[tuple[str, Document]]
) -> None:
    headings = [KEY]
    lines: list[list[Any]] = [[key] for key, __ in rows]
    for column, field in columns:
        values = [row.get(column.field) for __, row in rows]
        if isinstance(field, LanguageMapField):
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
    sheet = book.create_sheet(name)
    sheet.append(headings)
    for line in lines:
        sheet.append([_text_cell(sheet, value) if isinstance(value, str) else value for value in line])


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
    if isinstance(value, int) and abs(value) > 2**53:
        return str(value)  # cells hold floating-point numbers
    return value  # type: ignore[no-any-return]  # documents hold JSON scalars besides lists and dicts


def _text_cell(sheet: Any, text: str) -> Any:
    """A cell that stays text even when it starts with “=”, so that no workbook of ours runs what somebody typed."""
    cell = WriteOnlyCell(sheet, CODE.sub("_x005F_", text))
    cell.data_type = "s"
    return cell


def read_workbook(path: Path) -> Iterator[tuple[RecordType, str, Document]]:
    """Documents of an .xlsx file in the order of the record types, each with its sheet and row.

    A document holds the columns its sheets have: what a sheet leaves out is not said, an empty cell says “none”.
    """
    try:
        book = CalamineWorkbook.from_path(path)
    except (CalamineError, OSError) as error:
        raise WorkbookError(_("%(path)s is not a workbook: %(error)s") % {"path": path, "error": error}) from error
    names = set(book.sheet_names)
    known = {record_type.plural: record_type for record_type in record_types()}
    for name in sorted(names):
        if name.split(".")[0] not in known:
            raise WorkbookError(
                _("%(path)s has a sheet “%(name)s” that is no kind of record") % {"path": path, "name": name}
            )
    for plural, record_type in known.items():
        yield from ((record_type, where, data) for where, data in _records(book, names, plural, record_type))


def _records(
    book: CalamineWorkbook, names: set[str], plural: str, record_type: RecordType
) -> Iterator[tuple[str, Document]]:
    """Documents of one record type: a row of its sheet with the rows of its parts; parts alone say nothing else."""
    parts: dict[str, dict[str, list[Document]]] = {}
    places: dict[str, str] = {}
    for name, columns in _parts(record_type):
        if f"{plural}.{name}" in names:
            parts[name] = {}
            for where, key, row in _read(book, f"{plural}.{name}", columns):
                parts[name].setdefault(key, []).append(
                    {column: texts_of(value, {}) if isinstance(value, dict) else value for column, value in row.items()}
                )
                places.setdefault(key, where)
    seen: dict[str, str] = {}
    for where, key, row in _read(book, plural, _columns(record_type)) if plural in names else ():
        if key in seen:
            message = _("%(where)s: the key “%(key)s” stands in %(other)s already")
            raise WorkbookError(message % {"where": where, "key": key, "other": seen[key]})
        seen[key] = where
        yield where, {KEY: key, **row, **{name: rows.get(key, []) for name, rows in parts.items()}}
    for key, where in places.items():
        if key not in seen:
            yield where, {KEY: key, **{name: rows[key] for name, rows in parts.items() if key in rows}}


def texts_of(said: Mapping[str, Any], held: Mapping[str, str]) -> dict[str, str]:
    """A language map as a sheet says it: an empty cell takes a text out, a language without a column stays."""
    whole = {**held, **said}
    original = whole.pop(ORIGINAL, None)
    kept = {tag: text for tag, text in whole.items() if text is not None}
    return {original: kept[original], **kept} if original in kept else kept


def _read(
    book: CalamineWorkbook, name: str, columns: list[tuple[Column, Field[Any, Any]]]
) -> Iterator[tuple[str, str, Document]]:
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    if not rows:
        return
    headings = [str(cell).strip() for cell in rows[0]]
    fields = {column.field: field for column, field in columns}
    for heading in headings:
        if heading and heading != KEY and MORE.sub("", heading).split(".")[0] not in fields:
            known = ", ".join([KEY, *fields])
            raise WorkbookError(
                _("sheet %(sheet)s has a column “%(name)s”; there are %(known)s")
                % {"sheet": name, "name": heading, "known": known}
            )
    for number, cells in enumerate(rows[1:], 2):
        if not any(cell not in ("", None) for cell in cells):
            continue
        where = _("sheet %(sheet)s, row %(row)s") % {"sheet": name, "row": number}
        yield where, *_row_of(headings, cells, fields, where)


def _row_of(
    headings: list[str], cells: list[Any], fields: Mapping[str, Field[Any, Any]], where: str
) -> tuple[str, Document]:
    row: Document = {}
    key = ""
    joined: dict[str, Any] = {}
    for heading, cell in zip(headings, cells, strict=False):
        stem, value = MORE.sub("", heading), _plain(cell)
        # A heading again, or with a number, goes on with the text before.
        joined[stem] = f"{joined[stem] or ''}{value or ''}" if stem in joined else value
    for heading, value in joined.items():
        name, __, tag = heading.partition(".")
        if heading == KEY:
            key = str(value or "").strip()
        elif tag:
            row.setdefault(name, {})[tag] = None if value is None else str(value)
        elif heading:
            row[name] = _value(value, fields[name], f"{where}, {heading}")
    return key, row


def _plain(cell: Any) -> Any:
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, dt.date | dt.datetime):
        return cell.isoformat()[:10]
    # Blanks alone say nothing; with lxml installed, openpyxl keeps them.
    return None if isinstance(cell, str) and not cell.strip() else cell


def _value(value: Any, field: Field[Any, Any], where: str) -> Any:
    if value is None:
        return None
    if isinstance(field, ManyToManyField):
        return [key.strip() for key in str(value).split(";") if key.strip()]
    if isinstance(field, JSONField):
        try:
            return json.loads(str(value))
        except ValueError as error:
            raise WorkbookError(
                _("%(where)s: this is not JSON: %(error)s") % {"where": where, "error": error}
            ) from error
    return value
