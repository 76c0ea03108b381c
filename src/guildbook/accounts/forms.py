"""The forms of accounts: allauth's, with our words, and one field where it has two."""

from typing import Any

from allauth.account import forms as of_account
from allauth.core import context
from allauth.mfa.base import forms as of_factor
from allauth.mfa.totp import forms as of_app
from allauth.mfa.webauthn import forms as of_passkey
from allauth.socialaccount import forms as of_institution
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from guildbook.accounts.models import User
from guildbook.accounts.models.user import NAME_LENGTH
from guildbook.accounts.queries import is_taken
from guildbook.accounts.rules import tidy_name

PASSWORD, ADDRESS, CODE = _("Password"), _("E-mail address"), _("Code")
NEW_PASSWORD = _("New password")
LONG = _("At least ten characters, and no word that everybody uses.")
NAME_HELP = _("What others read beside what you do. It need not be your full name.")


def worded(form: forms.Form, labels: dict[str, Any], helps: dict[str, Any] | None = None) -> None:
    """Give fields our labels and help, and take from all what allauth writes into them."""
    for name, field in form.fields.items():
        field.widget.attrs.pop("placeholder", None)
        field.help_text = (helps or {}).get(name, "")
        if name in labels:
            field.label = labels[name]
        if name == "code":
            field.widget.attrs |= {"inputmode": "numeric", "autocomplete": "one-time-code", "spellcheck": "false"}


class SignInForm(of_account.LoginForm):
    """Name or address, and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        worded(self, {"login": _("E-mail address or user name"), "password": PASSWORD})
        self.fields["login"].widget.attrs |= {"autocomplete": "username", "autocapitalize": "none"}

    def _setup_password_field(self) -> None:
        """Keep the password: allauth drops it where signing up asks for none."""


class AskCodeForm(of_account.RequestLoginCodeForm):
    """Where to send a code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        worded(self, {"email": ADDRESS})


class CodeForm(of_account.ConfirmLoginCodeForm):
    """The code that was sent."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        worded(self, {"code": CODE})


class AddressCodeForm(of_account.ConfirmEmailVerificationCodeForm):
    """The code that proves an address."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        worded(self, {"code": CODE})


class NameField(forms.CharField):
    """The name somebody is to be known by."""

    def __init__(self) -> None:
        super().__init__(max_length=NAME_LENGTH, label=_("Your name"), help_text=NAME_HELP)
        self.widget.attrs["autocomplete"] = "name"


def keep_to_invitation(form: forms.Form) -> None:
    """Have whoever was invited sign up with the address that was: no other was proved by the letter."""
    invited = context.request.session.get("account_verified_email") if context.request else None
    if invited:
        form.initial["email"] = form.fields["email"].initial = invited
        form.fields["email"].disabled = True


class SignUpForm(of_account.SignupForm):
    """Address and name; the address is proved by a code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["shown_name"] = NameField()
        worded(self, {"email": ADDRESS}, {"shown_name": NAME_HELP})
        keep_to_invitation(self)


class InstitutionSignUpForm(of_institution.SignupForm):
    """The same for somebody whom an institution knows; what it said of them stands there already."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person = self.sociallogin.user
        self.fields["shown_name"] = NameField()
        self.fields["shown_name"].initial = f"{person.first_name} {person.last_name}".strip()
        worded(self, {"email": ADDRESS}, {"shown_name": NAME_HELP})
        keep_to_invitation(self)


class AddAddressForm(of_account.AddEmailForm):
    """A further address."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        worded(self, {"email": ADDRESS})


class ChangePasswordForm(of_account.ChangePasswordForm):
    """The old password and the new one; a mistyped one is mended by a code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["password2"]
        worded(self, {"oldpassword": _("Password until now"), "password1": NEW_PASSWORD}, {"password1": LONG})


class SetPasswordForm(of_account.SetPasswordForm):
    """A first password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["password2"]
        worded(self, {"password1": NEW_PASSWORD}, {"password1": LONG})


class ForgottenForm(of_account.ResetPasswordForm):
    """Where to send the link for a new password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        worded(self, {"email": ADDRESS})


class NewPasswordForm(of_account.ResetPasswordKeyForm):
    """A new password, for whoever has the link."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["password2"]
        worded(self, {"password1": NEW_PASSWORD}, {"password1": LONG})


class AgainForm(of_account.ReauthenticateForm):
    """The password once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        worded(self, {"password": PASSWORD})


class FactorForm(of_factor.AuthenticateForm):
    """A code from the app, or a recovery code, while signing in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        worded(self, {"code": CODE})


class FactorAgainForm(of_factor.ReauthenticateForm):
    """The same, of somebody who is signed in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        worded(self, {"code": CODE})


class AppForm(of_app.ActivateTOTPForm):
    """The first code an app shows."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        worded(self, {"code": _("Code the app shows")})


class PasskeyForm(of_passkey.AddWebAuthnForm):
    """A new passkey; all of ours let their owner in without a password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].widget = forms.HiddenInput()
        self.fields["passwordless"].initial = True
        self.fields["name"].max_length = NAME_LENGTH
        worded(self, {"name": _("What you call it")})


class PasskeyNameForm(of_passkey.EditWebAuthnForm):
    """Another name for a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        worded(self, {"name": _("What you call it")})


class OneselfForm(forms.Form):
    """The name others see, and the language of letters."""

    shown_name = forms.CharField(max_length=NAME_LENGTH, label=_("Your name"), help_text=NAME_HELP)
    language = forms.ChoiceField(required=False, label=_("Language of letters to you"))

    def __init__(self, *args: Any, user: User, names: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["shown_name"].widget.attrs["autocomplete"] = "name"
        choice = self.fields["language"]
        choice.choices = [(code, name) for code, name in names if code in dict(settings.LANGUAGES)]  # type: ignore[attr-defined]  # a ChoiceField

    def clean_shown_name(self) -> str:
        """Spaces in order; nobody else's name, for in the history two people must not look like one."""
        name = tidy_name(self.cleaned_data["shown_name"])
        if not name:
            raise ValidationError(_("This field is required."))
        if is_taken(name, but=self.user):
            raise ValidationError(_("Somebody else is known by this name here: add a word that tells you apart."))
        return name
