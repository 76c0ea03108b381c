"""Workbooks: records as sheets, one per kind and one per part, out and in again."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from django.db.models import Field, JSONField, ManyToManyField
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from python_calamine import CalamineError, CalamineWorkbook

from guildbook.kit.documents import CITATION_COLUMNS, Document, all_columns
from guildbook.kit.fields import LanguageMapField
from guildbook.kit.models import Citation
from guildbook.kit.record_types import Column, RecordType, model_field, record_types

CITATIONS = "citations"
KEY = "key"
Cell = str | int | float | None
# A cell of Excel's format holds no more; longer texts stay out of sheets and are left alone on the way in.
LONGEST = 32_767


class WorkbookError(ValueError):
    """A workbook that cannot be read; the message names sheet, row and column."""


def _columns(record_type: RecordType) -> list[tuple[Column, Field[Any, Any]]]:
    """The columns a sheet carries: those a person may enter."""
    return [
        (column, model_field(record_type.model, column.field)) for column in all_columns(record_type) if column.in_form
    ]


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
    headings: list[tuple[str, str]] = []
    for column, field in columns:
        if isinstance(field, LanguageMapField):
            tags = sorted({tag for __, row in rows for tag in row.get(column.field, {})}) or ["en"]
            headings.extend((column.field, tag) for tag in tags)
        else:
            headings.append((column.field, ""))
    sheet = book.create_sheet(name)
    sheet.append([KEY, *(f"{field}.{tag}" if tag else field for field, tag in headings)])
    for key, row in rows:
        cells = [_cell(row.get(field, {}).get(tag) if tag else row.get(field)) for field, tag in headings]
        sheet.append([_text_cell(sheet, value) if isinstance(value, str) else value for value in [key, *cells]])


def _cell(value: Any) -> Cell:
    if isinstance(value, dict) or (isinstance(value, list) and any(not isinstance(item, str) for item in value)):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    if isinstance(value, list):
        return "; ".join(value)
    return value  # type: ignore[no-any-return]  # documents hold JSON scalars besides lists and dicts


def _text_cell(sheet: Any, text: str) -> Any:
    """A cell that stays text even when it starts with “=”, so that no workbook of ours runs what somebody typed."""
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text)[:LONGEST])
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
        if plural not in names:
            continue
        parts: dict[str, dict[str, list[Document]]] = {}
        for name, columns in _parts(record_type):
            if f"{plural}.{name}" in names:
                parts[name] = {}
                for __, key, row in _read(book, f"{plural}.{name}", columns):
                    parts[name].setdefault(key, []).append(row)
        for where, key, row in _read(book, plural, _columns(record_type)):
            yield record_type, where, {KEY: key, **row, **{name: rows.get(key, []) for name, rows in parts.items()}}


def _read(
    book: CalamineWorkbook, name: str, columns: list[tuple[Column, Field[Any, Any]]]
) -> Iterator[tuple[str, str, Document]]:
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    if not rows:
        return
    headings = [str(cell).strip() for cell in rows[0]]
    fields = {column.field: field for column, field in columns}
    for heading in headings:
        if heading and heading != KEY and heading.split(".")[0] not in fields:
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
    for heading, cell in zip(headings, cells, strict=False):
        name, __, tag = heading.partition(".")
        value = _plain(cell)
        if heading == KEY:
            key = str(value or "")
        elif tag:
            texts = row.setdefault(name, {})
            if value not in (None, ""):
                texts[tag] = str(value)
        elif heading:
            row[name] = _value(value, fields[name], f"{where}, {heading}")
    return key, row


def _plain(cell: Any) -> Any:
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, dt.date | dt.datetime):
        return cell.isoformat()[:10]
    return None if cell == "" else cell


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
