"""What the link in an invitation leads to: say yes as who is signed in, sign in first, or make an account."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from guildbook.accounts.models import User
from guildbook.faces.details import link, url_of
from guildbook.kit.documents import DocumentError
from guildbook.kit.format import term_text
from guildbook.mandates.actions import accept, accept_as_new
from guildbook.mandates.actions.inviting import has_account, terms_of
from guildbook.mandates.models import Invitation
from guildbook.mandates.queries import invitation_of

FIELDS = ("shown_name", "password")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation_page(request: HttpRequest, token: str) -> HttpResponse:
    """Show what somebody is invited to; sent, they act for the organisation. Void links all answer alike."""
    answer = _answer(request, token)
    answer["Referrer-Policy"] = "same-origin"  # the address is the key; with no-referrer browsers send no origin either
    return answer


def _answer(request: HttpRequest, token: str) -> HttpResponse:
    invitation = invitation_of(token)
    if invitation is None:
        return render(request, "mandates/void.html", status=404)
    user = request.user
    known = user.is_authenticated or has_account(invitation)
    errors: list[str] = []
    wrong: dict[str, list[str]] = {}
    if request.method == "POST" and (user.is_authenticated or not known):
        try:
            made = _accepted(request, invitation)
        except DocumentError as error:
            for fault in error.faults:
                wrong.setdefault(fault.where, []).append(fault.message)
            errors = [message for where in wrong if where not in FIELDS for message in wrong[where]]
        else:
            messages.success(request, _("You now keep the records of %(name)s.") % {"name": str(made.organisation)})
            return redirect(url_of(made.organisation))
    terms = terms_of(invitation)
    context: dict[str, Any] = {
        "organisation": link(invitation.organisation),
        "duty": invitation.get_duty_display(),
        "term": term_text(f"{terms.since:%F}", f"{terms.until:%F}" if terms.until else ""),
        "who": invitation.invited_by,
        "known": known,
        "signed_in": user.get_full_name() if user.is_authenticated else "",
        "sign_in": f"/sign-in?next={request.path}",
        "fields": [] if known else _fields(request, wrong),
        "errors": errors,
    }
    return render(request, "mandates/invitation.html", context, status=422 if wrong else 200)


def _fields(request: HttpRequest, wrong: Mapping[str, list[str]]) -> list[dict[str, Any]]:
    name = _("How your colleagues and the history of records name you; others do not see it.")
    password = _("At least ten characters. Without one you sign in by a code sent to your address.")
    shown = {"name": "shown_name", "kind": "text", "label": _("Your name"), "required": True, "help": name}
    secret = {"name": "password", "kind": "password", "label": _("Password"), "help": password}
    return [
        {**shown, "value": request.POST.get("shown_name", ""), "errors": wrong.get("shown_name")},
        {**secret, "errors": wrong.get("password")},
    ]


def _accepted(request: HttpRequest, invitation: Invitation) -> Any:
    """The mandate, for who is signed in or for a new account, which is then signed in."""
    if isinstance(request.user, User):
        return accept(request.user, invitation)
    name = " ".join(request.POST.get("shown_name", "").split())
    password = request.POST.get("password", "")
    made = accept_as_new(invitation, name, password, request.LANGUAGE_CODE)
    login(request, made.user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return made
