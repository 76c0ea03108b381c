"""The pages of reports: writing, picking, checking, publishing, reading what was frozen."""

import re

import pytest
from django.core import mail
from django.test import Client

from guildbook.notices.models import Notice
from guildbook.reports.actions import publish, recheck
from guildbook.reviews.registry import todos_of
from reports.notes import acting, held, keep_college, keep_note, person


@pytest.fixture
def lan(guild):
    """The secretariat's browser."""
    client = Client()
    client.force_login(guild.lan)
    return client


def words(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def written(client, **texts):
    sent = {"version": str(held().version)}
    for field, text in texts.items():
        name, __, tag = field.partition("_")
        sent[f"{name}.{tag}"] = text
    return client.post("/reports/note/write", sent)


def test_a_draft_shows_live_figures_to_its_keepers_only(guild, note, lan):
    page = lan.get("/reports/note")
    assert "Figures are shown as of now" in words(page)
    link = '<a class="fig rec" href="/figures/members?subject=alliance:guild&amp;at=2025-12-31">3'
    assert link in page.content.decode()
    keep_college(4)
    assert ">4<span" in lan.get("/reports/note").content.decode()
    for path in ("/reports/note", "/reports/note.docx", "/reports/note.pdf", "/reports/note/figures/1"):
        assert Client().get(path).status_code == 404
    listed = words(lan.get("/reports/"))
    assert "Being written Synthetic note" in listed
    assert "Synthetic note" not in words(Client().get("/reports/"))


@pytest.mark.parametrize("path", ["write", "pick", "check"])
def test_the_desk_is_for_those_who_keep_the_report(guild, note, path):
    assert Client().get(f"/reports/note/{path}").status_code in (302, 404)
    other = Client()
    other.force_login(person("thu", "college-2"))
    assert other.get(f"/reports/note/{path}").status_code == 404
    for way in ("publish", "correct"):
        assert other.post(f"/reports/note/{way}").status_code == 404
    assert held().status == "draft"


def test_a_text_is_kept_with_its_faults_named_and_nothing_lost(guild, note, lan):
    answer = written(
        lan, title_en="Note", text_en="We have {{membrs of alliance:guild}}.\r\nEnd", text_th="ข่าว", title_th="ข่าว"
    )
    assert (answer.status_code, answer["Location"]) == (302, "/reports/note/write")
    assert held().body == {"en": "We have {{membrs of alliance:guild}}.\nEnd", "th": "ข่าว"}
    page = words(lan.get("/reports/note/write"))
    assert "line 1, column 9: The book has no indicator “membrs”. Perhaps: members" in page
    assert "Other languages insert figures this one does not" in page


def test_a_text_changed_meanwhile_is_not_overwritten_and_not_lost(guild, note, lan):
    answer = lan.post("/reports/note/write", {"version": "0", "text.en": "Mine", "title.en": "Mine"})
    assert answer.status_code == 422
    assert "somebody else changed this record meanwhile" in words(answer)
    assert ">\nMine</textarea>" in answer.content.decode()
    assert held().title["en"] == "Synthetic note"


@pytest.mark.parametrize("asked", ["members", "thành viên", "成员", "membr"])
def test_the_picker_finds_an_indicator_in_any_language(guild, note, lan, asked):
    page = lan.get("/reports/note/pick", {"q": asked})
    assert '?indicator=members"' in page.content.decode()


def test_the_picker_writes_what_to_insert(guild, note, lan):
    asked = {"indicator": "members", "subject": "alliance:guild", "at": "2025"}
    page = lan.get("/reports/note/pick", asked, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in page
    assert 'value="{{members of alliance:guild at 2025}}"' in page
    bars = lan.get("/reports/note/pick", {**asked, "form": "bars", "by": "country"}).content.decode()
    assert 'value="{{members of alliance:guild at 2025 by country as bars}}"' in bars
    line = lan.get("/reports/note/pick", {**asked, "form": "line", "first": "2022", "last": "2024"}).content.decode()
    assert 'value="{{members of alliance:guild over 2022-2024}}"' in line
    wrong = words(lan.get("/reports/note/pick", {**asked, "form": "bars"}))
    assert "a table or bars need “by” or “over”" in wrong


def test_from_writing_to_publishing_and_reading(guild, note, lan):
    page = lan.get("/reports/note/check")
    assert "None: every number is inserted." in words(page)
    answer = lan.post("/reports/note/publish", {"why": "approved"})
    assert (answer.status_code, answer["Location"]) == (302, "/reports/note")
    public = Client().get("/reports/note?text=vi")
    assert '<a class="fig rec" href="/reports/note/figures/1">3' in public.content.decode()
    assert 'lang="vi"' in public.content.decode()
    frozen = words(Client().get("/reports/note/figures/1"))
    assert "Nothing behind this figure has changed since." in frozen
    assert "Synthetic college 1" in frozen
    assert Client().get("/reports/note/figures/9").status_code == 404


def test_what_stands_in_the_way_is_said_on_the_page_of_the_check(guild, lan):
    keep_note(body={"en": "{{membrs}}"}, title={"en": "Note"})
    answer = lan.post("/reports/note/publish")
    assert answer.status_code == 422
    assert "line 1, column 1: The book has no indicator “membrs”" in words(answer)


def test_a_contradiction_is_flagged_listed_and_told(guild, note, lan):
    publish(guild.secretary, note)
    keep_college(4, "south")
    page = words(Client().get("/reports/note"))
    assert "2 figures of this report are contradicted" in page
    assert "since then the book says 4" in page
    told = words(Client().get("/reports/note/figures/1"))
    assert "Came in since 1" in told
    assert "Synthetic college 4" in told
    recheck()
    listed = Client().get("/api/reports?standing=contradicted").json()
    assert [item["key"] for item in listed["items"]] == ["note"]
    notice = Notice.objects.get(user=guild.lan)
    assert (notice.kind, notice.url) == ("report-contradicted", "/reports/note")
    assert not Notice.objects.filter(user=guild.minh).exists()
    assert "The book contradicts a report: Synthetic note" in [todo.text for todo in todos_of(acting(guild.lan))]
    assert all("Synthetic" not in letter.subject for letter in mail.outbox)


def test_a_report_in_no_language_of_the_reader_says_so(guild, note):
    publish(guild.secretary, note)
    page = Client().get("/reports/note?lang=th").content.decode()
    assert 'lang="en"' in page
    assert "3" in page


def test_what_a_writer_types_is_no_markup(guild, lan):
    keep_note(body={"en": "<script>alert(1)</script> [x](javascript:alert(1)) **{{members of alliance:guild}}**"})
    page = lan.get("/reports/note").content.decode()
    assert "<script>alert" not in page
    assert 'href="javascript' not in page
    assert "<strong><a class=" in page
