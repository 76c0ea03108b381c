"""Signing in as people do: by password, by a code from the mail, with an app's codes, and with a passkey."""

import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from playwright.sync_api import expect

from journeys.conftest import PHONE, WIDE
from journeys.site import PASSWORD, STAFF, copied, served
from journeys.test_access import sideways, spilled, violations

ADDRESS = "lan@example.org"


@pytest.fixture
def house(demo, tmp_path):
    """A site of its own for each walk, and the folder its mail goes to: limits of attempts count for all of a site."""
    data = copied(demo, tmp_path / "data")
    with served(data) as address:
        yield address, data / "mail"


def code_from(folder):
    """The code of the newest mail."""
    newest = max(folder.glob("*.log"), key=lambda path: path.stat().st_mtime_ns)
    return re.findall(r"\b\d{4}-\d{4}\b", newest.read_text(encoding="utf-8"))[-1]


def open_menu(page):
    page.locator("details.account summary").click()
    return page.locator("details.account")


def sign_out(page):
    open_menu(page).get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in").first).to_be_visible()


def by_password(page, site):
    page.goto(f"{site}/sign-in")
    page.get_by_label("E-mail address or user name").fill(STAFF)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()


def show_again(page):
    """Pages that decide who may sign in ask for the password once more."""
    expect(page.get_by_role("heading", name="Is it you?")).to_be_visible()
    assert_usable(page)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()


def assert_usable(page):
    assert violations(page) == []
    assert sideways(page) == 0
    assert spilled(page) == []
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(WIDE)


def test_the_pages_before_signing_in_are_for_everybody(page, house):
    site, __ = house
    for path in ("/sign-in", "/account/code", "/account/password/forgotten", "/account/sign-up"):
        page.goto(site + path)
        assert_usable(page)


def test_with_a_password_and_on_to_the_own_account(page, house):
    site, __ = house
    by_password(page, site)
    menu = open_menu(page)
    expect(menu.get_by_role("button", name="Sign out")).to_be_visible()
    assert_usable(page)
    menu.get_by_role("link", name="Your account").click()
    expect(page.get_by_role("heading", level=1, name="Your account")).to_be_visible()
    assert_usable(page)
    page.get_by_label("Your name").fill("Person at the desk")
    page.get_by_label("Language of letters to you").select_option("vi")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_role("status").first).to_have_text("Kept.")
    expect(page.locator("details.account summary")).to_contain_text("Person at the desk")
    expect(page).not_to_have_title(re.compile("Person"))
    for path in ("/account/addresses", "/account/password", "/account/devices"):
        page.goto(site + path)
        assert_usable(page)


def test_with_a_code_on_a_phone(open_page, house):
    site, mails = house
    page = open_page(viewport=PHONE)
    page.goto(f"{site}/units/panda-college/edit")
    page.get_by_role("link", name="Send a code to my address").click()
    page.get_by_label("E-mail address").fill(ADDRESS)
    page.get_by_role("button", name="Send a code").click()
    expect(page.get_by_role("heading", name="Enter the code")).to_be_visible()
    assert sideways(page) == 0
    page.set_viewport_size(PHONE)
    page.get_by_label("Code", exact=False).first.fill("1111-1111")
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("This code is not the right one")
    page.get_by_label("Code", exact=False).first.fill(code_from(mails))
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    expect(page).to_have_url(f"{site}/units/panda-college/edit")  # where they were going


def app_code(secret):
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def test_with_codes_from_an_app(page, house):
    site, __ = house
    by_password(page, site)
    page.goto(f"{site}/account/app")
    show_again(page)
    expect(page.get_by_role("heading", name="Codes from an app")).to_be_visible()
    assert_usable(page)
    secret = page.locator("main code").inner_text()
    page.get_by_label("Code the app shows").fill(app_code(secret))
    page.get_by_role("button", name="Ask for codes from now on").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    assert_usable(page)
    recovery = page.locator(".codes code").first.inner_text()
    sign_out(page)
    by_password(page, site)
    expect(page.get_by_role("heading", name="One step more")).to_be_visible()
    assert_usable(page)
    page.get_by_label("Code").fill(recovery)
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    expect(page.locator("details.account summary")).to_be_visible()
    page.goto(f"{site}/account/")
    expect(page.get_by_role("main")).to_contain_text("9 left")


def with_authenticator(page):
    """A device that keeps passkeys and knows its owner, as a telephone does."""
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    return tools, tools.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]


def test_with_a_passkey(page, house):
    # Browsers tie passkeys to names, never to bare numbers.
    site = house[0].replace("127.0.0.1", "localhost")
    tools, device = with_authenticator(page)
    by_password(page, site)
    page.goto(f"{site}/account/passkeys/new")
    show_again(page)
    expect(page.get_by_role("heading", name="A new passkey")).to_be_visible()
    assert_usable(page)
    page.get_by_label("What you call it").fill("telephone")
    page.get_by_role("button", name="Make the passkey").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    kept = tools.send("WebAuthn.getCredentials", {"authenticatorId": device})["credentials"]
    assert [(each["rpId"], each["isResidentCredential"]) for each in kept] == [("localhost", True)]
    page.goto(f"{site}/account/")
    expect(page.get_by_role("main")).to_contain_text("telephone")
    assert_usable(page)
    sign_out(page)
    # The passkey alone lets its owner in, and on to where they were going.
    page.goto(f"{site}/sign-in?next=/plans/")
    page.get_by_role("button", name="Use a passkey").click()
    expect(page).to_have_url(f"{site}/plans/")
    expect(page.locator("details.account summary")).to_be_visible()
    sign_out(page)
    # After a password it is the second factor.
    by_password(page, site)
    expect(page.get_by_role("heading", name="One step more")).to_be_visible()
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.locator("details.account summary")).to_be_visible()


def test_a_passkey_the_device_does_not_give_is_told_kindly(page, house):
    site = house[0].replace("127.0.0.1", "localhost")
    tools, device = with_authenticator(page)
    tools.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": False})
    page.goto(f"{site}/sign-in")
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("alert")).to_have_text(re.compile("The passkey was not used"))


def test_a_browser_without_passkeys_or_scripts_is_not_offered_them(open_page, house):
    page = open_page(java_script_enabled=False)
    page.goto(f"{house[0]}/sign-in")
    expect(page.get_by_role("button", name="Use a passkey")).to_have_count(0)
    by_password(page, house[0])
    expect(page.locator("details.account summary")).to_be_visible()
