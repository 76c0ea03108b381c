"""Six languages: the switch keeps the page, the choice is remembered, and nothing is left in the other tongue."""

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from journeys.conftest import NARROW, PHONE
from journeys.pages import LANGUAGES, OTHERS

# Plain words, only the first with a capital: what an untranslated label looks like. Names have more capitals.
ENGLISH = re.compile(r"[A-Za-z][a-z]+( [a-z]+)*")
# Code, name in itself, and the heading of the list of events.
TONGUES = [
    ("zh-hans", "简体中文", "活动"),
    ("vi", "Tiếng Việt", "Sự kiện"),
    ("th", "ภาษาไทย", "กิจกรรม"),
    ("lo", "ພາສາລາວ", "ກິດຈະກຳ"),
    ("id", "Bahasa Indonesia", "Kegiatan"),
]
# The languages whose letters are not Latin ones: an English label stands out.
OTHER_LETTERS = ["zh-hans", "th", "lo"]
# Pages on which the demo's places, which have no Thai or Lao names, are no headings; test_tongues reads the rest.
PLAIN = ["/", "/words/", "/sign-in", "/search/", "/figures/", "/organisations/?kind=school", "/check"]


def choose(page, name):
    """Open the switch and take the language that calls itself so."""
    switch = page.get_by_role("banner").locator("details.tongues")
    switch.locator("summary").click()
    switch.get_by_role("link", name=name, exact=True).click()


@pytest.mark.parametrize(
    "address", ["/units/panda-college", "/organisations/?kind=school", "/figures/members?subject=alliance:ilstc"]
)
def test_the_switch_keeps_the_page_and_what_was_asked(page, site, address):
    page.goto(site + address)
    choose(page, "简体中文")
    expect(page.locator("html")).to_have_attribute("lang", "zh-hans")
    assert page.url.startswith(site + address.split("?")[0])
    assert address.partition("?")[2] in unquote(page.url)
    expect(page.get_by_role("contentinfo")).to_contain_text("每个数字都是链接")


@pytest.mark.parametrize(("code", "name", "events"), TONGUES)
def test_the_choice_is_remembered(page, site, code, name, events):
    page.goto(f"{site}/plans/")
    choose(page, name)
    expect(page.locator("html")).to_have_attribute("lang", code)
    page.goto(f"{site}/events/")
    expect(page.get_by_role("heading", level=1)).to_have_text(events)
    choose(page, "English")
    expect(page.get_by_role("heading", level=1)).to_have_text("Events")


def test_the_switch_works_on_a_phone_without_script(open_page, site):
    page = open_page("lo-LA", PHONE, java_script_enabled=False)
    page.goto(f"{site}/organisations/?kind=school")
    expect(page.locator("html")).to_have_attribute("lang", "lo")
    choose(page, "Bahasa Indonesia")
    expect(page.get_by_role("heading", level=1)).to_have_text("Organisasi")
    assert "kind=school" in page.url


def test_the_open_switch_fits_the_smallest_phone(open_page, site):
    page = open_page("th-TH", NARROW)
    page.goto(site)
    page.locator("details.tongues summary").click()
    box = page.locator("details.tongues ul").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= NARROW["width"]


@pytest.mark.parametrize(
    ("locale", "heading", "text", "button", "verdict"),
    [
        ("zh-CN", "核对文稿", "文稿", "核对数字", "1 个数字：1 个未见于本册"),
        ("vi-VN", "Kiểm tra văn bản", "Văn bản", "Kiểm tra các con số", "1 con số: 1 mới"),
        ("th-TH", "ตรวจข้อความ", "ข้อความ", "ตรวจตัวเลข", "1 ตัวเลข: ใหม่ 1"),
        ("lo-LA", "ກວດຂໍ້ຄວາມ", "ຂໍ້ຄວາມ", "ກວດຕົວເລກ", "1 ຕົວເລກ: ໃໝ່ 1"),
        ("id-ID", "Periksa teks", "Teks", "Periksa angkanya", "1 angka: 1 baru"),
    ],
)
def test_a_browser_that_prefers_a_language_gets_it(open_page, site, locale, heading, text, button, verdict):
    page = open_page(locale)
    page.goto(f"{site}/check")
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    page.get_by_label(text, exact=True).fill("Panda College enrolled 73 students in 2025.")
    page.get_by_role("button", name=button).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(verdict)


def test_dates_are_of_the_calendar_readers_use(open_page, site):
    """Thai years are of the Buddhist era, as CLDR has it for Thai; Lao, Vietnamese and Indonesian ones are ours."""
    for locale, year in (("th-TH", "2567"), ("lo-LA", "2024"), ("vi-VN", "2024"), ("id-ID", "2024")):
        page = open_page(locale)
        page.goto(f"{site}/events/china-vietnam-alliance-launch")
        expect(page.get_by_role("main")).to_contain_text(year)


@pytest.mark.parametrize("code", OTHER_LETTERS)
def test_letters_that_stack_or_stand_square_are_set_for_it(open_page, site, code):
    page = open_page(LANGUAGES[code])
    page.goto(f"{site}/words/")
    paragraph = page.locator("main p").last
    style = paragraph.evaluate(
        "node => { const s = getComputedStyle(node); return [s.letterSpacing, s.textTransform, s.fontStyle,"
        " parseFloat(s.lineHeight) / parseFloat(s.fontSize)] }"
    )
    assert style[:3] in (["normal", "none", "normal"], ["0px", "none", "normal"])
    assert style[3] >= (1.6 if code == "zh-hans" else 1.7)


@pytest.mark.parametrize(
    ("code", "address"),
    [*(("zh-hans", address) for address in OTHERS), *((code, address) for code in ("th", "lo") for address in PLAIN)],
)
def test_labels_of_the_interface_are_translated(open_page, site, address, code):
    """Headings, labels and buttons; what the record itself says may be in its own language."""
    page = open_page(LANGUAGES[code])
    page.goto(site + address)
    said = page.locator(":is(th, dt, label, button, h2, nav a):not([lang=en], :has([lang=en]))").all_inner_texts()
    assert len(said) > 10
    assert [text for text in said if ENGLISH.fullmatch(text.strip())] == []


def test_an_english_label_would_be_found():
    assert ENGLISH.fullmatch("Last edited by")
    assert not ENGLISH.fullmatch("最近更改")
    assert not ENGLISH.fullmatch("Guangxi Construction College")
