"""Terms of members: which end soon or ran out, and one member's term renewed, ended or changed in role."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guildbook.alliances.actions import change_role, end_membership, renew
from guildbook.alliances.actions.applying import ROLES
from guildbook.alliances.models import Membership
from guildbook.alliances.queries.terms import ending_in, ran_out, terms_of
from guildbook.alliances.records import MEMBERSHIP
from guildbook.alliances.rules import may_admit
from guildbook.alliances.views.applications import decided_by, years_on
from guildbook.faces.details import link
from guildbook.faces.views import record_or_404
from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.format import term_text


@require_safe
def terms_page(request: HttpRequest, key: str) -> HttpResponse:
    """Terms of an alliance's members that end soon, and those that ran out without another."""
    asked = decided_by(request, key)
    if isinstance(asked, HttpResponse):
        return asked
    __, alliance = asked
    today = timezone.localdate()
    context = {
        "alliance": link(alliance),
        "key": key,
        "ending": [_row(each, today) for each in ending_in(alliance, today)],
        "over": [_row(each, today) for each in ran_out(alliance, today)],
    }
    return render(request, "alliances/terms.html", context)


def _row(membership: Membership, today: date) -> dict[str, Any]:
    return {
        "member": link(membership.organisation),
        "role": membership.get_role_display(),
        "term": term_text(membership.since, membership.until),
        "days": (membership.until_day - today).days if membership.until_day else None,
        "url": f"/memberships/{membership.key}/term",
    }


@require_http_methods(["GET", "HEAD", "POST"])
def term_page(request: HttpRequest, key: str) -> HttpResponse:
    """One member's terms, and the ways on: renew, change the role, end."""
    actor = actor_of(request)
    membership = record_or_404(MEMBERSHIP, actor, key)
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if not may_admit(actor, membership.alliance_id):
        raise PermissionDenied(str(NOT_YOURS))
    faults: list[str] = []
    act = request.POST.get("act", "")
    if request.method == "POST":
        try:
            kept = _act(request, actor, membership)
        except DocumentError as error:
            faults = [fault.message for fault in error.faults]
        else:
            messages.success(request, _("Kept: %(name)s") % {"name": str(kept)})
            return redirect(f"/memberships/{kept.key}/term")
    terms = [
        {
            "cell": link(each),
            "role": each.get_role_display(),
            "term": term_text(each.since, each.until),
            "current": each.pk == membership.pk,
        }
        for each in terms_of(actor, membership)
    ]
    context = {
        "member": link(membership.organisation),
        "alliance": link(membership.alliance),
        "key": membership.alliance.key,
        "membership": link(membership),
        "terms": terms,
        "newest": terms_of(actor, membership)[0].pk == membership.pk if terms else False,
        "faults": faults,
        "forms": _forms(request, membership, act),
    }
    return render(request, "alliances/term.html", context, status=422 if faults else 200)


def _forms(request: HttpRequest, membership: Membership, act: str) -> list[dict[str, Any]]:
    today = timezone.localdate()
    ends = membership.until_day
    begins = ends + timedelta(days=1) if ends and ends >= today else today
    roles = [(role.value, str(role.label)) for role in ROLES if role != membership.role]

    def day(form: str, name: str, label: str, value: str, *, needed: bool = True) -> dict[str, Any]:
        held = request.POST.get(name, value) if act == form else value
        return {"name": name, "id": f"{form}-{name}", "label": label, "kind": "date", "value": held, "required": needed}

    def why(form: str, *, needed: bool = False) -> dict[str, Any]:
        held = request.POST.get("why", "") if act == form else ""
        return {
            "name": "why",
            "id": f"{form}-why",
            "label": _("Why"),
            "kind": "text",
            "value": held,
            "required": needed,
        }

    wished = {"name": "role", "id": "change-role", "label": _("role"), "kind": "select", "options": roles}
    return [
        {
            "act": "renew",
            "title": _("Renew"),
            "words": _("A new term begins; the one before keeps its own record."),
            "fields": [
                day("renew", "since", _("since"), begins.isoformat()),
                day("renew", "until", _("until"), years_on(begins, 3), needed=False),
                why("renew"),
            ],
        },
        {
            "act": "change",
            "title": _("Change the role"),
            "words": _("From that day on, to the end of the term."),
            "fields": [wished, day("change", "on", _("from"), today.isoformat()), why("change")],
        },
        {
            "act": "end",
            "title": _("End the membership"),
            "words": _("It goes on counting for the past. The reason stays in the history."),
            "fields": [day("end", "on", _("last day"), today.isoformat()), why("end", needed=True)],
        },
    ]


def _act(request: HttpRequest, actor: Actor, membership: Membership) -> Membership:
    sent = request.POST
    why = sent.get("why", "")
    match sent.get("act"):
        case "renew":
            until = read_day(sent.get("until", ""), "until") if sent.get("until") else None
            return renew(actor, membership, read_day(sent.get("since", ""), "since"), until, why)
        case "change":
            return change_role(actor, membership, sent.get("role", ""), read_day(sent.get("on", ""), "on"), why)
        case "end":
            return end_membership(actor, membership, read_day(sent.get("on", ""), "on"), why)
    raise Http404


def read_day(said: str, where: str) -> date:
    """A day as a form sends it; raises DocumentError for anything else."""
    try:
        return date.fromisoformat(said.strip())
    except ValueError as error:
        raise DocumentError([Fault(where, _("Choose a day, such as 2026-03-01."))]) from error
