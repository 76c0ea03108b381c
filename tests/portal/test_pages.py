import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from guildbook.kit.record_types import record_types
from portal.books import keep, keep_book

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("url", ["/", "/map/", "/words/", "/latest/", "/search/", "/search/?q=guild", "/sign-in"])
def test_every_page_answers_in_both_languages(client, url, language):
    keep_book()
    answer = client.get(url, {"lang": language} if "?" not in url else None, headers={"Accept-Language": language})
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.content.decode()


def test_every_choice_with_a_definition_has_an_anchor(client):
    page = client.get("/words/").content.decode()
    for kind in record_types():
        assert f'id="{kind.name}"' in page
        for name, text in kind.definitions.items():
            assert f'id="{kind.name}.{name}"' in page
            assert str(text).replace("'", "&#39;") in page


def test_every_kind_of_record_is_defined_in_words():
    from guildbook.portal.views.words import DEFINITIONS

    assert {kind.name for kind in record_types()} == set(DEFINITIONS)


def test_the_map_can_be_narrowed_to_a_kind_and_an_alliance(client):
    keep_book()
    assert "Synthetic school 1" in client.get("/map/").content.decode()
    assert "Synthetic school 1" not in client.get("/map/?kind=place").content.decode()
    narrowed = client.get("/map/?alliance=guild").content.decode()
    assert "Westland" in narrowed


@pytest.mark.parametrize("query", ["kind=dragon", "alliance=none"])
def test_a_map_of_what_does_not_exist_is_not_found(client, query):
    assert client.get(f"/map/?{query}").status_code == 404


def test_the_map_does_not_show_drafts(client):
    keep_book()
    keep(
        "unit", "secret", names={"en": "A secret unit"}, kind="workshop", state="planned", place="south", status="draft"
    )
    assert "A secret unit" not in client.get("/map/").content.decode()


@pytest.mark.parametrize("page", ["0", "-1", "99999999", "x", "2"])
def test_any_page_of_the_latest_entries_answers(client, page):
    keep_book()
    assert client.get("/latest/", {"page": page}).status_code == 200


def test_the_latest_entry_comes_first_with_its_record(client):
    keep_book()
    keep("person", "newest", names={"en": "Newest person"})
    page = client.get("/latest/").content.decode()
    assert page.index("/people/newest") < page.index("for a test")


def test_unknown_addresses_answer_404_in_the_look_of_the_book(client):
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()


def test_a_missing_record_says_what_is_missing(client):
    answer = client.get("/organisations/nobody")
    assert answer.status_code == 404
    assert "nobody" in answer.content.decode()


def test_errors_are_told_in_the_look_of_the_book(client, monkeypatch, settings):
    settings.DEBUG = False
    monkeypatch.setattr("guildbook.portal.views.service.last_entry", lambda: 1 / 0)
    quiet = Client(raise_request_exception=False)
    answer = quiet.get("/health")
    assert answer.status_code == 500
    assert "Something went wrong here" in answer.content.decode()


def test_a_post_without_token_is_refused_politely(settings):
    settings.DEBUG = False
    answer = Client(enforce_csrf_checks=True).post("/sign-in", {"login": "a"})
    assert answer.status_code == 403


def test_health_and_robots(client):
    assert client.get("/health").content == b"ok\n"
    assert b"User-agent" in client.get("/robots.txt").content


def test_signing_in_and_out(client):
    get_user_model().objects.create_user("keeper", password="a long enough secret", is_staff=True)
    wrong = client.post("/sign-in", {"login": "keeper", "password": "wrong"})
    assert "keeper</span>" not in wrong.content.decode()
    client.post("/sign-in", {"login": "keeper", "password": "a long enough secret"})
    page = client.get("/").content.decode()
    assert "keeper</span>" in page
    client.post("/sign-out")
    assert "keeper</span>" not in client.get("/").content.decode()
