"""Lists in plain text (.csv): any usual delimiter, any encoding of our languages; every value stays text."""

from __future__ import annotations

import csv
import io
import re

from guildbook.language.decoding import UndecodableText, decode
from guildbook.sheets.archives import MOST_BYTES
from guildbook.sheets.shapes import Cell, Problem, Sheet, SheetsError, letter

DELIMITERS = ",;\t|"
# A source's text may take two million characters; csv's own limit is 131,072.
LONGEST_CELL = 1 << 24
MOST_CELLS = 8_000_000
ERRORS = frozenset("#REF! #N/A #VALUE! #NAME? #DIV/0! #NUM! #NULL! #SPILL!".split())
LOOKED_AT = 50
QUOTED = re.compile(r"'+[=+\-@\t\r]")


def read_table(data: bytes, name: str) -> Sheet:
    """The rows of a .csv file as one sheet named like the file without its ending; raises SheetsError."""
    if len(data) > MOST_BYTES:
        raise SheetsError("large", f"the file is larger than {MOST_BYTES >> 20} MB: split it", str(MOST_BYTES >> 20))
    try:
        text = decode(data).text
    except UndecodableText as error:
        raise SheetsError("encoding" if error.reason != "empty" else "empty", str(error), error.detail) from error
    delimiter, text = _delimiter(text)
    csv.field_size_limit(LONGEST_CELL)
    sheet = Sheet(name.rpartition("/")[2].rpartition(".")[0] or name, [])
    cells = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False):
            cells += len(row)
            if cells > MOST_CELLS:
                raise SheetsError("large", f"the file has more than {MOST_CELLS} cells: split it", str(MOST_CELLS))
            sheet.rows.append(_row(row, sheet))
    except csv.Error as error:
        raise SheetsError("table", f"row {len(sheet.rows) + 1} cannot be read: {error}", str(error)) from error
    return sheet


def _row(row: list[str], sheet: Sheet) -> list[Cell]:
    for place, cell in enumerate(row):
        if cell in ERRORS:
            row[place] = ""
            sheet.problems.append(Problem(sheet.name, len(sheet.rows) + 1, letter(place), "error", cell))
    # An apostrophe before what would be a formula is how spreadsheets, and we, say that it is text.
    return [(cell[1:] if cell[0] == "'" and QUOTED.match(cell) else cell) if cell else None for cell in row]


def _delimiter(text: str) -> tuple[str, str]:
    """The delimiter, and the text without a line `sep=;`, by which Excel says it."""
    first, __, rest = text.partition("\n")
    said = first.strip().strip('"').lower()
    if said.startswith("sep=") and len(said) <= 5:
        return said[4:] or "\t", rest
    return max(DELIMITERS, key=lambda delimiter: _fitness(text, delimiter)), text


def _fitness(text: str, delimiter: str) -> tuple[float, int]:
    """How well a delimiter parts the first rows: into how many columns, and into as many in every row."""
    rows: list[int] = []
    reader = csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=delimiter)
    try:
        for row in reader:
            if any(row):
                rows.append(len(row))
            if len(rows) == LOOKED_AT:
                break
    except csv.Error:
        pass
    if not rows or max(rows) == 1:
        return 0.0, 0
    usual = max(set(rows), key=lambda width: (rows.count(width), width))
    return (rows.count(usual) / len(rows) if usual > 1 else 0.0), usual
