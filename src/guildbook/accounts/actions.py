"""Every write to an account that is not allauth's own."""

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction
from django.utils.crypto import get_random_string

from guildbook.accounts.models import User
from guildbook.accounts.queries import free_name

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that look like another


def made_up_username() -> str:
    """A user name that says nothing about the person; nobody needs to know it."""
    return f"person-{get_random_string(10, LETTERS)}"


def open_account(email: str, shown_name: str, language: str = "", password: str = "") -> User:
    """Make an account for somebody who proved that the address is theirs, as by the link of an invitation.

    Without a password they sign in by a code sent to the address. Raises IntegrityError if somebody else has
    verified the address: look first (`allauth.account.models.EmailAddress`).
    """
    with transaction.atomic():
        user = User(username=made_up_username(), email=email.lower(), shown_name=free_name(shown_name))
        user.language = language if language in dict(settings.LANGUAGES) else ""
        if password:
            user.set_password(password)
        else:
            user.set_unusable_password()
        user.save()
        EmailAddress.objects.create(user=user, email=email.lower(), verified=True, primary=True)
    return user


def note_language(user: User, language: str) -> None:
    """Keep the language somebody signs in with, unless they chose one of letters before."""
    if not user.language and language in dict(settings.LANGUAGES):
        user.language = language
        user.save(update_fields=["language"])


def describe_oneself(user: User, shown_name: str, language: str) -> None:
    """Keep the name a person wants to be known by, and the language of letters to them."""
    user.shown_name, user.language = shown_name, language
    user.save(update_fields=["shown_name", "language"])
