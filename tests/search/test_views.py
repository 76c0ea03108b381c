import pytest

from portal.books import keep, keep_book

pytestmark = pytest.mark.django_db


def search(client, words):
    return client.get("/search/", {"q": words}).content.decode()


def test_an_empty_search_says_what_can_be_found(client):
    page = search(client, "")
    assert "Write a name" in page


def test_words_are_found_in_every_kind_of_record_grouped_with_counts(client):
    keep_book(members=7)
    page = search(client, "synthetic school")
    assert '<a href="/units/?q=synthetic+school">Units</a> <span class="count">7</span>' in page
    assert "1 more" in page


def test_case_accents_and_width_do_not_matter(client):
    keep("person", "author", names={"en": "Đặng Văn Á"})
    assert "/people/author" in search(client, "ＤANG van a")


def test_an_alliance_is_found_once(client):
    keep_book()
    page = search(client, "synthetic guild")
    assert "/alliances/guild" in page
    assert "/organisations/guild" not in page


def test_kinds_that_bear_the_whole_name_come_first(client):
    keep_book()
    keep("person", "guild-person", names={"en": "Westland Brown"})
    keep("organisation", "westland-college", kind="school", names=[{"text": "Westland College", "language": "en"}])
    page = search(client, "westland")
    assert page.index("/places/west") < page.index("/organisations/westland-college")


def test_what_is_not_there_is_said(client):
    keep_book()
    page = search(client, "zzz unheard of")
    assert "Nothing has these words" in page


def test_drafts_and_withdrawn_records_are_not_found(client):
    for status in ("draft", "withdrawn"):
        keep("person", f"{status}-person", names={"en": f"Unseen {status}"}, status=status)
    page = search(client, "unseen")
    assert "Nothing has these words" in page


@pytest.mark.parametrize("words", ["%", "_", "'", '"', "<script>", "\x00", "a" * 5000])
def test_any_words_may_be_asked_for(client, words):
    answer = client.get("/search/", {"q": words})
    assert answer.status_code == 200
    assert "<script>" not in answer.content.decode().replace('<script src="', "")
