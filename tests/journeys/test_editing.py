"""What staff do: record an unknown figure as a claim, edit a record, look at its history, undo."""

from playwright.sync_api import expect

from journeys.test_checking import check, verdicts

TEXT = "Panda College enrolled 73 students in 2025, its director said in Vientiane."


def test_an_unknown_figure_becomes_a_claim_and_then_agrees(page, edited_site, sign_in):
    sign_in(page, edited_site)
    check(page, edited_site, TEXT)
    assert verdicts(page) == ["unknown"]
    page.get_by_role("button", name="record as a claim").click()
    expect(page.get_by_label("Value")).to_have_value("73")
    expect(page.locator(".press mark")).to_have_text("73")
    page.get_by_label("Title of the new source").fill("Panda College grows")
    page.get_by_label("Why").fill("said by its director")
    page.get_by_role("button", name="Record the claim").click()
    expect(page.get_by_text("Recorded as a claim:")).to_be_visible()
    expect(page.get_by_role("heading", name="Verdicts")).to_be_visible()
    assert verdicts(page) == ["agrees"]
    page.get_by_role("status").get_by_role("link").click()
    expect(page.get_by_role("main")).to_contain_text("said by its director")
    check(page, edited_site, TEXT.replace("73", "83"))
    assert verdicts(page) == ["differs by 10"]


def test_a_change_is_kept_with_who_and_why_and_can_be_undone(page, edited_site, sign_in):
    sign_in(page, edited_site)
    page.goto(f"{edited_site}/units/panda-college")
    page.get_by_role("link", name="Edit", exact=True).click()
    page.locator("[name='state']").select_option("dormant")
    page.locator("[name='states.1.state']").select_option("dormant")
    page.get_by_label("Why").fill("no class this year")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_role("status")).to_contain_text("Kept")
    expect(page.locator("h1 + .lede, .facts").first).to_contain_text("dormant")
    page.get_by_role("link", name="Every change").click()
    newest = page.locator("ol li").first
    expect(newest).to_contain_text("lan")
    expect(newest).to_contain_text("no class this year")
    newest.get_by_text("Take back").click()
    newest.get_by_role("button", name="Undo this change").click()
    expect(page.get_by_role("status")).to_contain_text("undone")
    expect(page.locator("h1 + .lede, .facts").first).to_contain_text("open")


def test_a_form_says_what_is_wrong_and_keeps_what_was_written(page, edited_site, sign_in):
    sign_in(page, edited_site)
    page.goto(f"{edited_site}/units/panda-college/edit")
    page.get_by_label("Since", exact=True).first.fill("soon")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_role("main")).to_contain_text("“soon” is not a date Guildbook can read")
    expect(page.get_by_label("Since", exact=True).first).to_have_value("soon")


def test_readers_are_asked_to_sign_in_before_they_edit(page, site):
    page.goto(f"{site}/units/panda-college")
    expect(page.get_by_role("link", name="Edit", exact=True)).to_have_count(0)
    page.goto(f"{site}/units/panda-college/edit")
    assert "/sign-in" in page.url


def test_a_wrong_password_is_refused(page, site):
    page.goto(f"{site}/sign-in")
    page.get_by_label("E-mail address or user name").fill("lan")
    page.get_by_label("Password").fill("guess")
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Name and password do not go together")
