import pytest

from portal.books import keep, keep_book, keep_places

pytestmark = pytest.mark.django_db


def test_an_alliance_asked_for_as_an_organisation_is_found_at_its_own_page(client):
    keep_book()
    answer = client.get("/organisations/guild?lang=zh-hans")
    assert (answer.status_code, answer["Location"]) == (301, "/alliances/guild?lang=zh-hans")


def test_a_draft_alliance_is_not_betrayed_by_a_redirect(client):
    keep("alliance", "secret", names=[{"text": "Secret", "language": "en"}], status="draft")
    assert client.get("/organisations/secret").status_code == 404


def test_names_of_every_kind_stand_with_language_and_period(client):
    names = [
        {"text": "Synthetic College", "language": "en", "kind": "official", "since": "2015"},
        {"text": "Synthetic School", "language": "en", "kind": "former", "until": "2015"},
        {"text": "示例学院", "language": "zh-Hans", "kind": "translated"},
    ]
    keep("organisation", "college", kind="school", names=names)
    page = client.get("/organisations/college").content.decode()
    assert '<td lang="zh-Hans">示例学院</td>' in page
    assert "former" in page
    assert "until 2015" in page


def test_an_organisation_shows_what_every_area_knows_of_it(client):
    keep_book()
    keep("person", "head", names={"en": "Synthetic head"})
    keep("role", "head-of-college", person="head", organisation="college-1", title={"en": "Principal"})
    keep("event", "visit", title={"en": "Synthetic visit"}, kind="visit", stops=[{"organisation": "college-1"}])
    page = client.get("/organisations/college-1").content.decode()
    for words in ("Synthetic guild", "Synthetic pact 1", "Synthetic school 1", "Synthetic head", "Synthetic visit"):
        assert words in page
    assert 'href="/alliances/guild"' in page


def test_a_place_shows_what_is_there_and_within(client):
    keep_book()
    keep("city-link", "twins", place="north-town", partner="west", since="1999")
    page = client.get("/places/north").content.decode()
    for words in ("North Town", "Synthetic college 1", "Synthetic school 1", "/city-links/twins", 'class="map"'):
        assert words in page


def test_a_person_shows_roles_and_appearances(client):
    keep_places()
    keep("organisation", "college", kind="school", names=[{"text": "Synthetic College", "language": "en"}])
    keep("person", "head", names={"en": "Synthetic head"})
    keep("role", "head-of-college", person="head", organisation="college", title={"en": "Principal"}, since="2020")
    keep("event", "talk", title={"en": "Synthetic talk"}, kind="forum", speeches=[{"speaker": "head-of-college"}])
    keep("event", "fair", title={"en": "Synthetic fair"}, kind="forum", attendances=[{"role": "head-of-college"}])
    page = client.get("/people/head").content.decode()
    for words in ("Principal", "since 2020", "Synthetic talk", "Synthetic fair"):
        assert words in page
