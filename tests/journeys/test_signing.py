"""Sign an agreement of three: drafted in two languages, sent, approved and signed by three heads, sealed, in force."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from journeys.conftest import PHONE
from journeys.members import enter, people
from journeys.site import copied, served
from journeys.test_access import sideways, spilled, violations

ALLIANCE = "china-vietnam-vocational-education-and-industry"
PARTIES = {
    "head-one": "guangxi-transport-college",
    "head-two": "dong-an-high-tech-institute",
    "head-three": "guangxi-construction-college",
}
ENGLISH = "Article 1. The parties found a workshop together.\nArticle 2. Each pays its own teachers."
CHINESE = "第一条 各方共同建立实训车间。\n第二条 各方自付教师薪酬。"
TITLE = "Synthetic agreement on a workshop"
SEALED = "Sealed: this is the text as it was frozen."


@pytest.fixture
def office(demo, tmp_path):
    """A site with the alliance's secretary and a head for each of three parties."""
    data = copied(demo, tmp_path / "data")
    people(data, "secretary", of=ALLIANCE)
    for name, party in PARTIES.items():
        people(data, name, of=party)
    with served(data) as address:
        yield address


def draft(page, site):
    today = date(2026, 11, 22)
    page.goto(f"{site}/agreements/under-way")
    page.get_by_role("link", name="Draft an agreement").click()
    page.locator("[name='title']").fill(TITLE)
    page.locator("[name='kind']").select_option("framework")
    page.locator("[name='alliance']").select_option(ALLIANCE)
    page.locator("[name='steward']").select_option(ALLIANCE)
    for n, party in enumerate(PARTIES.values(), 1):
        page.locator(f"[name='party{n}']").fill(party)
    page.locator("[name='since']").fill((today - timedelta(days=30)).isoformat())
    page.locator("[name='until']").fill("2099-12-31")
    page.get_by_role("main").get_by_role("button", name="Keep").click()


def write(page, language, standing, text):
    expect(page.get_by_role("heading", level=1)).to_have_text("Write a text")
    page.locator("[name='language']").select_option(language)
    page.locator("[name='standing']").select_option(standing)
    page.locator("[name='text']").fill(text)
    page.get_by_role("main").get_by_role("button", name="Keep").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


def assert_usable(page):
    assert violations(page) == []
    assert sideways(page) == 0
    assert spilled(page) == []
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(PHONE)


def now(page):
    return page.locator(".stages [aria-current='step']")


def take(page, step):
    """Open a step's form, if it is not open, and press its button."""
    part = page.locator("details.step").filter(has=page.locator(f"summary:text-is('{step}')"))
    if part.get_attribute("open") is None:
        part.locator("summary").click()
    part.get_by_role("button", name=step, exact=True).click()


def test_three_parties_sign_what_a_secretary_drafted(open_page, office):
    secretary = open_page()
    enter(secretary, office, "secretary")
    draft(secretary, office)
    write(secretary, "en", "authentic", ENGLISH)
    secretary.get_by_role("link", name="Write a text").click()
    write(secretary, "zh-Hans", "translation", CHINESE)
    address = secretary.url
    take(secretary, "Send to the parties")
    expect(now(secretary)).to_contain_text("Circulated")
    expect(secretary.get_by_text(SEALED)).to_have_count(2)

    stranger = open_page()
    assert stranger.request.get(address).status == 404

    # The heads read and sign on their phones.
    heads = {name: open_page(viewport=PHONE) for name in PARTIES}
    for name, page in heads.items():
        enter(page, office, name)
        page.goto(f"{office}/desk/")
        page.get_by_role("link", name=f"Sign “{TITLE}”.").click()
        expect(now(page)).to_contain_text("Circulated")
        page.get_by_role("link", name="Compare two texts").click()
        expect(page.locator("table.aligned tbody tr")).to_have_count(2)
        if name == "head-one":
            assert_usable(page)
        page.goto(address)
        if name == "head-one":
            assert_usable(page)
        take(page, "Approve")
        expect(page.locator(".waits")).to_contain_text("(approved)")
    for count, page in enumerate(heads.values(), 1):
        page.goto(address)
        take(page, "Sign")
        expect(page.get_by_role("main").locator("table .tag.ok", has_text="signed")).to_have_count(count)

    secretary.goto(address)
    expect(now(secretary)).to_contain_text("In force")
    expect(secretary.get_by_text(SEALED)).to_have_count(2)
    secretary.get_by_role("link", name="Every change").click()
    expect(secretary.get_by_role("main")).to_contain_text("head-three")
    secretary.goto(address)
    take(secretary, "Publish")
    expect(secretary.get_by_text("This record is a draft")).to_have_count(0)
    assert stranger.goto(address).status == 200
    expect(now(stranger)).to_contain_text("In force")
