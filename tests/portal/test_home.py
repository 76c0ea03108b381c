import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guildbook.portal.views.home import title
from portal.books import (
    keep,
    keep_alliance,
    keep_book,
    keep_claims,
    keep_indicators,
    keep_member,
    keep_places,
    keep_plan,
)

pytestmark = pytest.mark.django_db


def queries_of(client, url):
    client.get(url)
    cache.clear()
    with CaptureQueriesContext(connection) as held:
        assert client.get(url).status_code == 200
    return len(held)


def test_an_empty_book_says_how_to_begin(client):
    page = client.get("/").content.decode()
    assert "guildbook load demo" in page
    assert 'class="band"' not in page


def test_home_shows_figures_with_what_is_on_record_and_what_is_missing(client):
    keep_book(members=2)
    page = client.get("/").content.decode()
    assert "The book of one alliance" in page
    assert "/figures/members?subject=alliance:guild" in page
    assert "2 on record" in page
    assert "12 are counted, 2 on record" in page


def test_home_shows_what_happened_latest_first_and_progress_of_targets(client):
    keep_book()
    page = client.get("/").content.decode()
    happened = page[page.index("What happened latest") :]
    assert happened.index("Synthetic forum 1") < happened.index("Synthetic school 1") < happened.index("Synthetic pact")
    assert "Ten schools 1" in page
    assert 'class="done" width="10.00%"' in page


def test_what_only_ended_by_a_day_is_not_something_that_happened(client):
    keep_book()
    keep("event", "old", title={"en": "An event before some day"}, kind="visit", since="../2025-01-01")
    assert "An event before some day" not in client.get("/").content.decode()


def test_drafts_stay_off_the_home_page_and_the_latest_entries(client):
    keep_book()
    keep("event", "secret", title={"en": "A secret event"}, kind="visit", since="2025-01-01", status="draft")
    assert "A secret event" not in client.get("/").content.decode()
    latest = client.get("/latest/").content.decode()
    assert "A secret event" not in latest
    assert "secret" not in latest


def test_home_asks_the_database_as_often_for_three_of_everything_as_for_one(client):
    keep_indicators()
    keep_places()
    keep_alliance()
    keep_member(1)
    keep_plan(1)
    keep_claims()
    one = queries_of(client, "/")
    for n in (2, 3):
        keep_member(n)
        keep_plan(n)
    assert queries_of(client, "/") == one


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "The book of one alliance"), (5, "The book of five alliances"), (1234, "The book of 1,234 alliances")],
)
def test_the_title_says_small_numbers_in_words(count, words):
    assert title(count) == words
