"""Signing in with an institution's account, against a provider on this machine."""

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import get_user_model
from django.test import Client

from accounts.issuer import issuer, query_of
from accounts.people import again, enter, person, signed_in

pytestmark = pytest.mark.django_db
CLAIMS = {"sub": "p-0", "email": "keeper@school.example", "email_verified": True, "name": "Person 0"}


@pytest.fixture
def school(settings):
    """The institution, known to the site as `school`; it speaks for school.example."""
    with issuer(dict(CLAIMS)) as server:
        app = {
            "provider_id": "school",
            "name": "School 0",
            "client_id": "book",
            "secret": "hush",
            "settings": {"server_url": server.address, "domains": ["school.example"], "oauth_pkce_enabled": True},
        }
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
        yield server


def come_back(client, begun):
    """Play the institution's own page: it sends the person back with a code."""
    asked = query_of(begun["Location"])
    assert asked["code_challenge_method"] == "S256"
    assert asked["redirect_uri"] == "http://testserver/account/with/school/back"
    return client.get("/account/with/school/back", {"code": "c", "state": asked["state"]})


def through(client, **params):
    return come_back(client, client.get("/account/with/school", params))


def test_the_owner_of_a_verified_address_gets_in(client, school):
    user = person()
    assert "Sign in with School 0" in client.get("/sign-in?next=/plans/").content.decode()
    assert through(client, next="/plans/")["Location"] == "/plans/"
    assert signed_in(client, user)
    assert SocialAccount.objects.get().user == user
    assert school.asked[0]["code_verifier"]
    school.claims["email"] = "renamed@school.example"  # known by the institution's number from now on
    later = Client()
    through(later)
    assert signed_in(later, user)


@pytest.mark.parametrize(
    "said",
    [
        {"email_verified": False},
        {"email_verified": "false"},
        {"email_verified": None},
        {"email": "keeper@school.example.evil.example"},
        {"email": "keeper@other.example"},
    ],
)
def test_nobody_gets_in_by_an_address_the_institution_does_not_answer_for(client, school, said):
    user = person()
    EmailAddress.objects.create(user=user, email="keeper@other.example", verified=True)
    school.claims.update(said)
    answer = through(client)
    assert not signed_in(client, user)
    assert "by invitation" in answer.content.decode()
    assert not SocialAccount.objects.exists()
    assert get_user_model().objects.count() == 1


def test_a_stranger_makes_no_account_unless_that_is_open(client, school, settings):
    school.claims["email"] = "new@school.example"
    assert "by invitation" in through(client).content.decode()
    assert not get_user_model().objects.exists()
    settings.SIGN_UP_IS_OPEN = True
    assert through(client)["Location"] == "/account/institutions/sign-up"
    page = client.get("/account/institutions/sign-up").content.decode()
    assert 'value="new@school.example"' in page
    assert 'value="Person 0"' in page
    client.post("/account/institutions/sign-up", {"email": "new@school.example", "shown_name": "Person 0"})
    user = get_user_model().objects.get()
    assert signed_in(client, user)
    assert EmailAddress.objects.get(user=user).verified


def test_an_unverified_address_is_proved_before_anything_else(client, school, settings):
    settings.SIGN_UP_IS_OPEN = True
    school.claims.update(email="new@elsewhere.example", email_verified=True)  # not one of its domains
    through(client)
    answer = client.post("/account/institutions/sign-up", {"email": "new@elsewhere.example", "shown_name": "Person 0"})
    assert answer["Location"] == "/account/addresses/verify"
    assert not signed_in(client, get_user_model().objects.get())


def test_an_institution_is_connected_by_its_owner_only(client, school):
    user = person()
    school.claims["email"] = "other-name@school.example"
    enter(client)
    lured = client.get("/account/with/school", {"process": "connect"})  # a link on a stranger's page
    assert lured["Location"] == "/account/institutions"
    assert client.post("/account/with/school/connect")["Location"].startswith("/account/again")
    again(client)
    page = client.post("/account/with/school/connect").content.decode()
    assert "process=connect" in page
    through(client, process="connect")
    account = SocialAccount.objects.get(user=user)
    assert "School 0" in client.get("/account/institutions").content.decode()
    assert "1 connected" in client.get("/account/").content.decode()
    client.post("/account/institutions", {"account": account.pk})
    assert not SocialAccount.objects.exists()


def test_nobody_disconnects_for_another(client, school):
    other = person("other")
    account = SocialAccount.objects.create(user=other, provider="school", uid="1")
    person()
    enter(client)
    again(client)
    client.post("/account/institutions", {"account": account.pk})
    assert SocialAccount.objects.filter(pk=account.pk).exists()


def test_an_answer_nobody_asked_for_is_refused(client, school):
    user = person()
    answer = client.get("/account/with/school/back", {"code": "c", "state": "made-up"})
    assert answer["Location"] == "/account/institutions/failed"
    assert not signed_in(client, user)


def test_a_refusal_and_a_silent_institution_are_told_kindly(client, school, settings):
    begun = client.get("/account/with/school")
    state = query_of(begun["Location"])["state"]
    answer = client.get("/account/with/school/back", {"error": "access_denied", "state": state})
    assert client.get(answer["Location"]).status_code == 200
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"]["server_url"] = "http://127.0.0.1:9"
    answer = client.get("/account/with/school")
    assert answer["Location"] == "/account/institutions/failed"
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"]["server_url"] = f"{school.address}/odd"
    assert client.get("/account/with/school")["Location"] == "/account/institutions/failed"
    assert "did not answer as it should" in client.get(answer["Location"]).content.decode()


def test_an_unknown_institution_is_not_found(client):
    assert client.get("/account/with/nowhere").status_code == 404
    assert client.get("/account/with/nowhere/back").status_code == 404


def test_it_does_not_lead_to_another_site(client, school):
    person()
    assert through(client, next="https://elsewhere.example/")["Location"] == "/"
