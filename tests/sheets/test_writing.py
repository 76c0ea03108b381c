"""Workbooks for people to fill in: what they may change, what they choose from, and what comes back untouched."""

import io

import pytest
from openpyxl import load_workbook

from guildbook.sheets.reading import read_sheets
from guildbook.sheets.writing import CellOut, ColumnOut, Entry, SheetOut, day_or_text, properties_of, write_book

YES = Entry(choices=("yes", "no, never", "学院"), note="choose one")


def made(**changed):
    columns = [
        ColumnOut("key", hidden=True, locked=True),
        ColumnOut("Question", locked=True, note="what is asked"),
        ColumnOut("Value", entry=Entry(number=True, least=0, most=100, refusal="0 to 100")),
    ]
    rows = [
        ["k1", "=1+1", 5],
        ["k2", "Teach", None],
        ["k3", "Choose", CellOut(None, entry=YES)],
        ["k4", "x", CellOut(1, locked=True)],
    ]
    sheet = SheetOut("Answers", columns, rows, **{"intro": ["Fill in"], "protected": True, **changed})
    return write_book([sheet], {"round": "round-0", "version": "=3"}, "Round")


def opened(data):
    return load_workbook(io.BytesIO(data))


def test_what_was_written_is_read():
    sheets = read_sheets(made(), "x.xlsx")
    assert sheets[0].rows == [
        ["Fill in", None, None],
        ["key", "Question", "Value"],
        ["k1", "=1+1", 5],
        ["k2", "Teach", None],
        ["k3", "Choose", None],
        ["k4", "x", 1],
    ]
    assert properties_of(sheets) == {"round": "round-0", "version": "=3"}
    assert properties_of(read_sheets(b"_guildbook,x\n", "_guildbook.csv")) == {}


def test_structure_is_protected_and_answers_are_not():
    sheet = opened(made())["Answers"]
    assert sheet.protection.sheet
    assert [cell.protection.locked for cell in sheet[3]] == [True, True, False]
    assert sheet["C6"].protection.locked
    assert sheet.freeze_panes == "A3"
    assert sheet.column_dimensions["A"].hidden
    assert opened(made()).security.lockStructure
    assert not opened(made(protected=False))["Answers"].protection.sheet


def test_drop_downs_and_bounds():
    book = opened(made(room=2))
    rules = {str(rule.sqref): rule for rule in book["Answers"].data_validations.dataValidation}
    choices, number = rules["C5"], rules["C3:C4 C6:C8"]
    assert choices.type == "list"
    assert [row[0].value for row in book["_choices"][choices.formula1.partition("!")[2].replace("$", "")]] == list(
        YES.choices
    )
    assert (number.type, number.formula1, number.formula2, number.error) == ("decimal", "0", "100", "0 to 100")
    assert [book[name].sheet_state for name in ("_choices", "_guildbook")] == ["veryHidden", "veryHidden"]


def test_texts_never_become_formulas_and_names_of_sheets_fit():
    sheets = [SheetOut("a/b: " + "x" * 40, [ColumnOut("=1")], [["=2"], ["\x00bad"]]) for __ in range(3)]
    book = opened(write_book(sheets))
    assert len({name.lower() for name in book.sheetnames}) == 3
    assert all(len(name) <= 31 for name in book.sheetnames)
    assert [[cell.data_type for cell in row] for row in book.worksheets[0]] == [["s"], ["s"], ["s"]]


def test_a_row_of_another_width_is_a_mistake():
    with pytest.raises(ValueError, match="as many cells"):
        write_book([SheetOut("x", [ColumnOut("a")], [["1", "2"]])])


def test_days_and_months():
    assert [str(day_or_text(text)) for text in ("2024-05-31", "2024-05", "2024-99-99")] == [
        "2024-05-31",
        "2024-05",
        "2024-99-99",
    ]
    assert type(day_or_text("2024-05-31")) is not type(day_or_text("2024-05"))
