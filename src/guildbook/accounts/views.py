"""Pages of accounts that allauth has no like of; its own are given our templates in `urls`."""

import logging
from collections.abc import Callable
from typing import Any

from allauth.account.internal.flows.manage_email import sync_user_email_address
from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.openid_connect.views import callback as from_provider
from allauth.socialaccount.providers.openid_connect.views import login as to_provider
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from requests import RequestException

from guildbook.accounts.actions import describe_oneself, note_language
from guildbook.accounts.forms import OneselfForm
from guildbook.accounts.models import User

LOG = logging.getLogger(__name__)
CONNECTING = "accounts_connecting"


def _tongues() -> list[tuple[str, str]]:
    return [(code, translation.get_language_info(code)["name_local"]) for code, __ in settings.LANGUAGES]


def institutions_of(request: HttpRequest) -> list[Any]:
    """The institutions whose people may sign in, as allauth's providers."""
    return list(get_adapter().list_providers(request))


def remember_language(sender: object, user: User, **about: Any) -> None:
    """Write letters in the language somebody first signs in with, until they choose; Django calls it at signing in."""
    note_language(user, translation.get_language() or "")


@login_required
@never_cache
def home(request: HttpRequest) -> HttpResponse:
    """Your account: everything about it on one page."""
    user = request.user
    assert isinstance(user, User)  # noqa: S101 - login_required above
    sync_user_email_address(user)  # an account made on the command line has an address allauth does not know yet
    start = {"shown_name": user.get_full_name(), "language": user.language or translation.get_language()}
    form = OneselfForm(request.POST or None, initial=start, user=user, names=_tongues())
    if request.method == "POST" and form.is_valid():
        describe_oneself(user, form.cleaned_data["shown_name"], form.cleaned_data["language"])
        messages.success(request, _("Kept."), extra_tags="ok")
        return redirect("/account/")
    factors = list(Authenticator.objects.filter(user=user))
    context = {
        "form": form,
        "addresses": list(EmailAddress.objects.filter(user=user).order_by("-primary", "email")),
        "has_password": user.has_usable_password(),
        "passkeys": [each for each in factors if each.type == Authenticator.Type.WEBAUTHN],
        "app": next((each for each in factors if each.type == Authenticator.Type.TOTP), None),
        "codes": next((each for each in factors if each.type == Authenticator.Type.RECOVERY_CODES), None),
        "institutions": institutions_of(request),
        "connected": SocialAccount.objects.filter(user=user).count(),
    }
    return render(request, "account/home.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def connect(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Begin to connect an institution: the next page leads there, for no form may lead to another site."""
    raise_if_reauthentication_required(request, app="allauth.socialaccount")
    found = [each for each in institutions_of(request) if each.app.provider_id == provider_id]
    if not found:
        raise Http404
    request.session[CONNECTING] = provider_id
    return render(request, "account/connect.html", {"institution": found[0]})


@require_safe
@never_cache
def to_institution(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Go to the institution to sign in there; to connect it, only after its owner asked for that here.

    Without this a stranger's page could lead a signed-in person through it and leave the stranger's account connected.
    """
    if request.GET.get("process", "login") != "login" and request.session.pop(CONNECTING, "") != provider_id:
        return redirect("socialaccount_connections")
    return _asked(to_provider, request, provider_id)


@never_cache
def from_institution(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Come back from the institution, with what it says of the person."""
    return _asked(from_provider, request, provider_id)


def _asked(view: Callable[[HttpRequest, str], HttpResponse], request: HttpRequest, provider_id: str) -> HttpResponse:
    """What allauth answers; an institution whose own answers cannot be read is told of, not stumbled over."""
    try:
        return view(request, provider_id)
    except (RequestException, KeyError, ValueError) as wrong:
        LOG.warning("the institution %s could not be asked: %s", provider_id, type(wrong).__name__)
        return redirect("socialaccount_login_error")
