"""The rounds somebody has to do with: those they run and those they answer; and the form of a new one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from guildbook.directory.models import Organisation
from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.documents import DocumentError
from guildbook.kit.format import date_text, number_text
from guildbook.kit.texts import pick
from guildbook.rounds.actions import start_round
from guildbook.rounds.models import Round
from guildbook.rounds.queries.own import asked_of_actor, rounds_run_by, runnable_alliances

MOST = 60


def own_page(request: HttpRequest) -> HttpResponse:
    """The rounds the actor runs and those they answer."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    actor = actor_of(request)
    context = {
        "run": [
            {
                "name": pick(held.title).text or held.key,
                "alliance": pick(held.alliance.labels).text,
                "url": f"/rounds/{held.key}/desk",
                "state": held.state,
                "label": held.get_state_display(),
                "deadline": date_text(held.deadline),
                "received": number_text(received),
                "expected": number_text(expected),
            }
            for held, received, expected in rounds_run_by(actor, MOST)
        ],
        "asked": [
            {
                "name": pick(each.round.title).text or each.round.key,
                "member": pick(each.organisation.labels).text,
                "url": f"/rounds/{each.round.key}/answer/{each.organisation.key}",
                "state": each.state,
                "label": each.get_state_display(),
                "due": each.due,
                "answered": number_text(each.answered),
                "asked": number_text(each.asked),
            }
            for each in asked_of_actor(actor, MOST)
        ],
        "may_start": runnable_alliances(actor).exists(),
    }
    return render(request, "rounds/own.html", context)


def start_page(request: HttpRequest) -> HttpResponse:
    """The form of a new round, which may take over the questions of an earlier one."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    actor = actor_of(request)
    alliances = list(runnable_alliances(actor))
    if not alliances:
        raise PermissionDenied(str(NOT_YOURS))
    errors: list[str] = []
    if request.method == "POST":
        try:
            made = _start(actor, alliances, request)
        except DocumentError as error:
            errors = [f"{fault.where}: {fault.message}" for fault in error.faults]
        else:
            messages.success(request, _("Prepared. Look through the questions, then open it on its desk."))
            return redirect(f"/rounds/{made.key}/questions")
    context = {"fields": _fields(actor, alliances, request), "errors": errors}
    return render(request, "rounds/start.html", context, status=422 if errors else 200)


def _start(actor: Actor, alliances: list[Organisation], request: HttpRequest) -> Round:
    posted = {name: str(value).strip() for name, value in request.POST.items()}
    alliance = next((one for one in alliances if one.key == posted.get("alliance")), alliances[0])
    earlier = {held.key: held for held, __, __ in rounds_run_by(actor, MOST)}
    like = earlier.get(posted.get("like", ""))
    return start_round(
        actor, alliance, posted.get("title", ""), posted.get("period", ""), posted.get("deadline", ""), like
    )


def _fields(actor: Actor, alliances: list[Organisation], request: HttpRequest) -> list[dict[str, Any]]:
    said = request.POST if request.method == "POST" else request.GET
    earlier = [("", _("no, begin without questions"))]
    earlier += [(held.key, pick(held.title).text or held.key) for held, __, __ in rounds_run_by(actor, MOST)]
    fields: list[dict[str, Any]] = [
        {"name": "title", "label": _("Title"), "required": True},
        {
            "name": "period",
            "label": _("Period"),
            "required": True,
            "help": _("What the answers are about: 2025, or 2025-09."),
        },
        {"name": "deadline", "label": _("Deadline"), "kind": "date", "required": True},
        {"name": "like", "label": _("Questions as in"), "kind": "select", "options": earlier},
    ]
    if len(alliances) > 1:
        options = [(one.key, pick(one.labels).text or one.key) for one in alliances]
        fields.insert(0, {"name": "alliance", "label": _("Alliance"), "kind": "select", "options": options})
    return [{**field, "value": said.get(field["name"], "")} for field in fields]
