"""The secretariat's applications: those that wait, and one with everything to decide on it."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guildbook.alliances.actions import Admission, admit, ask, decline, note
from guildbook.alliances.actions.applying import ROLES
from guildbook.alliances.models import Alliance, Application
from guildbook.alliances.models.application import OPEN
from guildbook.alliances.queries.applications import application_for, applications_to
from guildbook.alliances.queries.terms import standing_of
from guildbook.alliances.records import ALLIANCE
from guildbook.alliances.rules import may_admit
from guildbook.alliances.views.following import file_row, files_of, stated, step
from guildbook.alliances.views.joining import described, organisation_named
from guildbook.directory.models import Organisation, Place
from guildbook.directory.queries.named import REASONS, organisations_named
from guildbook.directory.queries.visible import visible_places
from guildbook.faces.details import link
from guildbook.faces.views import record_or_404
from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.format import day_text, number_text
from guildbook.kit.texts import pick

NEW = "-new-"


def decided_by(request: HttpRequest, key: str) -> tuple[Actor, Alliance] | HttpResponse:
    """The actor and the alliance they serve; strangers are asked to sign in, PermissionDenied for everybody else."""
    actor = actor_of(request)
    alliance = record_or_404(ALLIANCE, actor, key)
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if not may_admit(actor, alliance.pk):
        raise PermissionDenied(str(NOT_YOURS))
    return actor, alliance


@require_safe
def applications_page(request: HttpRequest, key: str) -> HttpResponse:
    """Applications that wait, then those that were decided."""
    asked = decided_by(request, key)
    if isinstance(asked, HttpResponse):
        return asked
    actor, alliance = asked
    found = list(applications_to(actor, alliance)[:500])
    waiting = [each for each in found if each.state in OPEN]
    context = {
        "alliance": link(alliance),
        "key": key,
        "waiting": [_row(each, key) for each in reversed(waiting)],
        "decided": [_row(each, key) for each in found if each.state not in OPEN],
    }
    return render(request, "alliances/applications.html", context)


def _row(application: Application, key: str) -> dict[str, Any]:
    name = pick(application.label())
    return {
        "url": f"/alliances/{key}/applications/{application.pk}",
        "name": name.text or _("an organisation"),
        "lang": name.language,
        "country": _country(application),
        "role": application.get_role_display(),
        "state": stated(application),
        "when": day_text(timezone.localtime(application.at).date()),
    }


def _country(application: Application) -> Any:
    if application.country is not None:
        return link(application.country)
    place = application.organisation.place if application.organisation is not None else None
    return link(place) if place is not None else ""


@require_http_methods(["GET", "HEAD", "POST"])
def application_page(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """One application: what it says, what was said about it, and the ways to decide."""
    asked = decided_by(request, key)
    if isinstance(asked, HttpResponse):
        return asked
    actor, alliance = asked
    application = application_for(actor, alliance, pk)
    if application is None:
        raise Http404(_("There is no such application."))
    faults: list[str] = []
    if request.method == "POST":
        try:
            messages.success(request, _act(request, actor, application))
        except DocumentError as error:
            faults = [fault.message for fault in error.faults]
        else:
            return redirect(f"/alliances/{key}/applications/{pk}")
    name = pick(application.label())
    context = {
        "application": application,
        "alliance": link(alliance),
        "key": key,
        "name": {"text": name.text, "lang": name.language},
        "facts": described(application),
        "state": stated(application),
        "steps": [step(each) for each in application.remarks.all()],
        "files": [file_row(each, "/files") for each in files_of(application)],
        "faults": faults,
        "member": link(application.membership) if application.membership else None,
        **(_decision(request, actor, application) if application.is_open else {}),
    }
    return render(request, "alliances/decide.html", context, status=422 if faults else 200)


def _act(request: HttpRequest, actor: Actor, application: Application) -> str:
    """Do what one of the page's forms asks; says what was done."""
    sent = request.POST
    match sent.get("act"):
        case "ask":
            ask(actor, application, sent.get("question", ""))
            return _("The question was sent.")
        case "note":
            note(actor, application, sent.get("note", ""))
            return _("The note is kept.")
        case "decline":
            decline(actor, application, sent.get("reason", ""))
            return _("Declined; the applicant is told.")
        case "admit":
            membership = admit(actor, application, _admission(request, actor, application))
            return _("Admitted: %(name)s") % {"name": str(membership.organisation)}
    raise Http404


