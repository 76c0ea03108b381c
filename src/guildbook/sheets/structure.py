"""What a fast reader of values does not tell of a workbook: errors, formulas, number formats, hidden things, sizes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from xml.etree import ElementTree

from guildbook.sheets.archives import unpacked
from guildbook.sheets.shapes import SheetsError, position

SMALL = 32 << 20
# A row is looked at whole; Excel's longest would take more, nobody's does.
LONGEST_ROW = 64 << 20
MOST_ODD = 20_000
# Wherever it stands and however it is quoted: what escaped us here would be given room by the reader after us.
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,7})(\d{1,9})""")
_STYLE = re.compile(rb'\ss="(\d+)"')
_ROW = re.compile(rb'\sr="(\d{1,7})"')
_HIDDEN = re.compile(rb'\shidden="(?:1|true)"')
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|t)(?:\s[^<>]*)?>([^<]*)</")
_FORMULA = re.compile(rb"<(?:\w+:)?f(?:\s[^<>]*)?>([^<]*)</")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_BUILT_IN = {17: "mmm-yy"}


@dataclass(frozen=True, slots=True)
class Odd:
    """A cell that needs a word: a code of shapes.CODES, and what is shown of it."""

    what: str
    shown: str = ""


@dataclass
class Structure:
    """What was found in one sheet's XML: odd cells by (row, column) from 0, hidden rows and columns, extent."""

    odd: dict[tuple[int, int], Odd] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    height: int = 0
    width: int = 0


@dataclass(frozen=True)
class Formats:
    """Cell styles whose number format says more than the value: months without a day, zeros in front."""

    months: dict[int, str]
    padded: dict[int, int]

    @cached_property
    def telling(self) -> re.Pattern[bytes] | None:
        """Finds cells of such a style."""
        styles = "|".join(str(style) for style in (*self.months, *self.padded))
        return re.compile(rb'\ss="(?:%s)"' % styles.encode()) if styles else None


def parts_of(archive: zipfile.ZipFile) -> dict[str, str]:
    """The part of each sheet by the sheet's name."""
    book = _parsed(archive, "xl/workbook.xml")
    if book is None:
        return {}
    targets = {
        str(link.get("Id")): str(link.get("Target", ""))
        for link in _every(_parsed(archive, "xl/_rels/workbook.xml.rels"), "Relationship")
    }
    found: dict[str, str] = {}
    for sheet in _every(book, "sheet"):
        link = next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")
        target = targets.get(link, "")
        found[str(sheet.get("name"))] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return {name: part for name, part in found.items() if part in archive.namelist()}


def formats_of(archive: zipfile.ZipFile) -> Formats:
    """The telling number formats of a workbook."""
    styles = _parsed(archive, "xl/styles.xml")
    codes = {int(one.get("numFmtId", 0)): str(one.get("formatCode", "")) for one in _every(styles, "numFmt")}
    codes = _BUILT_IN | codes
    months: dict[int, str] = {}
    padded: dict[int, int] = {}
    cells = next(iter(_every(styles, "cellXfs")), None)
    for place, one in enumerate(cells if cells is not None else ()):
        code = codes.get(int(one.get("numFmtId", 0)), "")
        if form := _dayless(code):
            months[place] = form
        elif re.fullmatch(r"0{2,}", code):
            padded[place] = len(code)
    return Formats(months, padded)


def _dayless(code: str) -> str:
    """How a date of this format is to be read: as a month, as a year, or as it is ("")."""
    plain = _QUOTED.sub("", code.lower()).partition(";")[0]
    if "y" not in plain or "d" in plain or "h" in plain or "s" in plain:
        return ""
    return "%Y-%m" if "m" in plain else "%Y"


def _parsed(archive: zipfile.ZipFile, name: str) -> ElementTree.Element | None:
    if name not in archive.namelist():
        return None
    try:
        return ElementTree.fromstring(b"".join(unpacked(archive, name, SMALL)))  # noqa: S314 - parts that declare entities are refused before
    except ElementTree.ParseError as error:
        raise SheetsError("damaged", f"{name} is damaged: {error}", str(error)) from error


def _every(root: ElementTree.Element | None, tag: str) -> Iterator[ElementTree.Element]:
    for one in root.iter() if root is not None else ():
        if one.tag.rpartition("}")[2] == tag:
            yield one


