"""Limits of attempts, counted where all processes of the site see them."""

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.cache.backends.db import DatabaseCache
from django.test import Client

from accounts.people import enter, person, signed_in

pytestmark = pytest.mark.django_db


def test_the_count_is_shared_by_all_processes():
    assert isinstance(cache._connections[cache._alias], DatabaseCache)
    cache.set("a", 1)
    assert cache.get("a") == 1


def test_a_password_cannot_be_guessed_on_and_on(client):
    user = person()
    for __ in range(5):
        assert "do not go together" in enter(client, "wrong").content.decode()
    page = enter(Client(REMOTE_ADDR="203.0.113.9")).content.decode()  # even the right one, from elsewhere
    assert "Too many attempts" in page
    assert not signed_in(client, user)


def test_one_address_cannot_try_many_accounts(client):
    person()
    for number in range(10):
        enter(client, "wrong", login=f"person-{number}")
    assert "Too many attempts" in enter(client).content.decode()


def test_codes_cannot_be_ordered_on_and_on(client):
    person()
    for __ in range(6):
        Client().post("/account/code", {"email": "keeper@school.example"})
    assert len(mail.outbox) == 3


def test_new_passwords_cannot_be_ordered_on_and_on():
    person()
    answers = [Client().post("/account/password/forgotten", {"email": "keeper@school.example"}) for __ in range(6)]
    assert [each.status_code for each in answers] == [302] * 5 + [429]
    assert "Not so fast" in answers[-1].content.decode()


def test_who_asks_is_told_by_the_proxy_only_where_there_is_one(rf, settings):
    from guildbook.accounts.adapters import AccountAdapter

    request = rf.get("/", headers={"X-Forwarded-For": "203.0.113.7, 198.51.100.2"})
    assert AccountAdapter(request).get_client_ip(request) == "127.0.0.1"
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert AccountAdapter(request).get_client_ip(request) == "198.51.100.2"
