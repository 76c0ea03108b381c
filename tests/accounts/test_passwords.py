"""Passwords and addresses: forgotten, changed, set for the first time; added, verified, made the main one."""

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.utils import translation

from accounts.people import PASSWORD, again, code_in, enter, link_in, person, signed_in
from guildbook.config.adapter import Adapter

pytestmark = pytest.mark.django_db
NEW = "slow-harbour-52"


def test_a_forgotten_password_is_set_anew_by_a_link(client):
    user = person()
    assert client.post("/account/password/forgotten", {"email": "keeper@school.example"}).status_code == 302
    link = link_in(mail.outbox[0])
    form = client.get(link)["Location"]
    assert client.get(form).status_code == 200
    assert "too short" in client.post(form, {"password1": "short"}).content.decode()
    assert client.post(form, {"password1": NEW})["Location"] == "/account/password/anew"
    assert client.get("/account/password/anew").status_code == 200
    assert "set anew" in mail.outbox[-1].body
    enter(client, PASSWORD)
    assert not signed_in(client, user)
    enter(client, NEW)
    assert signed_in(client, user)
    assert "used up" in Client().get(link).content.decode()


@pytest.mark.parametrize("key", ["1-abc", "zzzzzzzzzzzzzzzz-abc-def", "0-0"])
def test_a_made_up_link_says_the_same_for_everybody(client, key):
    person()
    assert "used up" in client.get(f"/account/password/anew/{key}").content.decode()


def test_a_password_is_changed_by_whoever_knows_it(client):
    user = person()
    elsewhere = Client()
    enter(elsewhere)
    enter(client)
    wrong = client.post("/account/password", {"oldpassword": "no", "password1": NEW}).content.decode()
    assert "not your password" in wrong
    common = client.post("/account/password", {"oldpassword": PASSWORD, "password1": "password123"}).content.decode()
    assert "too common" in common
    alike = client.post("/account/password", {"oldpassword": PASSWORD, "password1": "keeper@school.example"})
    assert "too similar" in alike.content.decode()
    answer = client.post("/account/password", {"oldpassword": PASSWORD, "password1": NEW})
    assert answer["Location"] == "/account/"
    assert signed_in(client, user)
    assert elsewhere.get("/account/").status_code == 302  # other devices are signed out
    assert "was changed" in mail.outbox[-1].body


def test_a_first_password(client):
    user = person(password=None)
    client.force_login(user)
    assert client.get("/account/password")["Location"] == "/account/password/first"
    client.post("/account/password/first", {"password1": NEW})
    user.refresh_from_db()
    assert user.check_password(NEW)


def test_a_further_address_is_verified_and_made_the_main_one(client):
    user = person()
    enter(client)
    answer = client.post("/account/addresses", {"action_add": "1", "email": "second@school.example"})
    assert answer["Location"].startswith("/account/again")  # first show that it is you
    again(client)
    client.post("/account/addresses", {"action_add": "1", "email": "second@school.example"})
    assert mail.outbox[-1].to == ["second@school.example"]
    assert EmailAddress.objects.filter(user=user).count() == 1
    client.post("/account/addresses/verify", {"code": code_in(mail.outbox[-1])})
    client.post("/account/addresses", {"action_primary": "1", "email": "second@school.example"})
    user.refresh_from_db()
    assert user.email == "second@school.example"
    assert mail.outbox[-1].to == ["keeper@school.example"]  # the old address learns of it
    client.post("/account/addresses", {"action_remove": "1", "email": "second@school.example"})
    assert EmailAddress.objects.filter(user=user).count() == 2  # not the main one
    client.post("/account/addresses", {"action_remove": "1", "email": "keeper@school.example"})
    assert list(EmailAddress.objects.filter(user=user).values_list("email", flat=True)) == ["second@school.example"]


def test_an_address_of_somebody_else_is_not_told_to_be_theirs(client):
    person("other")
    person()
    enter(client)
    again(client)
    pages = []
    for address in ("other@school.example", "free@school.example"):
        answer = client.post("/account/addresses", {"action_add": "1", "email": address})
        pages.append((answer.status_code, answer["Location"]))
    assert pages[0] == pages[1]


def test_nobody_touches_the_addresses_of_another(client):
    other = person("other")
    person()
    enter(client)
    again(client)
    for action in ("action_remove", "action_primary", "action_send"):
        client.post("/account/addresses", {action: "1", "email": "other@school.example"})
    assert EmailAddress.objects.get(user=other).primary
    assert mail.outbox == []


def test_letters_about_the_account_are_in_its_owners_language(client, monkeypatch):
    person(language="vi")
    enter(client)
    seen = []
    monkeypatch.setattr(Adapter, "send_mail", lambda *said: seen.append((said[1], translation.get_language())))
    client.post("/account/password", {"oldpassword": PASSWORD, "password1": NEW})
    assert seen == [("account/email/password_changed", "vi")]
