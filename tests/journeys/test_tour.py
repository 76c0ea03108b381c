"""The five-minute tour of the README, step by step."""

import json
import re

import pytest
from playwright.sync_api import expect

from journeys import press
from journeys.site import ROOT, guildbook

README = (ROOT / "README.md").read_text(encoding="utf-8")
ALLIANCE = "International Land-Sea Trade Corridor Vocational Education International Cooperation Alliance"
MEMBERS = "/figures/members?subject=alliance:ilstc"


def main_part(page):
    return page.get_by_role("main")


def test_every_number_of_the_home_page_is_a_link_and_wears_a_mark(page, site):
    page.goto(site)
    figures = main_part(page).locator(".band .fig")
    assert figures.count() >= 4
    for figure in figures.all():
        assert figure.get_attribute("href").startswith("/figures/")
        assert set(figure.get_attribute("class").split()) & {"rec", "rep", "cla", "dif"}
    key = page.get_by_role("contentinfo")
    for words in ("on record", "reported by members", "published only", "sources differ"):
        assert words in README
        expect(key).to_contain_text(words)


def test_a_number_leads_to_its_lineage_and_on_to_the_sentence(page, site):
    assert "164 members" in README
    page.goto(site)
    page.locator(f'.band a[href="{MEMBERS}"]').click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("164 (published only) published, 1 on record")
    expect(main_part(page)).to_contain_text("163 are counted by their source and not named in this book")
    witness = page.get_by_role("link", name=re.compile("China's international cooperation")).first
    witness.click()
    expect(page).to_have_url(f"{site}/sources/press-1#p1")
    marked = page.locator("#p1 mark").filter(has_text=re.compile("^164$"))
    expect(marked).to_be_visible()
    expect(page.locator("#p1")).to_contain_text("164 schools and companies from 14 countries and regions")


def test_a_figure_can_be_asked_differently(page, site):
    page.goto(site + MEMBERS)
    page.get_by_label("As of").fill("2020-01-01")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page).to_have_url(re.compile("at=2020-01-01"))
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("1 on record")
    page.goto(site + MEMBERS)
    page.get_by_label("Country").select_option(label="China")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page).to_have_url(re.compile("country=china"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("1 (on record)")
    page.goto(f"{site}/figures/city-links")
    page.get_by_label("Subject").select_option(label="Guangxi")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("125")


@pytest.mark.parametrize(
    ("section", "row"),
    [
        ("Alliances", "China-Vietnam Alliance of Vocational Education and Industry"),
        ("Units abroad", "Panda College"),
        ("Agreements", "Contract on building the China-Vietnam New Energy Vehicle"),
        ("Events", "TVET Exchange Trip to Guangdong"),
    ],
)
def test_look_around(page, site, section, row):
    page.goto(site)
    page.get_by_role("navigation", name="Sections").get_by_role("link", name=section, exact=True).first.click()
    main_part(page).get_by_role("link", name=re.compile(row)).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(row)


def test_an_event_shows_what_was_signed_there(page, site):
    page.goto(f"{site}/events/china-vietnam-alliance-launch")
    expect(main_part(page).get_by_role("link", name=re.compile("Contract on building")).first).to_be_visible()


def test_the_map_draws_places_and_says_them_as_a_list(page, site):
    page.goto(site)
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="Map", exact=True).first.click()
    expect(page.locator("figure.map svg").first).to_be_visible()
    expect(page.locator("figure.map")).to_contain_text("Nanning")


def test_one_college_with_two_names(page, site):
    page.goto(f"{site}/organisations/?q=jianshe")
    main_part(page).get_by_role("link", name=re.compile("Guangxi")).first.click()
    for name in ("Guangxi Jianshe Vocational", "Guangxi Construction Vocational and Technical College"):
        expect(main_part(page)).to_contain_text(name)


def test_fourteen_countries_are_claimed_where_thirteen_are_named(page, site):
    page.goto(f"{site}/figures/member-countries?subject=alliance:ilstc")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("14 (sources differ)")
    expect(heading).to_contain_text("13 on record")


def test_check_a_text_on_the_command_line(demo):
    file = str(press.path(0))
    assert f"guildbook check demo/press/{press.path(0).name}" in README
    assert "agrees" in guildbook(demo, "check", file)
    read = json.loads(guildbook(demo, "read", "--json", file))
    assert len(read["figures"]) >= 17
    verdicts = {each["verdict"] for each in json.loads(guildbook(demo, "check", "--json", file))["figures"]}
    assert "agrees" in verdicts
    assert "differs" not in verdicts


def test_every_address_answers_in_other_formats(page, site):
    answers = {
        "/units/panda-college.json": "application/json",
        "/units/panda-college.jsonld": "application/ld+json",
        "/units/panda-college.xlsx": "spreadsheetml",
        "/organisations.xlsx?kind=school": "spreadsheetml",
        f"{MEMBERS.replace('?', '.json?')}": "application/json",
    }
    for address, kind in answers.items():
        answer = page.request.get(site + address)
        assert answer.ok, address
        assert kind in answer.headers["content-type"], address


def test_the_interface_is_described(page, site):
    page.goto(f"{site}/api/docs")
    expect(page.get_by_text("/api/alliances", exact=False).first).to_be_visible()