def structure_of(archive: zipfile.ZipFile, part: str, formats: Formats) -> Structure:
    """Look through a sheet's XML, a piece of whole rows at a time; memory stays that of a few rows."""
    found = Structure()
    head = True
    patterns: _Patterns | None = None
    for piece in _pieces(archive, part):
        if head:
            prefix = re.search(rb"<(\w+:)?worksheet\b", piece)
            patterns = _Patterns((prefix.group(1) or b"") if prefix else b"")
            _columns(piece, found)
            head = False
        if patterns is not None:
            _look(piece, patterns, formats, found)
    return found


class _Patterns:
    """The expressions for one sheet, whose elements may carry a prefix; without alternatives they are quick.

    None looks further than the next tag: a sheet of tags that never end would be read again from each of them.
    """

    def __init__(self, prefix: bytes) -> None:
        self.row = re.compile(rb"<%srow\s[^<>]*>" % prefix)
        self.opened = re.compile(rb"<%sc(\s[^<>]*)?>" % prefix)
        self.closed = b"</%sc>" % prefix
        self.formula = b"<%sf" % prefix

    def cells(self, piece: bytes) -> Iterator[tuple[bytes, bytes]]:
        """The attributes and the inside of every cell."""
        at = 0
        while (cell := self.opened.search(piece, at)) is not None:
            attributes, at = cell.group(1) or b"", cell.end()
            if attributes.endswith(b"/"):
                yield attributes, b""
                continue
            end = piece.find(self.closed, at)
            if end < 0:
                return
            yield attributes, piece[at:end]
            at = end + len(self.closed)


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    held = b""
    for chunk in unpacked(archive, part):
        held += chunk
        end = held.rfind(b"row>") + 4
        if end > 4:
            yield held[:end]
            held = held[end:]
        elif len(held) > LONGEST_ROW:
            raise SheetsError("large", "a row of the workbook is too long", part)
    yield held


def _columns(piece: bytes, found: Structure) -> None:
    for column in re.findall(rb"<(?:\w+:)?col\s[^<>]*>", piece.partition(b"sheetData")[0]):
        if _HIDDEN.search(column):
            ends = [re.search(rb'\s%s="(\d+)"' % name, column) for name in (b"min", b"max")]
            first, last = (int(end.group(1)) - 1 if end else 0 for end in ends)
            found.hidden_columns.append((first, last))


def _look(piece: bytes, patterns: _Patterns, formats: Formats, found: Structure) -> None:
    for row in patterns.row.findall(piece):
        number = _ROW.search(row)
        found.height = max(found.height, int(number.group(1)) if number else found.height + 1)
        if number and _HIDDEN.search(row):
            found.hidden_rows.append(int(number.group(1)) - 1)
    places = _REFERENCE.findall(piece)
    columns, rows = {place[0] for place in places}, {place[1] for place in places}
    found.width = max(found.width, 1 + max((position(one.decode().upper()) for one in columns), default=-1))
    found.height = max(found.height, max(map(int, rows), default=0))
    telling = formats.telling
    if b't="e"' in piece or patterns.formula in piece or (telling is not None and telling.search(piece)):
        for attributes, inside in patterns.cells(piece):
            _odd(attributes, inside, formats, found)


def _odd(attributes: bytes, inside: bytes, formats: Formats, found: Structure) -> None:
    place = _REFERENCE.search(attributes)
    if place is None:
        return
    odd = _what(attributes, inside, formats)
    if odd is not None:
        found.odd[int(place.group(2)) - 1, position(place.group(1).decode().upper())] = odd
        if len(found.odd) > MOST_ODD and odd.what in ("error", "formula"):
            raise SheetsError("damaged", f"more than {MOST_ODD} cells hold errors or formulas without a value", "")


def _what(attributes: bytes, inside: bytes, formats: Formats) -> Odd | None:
    value = _VALUE.search(inside)
    shown = unescape(value.group(1).decode("utf-8", "replace")) if value else ""
    if b' t="e"' in attributes:
        return Odd("error", shown[:40])
    if formula := _FORMULA.search(inside):
        if not shown and b' t="str"' not in attributes:
            return Odd("formula", "=" + unescape(formula.group(1).decode("utf-8", "replace"))[:60])
    elif b":f" not in inside and b"<f" in inside and not shown and b' t="str"' not in attributes:
        return Odd("formula", "=")
    style = _STYLE.search(attributes)
    number = int(style.group(1)) if style else -1
    if number in formats.months:
        return Odd("month", formats.months[number])
    return Odd("padded", str(formats.padded[number])) if number in formats.padded else None
