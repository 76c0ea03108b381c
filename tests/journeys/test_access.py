"""Every type of page, in six languages, light and dark, wide and on a phone: axe finds nothing, nothing sticks out."""

from pathlib import Path

import pytest

from journeys import press
from journeys.conftest import NARROW, PHONE, WIDE, Watch
from journeys.pages import FOR_STAFF, IN_LANGUAGES, LANGUAGES, MISSING

AXE = next((Path(__file__).parent / "vendor").glob("axe-core-*/axe.min.js")).read_text(encoding="utf-8")
RUN = """async runOnly => (await axe.run(document, {resultTypes: ["violations"], ...(runOnly ? {runOnly} : {})}))
  .violations.flatMap(found => found.nodes.map(node =>
    `${found.id}: ${node.html.slice(0, 160)} ${node.any.map(why => why.message)[0] ?? ""}`))"""
# Dark differs from light in colours alone: the markup is the same.
OF_COLOURS = ["color-contrast", "link-in-text-block"]
LOOKS = [("light", WIDE, None), ("dark", WIDE, OF_COLOURS), ("dark", PHONE, OF_COLOURS), ("light", PHONE, None)]


def violations(page):
    """What axe finds on the page, in all four looks."""
    page.evaluate(AXE)
    found = []
    for scheme, size, rules in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(size)
        found += [f"{scheme} {size['width']}: {each}" for each in page.evaluate(RUN, rules)]
    return found


def sideways(page):
    """By how many pixels the page is wider than the smallest phone."""
    page.set_viewport_size(NARROW)
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


BOXES = ".card, .band > *, td, th, dd, dt, li, button, .button, .tag, h1, h2, label"
SPILLED = """boxes => [...document.querySelectorAll(boxes)].filter(node => {
    const style = getComputedStyle(node), box = node.getBoundingClientRect();
    return box.width > 2 && box.height > 2 && style.overflowX === "visible"
      && !/^(inline|contents)$/.test(style.display)
      && node.scrollWidth > node.clientWidth + 1 && !node.closest(".vh, .skip, thead, .tongues")})
  .map(node => `${node.tagName}.${node.className}: ${node.textContent.trim().slice(0, 60)}`)"""


def spilled(page):
    """What is wider than the box it stands in, and so runs into its neighbour, wide and on the smallest phone."""
    found = []
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        found += [f"{size['width']} {each}" for each in page.evaluate(SPILLED, BOXES)]
    return found


@pytest.fixture(scope="session")
def readers(browser):
    """One page per language, kept open: these visits change nothing."""
    contexts = {name: browser.new_context(locale=locale) for name, locale in LANGUAGES.items()}
    yield {name: Watch(context.new_page()) for name, context in contexts.items()}
    for context in contexts.values():
        context.close()


@pytest.fixture(scope="session")
def at_desk(browser, full_site, sign_in):
    """The page of a member of staff, signed in."""
    context = browser.new_context(locale=LANGUAGES["en"])
    watch = Watch(context.new_page())
    sign_in(watch.page, full_site)
    yield watch
    context.close()


def assert_usable(watch, address):
    watch.wrong.clear()
    watch.page.set_viewport_size(WIDE)
    answer = watch.page.goto(address)
    assert answer.ok, answer.status
    assert sideways(watch.page) == 0
    assert spilled(watch.page) == []
    assert violations(watch.page) == []
    assert watch.wrong == []


@pytest.mark.parametrize(("language", "address"), IN_LANGUAGES)
def test_everybody_can_use_the_page(readers, full_site, language, address):
    assert_usable(readers[language], full_site + address)
    assert readers[language].page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize("address", FOR_STAFF)
def test_everybody_can_use_what_staff_see(at_desk, full_site, address):
    assert_usable(at_desk, full_site + address)


def send_altered(page, site):
    """Check a text with one number altered and one thing unknown: all three verdicts on one page."""
    page.set_viewport_size(WIDE)
    page.goto(f"{site}/check")
    text = press.altered(1, "to 240 teachers", "to 340 teachers")
    page.locator("textarea[name=text]").fill(f"{text}\nPanda College enrolled 73 students in 2025.")
    page.locator("main form button.primary").click()
    page.locator(".press mark").first.wait_for()
    assert page.locator(".press mark").count() >= 7


@pytest.mark.parametrize("language", LANGUAGES)
def test_everybody_can_use_a_checked_text(readers, full_site, language):
    page = readers[language].page
    send_altered(page, full_site)
    assert sideways(page) == 0
    assert violations(page) == []


def test_everybody_can_use_the_form_for_a_claim(at_desk, full_site):
    send_altered(at_desk.page, full_site)
    at_desk.page.locator("button[name=start]").last.click()
    at_desk.page.locator("input[name=value]").wait_for()
    assert sideways(at_desk.page) == 0
    assert violations(at_desk.page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_everybody_can_use_the_page_of_what_is_missing(readers, full_site, language):
    page = readers[language].page
    assert page.goto(full_site + MISSING).status == 404
    assert sideways(page) == 0
    assert violations(page) == []


def test_a_poor_page_would_be_found(page):
    page.set_content(
        "<title>x</title><html lang=en><img src='data:,'><p style='width:900px;color:#999'>hard to read</p>"
    )
    found = " ".join(violations(page))
    assert "image-alt" in found
    assert "color-contrast" in found
    assert sideways(page) > 0
    page.set_content("<p><button style='width:40px;padding:0;white-space:nowrap'>far too long a word</button></p>")
    assert spilled(page)
