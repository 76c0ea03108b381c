"""A round of 164 members: opened, chased, answered on a phone by page and by workbook, sent back, approved."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from journeys.conftest import PHONE
from journeys.members import enter
from journeys.site import PASSWORD, ROOT, environment, run_all, served
from journeys.test_access import sideways, spilled, violations
from rounds.test_workbook import edited

MEMBERS = 164
DESK, ROUND = "/rounds/round-0/desk", "/rounds/round-0"
MAKE = """
import sys, django
django.setup()
from rounds import books
books.PASSWORD = sys.argv[1]
books.shelf(int(sys.argv[2]))
books.make_round()
books.person("secretary", "alliance-0")
for n in range(6):
    books.person(f"lead{n}", f"organisation-{n}")
"""


@pytest.fixture(scope="module")
def guild(tmp_path_factory):
    """A site with an alliance of 164 made-up members, six of whom sign in, and a round in preparation."""
    data = tmp_path_factory.mktemp("guild") / "data"
    run_all(data, ["migrate", "--verbosity", "0"])
    environ = {**os.environ, **environment(data), "DJANGO_SETTINGS_MODULE": "guildbook.config.settings"}
    paths = os.pathsep.join([str(ROOT / "tests"), environ.get("PYTHONPATH", "")])
    arguments = [sys.executable, "-c", MAKE, PASSWORD, str(MEMBERS)]
    subprocess.run(arguments, env={**environ, "PYTHONPATH": paths}, cwd=ROOT, check=True)
    with served(data) as address:
        yield address


@pytest.fixture
def opened(guild, page):
    """The same with the round open."""
    enter(page, guild, "secretary")
    page.goto(guild + DESK)
    button = page.get_by_role("button", name="Open the round", exact=True)
    if button.count():
        button.click()
        expect(page.get_by_text(f"Open: {MEMBERS} organisations are asked.")).to_be_visible()
    return guild


def usable(page):
    assert violations(page) == []
    assert sideways(page) == 0
    assert spilled(page) == []


def answer(page, name, text):
    """Type an answer and leave it; wait until the page says that it was saved."""
    field = page.locator(f"[name='a.{name}']")
    with page.expect_response(lambda response: response.url.endswith("/save")):
        field.fill(text)
        field.blur()


def hand_in(page):
    page.get_by_role("button", name="Check and hand in").click()
    page.get_by_role("button", name="Hand in", exact=True).click()
    expect(page.get_by_text("Handed in.")).to_be_visible()


def test_chase_return_approve(opened, page, open_page):
    page.goto(f"{opened}{DESK}?q=organisation+1")
    expect(page.get_by_role("heading", level=1)).to_contain_text("0 of 164")
    page.goto(opened + DESK)
    page.get_by_label("all that are shown by these filters").check()
    page.get_by_role("button", name="Remind").click()
    expect(page.get_by_text("6 people reminded.")).to_be_visible()
    expect(page.get_by_text("Nobody signs in for:")).to_be_visible()
    usable(page)

    member = open_page(viewport=PHONE)
    enter(member, opened, "lead0")
    member.goto(f"{opened}{ROUND}/answer/organisation-0")
    usable(member)
    member.set_viewport_size(PHONE)
    answer(member, "students", "1,200")
    expect(member.locator("#n-students")).to_contain_text("Saved: 1,200")
    expect(member.locator("#progress")).to_contain_text("1 of 7 answered")
    with member.expect_response(lambda response: response.url.endswith("/save")):
        member.locator("#m-trained-unit-unit-0-not-known").check()
    expect(member.locator("#progress")).to_contain_text("2 of 7 answered")
    answer(member, "men", "many")
    expect(member.locator("#n-men")).to_contain_text("“many” is not a number")
    member.get_by_role("button", name="Check and hand in").click()
    expect(member.get_by_role("heading", level=1)).to_have_text("Not ready to be handed in yet")
    member.get_by_role("link", name="Men").first.click()
    answer(member, "men", "700")
    expect(member.locator("#n-men")).to_contain_text("Saved: 700")
    hand_in(member)

    page.goto(f"{opened}{DESK}?state=submitted")
    page.get_by_role("link", name="Organisation 0", exact=True).click()
    usable(page)
    page.locator("#q-students, [name='r.students']").first.evaluate("field => field.closest('details').open = true")
    page.locator("[name='r.students']").fill("With evening classes?")
    page.get_by_role("button", name="Send back").click()
    expect(page.get_by_text("Sent back with your remarks.")).to_be_visible()

    member.goto(f"{opened}{ROUND}/answer/organisation-0")
    expect(member.get_by_text("With evening classes?")).to_be_visible()
    answer(member, "students", "1,350")
    hand_in(member)
    page.goto(f"{opened}{DESK}/organisation-0")
    page.get_by_role("button", name="Approve", exact=True).click()
    expect(page.get_by_text("Approved; figures take it up now.")).to_be_visible()
    page.goto(f"{opened}/figures/students?subject=alliance:alliance-0")
    expect(page.get_by_role("heading", level=1)).to_contain_text("1,350")
    expect(page.get_by_role("main")).to_contain_text("1 of 164 members reported.")
    page.goto(opened + DESK)
    expect(page.get_by_role("heading", level=1)).to_contain_text("1 of 164")


def test_a_member_of_164_answers_by_workbook_from_a_phone(opened, open_page, tmp_path):
    member = open_page(viewport=PHONE)
    enter(member, opened, "lead5")
    member.goto(f"{opened}/rounds/mine")
    member.get_by_role("link", name="Year 2024").click()
    with member.expect_download() as coming:
        member.get_by_role("link", name="Download your workbook").click()
    data = Path(coming.value.path()).read_bytes()
    sent = edited(
        data, {"students": {"Answer": 310, "Explanation": "A new campus."}, "men": {"None or not known": "not known"},
               "hostel": {"Answer": "yes"}, "level": {"Answer": "middle"}},
    )  # fmt: skip
    file = tmp_path / "form.xlsx"
    file.write_bytes(sent)
    answer(member, "men", "150")
    expect(member.locator("#n-men")).to_contain_text("Saved: 150")
    member.get_by_label("The filled workbook").set_input_files(file)
    member.get_by_role("button", name="Look at it first").click()
    expect(member.get_by_role("heading", level=1)).to_have_text("The workbook changes 4 answers")
    expect(member.get_by_role("main")).to_contain_text("Sheet Answers, row 10, column E")
    expect(member.get_by_role("main")).to_contain_text("changed on the page since")
    usable(member)
    member.set_viewport_size(PHONE)
    member.get_by_role("button", name="Save these answers").click()
    expect(member.get_by_text("3 answers saved.")).to_be_visible()
    expect(member.locator("[name='a.students']")).to_have_value("310")
    expect(member.locator("[name='a.men']")).to_have_value("150")
    expect(member.locator("#n-level")).to_contain_text("This must be one of: Low; High")
    with member.expect_response(lambda response: response.url.endswith("/save")):
        member.locator("[name='a.level']").select_option("high")
    hand_in(member)
    expect(member.get_by_role("main")).to_contain_text("take them back to change them")
