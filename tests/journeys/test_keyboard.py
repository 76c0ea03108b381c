"""Keyboard only, and the phone's menu."""

import re

from playwright.sync_api import expect

from journeys.conftest import PHONE


def focused(page):
    return page.evaluate("document.activeElement.textContent.trim() || document.activeElement.getAttribute('name')")


def test_the_first_key_offers_the_way_to_the_content(page, site):
    page.goto(f"{site}/organisations/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_search_by_keyboard(page, site):
    page.goto(site)
    box = page.get_by_role("searchbox", name="Search the book")
    for __ in range(4):
        page.keyboard.press("Tab")
        if box.evaluate("it => it === document.activeElement"):
            break
    expect(box).to_be_focused()
    page.keyboard.type("panda")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}/search/?q=panda")
    found = page.get_by_role("main").get_by_role("link", name=re.compile("Panda College")).first
    found.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Panda College")


def test_every_stop_of_the_keyboard_can_be_seen(page, site):
    page.goto(f"{site}/alliances/ilstc")
    for __ in range(25):
        page.keyboard.press("Tab")
        box = page.evaluate(
            "(({outlineStyle, boxShadow}) => [outlineStyle, boxShadow])(getComputedStyle(document.activeElement))"
        )
        assert box[0] != "none" or box[1] != "none", focused(page)


def test_a_list_is_searched_while_typing(page, site):
    page.goto(f"{site}/organisations/")
    box = page.get_by_role("searchbox", name="Search this list")
    box.press_sequentially("nanning", delay=20)
    expect(page.locator("#results .count")).to_have_text(re.compile(r"^\d record"))
    expect(page).to_have_url(re.compile("q=nanning"))
    expect(box).to_be_focused()


def test_the_menu_on_a_phone(open_page, site):
    page = open_page(viewport=PHONE)
    page.goto(site)
    menu = page.locator("details.menu summary")
    menu.focus()
    page.keyboard.press("Enter")
    page.get_by_role("banner").get_by_role("link", name="Agreements").locator("visible=true").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Agreements")
