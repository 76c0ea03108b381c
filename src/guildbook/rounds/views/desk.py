"""The secretariat's desk: who stands where in a round, what is done with many at once, and the round's own steps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from guildbook.faces.details import link
from guildbook.faces.views import record_or_404
from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.documents import DocumentError
from guildbook.kit.format import day_text, number_text
from guildbook.kit.texts import pick
from guildbook.rounds import actions
from guildbook.rounds.models import Round, RoundState, Submission, SubmissionState
from guildbook.rounds.queries import audience_of
from guildbook.rounds.queries.desk import OVERDUE, countries_in, read_wanted, submissions_in, tally
from guildbook.rounds.queries.rates import rates_by_country
from guildbook.rounds.records import ROUND
from guildbook.rounds.rules import may_run
from guildbook.rounds.views.rates import rates_shown

ON_A_PAGE = 100
# The most that is done at once from the desk; more takes several presses, and each tells how far it came.
MOST_AT_ONCE = 500


def run_by(request: HttpRequest, key: str) -> Round:
    """The round, for who runs it; raises Http404 or PermissionDenied for others."""
    actor = actor_of(request)
    held: Round = record_or_404(ROUND, actor, key)
    if not may_run(actor, held):
        raise PermissionDenied(str(NOT_YOURS))
    return held


def desk_page(request: HttpRequest, key: str) -> HttpResponse:
    """The table of members with where they stand, and what can be done with them."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    held = run_by(request, key)
    today, wanted = timezone.localdate(), read_wanted(request.GET)
    found = submissions_in(held, wanted, today)
    asked = request.GET.get("page", "1")
    page = Paginator(found, ON_A_PAGE).get_page(int(asked) if asked.isdecimal() and len(asked) < 7 else 1)
    whole, countries = rates_by_country(held)
    context = {
        "held": held,
        "round_link": link(held),
        "alliance": link(held.alliance),
        "state": {"key": held.state, "label": held.get_state_display()},
        "wanted": wanted,
        "rows": [row_of(each, today) for each in page.object_list],
        "total": _organisations(page.paginator.count),
        "pager": _pager(page, request),
        "states": _states(held, request, today),
        "countries": [(code, pick(names).text, number_text(n)) for code, names, n in countries_in(held)],
        "rates": rates_shown(whole, countries),
        "expected": number_text(whole.expected),
        "steps": _steps(held),
        "audience": _ready_for(audience_of(held).count()) if held.state == RoundState.DRAFT else "",
        "kept": [(name, value) for name, value in request.GET.items() if name != "page"],
    }
    return render(request, "rounds/desk.html", context)


def _organisations(n: int) -> str:
    return ngettext("%(n)s organisation", "%(n)s organisations", n) % {"n": number_text(n)}


def _ready_for(n: int) -> str:
    return ngettext("Ready for %(n)s member", "Ready for %(n)s members", n) % {"n": number_text(n)}


def row_of(each: Submission, today: dt.date) -> dict[str, Any]:
    """One organisation's line."""
    place = each.organisation.place
    country = place.country if place is not None else None
    overdue = each.due is not None and each.due < today and each.state not in ("submitted", "approved")
    return {
        "pk": each.pk,
        "name": pick(each.organisation.labels).text or each.organisation.key,
        "url": f"/rounds/{each.round.key}/desk/{each.organisation.key}",
        "country": pick(country.names).text if country is not None else "",
        "state": each.state,
        "label": each.get_state_display(),
        "overdue": overdue,
        "answered": number_text(each.answered),
        "asked": number_text(each.asked),
        "share": each.answered / each.asked if each.asked else 0,
        "due": day_text(each.due),
        "last": day_text(each.last_saved.date()) if each.last_saved else "",
        "errors": each.errors,
        "warnings": each.warnings,
    }


def _pager(page: Any, request: HttpRequest) -> dict[str, Any]:
    def url(number: int) -> str:
        return "?" + urlencode({**request.GET.dict(), "page": str(number)})

    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {
        "number": page.number,
        "pages": page.paginator.num_pages,
        "previous": url(page.previous_page_number()) if page.has_previous() else None,
        "next": url(page.next_page_number()) if page.has_next() else None,
        "links": [(number, url(number)) if isinstance(number, int) else ("…", None) for number in numbers],
    }


def _states(held: Round, request: HttpRequest, today: dt.date) -> list[dict[str, Any]]:
    counts, chosen = tally(held, today), request.GET.get("state", "")
    labels = [("", _("all"), sum(n for state, n in counts.items() if state != OVERDUE))]
    labels += [(state, str(SubmissionState(state).label), counts[state]) for state in SubmissionState.values]
    labels.append((OVERDUE, _("overdue"), counts[OVERDUE]))
    rest = {name: value for name, value in request.GET.items() if name not in ("state", "page")}
    return [
        {
            "label": label,
            "count": number_text(count),
            "url": "?" + urlencode({**rest, "state": state}) if state else "?" + urlencode(rest),
            "chosen": state == chosen,
        }
        for state, label, count in labels
        if count or not state or state == chosen
    ]


