import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import translation

from guildbook.rounds.actions import Typed, open_round, save_answers
from guildbook.rounds.forms import read_book, write_form
from guildbook.rounds.models import Entry
from guildbook.rounds.queries import sheet_of
from rounds import books
from rounds.books import BUDGET, HOSTEL, LEVEL, MEN, STUDENTS, TRAINED, WOMEN

ANSWER = "/rounds/round-0/answer/organisation-0"


def filled(n=0, held="round-0"):
    return sheet_of(books.submission(n, held))


def rows_of(sheet):
    """Row of a cell by its name, and columns by heading."""
    top = next(row for row in sheet.iter_rows() if row[0].value == "key")
    columns = {cell.value: cell.column for cell in top}
    return {row[0].value: row[0].row for row in sheet.iter_rows(min_row=top[0].row + 1)}, columns


def edited(data, changes, tag="en"):
    """The workbook with some cells filled: {cell name: {heading: value}}."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book.worksheets[0]
    rows, columns = rows_of(sheet)
    for name, cells in changes.items():
        for heading, value in cells.items():
            sheet.cell(rows[name], columns[heading]).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def lines(data, n=0):
    found = read_book(data, "form.xlsx", filled(n))
    return {line.cell: (line.how, line.after) for line in found.lines}, found


def test_the_workbook_carries_what_is_known_and_protects_the_rest(leads):
    save_answers(leads[0], books.submission(0), {STUDENTS: Typed("value", "120"), MEN: Typed("not-known")})
    book = openpyxl.load_workbook(io.BytesIO(write_form(filled())))
    sheet = book.worksheets[0]
    rows, columns = rows_of(sheet)
    assert list(rows) == ["students", "men", "women", "budget", "hostel", "level", "trained.unit.unit-0"]
    assert sheet.cell(rows["students"], columns["Answer"]).value == 120
    assert sheet.cell(rows["men"], columns["None or not known"]).value == "not known"
    assert sheet.protection.sheet
    assert not sheet.cell(rows["students"], columns["Answer"]).protection.locked
    assert sheet.cell(rows["students"], columns["Question"]).protection.locked
    assert sheet.column_dimensions["A"].hidden
    kinds = {validation.type for validation in sheet.data_validations.dataValidation}
    assert {"list", "whole", "decimal"} <= kinds
    meanings = [row[0].value for row in book.worksheets[1].iter_rows()]
    assert "Students" in meanings


def test_sent_back_untouched_it_changes_nothing(leads):
    save_answers(
        leads[0], books.submission(0),
        {STUDENTS: Typed("value", "120"), BUDGET: Typed("value", "1,250.75"), LEVEL: Typed("value", "high"),
         HOSTEL: Typed("value", "yes"), WOMEN: Typed("none"), MEN: Typed("not-known", explanation="They did not say.")},
    )  # fmt: skip
    for tag in ("en", "vi", "zh-hans"):
        with translation.override(tag):
            data = write_form(filled())
        changed, found = lines(data)
        assert (changed, found.same, list(found.problems)) == ({}, 7, []), tag


def test_every_kind_of_answer_is_read(leads):
    data = edited(
        write_form(filled()),
        {
            "students": {"Answer": 150.0, "Explanation": "We grew."},
            "men": {"None or not known": "none"},
            "women": {"Answer": "not known"},
            "budget": {"Answer": 1234.5},
            "hostel": {"Answer": "no"},
            "level": {"Answer": "High"},
            "trained.unit.unit-0": {"Answer": "1.234"},
        },
    )
    changed, found = lines(data)
    assert changed == {
        STUDENTS: ("new", "150"),
        MEN: ("new", "none"),
        WOMEN: ("new", "not known"),
        BUDGET: ("new", "1,234.5 USD"),
        HOSTEL: ("new", "no"),
        LEVEL: ("new", "High"),
        TRAINED: ("new", "1,234"),
    }
    save_answers(leads[0], books.submission(0), {line.cell: line.typed for line in found.lines}, "workbook")
    assert lines(data)[0] == {}  # once more is no change
    assert set(Entry.objects.values_list("way", flat=True)) == {"workbook"}


def test_what_is_wrong_is_named_by_sheet_row_and_column(leads):
    data = edited(
        write_form(filled()),
        {
            "students": {"Answer": "many"},
            "men": {"Answer": 12.5},
            "women": {"Answer": 4, "None or not known": "none"},
            "level": {"Answer": "middle"},
            "budget": {"Answer": "=1/0"},
        },
    )
    found = read_book(data, "form.xlsx", filled())
    said = {line.cell: (line.how, line.place, line.message) for line in found.lines}
    assert all(how == "unreadable" for how, __, __ in said.values())
    assert said[STUDENTS][1] == "Sheet Answers, row 5, column E"
    assert "is not a number" in said[STUDENTS][2]
    assert "whole number" in said[MEN][2]
    assert "contradict" in said[WOMEN][2]
    assert "Low; High" in said[LEVEL][2]
    assert "formula" in said[BUDGET][2]


def test_a_workbook_older_than_the_page_overwrites_nothing_unseen(leads):
    data = edited(write_form(filled()), {"students": {"Answer": 70}, "men": {"Answer": 30}})
    save_answers(leads[0], books.submission(0), {STUDENTS: Typed("value", "80"), WOMEN: Typed("value", "9")})
    changed, found = lines(data)
    assert changed == {STUDENTS: ("conflict", "70"), MEN: ("new", "30")}
    assert found.lines[0].before == "80"  # and what the workbook left alone, women, stays as the page has it


@pytest.mark.parametrize("which", ["round", "organisation", "foreign", "text"])
def test_another_s_workbook_is_recognised(leads, opened, which):
    open_round(opened, books.make_round("round-1"))
    save_answers(leads[1], books.submission(1), {STUDENTS: Typed("value", "44")})
    plain = io.BytesIO()
    openpyxl.Workbook().save(plain)
    sent = {
        "round": write_form(filled(0, "round-1")),
        "organisation": write_form(filled(1)),
        "foreign": plain.getvalue(),
        "text": b"not a workbook",
    }[which]
    found = read_book(sent, "form.xlsx", filled())
    assert found.refused
    assert len(found.problems) == 1
    assert "organisation-1" not in found.problems[0]


def test_rows_without_a_key_or_missing_are_told(leads):
    book = openpyxl.load_workbook(io.BytesIO(write_form(filled())))
    sheet = book.worksheets[0]
    rows, columns = rows_of(sheet)
    sheet.cell(rows["men"], 1).value = None
    sheet.cell(rows["women"], 1).value = "invented"
    sheet.cell(rows["students"], columns["Answer"]).value = 5
    out = io.BytesIO()
    book.save(out)
    changed, found = lines(out.getvalue())
    assert changed == {STUDENTS: ("new", "5")}
    assert len(found.problems) == 3


def test_it_goes_out_and_comes_back_on_the_page(leads):
    client = Client()
    client.force_login(books.get_user_model().objects.get(username="lead0"))
    data = client.get(f"{ANSWER}/workbook.xlsx").content
    save_answers(leads[0], books.submission(0), {MEN: Typed("value", "8")})
    sent = edited(data, {"students": {"Answer": 70}, "men": {"Answer": 30}, "level": {"Answer": "middle"}})
    preview = client.post(f"{ANSWER}/workbook", {"file": SimpleUploadedFile("form.xlsx", sent)})
    page = preview.content.decode()
    assert "The workbook changes 3 answers" in page
    assert "changed on the page since" in page
    assert Entry.objects.count() == 1  # nothing is saved yet
    agreed = preview.context["sent"] if preview.context else None
    agreed = agreed or __import__("html").unescape(page.split('name="sent" value="')[1].split('"')[0])
    client.post(f"{ANSWER}/workbook", {"sent": agreed, "take.men": "page"})
    now = {entry.question: (entry.answer, entry.value) for entry in Entry.objects.filter(current=True)}
    assert now == {"students": ("value", "70"), "men": ("value", "8"), "level": ("unreadable", "middle")}
    client.post(f"{ANSWER}/workbook", {"sent": agreed, "take.men": "workbook"})
    assert Entry.objects.get(question="men", current=True).value == "30"
    assert client.post(f"{ANSWER}/workbook", {"sent": '[{"cell": "x"}]'}).status_code == 422
    assert client.post(f"{ANSWER}/workbook").status_code == 422
    stranger = Client()
    stranger.force_login(books.get_user_model().objects.get(username="lead1"))
    assert stranger.get(f"{ANSWER}/workbook.xlsx").status_code == 404
