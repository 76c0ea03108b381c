"""Check a text: paste, see verdicts, alter one number, follow it to the sentence that says otherwise."""

import re

import pytest
from playwright.sync_api import expect

from journeys import press


def check(page, site, text):
    page.goto(f"{site}/check")
    page.get_by_label("The text").fill(text)
    page.get_by_role("button", name="Check the figures").click()
    expect(page.get_by_role("heading", name="Verdicts")).to_be_visible()


def verdicts(page):
    """What is said of each figure, in the order of the text."""
    return page.locator("table.verdicts tbody tr td:last-child .tag").all_inner_texts()


@pytest.mark.parametrize("number", range(5))
def test_a_true_text_is_not_contradicted(page, site, number):
    check(page, site, press.text(number))
    assert not [said for said in verdicts(page) if said.startswith("differs")]


def test_one_altered_number_is_the_one_that_differs(page, site):
    check(page, site, press.text(1))
    before = verdicts(page)
    assert before.count("agrees") >= 5
    check(page, site, press.altered(1, "to 240 teachers", "to 340 teachers"))
    after = verdicts(page)
    assert len(after) == len(before)
    changed = [(was, now) for was, now in zip(before, after, strict=True) if was != now]
    assert changed == [("agrees", "differs by 100")]
    expect(page.get_by_role("heading", level=1)).to_contain_text("one differs")
    expect(page.locator(".press mark.differs")).to_have_text("340")


def test_the_verdict_leads_to_the_figure_and_to_the_sentence(page, site):
    check(page, site, press.altered(1, "as 164 schools", "as 174 schools"))
    row = page.locator("table.verdicts tbody tr").filter(has_text="differs")
    row.locator("a.fig").click()
    expect(page).to_have_url(re.compile(re.escape("/figures/members?subject=alliance:ilstc")))
    expect(page.get_by_role("heading", level=1)).to_contain_text("164")
    page.get_by_role("link", name=re.compile("China's international cooperation")).first.click()
    expect(page).to_have_url(re.compile("/sources/press-1#p1$"))
    expect(page.locator("#p1 mark").filter(has_text=re.compile("^164$"))).to_be_visible()


def test_a_mark_in_the_text_leads_to_its_verdict(page, site):
    check(page, site, press.text(1))
    mark = page.locator(".press a").filter(has=page.locator("mark")).first
    assert mark.get_attribute("href")
    mark.click()
    expect(page).to_have_url(re.compile("#|/figures/"))


def test_a_file_can_be_sent(page, site):
    page.goto(f"{site}/check")
    page.get_by_label("Or a file").set_input_files(press.path(3))
    page.get_by_role("button", name="Check the figures").click()
    expect(page.get_by_role("heading", name="Verdicts")).to_be_visible()
    assert verdicts(page).count("agrees") >= 8


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("empty.txt", b"", "is empty"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00", "binary"),
        ("damaged.txt", "Málaga had 12 schools. ".encode() * 20 + b"\xe1laga", "UTF-8"),
    ],
)
def test_what_cannot_be_read_is_said(open_page, site, name, content, complaint):
    page = open_page()
    page.goto(f"{site}/check")
    page.get_by_label("Or a file").set_input_files({"name": name, "mimeType": "text/plain", "buffer": content})
    page.get_by_role("button", name="Check the figures").click()
    expect(page.get_by_role("main")).to_contain_text(complaint)


def test_dates_and_telephone_numbers_are_not_figures(page, site):
    page.goto(f"{site}/check")
    page.get_by_label("The text").fill("On 22 May 2024 we met in Nanning. Call +86 771 555 0142.")
    page.get_by_role("button", name="Check the figures").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("No figures in this text")
