"""Every word on a page or in a mail about accounts is one of ours: allauth has no Lao, and words of its own."""

import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import allauth
import pytest
from allauth.core import context
from babel.messages.pofile import read_po
from django.contrib.auth.password_validation import get_default_password_validators
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation

from accounts.people import again, enter, person
from guildbook.accounts import forms, urls
from guildbook.accounts.adapters import AccountAdapter, InstitutionAdapter, SecondFactorAdapter
from guildbook.accounts.mails import MAILS, SAID, mail_of
from guildbook.accounts.models import User

HOME = Path(allauth.__file__).parent
SOURCE = Path(forms.__file__).parents[1]
# Said of telephones, which no form of ours asks for, or of choices there are none of.
NOT_ASKED = {
    "phone_password_mismatch", "phone_taken", "unknown_phone", "select_only_one", "username_blacklisted",
    "username_taken",
}  # fmt: skip


def english(text):
    """What stands in the code, whether lazy or plain."""
    arguments = getattr(text, "_args", ())
    return arguments[0] if arguments else str(text)


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    """Every message of our own code and templates."""
    made = tmp_path_factory.mktemp("messages") / "django.pot"
    command = [sys.executable, "-m", "babel.messages.frontend", "-q", "extract", "-F", SOURCE / "locale" / "babel.cfg"]
    command += [*(SOURCE / "locale" / "keywords.txt").read_text().split(), "-o", made, SOURCE]
    subprocess.run(command, check=True)
    with made.open("rb") as file:
        held = [message.id for message in read_po(file)]
    return {text for each in held for text in ([each] if isinstance(each, str) else each)}


def test_every_mail_and_message_of_allauth_has_words_of_ours():
    mails = {str(path.relative_to(HOME / "templates"))[: -len("_subject.txt")] for path in HOME.rglob("*_subject.txt")}
    unused = {"account/email/email_confirm", "account/email/password_reset_code"}  # nothing of 65.21 sends these here
    assert mails - unused == set(MAILS)
    said = {str(path.relative_to(HOME / "templates")) for path in HOME.rglob("templates/*/messages/*.txt")}
    assert {name for name in said if "phone" not in name} == set(SAID)


def test_what_is_said_is_ours(ours):
    given = {"code": "1234-5678", "signup_url": "URL", "password_reset_url": "URL"}
    with translation.override("en"):
        for name in MAILS:
            subject, text = mail_of(name, given)
            assert subject in ours
            assert len(text.split("\n\n")) > 1
        for words in filter(None, SAID.values()):
            assert words({}) in ours


@pytest.mark.parametrize("adapter", [AccountAdapter, SecondFactorAdapter, InstitutionAdapter])
def test_every_fault_is_told_in_words_of_ours(adapter, ours):
    told = {code: english(text) for code, text in adapter.error_messages.items() if code not in NOT_ASKED}
    assert {code: text for code, text in told.items() if text not in ours} == {}


def form_classes():
    views = [
        pattern.callback.view_initkwargs for pattern in urls.urlpatterns if hasattr(pattern.callback, "view_class")
    ]
    return {given["form_class"] for given in views if "form_class" in given}


@pytest.mark.django_db
@pytest.mark.parametrize("form", sorted(form_classes(), key=lambda each: each.__name__), ids=lambda each: each.__name__)
def test_every_label_is_ours(form, ours, rf, client):
    request = rf.get("/")
    request.session = client.session
    request.user = person()
    with context.request_context(request):
        found = built(form, request)
    texts = {english(field.label) for field in found.fields.values() if not field.widget.is_hidden}
    texts |= {english(field.help_text) for field in found.fields.values()} - {""}
    texts |= {english(field.widget.attrs.get("placeholder", "")) for field in found.fields.values()} - {""}
    texts |= {english(text) for field in found.fields.values() for text in field.error_messages.values()}
    assert texts - ours == set()


def built(form, request):
    """The form for this person, with what each kind wants."""
    from types import SimpleNamespace

    if form is forms.InstitutionSignUpForm:
        return form(sociallogin=SimpleNamespace(user=request.user, email_addresses=[]))
    if form is forms.PasskeyNameForm:
        return form(instance=SimpleNamespace(wrap=lambda: SimpleNamespace(name="key")))
    of_somebody = {
        forms.AddAddressForm, forms.ChangePasswordForm, forms.SetPasswordForm, forms.NewPasswordForm, forms.AgainForm,
        forms.FactorForm, forms.FactorAgainForm, forms.AppForm, forms.PasskeyForm,
    }  # fmt: skip
    return form(user=request.user) if form in of_somebody else form()


def test_what_is_wrong_with_a_password_is_told_in_words_we_have(ours):
    somebody = User(username="keeper-0", email="keeper@school.example", shown_name="Person number 0")
    told = set()
    for validator in get_default_password_validators():
        for password in ("x", "password123", "keeper-0", "keeper@school.example", "Person number 0"):
            with suppress(ValidationError):
                validator.validate(password, somebody)
                continue
            told.add(english(validator.get_error_message()))
    assert len(told) == 3
    assert {re.sub("10", "%d", text) for text in told} - ours == set()
    assert {
        str(User._meta.get_field(name).verbose_name) for name in ("username", "email", "shown_name")
    } - ours == set()


OPEN_PAGES = ["account_login", "account_request_login_code", "account_signup", "account_reset_password",
              "account_reset_password_done", "account_reset_password_from_key_done", "account_inactive",
              "socialaccount_login_cancelled"]  # fmt: skip
OWN_PAGES = ["account", "account_email", "account_change_password", "account_reauthenticate", "usersessions_list",
             "mfa_activate_totp", "mfa_add_webauthn", "socialaccount_connections", "account_logout"]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["en", "zh-hans", "vi", "th", "lo", "id"])
def test_every_page_answers_in_every_language(client, code, settings):
    settings.SIGN_UP_IS_OPEN = True
    for name in OPEN_PAGES:
        answer = client.get(reverse(name), headers={"Accept-Language": code})
        assert (name, answer.status_code) == (name, 200)
        assert f'<html lang="{code}">' in answer.content.decode()
    person()
    for name in OWN_PAGES:
        assert client.get(reverse(name)).status_code == 302
    enter(client)
    again(client)
    for name in OWN_PAGES:
        answer = client.get(reverse(name), headers={"Accept-Language": code})
        assert (name, answer.status_code) == (name, 200)
        page = answer.content.decode()
        assert f'<html lang="{code}">' in page
        title = page.partition("<title>")[2].partition("</title>")[0]
        assert "keeper" not in title
        assert "no-store" in answer["Cache-Control"]
