"""One browser and one demo site for a whole run; every page is watched for errors and for strangers' addresses."""

import fcntl
import re

import pytest
from playwright.sync_api import expect, sync_playwright

from journeys.site import PASSWORD, STAFF, copied, load_demo, load_samples, served

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
]
WIDE, PHONE, NARROW = ({"width": w, "height": h} for w, h in ((1280, 900), (390, 844), (360, 740)))

expect.set_options(timeout=10_000)


def pytest_collection_modifyitems(items):
    """Four groups, so that two processes share the work and each loads its site once."""
    for item in items:
        if "journeys" in item.path.parts:
            language = re.search(r"\[(en|zh-hans|vi|th|lo|id)\b", item.name)
            group = "walks" if item.path.stem != "test_access" else language.group(1) if language else "en"
            group = group if group in {"walks", "en", "zh-hans"} else "further"
            item.add_marker(pytest.mark.journey)
            item.add_marker(pytest.mark.xdist_group(f"journeys-{group}"))


@pytest.fixture(scope="session")
def demo(tmp_path_factory, worker_id):
    """Folder of the loaded demo record; processes that run side by side share it."""
    own = tmp_path_factory.getbasetemp()
    room = own if worker_id == "master" else own.parent
    data, begun = room / "demo", room / "demo-begun"
    with (room / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not data.exists():
            load_demo(begun)
            begun.rename(data)
    return data


@pytest.fixture(scope="session")
def site(demo, tmp_path_factory):
    """Address of the demo site, for journeys that only read."""
    with served(copied(demo, tmp_path_factory.mktemp("site") / "data")) as address:
        yield address


@pytest.fixture(scope="session")
def full_site(demo, tmp_path_factory):
    """Address of a site that also holds the kinds of record of which the demo has none."""
    data = copied(demo, tmp_path_factory.mktemp("full") / "data")
    load_samples(data)
    with served(data) as address:
        yield address


@pytest.fixture(scope="module")
def edited_data(demo, tmp_path_factory):
    """Folder of a demo book that the journeys of one file may change."""
    return copied(demo, tmp_path_factory.mktemp("edited") / "data")


@pytest.fixture(scope="module")
def edited_site(edited_data):
    """Address of the site over it."""
    with served(edited_data) as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


class Watch:
    """What went wrong on a page while somebody walked through it."""

    def __init__(self, page):
        self.page = page
        self.wrong = []
        page.on("console", self.console)
        page.on("pageerror", lambda error: self.wrong.append(f"script error: {error}"))
        page.on("request", self.request)
        page.on("response", self.response)

    def console(self, message):
        # A form sent back with what is wrong in it is an answer, though the browser calls every 4xx an error.
        if message.type in {"error", "warning"} and "status of 422" not in message.text:
            self.wrong.append(f"console: {message.text} ({message.location.get('url')})")

    def request(self, request):
        if not re.match(r"(http://(127\.0\.0\.1|localhost):\d+/|data:|blob:)", request.url):
            self.wrong.append(f"left this machine: {request.url}")

    def response(self, response):
        if response.status >= 500:
            self.wrong.append(f"{response.status}: {response.url}")


@pytest.fixture
def open_page(browser):
    """Open a fresh page in a browser that prefers the given language; afterwards nothing may have gone wrong on it."""
    opened = []

    def open_one(locale="en-GB", viewport=WIDE, **options):
        context = browser.new_context(locale=locale, viewport=viewport, **options)
        page = context.new_page()
        opened.append((context, Watch(page)))
        return page

    yield open_one
    for context, __ in opened:
        context.close()
    assert [wrong for __, watch in opened for wrong in watch.wrong] == []


@pytest.fixture
def page(open_page):
    return open_page()


@pytest.fixture(scope="session")
def sign_in():
    """Sign a member of staff in, as they would do it."""

    def walk(page, address):
        page.goto(f"{address}/sign-in")
        page.get_by_label("E-mail address or user name").fill(STAFF)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
        expect(page.locator("details.account summary")).to_be_visible()

    return walk
