"""Writing workbooks for people to fill in: drop-downs, limits, protected structure, machine keys nobody can lose."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import quote_sheetname
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation

from guildbook.sheets.shapes import Cell, Sheet, letter

# Excel's limits: characters in a cell, in a sheet's name, in the help beside a cell.
LONGEST_TEXT = 32_767
LONGEST_NAME = 31
LONGEST_HELP = 255
# Very hidden: spreadsheets offer no way to show these sheets, and carry them along.
PROPERTIES, CHOICES = "_guildbook", "_choices"
_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NAMELESS = re.compile(r"[\[\]:*?/\\]")
_HEAD = PatternFill("solid", fgColor="E8EEF0")
_LOCKED = PatternFill("solid", fgColor="F3F3F3")
_OPEN = PatternFill("solid", fgColor="FFFDF2")


@dataclass(frozen=True)
class Entry:
    """What a cell takes: one of `choices`; or a number, whole or not, between bounds; `note` is shown beside it."""

    choices: tuple[str, ...] = ()
    number: bool = False
    whole: bool = False
    least: float | None = None
    most: float | None = None
    note: str = ""
    refusal: str = ""


@dataclass(frozen=True)
class CellOut:
    """A cell that differs from its column: another entry, locked or open, emphasised or a heading."""

    value: Cell | Decimal = None
    entry: Entry | None = None
    locked: bool | None = None
    bold: bool = False


@dataclass(frozen=True)
class ColumnOut:
    """A column: its heading, width in characters (0: as wide as what it holds), and what its cells take."""

    heading: str
    width: float = 0
    entry: Entry = field(default_factory=Entry)
    locked: bool = False
    hidden: bool = False
    note: str = ""


@dataclass(frozen=True)
class SheetOut:
    """A sheet: lines of explanation above, a row of headings that stays in sight, and rows of values or CellOuts.

    `protected`: nothing can be changed but cells that are not locked; without a password, for it guards against slips.
    `room`: empty rows below that take the columns' entries, too.
    """

    name: str
    columns: Sequence[ColumnOut]
    rows: Iterable[Sequence[Cell | Decimal | CellOut]]
    intro: Sequence[str] = ()
    protected: bool = False
    room: int = 0
    hidden: bool = False


def write_book(sheets: Sequence[SheetOut], properties: Mapping[str, str] | None = None, title: str = "") -> bytes:
    """The sheets as an .xlsx file; `properties` travel in a very hidden sheet, and `properties_of` reads them back.

    No text becomes a formula. Names of sheets are shortened to Excel's 31 characters and told apart.
    """
    book = Workbook(write_only=True)
    book.properties.creator = "Guildbook"
    book.properties.title = title or None
    lists: dict[tuple[str, ...], str] = {}
    taken: set[str] = set()
    for sheet in sheets:
        _write(book, sheet, _name(sheet.name, taken), lists)
    if lists:
        held = book.create_sheet(CHOICES)
        held.sheet_state = "veryHidden"
        for place in range(max(map(len, lists))):
            held.append([_text(held, one[place]) if place < len(one) else None for one in lists])
    if any(sheet.protected for sheet in sheets):
        book.security = WorkbookProtection(lockStructure=True)
    if properties:
        held = book.create_sheet(PROPERTIES)
        held.sheet_state = "veryHidden"
        for name, value in properties.items():
            held.append([_text(held, name), _text(held, value)])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def properties_of(sheets: Iterable[Sheet]) -> dict[str, str]:
    """The properties a workbook of ours carries; none for others."""
    held = next((sheet for sheet in sheets if sheet.name == PROPERTIES and sheet.hidden), None)
    rows = held.rows if held else []
    return {str(row[0]): str(row[1]) for row in rows if len(row) > 1 and row[0] is not None and row[1] is not None}


def _name(name: str, taken: set[str]) -> str:
    plain = _NAMELESS.sub(" ", _UNWRITABLE.sub("", name)).strip(" '")[:LONGEST_NAME] or "1"
    made, n = plain, 1
    while made.lower() in taken:
        n += 1
        made = f"{plain[: LONGEST_NAME - len(str(n)) - 3]} ({n})"
    taken.add(made.lower())
    return made


def _write(book: Workbook, out: SheetOut, name: str, lists: dict[tuple[str, ...], str]) -> None:
    sheet: Any = book.create_sheet(name)
    sheet.sheet_state = "hidden" if out.hidden else "visible"
    rows = [list(row) for row in out.rows]
    if any(len(row) != len(out.columns) for row in rows):
        raise ValueError(f"a row of sheet {name} has not as many cells as there are columns")
    head = len(out.intro) + 1
    sheet.freeze_panes = f"A{head + 1}"
    for place, column in enumerate(out.columns):
        about = sheet.column_dimensions[letter(place)]
        about.width = column.width or _width(column, rows, place)
        about.hidden = column.hidden
    for line in out.intro:
        sheet.append([_text(sheet, line)])
    sheet.append([_heading(sheet, column) for column in out.columns])
    entered: dict[Entry, list[str]] = {}
    for number, row in enumerate(_with_room(rows, out), head + 1):
        sheet.append(
            [_cell(sheet, value, column, out.protected) for value, column in zip(row, out.columns, strict=True)]
        )
        for place, (value, column) in enumerate(zip(row, out.columns, strict=True)):
            entry = value.entry if isinstance(value, CellOut) and value.entry is not None else column.entry
            if entry != _ANYTHING:
                _place(entered.setdefault(entry, []), letter(place), number)
    for entry, places in entered.items():
        sheet.data_validations.append(_validation(entry, places, lists))
    if out.protected:
        sheet.protection.sheet = True
        sheet.protection.formatColumns = False
        sheet.protection.formatRows = False


_ANYTHING = Entry()


def _with_room(rows: list[list[Any]], out: SheetOut) -> Iterable[list[Any]]:
    yield from rows
    for __ in range(out.room):
        yield [None] * len(out.columns)


def _place(places: list[str], column: str, row: int) -> None:
    """Add a cell to ranges such as B2:B9; cells come row by row, so that its column's range is among the last."""
    for back in range(1, min(len(places), 64) + 1):
        first, __, last = places[-back].partition(":")
        if (last or first) == f"{column}{row - 1}":
            places[-back] = f"{first}:{column}{row}"
            return
    places.append(f"{column}{row}")


