"""Word and PDF: what is in them, in which language, and what is said where there is no browser."""

import io
import re

import docx
import pytest
from django.test import Client
from docx.oxml.ns import qn

from guildbook.reports.actions import publish
from guildbook.reports.printing.chromium import PrintingError, found_chromium
from reports.notes import held, keep_note

BODY = """# Heading of {{members of alliance:guild at 2025}}

Text with **bold {{members of alliance:guild at 2025}}** and [a link](https://example.org/).

1. one
2. two

- {{members of alliance:guild at 2025 as sentence}}

1. begins anew

| a | b |
|---|---|
| {{members of alliance:guild at 2025}} | 2 |

{{members of alliance:guild at 2025 by country}}

{{members of alliance:guild at 2025 by country as bars}}

{{members of alliance:guild over 2022-2025}}
"""
FIGURE = "{{members of alliance:guild at 2025}}"
BODIES = {"en": BODY, "zh-Hans": f"成员有{FIGURE}家。", "lo": f"ມີສະມາຊິກ {FIGURE} ແຫ່ງ"}
TITLES = {"en": "Synthetic note", "zh-Hans": "新闻稿", "lo": "ຂ່າວ"}


@pytest.fixture
def published(guild):
    return publish(guild.secretary, keep_note(body=BODIES, title=TITLES))


def word(path):
    answer = Client().get(path)
    assert answer.status_code == 200
    return docx.Document(io.BytesIO(answer.content))


def pdf(path):
    answer = Client().get(path)
    assert answer.status_code == 200, answer.content.decode()[-800:]
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    return answer.content


def pages(content):
    return max(int(n) for n in re.findall(rb"/Count (\d+)", content))


def test_a_word_file_holds_text_figures_tables_pictures_and_notes(published):
    made = word("/reports/note.docx?lang=en")
    texts = [paragraph.text for paragraph in made.paragraphs]
    assert texts[0] == "Synthetic note"
    assert "Heading of 31" in texts  # the figure, and the small number of its note
    assert "Text with bold 32 and a link." in texts
    assert "Members, Synthetic guild: 3 (31 Dec 2025)3" in texts
    assert [paragraph.text for paragraph in made.paragraphs if paragraph.style.name == "List Number"] == [
        "one",
        "two",
        "begins anew",
    ]
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in made.tables]
    assert ["Northland", "2"] in tables[1]
    pictures = [shape._inline.docPr for shape in made.inline_shapes]
    assert len(pictures) == 2
    assert "Northland: 2" in pictures[0].get("descr")
    assert "2022: 3" in pictures[1].get("descr")
    notes = texts[texts.index("What stands behind the figures") + 1 :]
    assert (
        notes[0] == "1. Members, Synthetic guild: 3 (31 Dec 2025) · on record http://testserver/reports/note/figures/1"
    )


def test_word_is_told_the_language_and_the_fonts_of_every_script(published):
    chinese = word("/reports/note.docx?lang=zh-hans").paragraphs[0].runs[0]._element.rPr
    assert chinese.find(qn("w:lang")).get(qn("w:eastAsia")) == "zh-CN"
    assert chinese.rFonts.get(qn("w:eastAsia")) == "Microsoft YaHei"
    lao = word("/reports/note.docx?lang=lo").paragraphs[0].runs[0]._element.rPr
    assert lao.find(qn("w:lang")).get(qn("w:bidi")) == "lo-LA"
    assert lao.rFonts.get(qn("w:cs")) == "Lao UI"
    assert lao.find(qn("w:cs")) is not None


@pytest.mark.parametrize("language", ["en", "zh-hans", "vi", "th", "lo", "id"])
def test_a_pdf_is_made_in_every_language_of_the_interface(published, language):
    content = pdf(f"/reports/note.pdf?lang={language}")
    assert pages(content) >= 1


def test_a_language_the_report_is_not_written_in_is_said(published):
    texts = [paragraph.text for paragraph in word("/reports/note.docx?lang=th").paragraphs]
    assert texts[0] == "Synthetic note"
    assert any("31 ธ.ค. 2568" in text for text in texts)  # notes, and what stands alone, speak the reader's language


def test_without_a_browser_word_has_tables_and_pdf_says_what_to_install(published, settings):
    settings.CHROMIUM = "no-such-browser"
    with pytest.raises(PrintingError, match="chromium"):
        found_chromium()
    made = word("/reports/note.docx?lang=en")
    assert len(made.inline_shapes) == 0
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in made.tables]
    assert len(tables) == 4
    assert any("GUILDBOOK_CHROMIUM" in paragraph.text for paragraph in made.paragraphs)
    answer = Client().get("/reports/note.pdf?lang=en")
    assert answer.status_code == 503
    assert "install Debian&#39;s package “chromium”" in answer.content.decode()


def test_a_browser_that_only_ends_is_no_pdf(published, settings):
    settings.CHROMIUM = "/bin/false"
    answer = Client().get("/reports/note.pdf?lang=en")
    assert answer.status_code == 503
    assert "ended before the file was made" in answer.content.decode()


def test_a_browser_that_never_answers_is_given_up(published, settings, monkeypatch, tmp_path):
    sleeper = tmp_path / "sleeper"
    sleeper.write_text("#!/bin/sh\nexec sleep 600\n")
    sleeper.chmod(0o755)
    settings.CHROMIUM = str(sleeper)
    monkeypatch.setattr("guildbook.reports.printing.chromium.LIMIT", 1)
    answer = Client().get("/reports/note.pdf?lang=en")
    assert answer.status_code == 503
    assert "longer than" in answer.content.decode()


def test_the_figures_of_a_draft_are_said_to_be_of_now(guild):
    keep_note()
    client = Client()
    client.force_login(guild.lan)
    made = docx.Document(io.BytesIO(client.get("/reports/note.docx?lang=en").content))
    assert any(text.text.startswith("A draft:") for text in made.paragraphs)
    assert held().status == "draft"
