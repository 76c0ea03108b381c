"""What the mails about accounts say: short, the same subjects for everybody, no name in them."""

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

Context = Mapping[str, Any]
Words = Callable[[Context], str]


def _code(context: Context) -> str:
    return "\n\n".join(
        (
            _("Your code for Guildbook: %(code)s") % {"code": context["code"]},
            _("Enter it where you asked for it; it is good for ten minutes. Nobody of Guildbook will ever ask for it."),
            _("If you did not ask for it, you need do nothing."),
        )
    )


def _unknown(context: Context) -> str:
    said = [_("Somebody asked to sign in to Guildbook with this address, and there is no account with it.")]
    if settings.SIGN_UP_IS_OPEN:
        said.append(_("You can make one: %(url)s") % {"url": context["signup_url"]})
    else:
        said.append(_("If you have another address, try that; else ask whoever keeps your organisation's records."))
    said.append(_("If you did not ask for it, you need do nothing."))
    return "\n\n".join(said)


def _exists(context: Context) -> str:
    return "\n\n".join(
        (
            _("Somebody asked for an account at Guildbook with this address; it has one already."),
            _("You can sign in with a code sent to it: %(url)s") % {"url": f"{settings.ADDRESS}/account/code"},
            _("If you did not ask for it, you need do nothing."),
        )
    )


def _new_password(context: Context) -> str:
    return "\n\n".join(
        (
            _("To choose a new password for Guildbook, open this address:"),
            str(context["password_reset_url"]),
            _("If you did not ask for it, you need do nothing."),
        )
    )


def _notice(said: Callable[[], str]) -> Words:
    """A change to the account, and what to do if it was somebody else."""

    def words(context: Context) -> str:
        see = _("If this was not you, sign in with a code and look at your account: %(url)s")
        return "\n\n".join((said(), see % {"url": f"{settings.ADDRESS}/account/"}))

    return words


MAILS: Mapping[str, Words] = {
    "account/email/login_code": _code,
    "account/email/email_confirmation": _code,
    "account/email/email_confirmation_signup": _code,
    "account/email/unknown_account": _unknown,
    "account/email/account_already_exists": _exists,
    "account/email/password_reset_key": _new_password,
    "account/email/password_reset": _notice(lambda: _("The password of your account was set anew.")),
    "account/email/password_changed": _notice(lambda: _("The password of your account was changed.")),
    "account/email/password_set": _notice(lambda: _("A password was set for your account.")),
    "account/email/email_changed": _notice(lambda: _("Letters now go to another address of your account.")),
    "account/email/email_deleted": _notice(lambda: _("An address was taken off your account.")),
    "mfa/email/totp_activated": _notice(lambda: _("Signing in to your account now asks for a code from an app.")),
    "mfa/email/totp_deactivated": _notice(lambda: _("Codes from an app are no longer asked for.")),
    "mfa/email/recovery_codes_generated": _notice(lambda: _("New recovery codes were made for your account.")),
    "mfa/email/webauthn_added": _notice(lambda: _("A passkey was added to your account.")),
    "mfa/email/webauthn_removed": _notice(lambda: _("A passkey was taken off your account.")),
    "socialaccount/email/account_connected": _notice(lambda: _("An institution was connected to your account.")),
    "socialaccount/email/account_disconnected": _notice(lambda: _("An institution was taken off your account.")),
}
CODES = {name for name, words in MAILS.items() if words is _code}


def mail_of(name: str, context: Context) -> tuple[str, str]:
    """Subject and text of a mail, by allauth's name for it, in the active language."""
    subject = _("Your code for Guildbook") if name in CODES else _("Your account at Guildbook")
    return subject, MAILS[name](context)


def signed(text: str) -> str:
    """The text with the name and address of the book below it."""
    return f"{text}\n\n-- \n{_('Guildbook')}\n{settings.ADDRESS}/\n"


# What the next page says; None where the page itself shows it.
SAID: Mapping[str, Words | None] = {
    "account/messages/cannot_delete_primary_email.txt": lambda context: _(
        "Letters go to this address: make another one the main address first."
    ),
    "account/messages/logged_out.txt": lambda context: _("You are signed out."),
    "account/messages/logged_in.txt": None,
    "account/messages/email_deleted.txt": lambda context: _("The address was taken off your account."),
    "account/messages/unverified_primary_email.txt": lambda context: _("Only a verified address can be the main one."),
    "account/messages/email_confirmation_sent.txt": None,
    "account/messages/login_code_sent.txt": None,
    "account/messages/email_confirmed.txt": lambda context: _("The address is verified."),
    "account/messages/email_confirmation_failed.txt": lambda context: _("This address cannot be verified here."),
    "account/messages/password_set.txt": lambda context: _("Your password was set."),
    "account/messages/password_changed.txt": lambda context: _("Your password was changed."),
    "account/messages/primary_email_set.txt": lambda context: _("Letters go to this address from now on."),
    "mfa/messages/webauthn_added.txt": lambda context: _("The passkey was added."),
    "mfa/messages/webauthn_removed.txt": lambda context: _("The passkey was taken off your account."),
    "mfa/messages/recovery_codes_generated.txt": lambda context: _("Here are your new recovery codes."),
    "mfa/messages/totp_activated.txt": lambda context: _("From now on signing in asks for a code from your app."),
    "mfa/messages/totp_deactivated.txt": lambda context: _("Codes from an app are no longer asked for."),
    "socialaccount/messages/account_connected.txt": lambda context: _("The institution is connected."),
    "socialaccount/messages/account_connected_updated.txt": lambda context: _("The institution is connected."),
    "socialaccount/messages/account_connected_other.txt": lambda context: _(
        "That account of the institution belongs to another account here."
    ),
    "socialaccount/messages/account_disconnected.txt": lambda context: _("The institution is no longer connected."),
    "usersessions/messages/sessions_logged_out.txt": lambda context: _("The other devices are signed out."),
}
