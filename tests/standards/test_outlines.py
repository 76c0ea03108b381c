import io

import docx
import pytest
from openpyxl import Workbook

from guildbook.standards.outlines.changes import counts, marks, steps
from guildbook.standards.outlines.lines import Line
from guildbook.standards.outlines.numbering import chinese_value, read_marker
from guildbook.standards.outlines.sheets import read_csv, read_sheets
from guildbook.standards.outlines.texts import read_text
from guildbook.standards.outlines.word import read_word


def numbers(outline):
    return [(line.number, line.parent) for line in outline.lines]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1 Cut\n1.1 Mark\n1.1.1 Measure\n1.2 Saw\n2 Join\n",
         "1 1.1 1.1.1 1.2 2"),
        ("１．切割\n１．１\u3000划线\n１．２\u3000锯切",
         "1 1.1 1.2"),
        ("一、切割\n（一）划线\n1．量尺寸\n2．画线\n（二）锯切\n二、连接",
         "1 1.1 1.1.1 1.1.2 1.2 2"),
        ("第一章 切割\n第一条 划线\n第二条 锯切\n第二章 连接\n第三条 焊接",
         "第一章 第一条 第二条 第二章 第三条"),
        ("Chương I: Cắt\nĐiều 1. Vạch\nĐiều 2. Cưa\nChương II: Nối\nĐiều 3. Hàn",
         "Chương I|Điều 1|Điều 2|Chương II|Điều 3"),
        ("หมวด ๑ ตัด\nข้อ ๑ ขีดเส้น\n๑.๑ วัด",
         "หมวด 1|ข้อ 1|1.1"),
        ("໑. ຕັດ\n໑.໑ ຂີດເສັ້ນ\n໒. ຕໍ່",
         "1 1.1 2"),
        ("Duty A: Cutting\nTask A-1: Marking\nTask A-2 Sawing\nDuty B: Joining\nTask B-1: Welding",
         "A A-1 A-2 B B-1"),
        ("A. Cutting\nA-1 Marking\nA-2 Sawing\nB. Joining\nB-1 Welding",
         "A A-1 A-2 B B-1"),
        ("I. Cutting\n1. Marking\na) rule\nb) pencil\n2. Sawing\nII. Joining\n1. Welding",
         "1 1.1 1.1.1 1.1.2 1.2 2 2.1"),
        ("Bab I Memotong\nPasal 1 Menandai\nPasal 2 Menggergaji",
         "Bab I|Pasal 1|Pasal 2"),
        ("1\tCut\r\n2\tJoin\r\n",
         "1 2"),
    ],
)  # fmt: skip
def test_numbers_of_every_manner_are_read(text, found):
    outline = read_text(text)
    assert [line.number for line in outline.lines] == found.split("|" if "|" in found else None)
    assert not outline.refused
    assert all(line.text for line in outline.lines)


def test_levels_give_kinds_and_words_override_them():
    outline = read_text("1 Cut\n1.1 Mark\n1.1.1 Measure\nKnowledge 1: Units of length\n")
    assert [line.kind for line in outline.lines] == ["duty", "task", "competence", "knowledge"]
    assert [line.kind for line in read_text("1 Cut\n1.1 Mark", ("task", "knowledge", "other")).lines] == [
        "task",
        "knowledge",
    ]


def test_a_line_without_a_number_goes_on_and_a_title_is_left_out():
    outline = read_text("Standard of joinery\n\n1 Cut\nwith care\n2 Join\u200b\u202e\n")
    assert [(line.number, line.text) for line in outline.lines] == [("1", "Cut\nwith care"), ("2", "Join")]
    assert [str(problem) for problem in outline.problems] == [
        "line 1: “Standard of joinery” stands before the first number and is left out"
    ]


def test_what_is_wrong_is_said_with_its_line():
    outline = read_text("1 Cut\n1.1\n1.2 Saw\n1.2 Saw again\n1.4 Plane\n")
    said = {str(problem): problem.fatal for problem in outline.problems}
    assert said == {
        "line 2: the item 1.1 has no text": True,
        "line 4: the number 1.2 stands at line 3 already": True,
        "line 5: after 1.2 comes 1.4: is an item missing?": False,
    }
    assert [str(problem) for problem in read_text(" \n\u200b\n").problems] == ["there is no text in it"]


def test_lines_without_any_number_are_counted():
    outline = read_text("Cut\nJoin\n")
    assert [(line.number, line.text) for line in outline.lines] == [("1", "Cut"), ("2", "Join")]
    assert not outline.refused
    assert outline.problems


def test_two_megabytes_are_read():
    text = "\n".join(
        f"{duty}.{task} 检查第{duty}号设备的第{task}个部件并把结果写入记录表，交给组长签字。"
        for duty in range(1, 101)
        for task in range(1, 251)
    )
    assert len(text.encode()) > 2_000_000
    outline = read_text(text)
    assert len(outline.lines) == 25_000
    assert not outline.refused


