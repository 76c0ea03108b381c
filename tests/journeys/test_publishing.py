"""Publish a press note in two languages, and see what becomes of it when the records change."""

import io

import docx
from playwright.sync_api import expect

BEGUN = "The book tells of "
CHINESE = "书中有 {{events}} 项活动，其中论坛 {{events in kind=forum}} 个。"


def enter(page, site, plural, **columns):
    """Enter a record on its form, and wait until it is kept."""
    page.goto(f"{site}/{plural}/new")
    for name, value in columns.items():
        box = page.locator(f"[name='{name.replace('__', '.')}']").first
        if box.evaluate("element => element.tagName") == "SELECT":
            box.select_option(value)
        else:
            box.fill(value)
    page.get_by_role("button", name="Keep", exact=True).first.click()
    expect(page.get_by_role("status").filter(has_text="Kept")).to_be_visible()


def insert(page, words, indicator):
    """Find an indicator by words, and press the button that puts it into the text."""
    page.get_by_label("Find an indicator, in any language").fill(words)
    page.locator("#picker").get_by_role("button", name="Find").click()
    page.locator(".picks").get_by_role("link", name=indicator, exact=True).click()
    button = page.get_by_role("button", name="Insert into the text")
    expect(button).to_be_visible()
    button.click()


def downloaded(page, name):
    with page.expect_download(timeout=90_000) as coming:
        page.get_by_role("link", name=name).click()
    with open(coming.value.path(), "rb") as file:
        return file.read()


def test_a_press_note_in_two_languages(page, edited_site, sign_in):
    sign_in(page, edited_site)
    note = {"key": "spring-note", "title__en": "Spring note", "kind": "press-note", "alliance": "ilstc"}
    enter(page, edited_site, "reports", **note, status="draft")
    page.get_by_role("link", name="Write", exact=True).click()

    english = page.locator("[name='text.en']")
    english.fill(BEGUN)
    insert(page, "活动", "Events")
    expect(english).to_have_value(BEGUN + "{{events}}")
    english.press_sequentially(" events.\n\n{{events by kind as bars}}\n\nForums: {{events in kind=forum}}.")
    page.locator("summary[lang='zh-Hans']").click()
    page.locator("[name='title.zh-Hans']").fill("春季新闻稿")
    page.locator("[name='text.zh-Hans']").fill(CHINESE)
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.get_by_text("Figures are shown as of now")).to_be_visible()

    page.get_by_role("link", name="Check and publish").click()
    expect(page.get_by_text("The languages do not insert the same figures")).to_be_visible()
    expect(page.get_by_text("None: every number is inserted.").first).to_be_visible()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("Published; its figures are frozen.")).to_be_visible()
    text = page.locator(".report-text")
    expect(text).to_contain_text("The book tells of 6")
    page.locator(".tongues-of-text").get_by_role("link").click()
    expect(text).to_contain_text("书中有 6")

    forum = {"key": "late-forum", "title__en": "A late forum", "kind": "forum", "since": "2022-03-01"}
    enter(page, edited_site, "events", **forum, status="published")
    page.goto(f"{edited_site}/reports/spring-note")
    expect(page.locator(".notice.bad")).to_contain_text("contradicted by what the book holds since")
    expect(text).to_contain_text("The book tells of 6")
    expect(text.locator(".flag").first).to_contain_text("since then the book says 7")
    text.locator(".flag").first.click()
    expect(page.get_by_role("heading", name="Then")).to_be_visible()
    expect(page.get_by_role("link", name="A late forum")).to_be_visible()

    page.goto(f"{edited_site}/reports/spring-note")
    word = docx.Document(io.BytesIO(downloaded(page, "Word (.docx)")))
    assert any(paragraph.text.startswith("The book tells of 61 events") for paragraph in word.paragraphs)
    assert len(word.inline_shapes) == 1
    assert "forum" in word.inline_shapes[0]._inline.docPr.get("descr")
    pdf = downloaded(page, "PDF")
    assert pdf.startswith(b"%PDF-")
    assert b"/Type /Page" in pdf
