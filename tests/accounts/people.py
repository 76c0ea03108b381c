"""People of the tests, and what the mails to them say."""

import re
from urllib.parse import urlsplit

from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model

PASSWORD = "quiet-river-27"
CODE = re.compile(r"\b\d{4}-\d{4}\b")


def person(name="keeper", *, password=PASSWORD, verified=True, **values):
    """Somebody with a verified address of their own, as invited people have."""
    address = f"{name}@school.example"
    user = get_user_model().objects.create_user(name, address, password, **values)
    if verified:
        EmailAddress.objects.create(user=user, email=address, verified=True, primary=True)
    return user


def signed_in(client, user):
    """Whether the next page knows them."""
    return str(client.session.get("_auth_user_id", "")) == str(user.pk)


def code_in(mail):
    return CODE.search(mail.body).group()


def link_in(mail):
    """The path of the first link of a letter."""
    parts = urlsplit(re.search(r"https?://\S+", mail.body).group())
    return parts.path + (f"?{parts.query}" if parts.query else "")


def enter(client, password=PASSWORD, login="keeper", **extra):
    return client.post("/sign-in", {"login": login, "password": password, **extra})


def again(client, password=PASSWORD):
    """Show once more that it is oneself, as pages that decide who may sign in ask."""
    return client.post("/account/again", {"password": password})