@pytest.mark.parametrize(
    ("text", "value"), [("九", 9), ("十", 10), ("十二", 12), ("二十", 20), ("三十五", 35), ("一百零八", 108)]
)
def test_chinese_numerals(text, value):
    assert chinese_value(text) == value


@pytest.mark.parametrize(
    "line", ["2025 was a good year", "Unit testing of parts", "Partition walls", "焊接", "3D printing", "A man"]
)
def test_words_and_years_are_no_numbers(line):
    assert read_marker(line) is None


def word(fill):
    document = docx.Document()
    fill(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_word_headings_lists_and_numbered_paragraphs():
    def fill(document):
        document.add_heading("Cutting", 1)
        document.add_paragraph("Mark", style="List Number")
        document.add_paragraph("Saw", style="List Number")
        document.add_heading("Joining", 1)
        document.add_paragraph("2.1 Weld")

    outline = read_word(word(fill))
    assert numbers(outline) == [("1", ""), ("1.1", "1"), ("1.2", "1"), ("2", ""), ("2.1", "2")]
    assert [line.text for line in outline.lines] == ["Cutting", "Mark", "Saw", "Joining", "Weld"]


def test_a_word_table_with_headings_in_vietnamese_and_without():
    def fill(document):
        table = document.add_table(rows=3, cols=3)
        for row, cells in zip(
            table.rows, [("STT", "Ghi chú", "Nội dung"), ("1", "x", "Cắt"), ("1.1", "y", "Cưa")], strict=True
        ):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text

    assert [(line.number, line.text) for line in read_word(word(fill)).lines] == [("1", "Cắt"), ("1.1", "Cưa")]
    refused = read_word(b"PK\x03\x04 no document")
    assert refused.refused
    assert "not a Word file" in str(refused.problems[0])


def sheet(*rows, title="Items"):
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    "heads",
    [("number", "text", "kind"), ("编号", "内容", "类型"), ("Number", "Text", "Kind"), ("ลำดับ", "รายการ", "ประเภท")],
)
def test_columns_are_known_by_their_headings(heads):
    outline = read_sheets(
        sheet(("A title",), heads, (1, "Cut", "duty"), ("1.1", "Mark", ""), ("1.2", "Saw", "knowledge"))
    )
    assert [(line.number, line.kind, line.parent) for line in outline.lines] == [
        ("1", "duty", ""), ("1.1", "task", "1"), ("1.2", "knowledge", "1")
    ]  # fmt: skip
    assert not outline.refused


def test_a_workbooks_faults_name_sheet_row_and_column():
    outline = read_sheets(
        sheet(("number", "text", "kind"), ("1", "Cut", "craft"), ("2", "", ""), ("", "Saw", ""), title="甲")
    )
    assert [str(problem) for problem in outline.problems if problem.fatal] == [
        "sheet 甲, row 2, column C: “craft” is no kind of item; write duty, task, competence, knowledge or other",
        "sheet 甲, row 3, column B: the item 2 has no text",
        "sheet 甲, row 4, column A: an item needs a number",
    ]
    assert "no row of headings" in str(read_sheets(sheet(("a", "b"))).problems[0])
    assert "not a workbook" in str(read_sheets(b"nonsense").problems[0])


def test_a_csv_with_semicolons():
    outline = read_csv("Nomor;Uraian\n1;Memotong\n1.1;Menandai\n")
    assert numbers(outline) == [("1", ""), ("1.1", "1")]


def lines(*rows):
    return [Line("", number, text) for number, text in rows]


def test_what_became_of_items():
    before = lines(
        ("1", "Cut the board"), ("2", "Join two boards with glue"), ("3", "Plane"), ("4", "Oil the surface twice")
    )
    after = lines(
        ("1", "Cut the board."),
        ("2", "Sweep the floor"),
        ("3", "Join two boards with screws"),
        ("5", "Oil the surface three times"),
    )
    found = steps(before, after)
    assert [(step.before, step.after, step.how) for step in found] == [
        (0, 0, "same"), (None, 1, "added"), (1, 2, "changed"),
        (None, 3, "added"), (2, None, "dropped"), (3, None, "dropped"),
    ]  # fmt: skip
    assert counts(found) == {"same": 1, "changed": 1, "added": 2, "dropped": 2}


def test_numbers_between_digits_are_no_punctuation():
    assert [step.how for step in steps(lines(("1", "Use 1.5 mm")), lines(("1", "Use 15 mm")))] == ["changed"]
    assert [step.how for step in steps(lines(("1", "Heat to -5 °C")), lines(("1", "Heat to 5 °C")))] == ["changed"]


def test_words_that_came_in_and_went_out():
    made = marks("Cut the old board", "Cut the board twice")
    assert [(mark.text, mark.how) for mark in made if mark.how] == [("old ", "del"), ("twice", "ins")]
    assert "".join(mark.text for mark in made if mark.how != "del") == "Cut the board twice"
    assert [(mark.text, mark.how) for mark in marks("检查电池", "检查电机")] == [
        ("检查电", ""),
        ("池", "del"),
        ("机", "ins"),
    ]
