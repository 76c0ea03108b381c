"""Undo a mistake: somebody of a member finds what a colleague changed, reads the difference, and takes it back."""

from playwright.sync_api import expect

from journeys.conftest import PHONE
from journeys.members import COLLEGE, enter, people

RECORD = f"/organisations/{COLLEGE}"


def test_a_mistake_is_found_read_and_undone_on_a_phone(open_page, edited_site, edited_data):
    people(edited_data, "lan-of-college", "mei-of-college")
    page = open_page(viewport=PHONE)
    enter(page, edited_site, "mei-of-college")
    page.goto(f"{edited_site}{RECORD}/edit")
    # A row of names is added by a button, a date read back while it is typed.
    page.get_by_label("Since", exact=True).first.fill("1958-09")
    expect(page.locator("output.reads").first).to_have_text("Sept 1958")
    rows = page.locator("#part-names tbody tr")
    expect(rows.first).to_be_visible()
    before = rows.count()
    page.get_by_role("button", name="Add a row Names").click()
    expect(rows).to_have_count(before + 1)
    expect(page.get_by_label("Since", exact=True).first).to_have_value("1958-09")
    page.get_by_label("Why").fill("a wrong letter")
    page.get_by_role("button", name="Keep", exact=True).last.click()
    expect(page.get_by_role("status").first).to_contain_text("Kept")

    enter(page, edited_site, "lan-of-college")
    page.goto(f"{edited_site}/desk/")
    expect(page.get_by_role("heading", name="Changed by colleagues")).to_be_visible()
    changed = page.get_by_role("listitem").filter(has_text="a wrong letter")
    expect(changed).to_contain_text("mei-of-college")
    changed.get_by_role("link", name="changed: since").click()
    newest = page.locator("ol.past > li").first
    newest.get_by_text("changed: since").click()
    expect(newest.locator("ins")).to_have_text("Sept 1958")
    newest.get_by_text("Take back").click()
    newest.get_by_label("Why").fill("the letter was about another college")
    newest.get_by_role("button", name="Undo this change").click()
    expect(page.get_by_role("status").filter(has_text="undone")).to_be_visible()
    expect(page.get_by_role("main")).not_to_contain_text("Sept 1958")

    # The undoing is a change like any other, and can be undone.
    page.goto(f"{edited_site}{RECORD}/history")
    newest = page.locator("ol.past > li").first
    expect(newest).to_contain_text("the letter was about another college")
    newest.get_by_text("Take back").click()
    newest.get_by_role("button", name="Undo this change").click()
    expect(page.get_by_role("main")).to_contain_text("Sept 1958")


def test_readers_see_the_house_and_not_the_person(page, edited_site, edited_data):
    people(edited_data, "lan-of-college")
    enter(page, edited_site, "lan-of-college")
    page.goto(f"{edited_site}{RECORD}/edit")
    page.get_by_label("Until", exact=True).first.fill("2030")
    page.get_by_label("Why").fill("as decided")
    page.get_by_role("button", name="Keep", exact=True).last.click()
    expect(page.get_by_role("status").first).to_contain_text("Kept")
    page.context.clear_cookies()
    page.goto(f"{edited_site}{RECORD}/history")
    newest = page.locator("ol.past > li").first
    expect(newest).to_contain_text("as decided")
    expect(newest).to_contain_text("Guangxi Construction")
    expect(newest).not_to_contain_text("lan-of-college")
    expect(page.get_by_text("Take back")).to_have_count(0)
