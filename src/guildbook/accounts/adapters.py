"""Where allauth asks us: who may sign up, what is said and sent, and whom an institution may speak for."""

import logging
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthError
from django.conf import settings
from django.contrib import messages
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponseRedirect
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guildbook.accounts.actions import made_up_username
from guildbook.accounts.mails import SAID, mail_of, signed
from guildbook.accounts.models import User
from guildbook.accounts.queries import free_name

LOG = logging.getLogger(__name__)
WRONG_CODE = gettext_lazy("This code is not the right one.")
WRONG_PASSWORD = gettext_lazy("Name and password do not go together. Both mind small and capital letters.")
WRONG_LINK = gettext_lazy("This link is used up or too old. Ask for a new one.")
TOO_MANY = gettext_lazy("Too many attempts. Wait a few minutes, then try again.")
TAKEN = gettext_lazy("This address cannot be used here.")
FAILED = "/account/institutions/failed"
STAGE = "allauth.account.stages.EmailVerificationStage"
OWN_STAGE = "guildbook.accounts.stages.AddressStage"


class AccountAdapter(DefaultAccountAdapter):
    """Accounts by invitation or, where the operator says so, by oneself."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": gettext_lazy("This account is inactive."),
        "cannot_remove_primary_email": gettext_lazy(
            "Letters go to this address: make another one the main address first."
        ),
        "duplicate_email": gettext_lazy("This address is on your account already."),
        "email_password_mismatch": WRONG_PASSWORD,
        "username_password_mismatch": WRONG_PASSWORD,
        "email_taken": TAKEN,
        "unknown_email": TAKEN,
        "enter_current_password": gettext_lazy("This is not your password."),
        "incorrect_password": gettext_lazy("This is not your password."),
        "incorrect_code": WRONG_CODE,
        "invalid_login": WRONG_PASSWORD,
        "invalid_or_expired_key": WRONG_LINK,
        "invalid_password_reset": WRONG_LINK,
        "max_email_addresses": gettext_lazy("An account has at most %d addresses."),
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
        "unverified_primary_email": gettext_lazy("Only a verified address can be the main one."),
        "same_as_current": gettext_lazy("This is what it was before."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Open to all where the operator says so; else to whoever came by an invitation."""
        return settings.SIGN_UP_IS_OPEN or bool(request.session.get("account_verified_email"))

    def get_login_stages(self) -> list[str]:
        """allauth's, with our own question for the address."""
        return [OWN_STAGE if stage == STAGE else stage for stage in super().get_login_stages()]

    def populate_username(self, request: HttpRequest, user: User) -> None:
        """A name that says nothing: addresses are not shown in history."""
        user.username = user.username or made_up_username()

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        """Keep the name chosen while signing up, and the language it was done in."""
        user.shown_name = free_name(form.cleaned_data.get("shown_name", ""))
        user.language = translation.get_language() or ""
        saved: User = super().save_user(request, user, form, commit)
        return saved

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The link of a letter: to the public address, whatever name the request used."""
        url = str(super().get_reset_password_from_key_url(key))
        return f"{settings.ADDRESS}{urlsplit(url).path}" if settings.ADDRESS_IS_GIVEN else url

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the page of the account."""
        return "/account/"

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The same ways, in our words."""
        words = {
            "reauthenticate": _("Use your password"),
            "mfa_reauthenticate": _("Use a code from your app, or a recovery code"),
            "mfa_reauthenticate:webauthn": _("Use a passkey"),
        }
        return [{**way, "description": words[way["id"]]} for way in super().get_reauthentication_methods(user)]

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Say on the next page what happened, in our words."""
        words = SAID.get(message_template or "")
        said = message or (words(message_context or {}) if words else "")
        if said:
            tags = "bad" if level >= messages.WARNING else "ok"
            messages.add_message(request, level, said, extra_tags=tags)

    def send_notification_mail(
        self, template_prefix: str, user: User, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Tell the owner of an account what was done to it, in the language of letters to them."""
        with translation.override(user.language or translation.get_language()):
            super().send_notification_mail(template_prefix, user, context, email)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send at once, for somebody waits for it; what cannot be sent is kept, and said."""
        subject, text = mail_of(template_prefix, context)
        message = EmailMessage(subject, signed(text), settings.DEFAULT_FROM_EMAIL, [email])
        message.extra_headers["Auto-Submitted"] = "auto-generated"
        try:
            message.send()
        except OSError as wrong:
            LOG.warning("a mail about an account could not be sent: %s", type(wrong).__name__)
            self.keep_mail(email, subject, text)
            if self.request is not None:
                late = _("The mail could not be sent just now; we go on trying for some minutes.")
                messages.add_message(self.request, messages.ERROR, late, extra_tags="bad")

    def keep_mail(self, email: str, subject: str, text: str) -> None:
        """Keep a mail that could not be sent; whoever has an outbox does."""


class SecondFactorAdapter(DefaultMFAAdapter):
    """Passkeys, codes from an app and recovery codes, in our words."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "add_email_blocked": gettext_lazy("An account with a second factor takes no further address."),
        "cannot_delete_authenticator": gettext_lazy("This cannot be taken off."),
        "cannot_generate_recovery_codes": gettext_lazy("Recovery codes need an app or a passkey first."),
        "incorrect_code": WRONG_CODE,
        "rate_limited": TOO_MANY,
        "unverified_email": gettext_lazy("Verify your addresses first."),
    }

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Passkeys belong to the public address, whatever name the request used."""
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        host = urlsplit(settings.ADDRESS).hostname if settings.BY_HTTPS else None
        return {"id": host or entity["id"], "name": settings.MFA_TOTP_ISSUER}

    def generate_authenticator_name(self, user: User, type: Any) -> str:  # noqa: A002 - the name allauth calls it by
        """What a passkey is called until its owner calls it otherwise."""
        return _("passkey")


class InstitutionAdapter(DefaultSocialAccountAdapter):
    """An institution speaks for addresses of its own domains, and only where it says that it verified them."""

    error_messages = {
        **DefaultSocialAccountAdapter.error_messages,
        "email_taken": gettext_lazy("Sign in first, then connect your account at %s."),
        "invalid_token": WRONG_LINK,
        "no_password": gettext_lazy("Set a password first: you would have no way in."),
        "no_verified_email": gettext_lazy("Verify your addresses first."),
        "disconnect_last": gettext_lazy("This cannot be taken off."),
        "connected_other": gettext_lazy("That account of the institution belongs to another account here."),
    }

    def on_authentication_error(self, request: HttpRequest, provider: Any, **what: Any) -> None:
        """Tell on a page of ours that the institution did not answer as it should."""
        error = what.get("error")
        if error != AuthError.CANCELLED:
            LOG.warning("signing in with %s failed: %s", provider.sub_id, type(what.get("exception") or error).__name__)
            raise ImmediateHttpResponse(HttpResponseRedirect(FAILED))

    def can_authenticate_by_email(self, login: Any, email: str) -> bool:
        """Whether this institution may let in the owner of an account by the address alone."""
        domains = login.provider.app.settings["domains"] if login.provider.app else []
        said = login.account.extra_data
        claims = said.get("userinfo") or said.get("id_token") or said
        # Some send the word "false", which is as true as any word.
        verified = claims.get("email_verified") in {True, "true"}
        same = str(claims.get("email", "")).lower() == email.lower()
        return verified and same and email.lower().rpartition("@")[2] in domains

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Take for unverified what the institution may not verify."""
        for address in sociallogin.email_addresses:
            address.verified = self.can_authenticate_by_email(sociallogin, address.email)
