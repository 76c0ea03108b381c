"""Admit a member: a visitor applies on a phone, the secretary asks, the answer comes by link, the lead is invited."""

import email
import email.policy
import re
import time

import pytest
from playwright.sync_api import expect

from journeys.conftest import PHONE
from journeys.site import PASSWORD, copied, guildbook, served
from journeys.test_access import sideways, spilled, violations

ALLIANCE, CONTACT = "/alliances/ilstc", "hoa@example.org"
PATIENCE = 60  # seconds; letters leave by a process of their own, on a machine with more to do


@pytest.fixture
def office(demo, tmp_path):
    """A site with one secretary of the alliance, and the folder its letters go to."""
    data = copied(demo, tmp_path / "data")
    code = "from django.contrib.auth import get_user_model as users; "
    code += (
        f"users().objects.create_user('secretary', 'secretary@example.org', '{PASSWORD}', shown_name='The secretary')"
    )
    guildbook(data, "shell", "--command", code)
    guildbook(data, "mandate", "secretary", "ilstc", "--duty", "lead", "--since", "2020-01-01")
    with served(data) as address:
        yield address, data / "mail"


def letters_to(folder, address):
    """Every letter an address got, oldest first, as (language, subject, words)."""
    found = []
    for path in sorted(folder.glob("*.log")) if folder.exists() else []:
        for text in re.split(r"^-{79}$", path.read_text(encoding="utf-8"), flags=re.MULTILINE):
            letter = email.message_from_string(text.strip("\n"), policy=email.policy.default)
            if letter["To"] == address:
                found.append((letter["Content-Language"], letter["Subject"], letter.get_content()))
    return found


def letter_with(folder, words):
    """The path of the private link in the newest letter that has these words in its address, once it is there."""
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        for language, __, text in reversed(letters_to(folder, CONTACT)):
            if link := re.search(rf"https?://[^/\s]+({words}\S+)", text):
                return language, link.group(1)
        time.sleep(0.3)
    raise AssertionError(f"no letter with {words} within {PATIENCE} s: {letters_to(folder, CONTACT)}")


def assert_usable(page, size):
    assert violations(page) == []
    assert sideways(page) == 0
    assert spilled(page) == []
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(size)


def apply(page, site):
    page.goto(site + ALLIANCE)
    page.locator(f"a[href='{ALLIANCE}/join']").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    assert_usable(page, PHONE)
    page.locator("[name='names.vi']").fill("Trường Cao đẳng Mẫu")
    page.locator("[name='names.en']").fill("Invented Sample College")
    page.locator("[name='kind']").select_option("school")
    page.locator("[name='country']").select_option("vietnam")
    page.locator("[name='role']").select_option("director")
    page.locator("[name='statement']").fill("Chúng tôi đào tạo thợ hàn.")
    files = [{"name": "điều lệ.txt", "mimeType": "text/plain", "buffer": "Điều lệ".encode()}]
    page.locator("[name='files']").set_input_files(files)
    page.locator("[name='contact_name']").fill("Nguyễn Thị Hoa")
    page.locator("[name='contact_address']").fill(CONTACT)
    page.wait_for_timeout(2500)  # the form takes nothing that was filled in within two seconds: that would be a robot
    page.locator("main button.primary").click()
    page.wait_for_url(f"**{ALLIANCE}/join/sent")
    assert_usable(page, PHONE)


def sign_in(page, site):
    page.goto(f"{site}/sign-in")
    page.get_by_label("E-mail address or user name").fill("secretary")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    expect(page.locator("details.account summary")).to_be_visible()


def test_a_member_is_admitted(office, open_page):
    site, mail = office
    visitor, secretary = open_page(locale="vi-VN", viewport=PHONE), open_page()
    apply(visitor, site)
    language, link = letter_with(mail, "/applications/")
    assert language == "vi"

    sign_in(secretary, site)
    secretary.goto(site + ALLIANCE)
    secretary.get_by_role("link", name="1 application to decide on").click()
    secretary.get_by_role("link", name="Invented Sample College").click()
    expect(secretary.get_by_role("heading", level=1)).to_have_text("Invented Sample College")
    expect(secretary.get_by_role("main")).to_contain_text(CONTACT)
    secretary.get_by_text("Ask the applicant").click()
    secretary.get_by_label("Your question").fill("How many students do you have?")
    secretary.get_by_role("button", name="Send the question").click()
    expect(secretary.get_by_role("status").filter(has_text="The question was sent.")).to_be_visible()

    visitor.goto(site + link)
    expect(visitor.get_by_role("main")).to_contain_text("How many students do you have?")
    assert_usable(visitor, PHONE)
    visitor.locator("[name='text']").fill("Bốn trăm học sinh.")
    visitor.locator("main button.primary").click()
    expect(visitor.locator("main ol.stamps")).to_contain_text("Bốn trăm học sinh.")

    secretary.reload()
    expect(secretary.get_by_role("main")).to_contain_text("Bốn trăm học sinh.")
    assert_usable(secretary, {"width": 1280, "height": 900})
    secretary.get_by_label("A new one: the book gets a record of it, as described").check()
    expect(secretary.get_by_label("Role", exact=True)).to_have_value("director")
    secretary.get_by_label("Since").fill("2026-03-01")
    secretary.get_by_label("Until").fill("2029-02-28")
    secretary.get_by_role("button", name="Admit", exact=True).click()
    expect(secretary.get_by_role("status").filter(has_text="Admitted: Invented Sample College")).to_be_visible()

    public = open_page()
    public.goto(site + ALLIANCE)
    row = public.locator("#members tr", has_text="Invented Sample College")
    expect(row).to_contain_text("director unit")
    expect(row).to_contain_text("28 Feb 2029")
    expect(public.get_by_role("main")).not_to_contain_text("Hoa")

    __, invitation = letter_with(mail, "/invitations/")
    visitor.goto(site + invitation)
    visitor.locator("[name='shown_name']").fill("Hoa")
    visitor.locator("[name='password']").fill(PASSWORD)
    visitor.locator("main button.primary").click()
    expect(visitor.locator("details.account summary")).to_be_visible()
    public.get_by_role("link", name="Invented Sample College").first.click()
    expect(public.get_by_role("heading", level=1)).to_have_text("Invented Sample College")
    page = public.url.removeprefix(site)
    visitor.goto(site + page)
    expect(visitor.locator(f"a[href='{page}/edit']").first).to_be_visible()
    assert {subject for __, subject, ___ in letters_to(mail, CONTACT) if "Hoa" in subject} == set()


def test_who_sends_the_form_before_a_person_could_is_asked_again(office, open_page):
    site, __ = office
    page = open_page(locale="vi-VN", viewport=PHONE)
    page.goto(f"{site}{ALLIANCE}/join")
    page.evaluate("document.querySelector('[name=subject_line]').value = 'x'")
    page.locator("[name='statement']").fill("Mua ngay")
    page.locator("[name='contact_name']").fill("X")
    page.locator("[name='contact_address']").fill(CONTACT)
    page.locator("main button.primary").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("[name='statement']")).to_have_value("Mua ngay")
    assert letters_to(site and office[1], CONTACT) == []
