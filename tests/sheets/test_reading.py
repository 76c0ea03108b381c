"""Reading workbooks: values as they were meant, damage named by sheet, row and column, bad files refused."""

import contextlib
import datetime as dt
import io
import zipfile

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from guildbook.sheets import archives, reading, structure
from guildbook.sheets.reading import read_sheets
from guildbook.sheets.shapes import SheetsError, letter, position


def saved(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def book_of(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    return book


def one(book):
    return read_sheets(saved(book) if isinstance(book, Workbook) else book, "list.xlsx")[0]


def told(sheet):
    return {(problem.what, problem.row, problem.column): problem.as_read for problem in sheet.problems}


def edited(data, part, change):
    """The same workbook with one of its parts changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return file.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_plain_values_stay_what_they_are():
    day = dt.datetime(2023, 1, 1, 5, 6, tzinfo=None)  # noqa: DTZ001 - a spreadsheet knows no time zones
    sheet = one(book_of(["a", 1, 1.5, True, dt.date(2023, 11, 1), day], [None] * 6, [" x\u00a0", "", 0]))
    assert sheet.rows[0] == ["a", 1, 1.5, True, dt.date(2023, 11, 1), day]
    assert [cell for cell in sheet.rows[1] if cell is not None] == []
    assert sheet.rows[2][:3] == [" x\u00a0", None, 0]
    assert sheet.problems == []


def test_rows_are_counted_from_the_first():
    book = Workbook()
    book.active["C4"] = "here"
    assert one(book).rows[3][2] == "here"


def test_both_calendars_of_excel():
    for epoch in (None, CALENDAR_MAC_1904):
        book = Workbook()
        if epoch:
            book.epoch = epoch
        book.active.append([dt.date(2023, 11, 30)])
        assert one(book).rows == [[dt.date(2023, 11, 30)]]


def test_errors_and_formulas_without_a_value_are_named():
    sheet = one(book_of(["name", "sum"], ["x", "=1+1"], ["#REF!", 2], ["#N/A", 3]))
    assert told(sheet) == {("formula", 2, "B"): "=1+1", ("error", 3, "A"): "#REF!", ("error", 4, "A"): "#N/A"}
    assert all(problem.wrong for problem in sheet.problems)
    assert sheet.rows[2] == [None, 2]


def test_a_formula_with_a_value_is_its_value():
    data = edited(
        saved(book_of(["=1+1"])), SHEET, lambda xml: xml.replace(b"<v></v>", b"<v>2</v>").replace(b"<v/>", b"<v>2</v>")
    )
    assert one(data).rows == [[2]]
    assert one(data).problems == []


def test_months_that_became_days_and_zeros_in_front():
    book = book_of([dt.date(2023, 11, 1), dt.date(2021, 1, 1), 42, dt.date(2023, 11, 2), dt.date(2023, 11, 1)])
    for place, form in enumerate(["mmm-yy", "yyyy", "000000", "mmm-yy", "d mmm yyyy"]):
        book.active.cell(1, place + 1).number_format = form
    sheet = one(book)
    assert sheet.rows == [["2023-11", "2021", "000042", dt.date(2023, 11, 2), dt.date(2023, 11, 1)]]
    assert told(sheet) == {("month", 1, "A"): "2023-11", ("month", 1, "B"): "2021", ("padded", 1, "C"): "000042"}


def test_long_numbers_have_lost_digits():
    sheet = one(book_of([123456789012345, 1234567890123456, 1.2e17]))
    assert list(told(sheet)) == [("digits", 1, "B"), ("digits", 1, "C")]


def test_merged_cells_share_their_value():
    book = book_of(["a", None, "b"], [None, None, "c"])
    book.active.merge_cells("A1:B2")
    sheet = one(book)
    assert sheet.rows == [["a", "a", "b"], ["a", "a", "c"]]
    assert told(sheet) == {("merged", 1, "A"): "A1:B2"}


def test_what_is_hidden_is_named():
    book = book_of(*[[n, n] for n in range(6)])
    book.active.row_dimensions[2].hidden = book.active.row_dimensions[3].hidden = True
    book.active.row_dimensions[5].hidden = True
    book.active.column_dimensions["B"].hidden = True
    book.create_sheet("old").sheet_state = "hidden"
    book["old"].append(["secret"])
    first, second = read_sheets(saved(book), "x.xlsx")
    assert told(first) == {("hidden-columns", 0, "B"): "B", ("hidden-rows", 2, ""): "2–3, 5"}
    assert not first.hidden
    assert second.hidden
    assert told(second) == {("hidden-sheet", 0, ""): ""}


def test_elements_may_carry_a_prefix():
    def prefixed(xml):
        for tag in (b"worksheet", b"sheetData", b"row", b"c ", b"c>", b"v", b"f"):
            xml = xml.replace(b"<" + tag, b"<x:" + tag).replace(b"</" + tag, b"</x:" + tag)
        return xml.replace(b"xmlns=", b"xmlns:x=")

    sheet = one(edited(saved(book_of(["#REF!", 1])), SHEET, prefixed))
    assert told(sheet) == {("error", 1, "A"): "#REF!"}


def test_letters_of_columns():
    assert [letter(place) for place in (0, 25, 26, 701, 702, 16383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
    assert all(position(letter(place)) == place for place in range(2000))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 no workbook", "damaged"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "old"),
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "protected"),
    ],
)
def test_what_is_no_workbook_says_why(data, reason):
    with pytest.raises(SheetsError) as refused:
        read_sheets(data, "book.xlsx")
    assert refused.value.reason == reason
    assert str(refused.value)


def test_every_cut_of_a_workbook_is_refused_or_read():
    data = saved(book_of(*[[n, f"text {n}", "=1"] for n in range(50)]))
    for size in range(0, len(data), 97):
        with pytest.raises(SheetsError):
            read_sheets(data[:size], "book.xlsx")


def test_any_flipped_byte_is_refused_or_read():
    data = bytearray(saved(book_of(*[[n, f"text {n}", dt.date(2020, 1, 1)] for n in range(20)])))
    for place in range(0, len(data), 41):
        data[place] ^= 0x55
        with contextlib.suppress(SheetsError):
            assert read_sheets(bytes(data), "book.xlsx")
        data[place] ^= 0x55


def test_other_zip_files_are_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("content.xml", "<x/>")
    with pytest.raises(SheetsError) as refused:
        read_sheets(file.getvalue(), "list.ods")
    assert refused.value.reason == "foreign"


def test_entities_are_refused():
    bomb = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa">]><worksheet/>'
    for part in (SHEET, "xl/workbook.xml", "xl/styles.xml"):
        with pytest.raises(SheetsError) as refused:
            read_sheets(edited(saved(book_of(["a"])), part, lambda __: bomb), "book.xlsx")
        assert refused.value.reason == "unsafe"


def test_bombs_are_refused_before_they_are_unpacked(monkeypatch):
    data = edited(saved(book_of(["a"])), SHEET, lambda xml: xml + b" " * 3_000_000)
    monkeypatch.setattr(archives, "MOST_UNPACKED", 1_000_000)
    with pytest.raises(SheetsError) as refused:
        read_sheets(data, "book.xlsx")
    assert refused.value.reason == "large"


@pytest.mark.parametrize(
    "reference", [b'r="XFD1048576"', b"r='XFD1048576'", b'r = "XFD1048576"', b'x=">" r="XFD1048576"']
)
def test_a_lone_cell_far_away_takes_no_memory(reference):
    far = edited(saved(book_of(["a"])), SHEET, lambda xml: xml.replace(b'r="A1" t', reference + b" t"))
    with pytest.raises(SheetsError) as refused:
        read_sheets(far, "book.xlsx")
    assert refused.value.reason in ("large", "damaged")


def test_many_merged_cells_are_refused(monkeypatch):
    book = book_of(*[[n] * 6 for n in range(50)])
    book.active.merge_cells("A1:E50")
    monkeypatch.setattr(reading, "MOST_SPREAD", 100)
    with pytest.raises(SheetsError) as refused:
        one(book)
    assert refused.value.reason == "large"


def test_a_sheet_of_errors_is_refused(monkeypatch):
    monkeypatch.setattr(structure, "MOST_ODD", 10)
    with pytest.raises(SheetsError) as refused:
        one(book_of(*[["#REF!"] for __ in range(20)]))
    assert refused.value.reason == "damaged"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_lists_in_plain_text(delimiter, encoding):
    text = delimiter.join(["name", "说明"]) + "\r\n" + delimiter.join(["学院", '"a, b; c\nd"']) + "\r\n\r\n"
    sheet = read_sheets(text.encode(encoding), "folder/list.csv")[0]
    assert sheet.name == "list"
    assert sheet.rows == [["name", "说明"], ["学院", "a, b; c\nd"], []]


def test_a_list_may_say_its_delimiter_and_hold_errors():
    sheet = read_sheets(b"sep=;\na,b;c\n#REF!;1\n", "list.csv")[0]
    assert sheet.rows == [["a,b", "c"], [None, "1"]]
    assert told(sheet) == {("error", 2, "A"): "#REF!"}


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + bytes(20), b"%PDF-1.4 ...", b"\x00\x01\x02"])
def test_other_files_are_no_lists(data):
    with pytest.raises(SheetsError) as refused:
        read_sheets(data, "list.csv")
    assert refused.value.reason == "encoding"


@pytest.mark.parametrize("tag", [b'<c r="B9">', b"<c ", b"<row ", b"<col ", b'<c r="B9"><f>1</f><v '])
def test_tags_that_never_end_are_read_once(tag):
    looked = []

    class Counted(bytes):
        def find(self, *args):
            looked.append(args)
            return super().find(*args)

    patterns = structure._Patterns(b"")
    assert list(patterns.cells(Counted(b'<c r="A1"><f>1</f></c>' + tag * 50))) == [(b' r="A1"', b"<f>1</f>")]
    assert len(looked) <= 2
    damaged = edited(saved(book_of(["=1"])), "xl/worksheets/sheet1.xml", lambda xml: xml[:-30] + tag * 20_000)
    with pytest.raises(SheetsError):
        read_sheets(damaged, "list.xlsx")
