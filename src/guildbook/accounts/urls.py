"""Addresses of accounts: allauth's views with our forms, templates and words; only what can be reached is here."""

from allauth.account import views as of_account
from allauth.mfa.base import views as of_factor
from allauth.mfa.recovery_codes import views as of_codes
from allauth.mfa.totp import views as of_app
from allauth.mfa.webauthn import views as of_passkey
from allauth.socialaccount import views as of_institution
from allauth.usersessions import views as of_session
from django.urls import URLPattern, path, re_path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView

from guildbook.accounts import forms, views

FORM, SAID = "account/form.html", "account/said.html"
CODE_WORDS = _("We have sent a code of eight digits, if the address can be used here. It is good for ten minutes.")
AGAIN_WORDS = _("What you are about to change decides who can sign in as you. Show once more that it is you.")

SIGNING_IN: list[URLPattern] = [
    path(
        "sign-in",
        of_account.LoginView.as_view(form_class=forms.SignInForm, template_name="account/sign_in.html"),
        name="account_login",
    ),
    path("sign-out", of_account.LogoutView.as_view(template_name="account/sign_out.html"), name="account_logout"),
    path(
        "account/code",
        of_account.RequestLoginCodeView.as_view(
            form_class=forms.AskCodeForm,
            template_name=FORM,
            extra_context={
                "heading": _("Sign in with a code"),
                "words": _("We send a code to your address; with it you sign in without a password."),
                "button": _("Send a code"),
            },
        ),
        name="account_request_login_code",
    ),
    path(
        "account/code/enter",
        of_account.ConfirmLoginCodeView.as_view(
            form_class=forms.CodeForm,
            template_name="account/code.html",
            extra_context={"heading": _("Enter the code"), "words": CODE_WORDS, "button": _("Sign in")},
        ),
        name="account_confirm_login_code",
    ),
    path(
        "account/second-factor",
        of_factor.AuthenticateView.as_view(form_class=forms.FactorForm, template_name="account/second_factor.html"),
        name="mfa_authenticate",
    ),
    path("account/passkeys/sign-in", of_passkey.LoginWebAuthnView.as_view(), name="mfa_login_webauthn"),
    path(
        "account/inactive",
        of_account.AccountInactiveView.as_view(
            template_name=SAID,
            extra_context={
                "heading": _("This account is inactive."),
                "words": _("Ask whoever keeps this book, if you think that is a mistake."),
            },
        ),
        name="account_inactive",
    ),
]
SIGNING_UP: list[URLPattern] = [
    path(
        "account/sign-up",
        of_account.SignupView.as_view(
            form_class=forms.SignUpForm,
            template_name=FORM,
            template_name_signup_closed="account/signup_closed.html",
            extra_context={
                "heading": _("Make an account"),
                "words": _("We send a code to your address, to see that it is yours. A password can come later."),
                "button": _("Go on"),
            },
        ),
        name="account_signup",
    ),
    path(
        "account/addresses/verify",
        of_account.ConfirmEmailVerificationCodeView.as_view(
            form_class=forms.AddressCodeForm,
            template_name="account/code.html",
            extra_context={"heading": _("Verify your address"), "words": CODE_WORDS, "button": _("Verify")},
        ),
        name="account_email_verification_sent",
    ),
]
FORGOTTEN: list[URLPattern] = [
    path(
        "account/password/forgotten",
        of_account.PasswordResetView.as_view(
            form_class=forms.ForgottenForm,
            template_name=FORM,
            extra_context={
                "heading": _("A new password"),
                "words": _("We send a link to your address; with it you choose a new password."),
                "button": _("Send a link"),
            },
        ),
        name="account_reset_password",
    ),
    path(
        "account/password/forgotten/sent",
        of_account.PasswordResetDoneView.as_view(
            template_name=SAID,
            extra_context={
                "heading": _("Look into your mail"),
                "words": _("We have sent a letter to this address. It says how to go on."),
            },
        ),
        name="account_reset_password_done",
    ),
    re_path(
        r"^account/password/anew/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)$",
        of_account.PasswordResetFromKeyView.as_view(
            form_class=forms.NewPasswordForm, template_name="account/new_password.html"
        ),
        name="account_reset_password_from_key",
    ),
    path(
        "account/password/anew",
        of_account.PasswordResetFromKeyDoneView.as_view(
            template_name=SAID,
            extra_context={"heading": _("Your password was set."), "words": _("You can sign in with it now.")},
        ),
        name="account_reset_password_from_key_done",
    ),
]
KEEPING: list[URLPattern] = [
    path("account/", views.home, name="account"),
    path(
        "account/addresses",
        of_account.EmailView.as_view(form_class=forms.AddAddressForm, template_name="account/addresses.html"),
        name="account_email",
    ),
    path(
        "account/password",
        of_account.PasswordChangeView.as_view(
            form_class=forms.ChangePasswordForm,
            template_name=FORM,
            extra_context={"heading": _("Change your password"), "button": _("Change"), "back": "/account/"},
        ),
        name="account_change_password",
    ),
    path(
        "account/password/first",
        of_account.PasswordSetView.as_view(
            form_class=forms.SetPasswordForm,
            template_name=FORM,
            extra_context={"heading": _("Set a password"), "button": _("Set"), "back": "/account/"},
        ),
        name="account_set_password",
    ),
    path(
        "account/again",
        of_account.ReauthenticateView.as_view(
            form_class=forms.AgainForm, template_name="account/again.html", extra_context={"words": AGAIN_WORDS}
        ),
        name="account_reauthenticate",
    ),
    path(
        "account/devices",
        of_session.ListUserSessionsView.as_view(template_name="account/devices.html"),
        name="usersessions_list",
    ),
]
FACTORS: list[URLPattern] = [
    path("account/factors", RedirectView.as_view(pattern_name="account"), name="mfa_index"),
    path(
        "account/factors/again",
        of_factor.ReauthenticateView.as_view(
            form_class=forms.FactorAgainForm, template_name="account/again.html", extra_context={"words": AGAIN_WORDS}
        ),
        name="mfa_reauthenticate",
    ),
    path(
        "account/app",
        of_app.ActivateTOTPView.as_view(form_class=forms.AppForm, template_name="account/app.html"),
        name="mfa_activate_totp",
    ),
    path(
        "account/app/off",
        of_app.DeactivateTOTPView.as_view(
            template_name=FORM,
            extra_context={
                "heading": _("No more codes from an app"),
                "words": _("Signing in will no longer ask for a code from your app."),
                "button": _("Take it off"),
                "back": "/account/",
            },
        ),
        name="mfa_deactivate_totp",
    ),
    path(
        "account/recovery-codes",
        of_codes.ViewRecoveryCodesView.as_view(template_name="account/recovery_codes.html"),
        name="mfa_view_recovery_codes",
    ),
    path(
        "account/recovery-codes/new",
        of_codes.GenerateRecoveryCodesView.as_view(
            template_name=FORM,
            extra_context={
                "heading": _("New recovery codes"),
                "words": _("The codes you have now will be worth nothing."),
                "button": _("Make new codes"),
                "back": "/account/",
            },
        ),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "account/recovery-codes/file", of_codes.DownloadRecoveryCodesView.as_view(), name="mfa_download_recovery_codes"
    ),
    path("account/passkeys", RedirectView.as_view(pattern_name="account"), name="mfa_list_webauthn"),
    path(
        "account/passkeys/new",
        of_passkey.AddWebAuthnView.as_view(form_class=forms.PasskeyForm, template_name="account/passkey.html"),
        name="mfa_add_webauthn",
    ),
    path(
        "account/passkeys/again",
        of_passkey.ReauthenticateWebAuthnView.as_view(
            template_name="account/again.html", extra_context={"words": AGAIN_WORDS}
        ),
        name="mfa_reauthenticate_webauthn",
    ),
    path(
        "account/passkeys/<int:pk>/name",
        of_passkey.EditWebAuthnView.as_view(
            form_class=forms.PasskeyNameForm,
            template_name=FORM,
            extra_context={"heading": _("Name of a passkey"), "button": _("Keep"), "back": "/account/"},
        ),
        name="mfa_edit_webauthn",
    ),
    path(
        "account/passkeys/<int:pk>/off",
        of_passkey.RemoveWebAuthnView.as_view(
            template_name=FORM,
            extra_context={
                "heading": _("Take a passkey off"),
                "words": _("Nobody can sign in to your account with it any more."),
                "button": _("Take it off"),
                "back": "/account/",
            },
        ),
        name="mfa_remove_webauthn",
    ),
]
INSTITUTIONS: list[URLPattern] = [
    path("account/with/<slug:provider_id>", views.to_institution, name="openid_connect_login"),
    path("account/with/<slug:provider_id>/connect", views.connect, name="institution_connect"),
    path("account/with/<slug:provider_id>/back", views.from_institution, name="openid_connect_callback"),
    path(
        "account/institutions",
        of_institution.ConnectionsView.as_view(template_name="account/institutions.html"),
        name="socialaccount_connections",
    ),
    path(
        "account/institutions/sign-up",
        of_institution.SignupView.as_view(
            form_class=forms.InstitutionSignUpForm,
            template_name=FORM,
            template_name_signup_closed="account/signup_closed.html",
            extra_context={"heading": _("Make an account"), "button": _("Go on")},
        ),
        name="socialaccount_signup",
    ),
    path(
        "account/institutions/cancelled",
        of_institution.LoginCancelledView.as_view(
            template_name=SAID,
            extra_context={
                "heading": _("You are not signed in"),
                "words": _("You broke it off at your institution. You can sign in another way."),
            },
        ),
        name="socialaccount_login_cancelled",
    ),
    path(
        "account/institutions/failed",
        of_institution.LoginErrorView.as_view(
            template_name=SAID,
            extra_context={
                "heading": _("You are not signed in"),
                "words": _("Your institution did not answer as it should. Try again later, or sign in another way."),
            },
        ),
        name="socialaccount_login_error",
    ),
]


def unkept(pattern: URLPattern) -> URLPattern:
    """The same page, kept by no browser or proxy: after signing out nobody leafs back to it."""
    pattern.callback = never_cache(pattern.callback)
    return pattern


every_page = [*SIGNING_IN, *SIGNING_UP, *FORGOTTEN, *KEEPING, *FACTORS, *INSTITUTIONS]
urlpatterns = [unkept(pattern) for pattern in every_page]
