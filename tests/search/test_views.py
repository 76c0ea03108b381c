"""The search page and what its box suggests."""

import re

import pytest

from portal.books import keep, keep_book

pytestmark = pytest.mark.django_db


def search(client, words, **asked):
    return client.get("/search/", {"q": words, **asked}).content.decode()


def found(page):
    """Addresses of the results, in their order."""
    results = page.partition('<ol class="found">')[2].partition("</ol>")[0]
    return re.findall(r'<p class="hit"><a href="([^"]+)"', results)


def test_an_empty_search_says_what_can_be_found(client):
    page = search(client, "")
    assert "Write a name" in page
    assert "/search/" in page or "?q=guangxi+jianshe" in page


def test_records_of_every_kind_are_found_in_one_list_with_a_chip_for_each_kind(client):
    keep_book(members=7)
    page = search(client, "synthetic")
    assert '<a href="?q=synthetic&amp;kind=unit">Units <span class="n">7</span></a>' in page
    assert "Everything" in page
    assert found(page)[0] == "/alliances/guild", "alliances come first among equals"
    only = search(client, "synthetic", kind="unit")
    assert len(found(only)) == 7
    assert all(url.startswith("/units/") for url in found(only))


def test_pages_follow_each_other_and_hold_each_record_once(client):
    keep_book(members=7)
    first, second = search(client, "synthetic"), search(client, "synthetic", page="2")
    assert len(found(first)) == 20
    assert 'rel="next"' in first
    assert not set(found(first)) & set(found(second))


def test_case_accents_and_width_do_not_matter(client):
    keep("person", "author", names={"en": "Đặng Văn Á"})
    assert "/people/author" in search(client, "ＤANG van a")


def test_an_alliance_is_found_once(client):
    keep_book()
    page = search(client, "synthetic guild")
    assert "/alliances/guild" in page
    assert "/organisations/guild" not in page


def test_a_whole_name_comes_before_one_that_begins_so(client):
    keep_book()
    keep("organisation", "westland-college", kind="school", names=[{"text": "Westland College", "language": "en"}])
    assert found(search(client, "westland"))[:2] == ["/places/west", "/organisations/westland-college"]


def test_what_is_not_there_is_said(client):
    keep_book()
    page = search(client, "zzzzqqqq xxxyyy")
    assert "Nothing was found" in page
    assert "/check" in page


def test_drafts_and_withdrawn_records_are_not_found(client):
    for status in ("draft", "withdrawn"):
        keep("person", f"{status}-person", names={"en": f"Unseen {status}"}, status=status)
    for words in ("unseen", "unsen", "draft-person"):
        page = search(client, words)
        assert found(page) == []
        assert "Unseen" not in page


def test_results_say_why_and_mark_what_fits_in_its_language(client):
    names = [
        {"text": "Construction College", "language": "en"},
        {"text": "广西建设职业技术学院", "language": "zh-Hans"},
        {"text": "建设学校", "language": "zh-Hans", "kind": "former", "until": "2001"},
    ]
    keep("organisation", "construction", kind="school", names=names)
    page = search(client, "guangxi jianshe")
    assert '<span class="why">pinyin</span> <span lang="zh-Hans"><mark>广西建设</mark>职业技术学院</span>' in page
    assert '<span class="why">former name</span> <span lang="zh-Hans"><mark>建设学校</mark></span>' in search(
        client, "建設學校"
    )
    assert "Did you mean" in search(client, "constuction colege")
    assert 'href="?q=construction+college"' in search(client, "constuction colege")


def test_filters_narrow_and_count_what_fits_the_others(client):
    keep_book(members=2)
    page = search(client, "synthetic", kind="unit", country="south")
    assert found(page) == ["/units/school-1", "/units/school-2"]
    assert 'aria-current="true"><span>Southland</span><span class="n">2</span>' in page
    assert "<span>Northland</span>" not in page, "no unit lies there"
    assert found(search(client, "synthetic", since="2023", until="2023", kind="unit"))
    assert found(search(client, "synthetic", until="2019", kind="unit")) == []
    wrong = search(client, "synthetic", since="yesterday")
    assert "yesterday" in wrong
    assert found(wrong), "a date that cannot be read is left out, and said"


@pytest.mark.parametrize("words", ["%", "_", "'", '"', "<script>", "\x00", "a" * 5000, '" OR "', "*", "¹a", "-", "🛠️"])
def test_any_words_may_be_asked_for(client, words):
    for address in ("/search/", "/search/suggest"):
        answer = client.get(address, {"q": words})
        assert answer.status_code == 200
        assert "<script>" not in answer.content.decode().replace('<script src="', "")


@pytest.mark.parametrize("page", ["0", "-1", "99", "x", "9" * 30, "²"])
def test_any_page_number_shows_a_page(client, page):
    assert client.get("/search/", {"q": "x", "page": page}).status_code == 200


def test_the_box_suggests_names_and_nothing_for_nothing(client):
    keep_book()
    page = client.get("/search/suggest", {"q": "synth"}).content.decode()
    assert '<a href="/alliances/guild"><span><mark>Synth</mark>etic guild</span>' in page
    assert "/search/?q=synth" in page
    assert client.get("/search/suggest", {"q": "zzz"}).content.decode().strip() == ""
