"""Entering items by the page: what would be kept is shown first, then all of it is kept or nothing."""

import html
import re

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile

from guildbook.kit.models import Change
from portal.books import keep

pytestmark = pytest.mark.django_db
TEXT = "1 Cut\n1.1 Mark\n1.2 Saw\n2 Join\n"


@pytest.fixture
def staff(client):
    client.force_login(get_user_model().objects.create_user("staff", is_staff=True))
    keep("standard", "joinery", title={"en": "Joinery"}, kind="job")
    return client


def ask(client, **sent):
    return client.post("/standards/joinery/items", {"name": "1", "language": "en", **sent})


def agree(client, answer):
    """What the button of a preview sends."""
    page = answer.content.decode()
    sent = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    return client.post("/standards/joinery/items", {**{k: html.unescape(v) for k, v in sent.items()}, "keep": "1"})


def held(client):
    return [(row["number"], row["text"]) for row in client.get("/standards/joinery.json").json().get("items", [])]


def test_only_staff_enter(client):
    keep("standard", "joinery", title={"en": "Joinery"}, kind="job")
    assert ask(client, text=TEXT)["Location"].startswith("/sign-in")


def test_a_pasted_text_is_shown_and_then_kept(staff):
    answer = ask(staff, text=TEXT)
    assert "4 added · 0 changed · 0 as they are" in answer.content.decode()
    assert held(staff) == []
    assert agree(staff, answer)["Location"] == "/standards/joinery?version=1"
    assert held(staff) == [("1", "Cut"), ("1.1", "Mark"), ("1.2", "Saw"), ("2", "Join")]
    rows = staff.get("/standards/joinery.json").json()["items"]
    assert [row.get("parent", "") for row in rows] == ["", "1", "1", ""]
    assert [row["kind"] for row in rows] == ["duty", "task", "task", "duty"]


def test_the_same_again_changes_nothing(staff):
    agree(staff, ask(staff, text=TEXT))
    before = Change.objects.count()
    answer = ask(staff, text=TEXT)
    assert "there is nothing to keep" in answer.content.decode()
    agree(staff, answer)
    assert Change.objects.count() == before


def test_identifiers_stay_through_new_numbers_and_words(staff):
    agree(staff, ask(staff, text=TEXT))
    before = {row["text"]: row["identifier"] for row in staff.get("/standards/joinery.json").json()["items"]}
    answer = ask(staff, text="1 Cut\n1.1 Sweep the bench\n1.2 Mark\n1.3 Saw\n2 Join boards\n", drop="on")
    assert "1 added · 3 changed · 1 as they are" in answer.content.decode()
    agree(staff, answer)
    after = {row["text"]: row["identifier"] for row in staff.get("/standards/joinery.json").json()["items"]}
    assert after["Mark"] == before["Mark"]
    assert after["Join boards"] == before["Join"]
    assert after["Sweep the bench"] not in before.values()


def test_items_not_sent_stay_unless_they_are_taken_out(staff):
    agree(staff, ask(staff, text=TEXT))
    answer = ask(staff, text="3 Finish")
    assert "4 not sent, they stay" in answer.content.decode()
    agree(staff, answer)
    assert len(held(staff)) == 5
    agree(staff, ask(staff, text="3 Finish", drop="on"))
    assert held(staff) == [("3", "Finish")]


def test_what_is_wrong_is_said_and_nothing_is_kept_or_lost(staff):
    answer = ask(staff, text="1 Cut\n1 Saw\n")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "line 2: the number 1 stands at line 1 already" in page
    assert "1 Cut\n1 Saw" in page
    assert ask(staff, name="", text=TEXT).status_code == 422
    assert "there is no text in it" in ask(staff, text="").content.decode()
    assert "must be the name of another version" in agree(staff, ask(staff, text=TEXT, localises="0")).content.decode()
    assert held(staff) == []


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_text_file_in_any_encoding(staff, encoding):
    lines = "一、动力电池系统的维护与保养\n（一）拆卸动力电池总成\n"
    lines += "（二）检查冷却系统的密封性\n二、驱动电机系统的检测与维修\n"
    file = SimpleUploadedFile("items.txt", lines.encode(encoding))
    agree(staff, ask(staff, file=file, language="zh-Hans"))
    assert held(staff)[1] == ("1.1", "拆卸动力电池总成")


def test_a_file_that_is_no_text(staff):
    answer = ask(staff, file=SimpleUploadedFile("items.txt", b"%PDF-1.7 \x00\x01"))
    assert answer.status_code == 422
    assert "PDF" in answer.content.decode()


def test_what_was_not_shown_is_not_kept(staff):
    for rows in ("{", "[1]", '[{"number": "1"}]', '[{"place": "x", "number": 1, "text": "x"}]'):
        assert ask(staff, rows=rows, keep="1").status_code == 422
    assert held(staff) == []


def test_the_form_of_a_version_sent_back_is_what_the_book_holds(staff):
    rows = [
        {"version": "1", "number": "1", "kind": "duty", "text": "Cut\nwith care"},
        {"version": "1", "number": "1.1", "kind": "knowledge", "text": "Kinds of saw"},
        {"version": "1", "number": "1.2", "kind": "other", "text": "Mark\n2 lines"},
    ]
    keep("standard", "joinery", title={"en": "Joinery"}, kind="job", versions=[{"name": "1"}], items=rows)
    page = staff.get("/standards/joinery/items?version=1").content.decode()
    text = html.unescape(re.search(r"<textarea[^>]*>\n(.*?)</textarea>", page, re.DOTALL)[1])
    answer = ask(staff, text=text, drop="on")
    assert "0 added · 1 changed · 2 as they are" in answer.content.decode()
    agree(staff, answer)
    rows = staff.get("/standards/joinery.json").json()["items"]
    assert [row["kind"] for row in rows] == ["duty", "knowledge", "other"]
    assert [row["text"] for row in rows] == ["Cut\nwith care", "Kinds of saw", "Mark 2 lines"]