def _admission(request: HttpRequest, actor: Actor, application: Application) -> Admission:
    sent = request.POST
    chosen = sent.get("other", "").strip() or sent.get("organisation", "")
    found = None
    if application.organisation is None and chosen != NEW:
        found = organisation_named(chosen)
        if found is None:
            message = _("Say whether it is a new organisation or one the book has.")
            raise DocumentError([Fault("organisation", message)])
    return Admission(
        role=sent.get("role", ""),
        since=sent.get("since", ""),
        until=sent.get("until", ""),
        organisation=found,
        place=visible_places(actor).filter(key=sent.get("place", "")).first(),
        why=sent.get("why", ""),
        invites=sent.get("invites") == "on",
    )


def _decision(request: HttpRequest, actor: Actor, application: Application) -> dict[str, Any]:
    """What the forms of a decision offer."""
    sent = request.POST
    today = timezone.localdate()
    roles = [(role.value, str(role.label)) for role in ROLES]
    fields: list[dict[str, Any]] = [
        {"name": "role", "label": _("role"), "kind": "select", "options": roles, "value": application.role},
        {"name": "since", "label": _("since"), "kind": "date", "value": today.isoformat(), "required": True},
        {
            "name": "until",
            "label": _("until"),
            "kind": "date",
            "value": years_on(today, 3),
            "help": _("Empty: without an end."),
        },
    ]
    if application.organisation is None and application.country is not None:
        inside = visible_places(actor).filter(path__startswith=application.country.path).order_by("path")
        places = [(place.key, _placed(place)) for place in inside[:400]]
        fields.append({"name": "place", "label": _("place"), "kind": "select", "options": places})
    fields.append({"name": "why", "label": _("Why"), "kind": "text", "value": ""})
    for each in fields:
        each["value"] = sent.get(str(each["name"]), each.get("value", ""))
    return {
        "fields": fields,
        "same": _perhaps_same(application),
        "other": {
            "name": "other",
            "label": _("Or another one of the book"),
            "names": "/named/organisations",
            "value": sent.get("other", ""),
        },
        "chosen": sent.get("organisation", ""),
        "new": NEW,
        "invites": sent.get("invites") == "on" if sent.get("act") == "admit" else True,
        "said": {name: sent.get(name, "") for name in ("question", "note", "reason")},
        "standing": _standing(application),
    }


def _placed(place: Place) -> str:
    return pick(place.label()).text


def years_on(day: date, years: int) -> str:
    """The day before the same date some years on."""
    return date.fromordinal(day.replace(year=day.year + years, day=min(day.day, 28)).toordinal() - 1).isoformat()


def _standing(application: Application) -> Any:
    if application.organisation is None:
        return None
    held = standing_of(application.alliance_id, application.organisation.pk)
    return link(held) if held is not None else None


def _perhaps_same(application: Application) -> list[dict[str, Any]]:
    """Organisations of the book that the names given may mean, likeliest first."""
    if application.organisation is not None:
        return []
    found: dict[str, Any] = {}
    for text in application.names.values():
        for one in organisations_named(text, 5):
            if one.key not in found or found[one.key].score < one.score:
                found[one.key] = one
    held = {each.key: each for each in Organisation.objects.filter(key__in=found).select_related("place")}
    ranked = sorted((one for one in found.values() if one.key in held), key=lambda one: -one.score)
    return [
        {
            "key": one.key,
            "cell": link(held[one.key]),
            "place": link(held[one.key].place) if held[one.key].place else "",
            "score": number_text(round(one.score, 2)),
            "why": ", ".join(str(REASONS.get(reason, reason)) for reason in one.reasons),
        }
        for one in ranked[:6]
    ]
