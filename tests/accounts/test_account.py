"""The page of the account: the name others see, the language of letters, and the menu."""

import pytest
from django.contrib.auth import get_user_model

from accounts.people import enter, person
from guildbook.accounts import menu
from guildbook.accounts.rules import tidy_name
from guildbook.kit.actors import PUBLIC, Actor, actor_of

pytestmark = pytest.mark.django_db


def name_oneself(client, name, language="en"):
    return client.post("/account/", {"shown_name": name, "language": language})


def test_the_chosen_name_stands_in_the_history(client, rf):
    user = person(is_staff=True)
    enter(client)
    assert name_oneself(client, "  Person   at the desk ", "th")["Location"] == "/account/"
    user.refresh_from_db()
    assert (user.shown_name, user.language) == ("Person at the desk", "th")
    request = rf.get("/")
    request.user = user
    assert actor_of(request).name == "Person at the desk"
    assert "Person at the desk</span>" in client.get("/").content.decode()


@pytest.mark.parametrize("name", ["other", "OTHER", "o\u200bther", "Ｏther", "guildbook", "Public", "", " \u200b "])
def test_nobody_takes_the_name_of_another_or_of_nobody(client, name):
    person("other")
    user = person()
    enter(client)
    answer = name_oneself(client, name)
    assert answer.status_code == 422
    user.refresh_from_db()
    assert user.shown_name == ""


def test_one_may_keep_ones_own_name(client):
    person(shown_name="Person 0")
    enter(client)
    assert name_oneself(client, "person 0").status_code == 302


@pytest.mark.parametrize(
    ("name", "kept"),
    [("Nguyễn Văn A", "Nguyễn Văn A"), ("สมชาย", "สมชาย"), ("A\tB\n C", "A B C"), ("a\u202eb", "ab"), ("ﬁ", "fi")],
)
def test_a_name_is_kept_in_order(name, kept):
    assert tidy_name(name) == kept


def test_letters_come_in_the_language_of_the_first_signing_in(client):
    user = person()
    enter(client)
    user.refresh_from_db()
    assert user.language == "en"
    other = person("other")
    client.post("/sign-out")
    client.post("/sign-in", {"login": "other", "password": "quiet-river-27"}, headers={"Accept-Language": "lo"})
    other.refresh_from_db()
    assert other.language == "lo"
    client.post("/sign-out")
    client.post("/sign-in", {"login": "other", "password": "quiet-river-27"}, headers={"Accept-Language": "vi"})
    other.refresh_from_db()
    assert other.language == "lo"


@pytest.mark.parametrize("language", ["xx", "de", "../en"])
def test_only_languages_of_the_book_are_chosen(client, language):
    person()
    enter(client)
    assert name_oneself(client, "Person 0", language).status_code == 422


def test_the_menu_has_what_an_actor_may_use(monkeypatch):
    monkeypatch.setattr(menu, "_entries", [])
    menu.offer_menu("Things", "/things/", count=lambda actor: 3)
    menu.offer_menu("Things again", "/things/")
    menu.offer_menu("For staff", "/staff/", to=lambda actor: actor.is_staff)
    assert [(each.label, each.count) for each in menu.account_links(PUBLIC)] == [("Things", 3)]
    assert [each.url for each in menu.account_links(Actor("lan", is_staff=True))] == ["/things/", "/staff/"]


def test_readers_have_no_menu_and_the_account_is_nobody_elses(client):
    assert "/sign-out" not in client.get("/").content.decode()
    assert client.get("/account/")["Location"] == "/sign-in?next=/account/"
    assert get_user_model().objects.count() == 0


def test_devices_are_listed_and_signed_out(client):
    from django.test import Client

    person()
    other = Client(headers={"User-Agent": "Telephone"})
    enter(other)
    enter(client)
    page = client.get("/account/devices").content.decode()
    assert "Telephone" in page
    assert "this device" in page
    client.post("/account/devices")
    assert other.get("/account/").status_code == 302
    assert client.get("/account/").status_code == 200


def test_a_letter_links_to_the_public_address(client, settings):
    from django.core import mail

    settings.ADDRESS, settings.ADDRESS_IS_GIVEN, settings.ALLOWED_HOSTS = "https://book.example", True, ["*"]
    person()
    client.post("/account/password/forgotten", {"email": "keeper@school.example"}, headers={"Host": "evil.example"})
    assert "https://book.example/account/password/anew/" in mail.outbox[0].body
    assert "evil" not in mail.outbox[0].body


def test_forms_want_their_token():
    from django.test import Client

    person()
    strict = Client(enforce_csrf_checks=True)
    for path in ("/sign-in", "/sign-out", "/account/code", "/account/password/forgotten", "/account/passkeys/sign-in"):
        assert strict.post(path, {}).status_code == 403, path
