"""Both languages: the switch keeps the page, the choice is remembered, and nothing is left in the other tongue."""

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from journeys.pages import OTHERS

# Plain words, only the first with a capital: what an untranslated label looks like. Names have more capitals.
ENGLISH = re.compile(r"[A-Za-z][a-z]+( [a-z]+)*")


def chinese(page):
    return page.get_by_role("banner").get_by_role("link", name="简体中文").first


@pytest.mark.parametrize(
    "address", ["/units/panda-college", "/organisations/?kind=school", "/figures/members?subject=alliance:ilstc"]
)
def test_the_switch_keeps_the_page_and_what_was_asked(page, site, address):
    page.goto(site + address)
    chinese(page).click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-hans")
    assert page.url.startswith(site + address.split("?")[0])
    assert address.partition("?")[2] in unquote(page.url)
    expect(page.get_by_role("contentinfo")).to_contain_text("每个数字都是链接")


def test_the_choice_is_remembered(page, site):
    page.goto(site)
    chinese(page).click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-hans")
    page.goto(f"{site}/events/")
    expect(page.get_by_role("heading", level=1)).to_have_text("活动")
    page.get_by_role("banner").get_by_role("link", name="English").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Events")


def test_a_browser_that_prefers_chinese_gets_it(open_page, site):
    page = open_page("zh-CN")
    page.goto(f"{site}/check")
    expect(page.get_by_role("heading", level=1)).to_have_text("核对文稿")
    page.get_by_label("文稿", exact=True).fill("Panda College enrolled 73 students in 2025.")
    page.get_by_role("button", name="核对数字").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("1 个数字：1 个未见于本册")


@pytest.mark.parametrize("address", OTHERS)
def test_labels_of_the_interface_are_chinese(open_page, site, address):
    """Headings, labels and buttons; what the record itself says may be in its own language."""
    page = open_page("zh-CN")
    page.goto(site + address)
    said = page.locator(":is(th, dt, label, button, h2, nav a):not([lang=en], :has([lang=en]))").all_inner_texts()
    assert len(said) > 10
    assert [text for text in said if ENGLISH.fullmatch(text.strip())] == []


def test_an_english_label_would_be_found():
    assert ENGLISH.fullmatch("Last edited by")
    assert not ENGLISH.fullmatch("最近更改")
    assert not ENGLISH.fullmatch("Guangxi Construction College")
