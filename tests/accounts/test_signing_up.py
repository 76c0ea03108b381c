"""Accounts are made by invitation, or by oneself where the operator says so."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client

from accounts.people import PASSWORD, code_in, enter, person, signed_in
from guildbook.accounts.actions import open_account
from guildbook.accounts.queries import free_name

pytestmark = pytest.mark.django_db
ABOUT = {"email": "new@school.example", "shown_name": "Person 0"}


def test_without_an_invitation_there_is_no_way_in(client):
    assert "by invitation" in client.get("/account/sign-up").content.decode()
    client.post("/account/sign-up", ABOUT)
    assert not get_user_model().objects.exists()
    assert mail.outbox == []


def test_by_oneself_where_that_is_open(client, settings):
    settings.SIGN_UP_IS_OPEN = True
    answer = client.post("/account/sign-up", ABOUT, headers={"Accept-Language": "th"})
    assert answer["Location"] == "/account/addresses/verify"
    user = get_user_model().objects.get()
    assert not signed_in(client, user)
    assert (user.shown_name, user.language) == ("Person 0", "th")
    assert "new" not in user.username
    assert "Person" not in user.username
    assert not user.has_usable_password()
    client.post("/account/addresses/verify", {"code": code_in(mail.outbox[0])})
    assert signed_in(client, user)
    assert EmailAddress.objects.get(user=user).verified
    assert not user.is_staff


def test_an_address_that_was_not_proved_is_no_way_in(client, settings):
    """Somebody signs up with another's address; neither they nor the owner's later code make an account of both."""
    settings.SIGN_UP_IS_OPEN = True
    client.post("/account/sign-up", ABOUT)
    user = get_user_model().objects.get()
    assert not user.has_usable_password()
    owner = Client()
    owner.post("/account/code", {"email": "new@school.example"})
    owner.post("/account/code/enter", {"code": code_in(mail.outbox[-1])})
    assert signed_in(owner, user)
    assert not signed_in(client, user)


def test_somebody_set_a_password_but_never_proved_the_address(client):
    user = person(verified=False)
    EmailAddress.objects.create(user=user, email=user.email, verified=False, primary=True)
    assert enter(client)["Location"] == "/account/addresses/verify"
    assert not signed_in(client, user)


def test_an_address_that_has_an_account_is_told_by_mail_only(client, settings):
    settings.SIGN_UP_IS_OPEN = True
    person()
    answer = client.post("/account/sign-up", {**ABOUT, "email": "keeper@school.example"})
    assert answer["Location"] == "/account/addresses/verify"
    assert "has one already" in mail.outbox[0].body
    assert get_user_model().objects.count() == 1
    assert client.get("/account/addresses/verify").status_code == 200


def test_whoever_is_invited_may_sign_up_with_that_address(client):
    session = client.session
    session["account_verified_email"] = "new@school.example"
    session.save()
    page = client.get("/account/sign-up").content.decode()
    assert 'value="new@school.example"' in page
    answer = client.post("/account/sign-up", ABOUT)
    user = get_user_model().objects.get()
    assert (answer.status_code, signed_in(client, user)) == (302, True)
    assert EmailAddress.objects.get(user=user).verified


def test_an_invitation_lets_in_its_own_address_only(client):
    session = client.session
    session["account_verified_email"] = "new@school.example"
    session.save()
    client.post("/account/sign-up", {**ABOUT, "email": "other@school.example"})
    assert list(EmailAddress.objects.values_list("email", "verified")) == [("new@school.example", True)]
    assert get_user_model().objects.get().email == "new@school.example"


def test_an_account_made_for_somebody_invited(client):
    user = open_account("New@School.example", " Person 0 ", "vi", PASSWORD)
    assert (user.shown_name, user.language, user.email) == ("Person 0", "vi", "new@school.example")
    enter(client, login="new@school.example")
    assert signed_in(client, user)
    assert not open_account("second@school.example", "Person 1", "xx").has_usable_password()


def test_two_people_never_have_one_name():
    person("keeper")
    open_account("a@school.example", "Person 0")
    assert free_name("person 0") == "person 0 (2)"
    assert free_name("Keeper") == "Keeper (2)"
    assert open_account("b@school.example", "Person 0").shown_name == "Person 0 (2)"
    assert free_name("x" * 200) == "x" * 80