def _validation(entry: Entry, places: list[str], lists: dict[tuple[str, ...], str]) -> DataValidation:
    if entry.choices:
        if entry.choices not in lists:
            column = letter(len(lists))
            lists[entry.choices] = f"{quote_sheetname(CHOICES)}!${column}$1:${column}${len(entry.choices)}"
        made = DataValidation(type="list", formula1=lists[entry.choices], allow_blank=True)
    elif entry.number or entry.whole:
        least = entry.least if entry.least is not None else -1e15
        most = entry.most if entry.most is not None else 1e15
        kind: Literal["whole", "decimal"] = "whole" if entry.whole else "decimal"
        made = DataValidation(type=kind, operator="between", allow_blank=True)
        made.formula1, made.formula2 = f"{least:.15g}", f"{most:.15g}"
    else:
        made = DataValidation(allow_blank=True)
    made.sqref = _ranges(places)
    if entry.note:
        made.prompt, made.showInputMessage = entry.note[:LONGEST_HELP], True
    made.showErrorMessage = bool(made.type)
    if entry.refusal:
        made.error = entry.refusal[:LONGEST_HELP]
    return made


def _ranges(places: list[str]) -> Any:
    from openpyxl.worksheet.cell_range import MultiCellRange  # noqa: PLC0415 - its module needs the one above first

    return MultiCellRange(" ".join(places))


def _width(column: ColumnOut, rows: list[list[Any]], place: int) -> float:
    held = (row[place].value if isinstance(row[place], CellOut) else row[place] for row in rows[:200])
    longest = max((_breadth(str(value)) for value in held if value is not None), default=0)
    return min(max(longest, _breadth(column.heading), 8) + 2, 60)


def _breadth(text: str) -> int:
    """Characters of a text as wide as Latin ones; Chinese ones are twice as wide."""
    return sum(2 if character >= "\u2e80" else 1 for character in text.partition("\n")[0])


def _heading(sheet: Any, column: ColumnOut) -> Any:
    cell = _text(sheet, column.heading)
    cell.font, cell.fill = Font(bold=True), _HEAD
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if column.note:
        cell.comment = Comment(column.note, "Guildbook")
    return cell


def _cell(sheet: Any, out: Any, column: ColumnOut, protected: bool) -> Any:
    value = out.value if isinstance(out, CellOut) else out
    locked = out.locked if isinstance(out, CellOut) and out.locked is not None else column.locked
    bold = isinstance(out, CellOut) and out.bold
    if isinstance(value, str):
        cell = _text(sheet, value)
    elif not (protected or bold):
        return value
    else:
        cell = WriteOnlyCell(sheet)
        cell.value = value
    if bold:
        cell.font = Font(bold=True)
    if protected:
        cell.protection = Protection(locked=locked)
        cell.fill = _LOCKED if locked else _OPEN
        if isinstance(value, str):
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _text(sheet: Any, text: str) -> Any:
    """A cell that stays text even when it starts with “=”, so that no workbook of ours runs what somebody typed."""
    cell = WriteOnlyCell(sheet, _CODE.sub("_x005F_", _UNWRITABLE.sub("", text))[:LONGEST_TEXT])
    cell.data_type = "s"
    return cell


def day_or_text(value: str) -> dt.date | str:
    """A full date (2024-05-31) as a day that spreadsheets can sort; a month or a year stays text, unharmed."""
    try:
        return dt.date.fromisoformat(value) if len(value) == 10 else value
    except ValueError:
        return value
