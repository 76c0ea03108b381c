"""Rows of somebody's own list as documents, by what each column was said to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.conf import settings
from django.db.models import DecimalField, Field, FloatField, ForeignKey, IntegerField, ManyToManyField
from django.utils.translation import override

from guildbook.faces.workbooks import SheetRecord
from guildbook.imports.matching.targets import NAMES, Heading, field_of, heading_row, headings_of
from guildbook.imports.matching.words import said
from guildbook.kit.documents import Document
from guildbook.kit.fields import FuzzyDateField, LanguageMapField
from guildbook.kit.record_types import RecordType
from guildbook.language.folding import fold
from guildbook.sheets.shapes import Cell, Problem, Sheet, letter, position
from guildbook.sheets.values import Read, as_date, as_number, as_text, tight

# Finds the key of a record of a model by its key or name; "" where none or several are meant.
Refer = Callable[[Any, str], str]


@dataclass(frozen=True)
class Reading:
    """How a list is read: for each heading what it is, values for every row, and how dates are written."""

    columns: Mapping[str, Mapping[str, Any]]
    constants: Mapping[str, str] = field(default_factory=dict)
    order: str = ""
    buddhist: bool = False

    @staticmethod
    def of(data: Mapping[str, Any]) -> Reading:
        """A reading as it is stored."""
        return Reading(
            data.get("columns", {}), data.get("constants", {}), data.get("order", ""), bool(data.get("buddhist"))
        )


def list_headings(sheet: Sheet, record_type: RecordType) -> tuple[int, list[Heading]]:
    """The row of headings of a sheet, from 0, and its columns."""
    at = heading_row(sheet.rows, record_type)
    width = max((len(row) for row in sheet.rows[: at + 200]), default=0)
    return at, headings_of(sheet.rows, at, [letter(place) for place in range(width)])


def mapped_rows(sheet: Sheet, record_type: RecordType, reading: Reading, refer: Refer) -> Iterator[SheetRecord]:
    """Each filled row below the headings as a document of what it says, with what was done to its values."""
    at, headings = list_headings(sheet, record_type)
    used = [
        (heading, reading.columns[heading.text])
        for heading in headings
        if reading.columns.get(heading.text, {}).get("to")
    ]
    letters: dict[str, str] = {}
    for heading, spec in used:
        letters.setdefault(str(spec["to"]), heading.letter)
        if spec.get("language"):
            letters.setdefault(f"{spec['to']}.{spec['language']}", heading.letter)
    wrong: dict[int, list[Problem]] = {}
    for problem in sheet.problems:
        if problem.wrong:
            wrong.setdefault(problem.row, []).append(problem)
    width = {heading.letter for heading, __ in used}
    for number, cells in enumerate(sheet.rows[at + 1 :], at + 2):
        bad = [problem for problem in wrong.get(number, ()) if problem.column in width]
        if not bad and all(_cell(cells, heading.letter) is None for heading, __ in used):
            continue
        found = SheetRecord(record_type, sheet.name, number, {"key": ""}, letters)
        found.faults.extend((_place_of(used, problem.column), said(problem.what, problem.as_read)) for problem in bad)
        _fill(found, cells, used, reading, refer)
        yield found


def _place_of(used: list[tuple[Heading, Mapping[str, Any]]], column: str) -> str:
    spec = next(spec for heading, spec in used if heading.letter == column)
    return f"{spec['to']}.{spec['language']}" if spec.get("language") else str(spec["to"])


def _cell(cells: list[Cell], column: str) -> Cell:
    place = position(column)
    cell = cells[place] if place < len(cells) else None
    return None if isinstance(cell, str) and not cell.strip(" \t\r\n\u00a0\u3000\u200b\ufeff") else cell


def _fill(
    found: SheetRecord,
    cells: list[Cell],
    used: list[tuple[Heading, Mapping[str, Any]]],
    reading: Reading,
    refer: Refer,
) -> None:
    for name, value in reading.constants.items():
        _put(found.data, found.record_type, name, {}, value)
    for heading, spec in used:
        name, cell = str(spec["to"]), _cell(cells, heading.letter)
        if cell is None:
            continue
        pieces: list[Cell] = [cell]
        if spec.get("split") and isinstance(cell, str):
            pieces = [piece.strip() for piece in cell.split(str(spec["split"])) if piece.strip()]
        for piece in pieces:
            read = _read(found.record_type, name, spec, piece, reading, refer)
            place = f"{name}.{spec['language']}" if spec.get("language") else name
            if read.wrong:
                found.faults.append((place, said(read.what, str(piece)[:60])))
            else:
                if read.what:
                    found.remarks.append((place, said(read.what, str(piece)[:60])))
                _put(found.data, found.record_type, name, spec, read.value)


def _read(
    record_type: RecordType, name: str, spec: Mapping[str, Any], cell: Cell, reading: Reading, refer: Refer
) -> Read:
    """A cell as its column takes it."""
    translated = spec.get("values", {}).get(str(cell).strip())
    if translated is not None:
        return Read(translated or None)
    kind = field_of(record_type, name)
    if name == NAMES or kind is None or isinstance(kind, LanguageMapField):
        return as_text(cell)
    if isinstance(kind, FuzzyDateField):
        return as_date(cell, reading.order, buddhist=reading.buddhist)
    if isinstance(kind, ForeignKey | ManyToManyField):
        text = tight(str(as_text(cell).value or "")).value
        return Read(refer(kind.related_model, text) or text)
    if kind.choices:
        text = tight(str(as_text(cell).value or "")).value
        return Read(_choices(kind).get(fold(text), text))
    if isinstance(kind, IntegerField | DecimalField | FloatField):
        return as_number(cell)
    return tight(str(as_text(cell).value)) if name == "key" and as_text(cell).value else as_text(cell)


@cache
def _choices(kind: Field[Any, Any]) -> dict[str, str]:
    """The values of a choice by what any language of the interface calls them."""
    known = {fold(str(value)): str(value) for value, __ in kind.flatchoices}
    for code, __ in settings.LANGUAGES:
        with override(code):
            for value, label in kind.flatchoices:
                known.setdefault(fold(str(label)), str(value))
    return known


def _put(data: Document, record_type: RecordType, name: str, spec: Mapping[str, Any], value: Any) -> None:
    """Add a value to the document: a text to its language, a name to the names, a part's column to its one row."""
    if value is None:
        return
    part, __, column = name.partition(".")
    language = str(spec.get("language") or "en")
    if name == NAMES and any(rows.name == NAMES for rows in record_type.rows):
        kind = str(spec.get("kind") or "official")
        data.setdefault(NAMES, []).append({"text": str(value), "language": language, "kind": kind})
        return
    kind_of = field_of(record_type, name)
    if column:
        row = data.setdefault(part, [{}])[0]
        row[column] = {**row.get(column, {}), language: value} if isinstance(kind_of, LanguageMapField) else value
    elif isinstance(kind_of, LanguageMapField):
        held = data.setdefault(name, {})
        held[language] = f"{held[language]}\n{value}" if language in held else value
    elif isinstance(kind_of, ManyToManyField):
        data.setdefault(name, []).append(value)
    else:
        data[name] = value
