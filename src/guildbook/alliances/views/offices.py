"""The offices of an alliance, present and past, and the forms by which they change hands."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from guildbook.alliances.actions import appoint, end_office, hand_over
from guildbook.alliances.models import Alliance, Office
from guildbook.alliances.models.alliance import OfficeKind
from guildbook.alliances.queries.offices import offices_of
from guildbook.alliances.records import ALLIANCE
from guildbook.alliances.rules import RUNS_THE_BOOK, may_admit, may_hand_over
from guildbook.alliances.views.joining import organisation_named
from guildbook.alliances.views.terms import read_day
from guildbook.directory.models import Organisation, Role
from guildbook.directory.queries.visible import visible_roles
from guildbook.faces.details import link
from guildbook.faces.views import record_or_404
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.format import term_text
from guildbook.kit.models import Status


@require_http_methods(["GET", "HEAD", "POST"])
def offices_page(request: HttpRequest, key: str) -> HttpResponse:
    """Who holds the offices today and who held them; with forms for who may change that."""
    actor = actor_of(request)
    alliance = record_or_404(ALLIANCE, actor, key)
    faults: list[str] = []
    if request.method == "POST":
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        try:
            _act(request, actor, alliance)
        except DocumentError as error:
            faults = [fault.message for fault in error.faults]
        else:
            messages.success(request, _("The offices are kept."))
            return redirect(f"/alliances/{key}/offices")
    today = timezone.localdate()
    held = list(enumerate(offices_of(alliance), 1))
    over = [pair for pair in held if pair[1].until_day is not None and pair[1].until_day < today]
    allowed = may_admit(actor, alliance.pk)
    context = {
        "alliance": link(alliance),
        "key": key,
        "present": [_row(actor, alliance, *pair) for pair in held if pair not in over],
        "past": [_row(actor, alliance, *pair) for pair in over],
        "may_change": allowed,
        "kinds": _kinds(actor, alliance) if allowed else [],
        "today": today.isoformat(),
        "faults": faults,
        "said": request.POST,
    }
    return render(request, "alliances/offices.html", context, status=422 if faults else 200)


def _row(actor: Actor, alliance: Alliance, place: int, office: Office) -> dict[str, Any]:
    mine = office.kind not in RUNS_THE_BOOK or may_hand_over(actor, alliance.pk)
    return {
        "place": place,
        "kind": office.get_kind_display(),
        "holder": link(office.organisation or office.role) if office.organisation or office.role else "",
        "term": term_text(office.since, office.until),
        "changes": may_admit(actor, alliance.pk) and mine and not office.until,
    }


def _kinds(actor: Actor, alliance: Alliance) -> list[tuple[str, str]]:
    free = may_hand_over(actor, alliance.pk)
    return [(kind.value, str(kind.label)) for kind in OfficeKind if free or kind not in RUNS_THE_BOOK]


def _act(request: HttpRequest, actor: Actor, alliance: Alliance) -> None:
    sent = request.POST
    why, on = sent.get("why", ""), read_day(sent.get("on", ""), "on")
    place = int(sent["place"]) if sent.get("place", "").isdecimal() and len(sent["place"]) < 6 else 0
    match sent.get("act"):
        case "hand-over":
            hand_over(actor, alliance, place, _holder(actor, sent.get("to", "")), on, why)
        case "appoint":
            if sent.get("kind") not in OfficeKind.values:
                raise DocumentError([Fault("kind", _("Choose an office."))])
            appoint(actor, alliance, OfficeKind(sent["kind"]), _holder(actor, sent.get("to", "")), on, why)
        case "end":
            end_office(actor, alliance, place, on, why)
        case _:
            raise Http404


def _holder(actor: Actor, said: str) -> Organisation | Role:
    """The published organisation of that name or key, or the person in role of that key."""
    named = said.strip()
    found = organisation_named(named)
    if found is not None:
        return found
    role = visible_roles(actor).filter(key=named, status=Status.PUBLISHED).first()
    if role is None:
        message = _("Choose an organisation from the names offered, or give the key of a person in a role.")
        raise DocumentError([Fault("to", message)])
    return role