def _steps(held: Round) -> list[dict[str, Any]]:
    """What can be done with the round itself now: name, words, whether a reason is needed."""
    said: dict[str, dict[str, Any]] = {
        "open": {"name": "open", "label": _("Open the round"), "primary": True},
        "ask": {"name": "ask", "label": _("Ask members who joined since")},
        "close": {"name": "close", "label": _("Close the round")},
        "lock": {"name": "lock", "label": _("Lock the round")},
        "reopen": {"name": "reopen", "label": _("Open the round again"), "reason": True},
    }
    possible = {
        RoundState.DRAFT: ("open",),
        RoundState.OPEN: ("ask", "close"),
        RoundState.CLOSED: ("lock", "reopen"),
        RoundState.LOCKED: ("reopen",),
    }
    return [said[name] for name in possible[RoundState(held.state)]]


def _opened(actor: Actor, held: Round, why: str) -> str:
    n = len(actions.open_round(actor, held, why))
    return ngettext("Open: %(n)s organisation is asked.", "Open: %(n)s organisations are asked.", n) % {
        "n": number_text(n)
    }


def _asked(actor: Actor, held: Round, why: str) -> str:
    n = len(actions.ask_members(actor, held))
    return ngettext("%(n)s more organisation is asked.", "%(n)s more organisations are asked.", n) % {
        "n": number_text(n)
    }


def _moved(move: Callable[[Actor, Round, str], Round]) -> Callable[[Actor, Round, str], str]:
    def moved(actor: Actor, held: Round, why: str) -> str:
        return _("The round is now: %(state)s.") % {"state": move(actor, held, why).get_state_display()}

    return moved


STEPS: dict[str, Callable[[Actor, Round, str], str]] = {
    "open": _opened,
    "ask": _asked,
    "close": _moved(actions.close_round),
    "lock": _moved(actions.lock_round),
    "reopen": _moved(actions.reopen_round),
}


@require_POST
def step_round(request: HttpRequest, key: str) -> HttpResponse:
    """Take a step with the round itself."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    held = run_by(request, key)
    step = STEPS.get(request.POST.get("step", ""))
    if step is not None:
        try:
            messages.success(request, step(actor_of(request), held, request.POST.get("why", "").strip()))
        except DocumentError as error:
            for fault in error.faults:
                messages.error(request, f"{fault.where}: {fault.message}" if fault.where else fault.message)
    return redirect(f"/rounds/{key}/desk")


@require_POST
def with_many(request: HttpRequest, key: str) -> HttpResponse:
    """Approve, remind or give more time to the organisations chosen, or to all that the filters show."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    held, actor = run_by(request, key), actor_of(request)
    chosen = _chosen(request, held)
    try:
        if "approve" in request.POST:
            _approve(request, actor, chosen)
        elif "remind" in request.POST:
            _remind(request, actor, chosen)
        elif "extend" in request.POST:
            _extend(request, actor, chosen)
    except DocumentError as error:
        for fault in error.faults[:20]:
            messages.error(request, f"{fault.where}: {fault.message}" if fault.where else fault.message)
    query = request.POST.get("query", "")
    return redirect(f"/rounds/{key}/desk" + (f"?{query}" if query else ""))


def _chosen(request: HttpRequest, held: Round) -> list[Submission]:
    if request.POST.get("all"):
        wanted = read_wanted(QueryDict(request.POST.get("query", "")).dict())
        return list(submissions_in(held, wanted, timezone.localdate()).select_related("round__alliance")[:MOST_AT_ONCE])
    pks = [int(pk) for pk in request.POST.getlist("one") if pk.isdecimal() and len(pk) < 18]
    found = Submission.objects.filter(round=held.pk, pk__in=pks[:MOST_AT_ONCE])
    return list(found.select_related("organisation", "round__alliance"))


def _approve(request: HttpRequest, actor: Actor, chosen: Sequence[Submission]) -> None:
    waiting = [each for each in chosen if each.state == SubmissionState.SUBMITTED]
    actions.approve(actor, waiting)
    n, left = len(waiting), len(chosen) - len(waiting)
    words = ngettext("%(n)s approved.", "%(n)s approved.", n) % {"n": number_text(n)}
    messages.success(request, words)
    if left:
        said = ngettext("%(n)s was left out: not handed in.", "%(n)s were left out: not handed in.", left)
        messages.warning(request, said % {"n": number_text(left)})


def _remind(request: HttpRequest, actor: Actor, chosen: Sequence[Submission]) -> None:
    told, nobody = actions.chase(actor, chosen)
    messages.success(
        request, ngettext("%(n)s person reminded.", "%(n)s people reminded.", told) % {"n": number_text(told)}
    )
    if nobody:
        names = ", ".join(pick(each.organisation.labels).text for each in nobody[:10])
        words = _("Nobody signs in for: %(names)s. Invite somebody on their page.")
        messages.warning(request, words % {"names": names + (" …" if len(nobody) > 10 else "")})


def _extend(request: HttpRequest, actor: Actor, chosen: Sequence[Submission]) -> None:
    try:
        due = dt.date.fromisoformat(request.POST.get("due", ""))
    except ValueError:
        messages.error(request, _("Choose the day by which the answers are due."))
        return
    held = actions.extend(actor, chosen, due)
    n = len(held)
    words = ngettext("%(n)s organisation has time until %(day)s.", "%(n)s organisations have time until %(day)s.", n)
    messages.success(request, words % {"n": number_text(n), "day": day_text(due)})
