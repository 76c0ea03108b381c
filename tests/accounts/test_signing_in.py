"""Signing in and out: by password, by a code, on to the right place, and told the same whoever exists."""

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.utils import timezone

from accounts.people import PASSWORD, code_in, enter, person, signed_in

pytestmark = pytest.mark.django_db
FOREIGN = ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)"]


@pytest.mark.parametrize("login", ["keeper", "keeper@school.example", "KEEPER@School.example"])
def test_by_password_with_name_or_address(client, login):
    user = person()
    assert enter(client, login=login)["Location"] == "/"
    assert signed_in(client, user)


def test_an_account_of_the_command_line_needs_no_verified_address(client):
    user = get_user_model().objects.create_superuser("root", "root@localhost.example", PASSWORD)
    assert enter(client, login="root")["Location"] == "/"
    assert signed_in(client, user)


def test_signing_in_makes_a_new_session(client):
    person()
    client.get("/sign-in?next=/plans/")
    client.session["kept"] = 1
    before = client.session.session_key
    enter(client)
    assert client.session.session_key != before


def test_signing_out_needs_a_post(client):
    user = person()
    client.force_login(user)
    assert client.get("/sign-out").status_code == 200
    assert signed_in(client, user)
    client.post("/sign-out")
    assert not signed_in(client, user)


def test_on_to_the_page_that_was_asked_for(client):
    person()
    assert 'value="/units/new"' in client.get("/sign-in?next=/units/new").content.decode()
    assert enter(client, next="/units/new")["Location"] == "/units/new"


@pytest.mark.parametrize("where", FOREIGN)
def test_never_on_to_another_site(client, where):
    person()
    assert enter(client, next=where)["Location"] == "/"


@pytest.mark.parametrize("where", FOREIGN)
def test_never_on_to_another_site_by_a_code_or_by_leaving(client, where):
    person()
    client.post("/account/code", {"email": "keeper@school.example", "next": where})
    answer = client.post("/account/code/enter", {"code": code_in(mail.outbox[0]), "next": where})
    assert answer["Location"] == "/"
    assert client.post("/sign-out", {"next": where})["Location"] == "/"


def test_by_a_code(client):
    user = person()
    answer = client.post("/account/code", {"email": "keeper@school.example", "next": "/plans/"})
    assert answer["Location"] == "/account/code/enter?next=%2Fplans%2F"
    letter = mail.outbox[0]
    assert letter.to == ["keeper@school.example"]
    assert letter.subject == "Your code for Guildbook"
    assert client.post("/account/code/enter", {"code": "0000-0000"}).status_code == 200
    assert not signed_in(client, user)
    answer = client.post("/account/code/enter", {"code": code_in(letter).replace("-", ""), "next": "/plans/"})
    assert answer["Location"] == "/plans/"
    assert signed_in(client, user)


def test_a_code_is_void_after_three_wrong_ones_and_after_use(client):
    user = person()
    client.post("/account/code", {"email": "keeper@school.example"})
    right = code_in(mail.outbox[0])
    for __ in range(3):
        client.post("/account/code/enter", {"code": "0000-0000"})
    client.post("/account/code/enter", {"code": right})
    assert not signed_in(client, user)


def test_a_code_is_void_after_its_time(client, monkeypatch):
    user = person()
    client.post("/account/code", {"email": "keeper@school.example"})
    later = timezone.now().timestamp() + 601
    monkeypatch.setattr("allauth.account.internal.flows.code_verification.time.time", lambda: later)
    client.post("/account/code/enter", {"code": code_in(mail.outbox[0])})
    assert not signed_in(client, user)


def test_another_browser_cannot_use_the_code(client):
    from django.test import Client

    user = person()
    client.post("/account/code", {"email": "keeper@school.example"})
    other = Client()
    other.post("/account/code/enter", {"code": code_in(mail.outbox[0])})
    assert not signed_in(other, user)


def words_of(answer):
    """A page without what is different on every page, and the address that was typed."""
    import re

    text = re.sub(r'(csrfmiddlewaretoken" value=")[^"]+', r"\1", answer.content.decode())
    return text.replace("keeper@school.example", "ADDRESS").replace("nobody@school.example", "ADDRESS")


def test_nobody_learns_whether_an_account_exists(client):
    from django.test import Client

    person()
    known, unknown = Client(), Client()
    for each, name in ((known, "keeper"), (unknown, "nobody")):
        each.told = [words_of(enter(each, "wrong", login=f"{name}@school.example"))]
        each.told[0] = each.told[0].replace(f'value="{name}@school.example"', "")
        for page, onward in (("/account/code", "/account/code/enter"), ("/account/password/forgotten", None)):
            answer = each.post(page, {"email": f"{name}@school.example"})
            each.told += [answer.status_code, answer["Location"], words_of(each.get(onward or answer["Location"]))]
    assert known.told == unknown.told
    # Both addresses get a letter for the code and one for the password, so that not even the post tells.
    assert sorted(letter.to[0] for letter in mail.outbox) == sorted(
        ["keeper@school.example", "keeper@school.example", "nobody@school.example", "nobody@school.example"]
    )


def test_an_inactive_account_does_not_get_in(client):
    user = person(is_active=False)
    enter(client)
    assert not signed_in(client, user)
    client.post("/account/code", {"email": "keeper@school.example"})
    assert not any("code" in letter.subject for letter in mail.outbox)


def test_a_mail_that_cannot_be_sent_is_kept_and_said(client, settings):
    from guildbook.notices.models import Letter

    person()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens there
    page = client.post("/account/code", {"email": "keeper@school.example"}, follow=True).content.decode()
    assert "could not be sent just now" in page
    kept = Letter.objects.get()
    assert kept.address == "keeper@school.example"
    assert "keeper" not in kept.subject
    assert client.session["account_login"]
