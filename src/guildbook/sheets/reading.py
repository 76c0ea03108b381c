"""Reading .xlsx and .csv as sheets of plain values, with what spreadsheets damaged or hid named by its place."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from guildbook.sheets.archives import open_archive, verify
from guildbook.sheets.shapes import Cell, Problem, Sheet, SheetsError, letter
from guildbook.sheets.structure import Formats, Odd, Structure, formats_of, parts_of, structure_of
from guildbook.sheets.tables import read_table

MOST_CELLS = 8_000_000
MOST_SPREAD = 2_000_000
# Beyond this a spreadsheet's number no longer holds all its digits.
EXACT = 10**15
ZIPPED = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0"


def read_sheets(data: bytes, name: str) -> list[Sheet]:
    """The sheets of a workbook, or the one sheet of a list in plain text; told apart by their bytes.

    Hidden sheets are read, and say so. Raises SheetsError for what cannot be read as either.
    """
    if not data:
        raise SheetsError("empty", "the file is empty")
    if data.startswith((ZIPPED, COMPOUND)) or name.lower().endswith((".xlsx", ".xlsm", ".xls")):
        return _read_book(data)
    return [read_table(data, name)]


def _read_book(data: bytes) -> list[Sheet]:
    archive = open_archive(data)
    verify(archive)
    formats, parts = formats_of(archive), parts_of(archive)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets, cells = [], 0
        for about in book.sheets_metadata:
            if about.name not in parts:
                continue  # a chart that is a sheet of its own
            structure = structure_of(archive, parts[about.name], formats)
            cells += structure.height * structure.width
            if cells > MOST_CELLS:
                message = f"sheet {about.name} has {structure.height} rows and {structure.width} columns: too many"
                raise SheetsError("large", message, about.name)
            hidden = about.visible != SheetVisibleEnum.Visible
            sheets.append(_read_sheet(book.get_sheet_by_name(about.name), structure, formats, hidden=hidden))
    except (CalamineError, OSError, OverflowError) as error:
        raise SheetsError(
            "damaged", f"this is not a workbook (.xlsx), or it is damaged: {error}", str(error)
        ) from error
    return sheets


def _read_sheet(found: CalamineSheet, structure: Structure, formats: Formats, *, hidden: bool) -> Sheet:
    sheet = Sheet(found.name, [], hidden=hidden)
    if hidden:
        sheet.problems.append(Problem(sheet.name, 0, "", "hidden-sheet"))
    if not structure.height or not structure.width:
        return sheet
    rows: list[list[Any]] = found.to_python(skip_empty_area=False)
    for number, cells in enumerate(rows):
        _plain_row(cells, number, sheet)
    sheet.rows = rows
    for (row, column), odd in structure.odd.items():
        _mend(sheet, row, column, odd)
    _spread(found, sheet)
    _tell_hidden(structure, sheet)
    return sheet


def _plain_row(cells: list[Any], number: int, sheet: Sheet) -> None:
    """Make a row's values plain in their place: whole numbers whole, midnights days, nothing None."""
    for place, cell in enumerate(cells):
        kind = type(cell)
        if kind is str:
            if not cell:
                cells[place] = None
        elif kind is float:
            if cell >= EXACT or cell <= -EXACT:
                problem = Problem(sheet.name, number + 1, letter(place), "digits", f"{cell:.15g}")
                sheet.problems.append(problem)
            if cell.is_integer():
                cells[place] = int(cell)
        elif kind is dt.datetime and not (cell.hour or cell.minute or cell.second or cell.microsecond):
            cells[place] = cell.date()


def _mend(sheet: Sheet, row: int, column: int, odd: Odd) -> None:
    """Name an odd cell, and read it as it was shown where that is what was meant."""
    if odd.what in ("error", "formula"):
        sheet.problems.append(Problem(sheet.name, row + 1, letter(column), odd.what, odd.shown))
        return
    if row >= len(sheet.rows) or column >= len(sheet.rows[row]):
        return
    value, read = sheet.rows[row][column], None
    if odd.what == "month" and isinstance(value, dt.date) and value.day == 1:
        read = value.strftime(odd.shown)
    elif odd.what == "padded" and isinstance(value, int) and len(str(value)) < int(odd.shown) and value >= 0:
        read = str(value).zfill(int(odd.shown))
    if read is not None:
        sheet.rows[row][column] = read
        sheet.problems.append(Problem(sheet.name, row + 1, letter(column), odd.what, read))


def _spread(found: CalamineSheet, sheet: Sheet) -> None:
    """Give every cell of a merged range the range's value, and name the range."""
    spread = 0
    for (top, left), (bottom, right) in found.merged_cell_ranges or ():
        spread += (min(bottom, len(sheet.rows)) - top + 1) * (right - left + 1)
        if spread > MOST_SPREAD:
            raise SheetsError("large", f"sheet {sheet.name} has too many merged cells", sheet.name)
        if top >= len(sheet.rows) or left >= len(sheet.rows[top]):
            continue
        value: Cell = sheet.rows[top][left]
        for row in sheet.rows[top : bottom + 1]:
            row[left : right + 1] = [value] * len(row[left : right + 1])
        place = f"{letter(left)}{top + 1}:{letter(right)}{bottom + 1}"
        sheet.problems.append(Problem(sheet.name, top + 1, letter(left), "merged", place))


def _tell_hidden(structure: Structure, sheet: Sheet) -> None:
    for first, last in structure.hidden_columns:
        if first < structure.width:
            ends = dict.fromkeys((letter(first), letter(min(last, structure.width - 1))))
            sheet.problems.append(Problem(sheet.name, 0, letter(first), "hidden-columns", "–".join(ends)))
    runs: list[list[int]] = []
    for row in structure.hidden_rows:
        if row < len(sheet.rows) and any(cell is not None for cell in sheet.rows[row]):
            if runs and runs[-1][1] == row:
                runs[-1][1] = row + 1
            else:
                runs.append([row + 1, row + 1])
    shown = ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs[:20])
    if runs:
        sheet.problems.append(Problem(sheet.name, runs[0][0], "", "hidden-rows", shown + (" …" if runs[20:] else "")))
