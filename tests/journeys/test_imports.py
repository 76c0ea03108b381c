"""What a secretariat does with its own list: send it, say what its columns are, look it over, decide, keep all."""

import io

from openpyxl import Workbook
from playwright.sync_api import expect

LIST = [
    ["学校名称", "School (English)", "Country", "Joined", "No."],
    ["昆明样例学院", "Sample College of Kunming", "China", "2021-05", 1],
    ["河内样例学院", "Sample College of Hanoi", "Vietnam", "03/04/2022", 2],
]


def test_a_list_is_sent_mapped_looked_over_and_kept(page, edited_site, sign_in):
    sign_in(page, edited_site)
    page.goto(f"{edited_site}/imports/")
    book = Workbook()
    for row in LIST:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    page.get_by_label("A file").set_input_files({"name": "members.xlsx", "mimeType": kind, "buffer": file.getvalue()})
    page.get_by_role("button", name="Look at it first").click()
    expect(page.get_by_role("heading", name="Columns of members.xlsx")).to_be_visible()
    expect(page.get_by_label("What “学校名称” is")).to_have_value("names")
    expect(page.get_by_label("Language of “School (English)”")).to_have_value("en")
    page.get_by_label("Name of this reading").fill("Members by year")
    page.get_by_role("button", name="Look at it first").click()
    expect(page.get_by_text("day and month may be swapped")).to_be_visible()
    expect(page.get_by_role("button", name="Keep all")).to_have_count(0)
    page.get_by_role("link", name="Columns").click()
    page.get_by_label("How the list writes dates").select_option("dmy")
    page.get_by_role("button", name="Look at it first").click()
    page.get_by_label("Why").fill("list of the annual meeting")
    page.get_by_role("button", name="Keep all: 2 records").click()
    expect(page.get_by_role("status").first).to_contain_text("All of it was kept")
    page.goto(f"{edited_site}/organisations/?q=Sample+College+of+Hanoi")
    page.get_by_role("link", name="Sample College of Hanoi").first.click()
    expect(page.get_by_role("main")).to_contain_text("河内样例学院")
    expect(page.get_by_role("main")).to_contain_text("3 Apr 2022")
