"""Taking a step: what a form of the agreement's page sent, done or sent back with what is wrong."""

from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from guildbook.agreements import actions
from guildbook.agreements.models import Agreement
from guildbook.agreements.records import AGREEMENT
from guildbook.agreements.views.page import show_agreement
from guildbook.directory.models import Organisation, Role
from guildbook.directory.queries import visible_organisations, visible_roles
from guildbook.faces.details import url_of
from guildbook.faces.views import record_or_404
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.documents import DocumentError, Fault

Taken = Callable[[HttpRequest, Actor, Agreement], Agreement]


@require_POST
def take_step(request: HttpRequest, key: str, step: str) -> HttpResponse:
    """Take a step with an agreement; what is wrong is said beside the field, and what was typed stays."""
    if not request.user.is_authenticated:
        return redirect_to_login(f"/agreements/{key}")
    actor = actor_of(request)
    agreement: Agreement = record_or_404(AGREEMENT, actor, key)
    take = STEPS.get(step)
    if take is None:
        raise Http404(_("The book has no such step."))
    try:
        kept = take(request, actor, agreement)
    except DocumentError as error:
        return show_agreement(request, key, step, error.faults)
    if step not in ("remind", "publish"):
        messages.success(request, _("Kept: %(name)s") % {"name": str(kept)})
    return redirect(url_of(kept))


def _circulate(request: HttpRequest, actor: Actor, agreement: Agreement) -> Agreement:
    return actions.circulate(actor, agreement, timezone.localdate())


def _take_back(request: HttpRequest, actor: Actor, agreement: Agreement) -> Agreement:
    return actions.take_back(actor, agreement, _text(request, "why"))


def _approve(request: HttpRequest, actor: Actor, agreement: Agreement) -> Agreement:
    return actions.approve(actor, agreement, _party(request, actor), _number(request))


def _decline(request: HttpRequest, actor: Actor, agreement: Agreement) -> Agreement:
    return actions.decline(actor, agreement, _party(request, actor), _number(request), _text(request, "why"))


def _sign(request: HttpRequest, actor: Actor, agreement: Agreement) -> Agreement:
    signature = actions.Signature(
        signed=_text(request, "signed"),
        method=_text(request, "method"),
        role=_role(request, actor),
        scan=request.FILES.get("scan"),
    )
    return actions.sign(actor, agreement, _party(request, actor), _number(request), signature)


def _remind(request: HttpRequest, actor: Actor, agreement: Agreement) -> Agreement:
    told = actions.ask_again(actor, agreement, timezone.localdate())
    said = ngettext("%(n)s person was reminded.", "%(n)s people were reminded.", told)
    messages.success(request, said % {"n": told})
    return agreement


def _bring_in_force(request: HttpRequest, actor: Actor, agreement: Agreement) -> Agreement:
    return actions.bring_in_force(actor, agreement, _text(request, "since"), _text(request, "until"))


def _end(request: HttpRequest, actor: Actor, agreement: Agreement) -> Agreement:
    try:
        day = date.fromisoformat(_text(request, "until"))
    except ValueError as error:
        raise DocumentError([Fault("until", _("Write the day as 2026-11-30."))]) from error
    return actions.end(actor, agreement, day, _text(request, "why"))


def _publish(request: HttpRequest, actor: Actor, agreement: Agreement) -> Agreement:
    if not actions.publish(actor, agreement):
        messages.info(request, _("The alliance looks at it first."))
    return agreement


def _renew(request: HttpRequest, actor: Actor, agreement: Agreement) -> Agreement:
    return actions.renew(actor, agreement)


def _amend(request: HttpRequest, actor: Actor, agreement: Agreement) -> Agreement:
    return actions.amend(actor, agreement)


STEPS: dict[str, Taken] = {
    "circulate": _circulate,
    "take-back": _take_back,
    "approve": _approve,
    "decline": _decline,
    "sign": _sign,
    "remind": _remind,
    "bring-in-force": _bring_in_force,
    "end": _end,
    "publish": _publish,
    "renew": _renew,
    "amend": _amend,
}


def _text(request: HttpRequest, name: str) -> str:
    return request.POST.get(name, "").strip()


def _number(request: HttpRequest) -> int:
    text = _text(request, "number")
    return int(text) if text.isdecimal() and len(text) < 7 else 0


def _party(request: HttpRequest, actor: Actor) -> Organisation:
    found = visible_organisations(actor).filter(key=_text(request, "party")).first()
    if found is None:
        raise DocumentError([Fault("party", _("Choose the party."))])
    return found


def _role(request: HttpRequest, actor: Actor) -> Role | None:
    key = _text(request, "role")
    if not key:
        return None
    found = visible_roles(actor).filter(key=key).first()
    if found is None:
        raise DocumentError([Fault("role", _("This person holds no role at the party."))])
    return found
