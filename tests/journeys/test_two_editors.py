"""Two people edit one record at once: the second decides column by column, by keyboard too, and nothing is lost."""

from playwright.sync_api import expect

from journeys.members import COLLEGE, enter, people

RECORD = f"/organisations/{COLLEGE}"


def keep(page):
    page.get_by_role("button", name="Keep", exact=True).last.click()


def test_the_second_is_shown_the_difference_and_decides(open_page, edited_site, edited_data):
    people(edited_data, "lan-of-college", "mei-of-college")
    hers, mine = open_page(), open_page()
    for page, name in ((hers, "mei-of-college"), (mine, "lan-of-college")):
        enter(page, edited_site, name)
        page.goto(f"{edited_site}{RECORD}/edit")
    english = "[name='note.en']"
    hers.locator(english).fill("Hers: one college, two names.")
    hers.get_by_label("Since", exact=True).first.fill("1956")
    keep(hers)
    expect(hers.get_by_role("status").first).to_contain_text("Kept")

    mine.locator(english).fill("Mine: two names of one college.")
    mine.get_by_label("Until", exact=True).first.fill("2031")
    mine.get_by_label("Why").fill("from our archive")
    keep(mine)
    expect(mine.get_by_role("heading", level=1)).to_have_text("Somebody else changed this meanwhile")
    note, since, until = (mine.get_by_role("group", name=name, exact=True) for name in ("Note", "Since", "Until"))
    expect(note).to_contain_text("Both changed this")
    expect(note.get_by_role("radio", checked=True)).to_have_count(0)
    expect(since.get_by_role("radio", name="what the book says now")).to_be_checked()
    expect(until.get_by_role("radio", name="what you wrote")).to_be_checked()
    expect(note).to_contain_text("Mine: two names of one college.")
    expect(note).to_contain_text("Hers: one college, two names.")

    note.get_by_role("radio", name="what the book says now").focus()
    mine.keyboard.press("ArrowDown")
    expect(note.get_by_role("radio", name="what you wrote")).to_be_checked()
    keep(mine)
    expect(mine.get_by_role("status").first).to_contain_text("Kept")
    expect(mine.get_by_role("main")).to_contain_text("Mine: two names of one college.")
    expect(mine.get_by_role("main")).to_contain_text("1956 – 2031")
    mine.goto(f"{edited_site}{RECORD}/history")
    expect(mine.locator("ol.past > li").first).to_contain_text("from our archive")
