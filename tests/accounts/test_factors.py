"""The second factor: codes from an app, and recovery codes."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.test import Client

from accounts.people import again, code_in, enter, person, signed_in

pytestmark = pytest.mark.django_db


def app_code(secret):
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def ask_for_codes(client):
    """Turn codes on as a person does; returns the key the app keeps."""
    page = client.get("/account/app").content.decode()
    assert 'src="data:image/svg+xml;base64,' in page
    secret = re.search(r"<code>([A-Z2-7]+)</code>", page).group(1)
    assert "not the right one" in client.post("/account/app", {"code": "000000"}).content.decode()
    assert client.post("/account/app", {"code": app_code(secret)})["Location"] == "/account/recovery-codes"
    return secret


@pytest.fixture
def guarded(client, django_capture_on_commit_callbacks):
    """Somebody whose account asks for a code, signed out again; their key and recovery codes."""
    user = person()
    enter(client)
    assert client.get("/account/app")["Location"].startswith("/account/again")
    again(client)
    with django_capture_on_commit_callbacks(execute=True):  # the letter leaves once the change is certain
        secret = ask_for_codes(client)
    codes = re.findall(r"<li><code>(\d+)</code>", client.get("/account/recovery-codes").content.decode())
    assert len(codes) == 10
    assert client.get("/account/recovery-codes/file").content.decode().split() == codes
    assert "code from an app" in mail.outbox[0].body
    client.post("/sign-out")
    from django.core.cache import cache

    cache.clear()  # a code is good once; the tests do not wait half a minute for the next
    return user, secret, codes


def test_signing_in_asks_for_the_code(client, guarded):
    user, secret, __ = guarded
    assert enter(client, next="/plans/")["Location"] == "/account/second-factor"
    assert not signed_in(client, user)
    assert client.get("/account/").status_code == 302
    assert "not the right one" in client.post("/account/second-factor", {"code": "000000"}).content.decode()
    assert client.post("/account/second-factor", {"code": app_code(secret)})["Location"] == "/plans/"
    assert signed_in(client, user)


def test_a_code_by_mail_does_not_stand_for_the_second_factor(client, guarded):
    user, *__ = guarded
    client.post("/account/code", {"email": "keeper@school.example"})
    answer = client.post("/account/code/enter", {"code": code_in(mail.outbox[-1])})
    assert answer["Location"] == "/account/second-factor"
    assert not signed_in(client, user)


def test_a_new_password_does_not_either(client, guarded):
    from accounts.people import link_in

    client.post("/account/password/forgotten", {"email": "keeper@school.example"})
    form = client.get(link_in(mail.outbox[-1]))["Location"]
    client.post(form, {"password1": "slow-harbour-52"})
    assert enter(client, "slow-harbour-52")["Location"] == "/account/second-factor"


def test_a_recovery_code_is_good_once(client, guarded):
    user, __, codes = guarded
    enter(client)
    client.post("/account/second-factor", {"code": codes[0]})
    assert signed_in(client, user)
    other = Client()
    enter(other)
    other.post("/account/second-factor", {"code": codes[0]})
    assert not signed_in(other, user)
    other.post("/account/second-factor", {"code": codes[1]})
    assert signed_in(other, user)


def test_a_code_of_the_app_is_good_once(client, guarded):
    user, secret, __ = guarded
    used = app_code(secret)
    enter(client)
    client.post("/account/second-factor", {"code": used})
    assert signed_in(client, user)
    other = Client()
    enter(other)
    other.post("/account/second-factor", {"code": used})
    assert not signed_in(other, user)


def test_codes_cannot_be_guessed_on_and_on(client, guarded):
    user, secret, __ = guarded
    enter(client)
    for __ in range(5):
        client.post("/account/second-factor", {"code": "000000"})
    page = client.post("/account/second-factor", {"code": app_code(secret)})
    assert not signed_in(client, user)
    assert "Too many attempts" in page.content.decode()


def test_taking_codes_off_asks_again_and_tells(client, guarded):
    user, __, codes = guarded
    enter(client)
    client.post("/account/second-factor", {"code": codes[0]})
    assert client.post("/account/app/off")["Location"].startswith("/account/again")
    assert again(client).status_code == 302
    assert client.get("/account/app/off").status_code == 200
    client.post("/account/app/off")
    assert not Authenticator.objects.filter(user=user).exists()
    assert "no longer asked for" in mail.outbox[-1].body


def test_new_recovery_codes_void_the_old(client, guarded):
    *__, codes = guarded
    enter(client)
    client.post("/account/second-factor", {"code": codes[0]})
    again(client)
    assert client.get("/account/recovery-codes/new").status_code == 200
    client.post("/account/recovery-codes/new")
    fresh = re.findall(r"<li><code>(\d+)</code>", client.get("/account/recovery-codes").content.decode())
    assert len(fresh) == 10
    assert set(fresh).isdisjoint(codes)


def test_recovery_codes_are_shown_to_nobody_who_did_not_show_themselves(client, guarded):
    user, *__ = guarded
    other = Client()
    other.force_login(user)
    assert other.get("/account/recovery-codes")["Location"].startswith("/account/again")
    assert other.get("/account/recovery-codes/file")["Location"].startswith("/account/again")
