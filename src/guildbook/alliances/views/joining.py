"""The form by which an organisation applies to join an alliance; it needs no account."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guildbook.alliances.actions import Asking, apply_to_join
from guildbook.alliances.actions.applying import KINDS, ROLES
from guildbook.alliances.models import Alliance, Application
from guildbook.alliances.queries import secretariat_of, visible_alliances
from guildbook.alliances.records import ALLIANCE, MEMBERSHIP
from guildbook.alliances.views import robots
from guildbook.directory.models import Organisation, Place
from guildbook.directory.models.place import PlaceKind
from guildbook.directory.queries.named import organisations_named
from guildbook.directory.queries.visible import visible_organisations, visible_places
from guildbook.faces.details import language_name, link
from guildbook.faces.views import record_or_404
from guildbook.files.views import length_first
from guildbook.kit.actors import PUBLIC, Actor, actor_of
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.models import Status
from guildbook.kit.texts import current_tag, pick

MOST_FILES = 10


def takes_applications(alliance: Alliance) -> bool:
    """Whether somebody would read an application: a published alliance whose secretariat has people in the book."""
    return alliance.status == Status.PUBLISHED and secretariat_of([alliance.pk]).exists()


@length_first
@require_http_methods(["GET", "HEAD", "POST"])
def join_page(request: HttpRequest, key: str) -> HttpResponse:
    """The form of an application; sent, it keeps it and shows that a letter was written."""
    alliance = record_or_404(ALLIANCE, PUBLIC, key)
    actor = actor_of(request)
    faults: list[Fault] = []
    status = 200
    if request.method == "POST" and takes_applications(alliance):
        faults, status = _sent(request, alliance, actor)
        if not faults:
            return redirect(f"/alliances/{key}/join/sent")
    context = {
        "alliance": link(alliance),
        "key": key,
        "open": takes_applications(alliance),
        "begun": robots.begun() if _stamped_anew(faults) else request.POST.get(robots.BEGUN) or robots.begun(),
        "trap": robots.TRAP,
        **_form(request, actor, faults),
    }
    return render(request, "alliances/join.html", context, status=status)


def _stamped_anew(faults: list[Fault]) -> bool:
    """Whether the form's hour of opening was what is wrong with it."""
    return any(fault.where == robots.BEGUN for fault in faults)


def _sent(request: HttpRequest, alliance: Alliance, actor: Actor) -> tuple[list[Fault], int]:
    """Keep what was sent; what is wrong, and the status to answer with."""
    if robots.too_many(request):
        return [Fault("", _("Many applications came from your network within an hour. Please try again later."))], 429
    if why := robots.robotic(request):
        return [Fault(robots.BEGUN, why)], 422
    uploads = request.FILES.getlist("files")
    faults = []
    if len(uploads) > MOST_FILES:
        faults.append(Fault("files", _("Send at most %(n)s files.") % {"n": MOST_FILES}))
    asking, wrong = _read(request, actor)
    faults += wrong
    address = asking.contact_address
    if not faults and address and robots.too_many_to(address):
        return [Fault("contact_address", _("We have written to this address often today. Please try tomorrow."))], 429
    if not faults:
        try:
            apply_to_join(actor, alliance, asking, get_language() or settings.LANGUAGE_CODE, uploads)
        except DocumentError as error:
            faults = list(error.faults)
    return faults, 422


def _read(request: HttpRequest, actor: Actor) -> tuple[Asking, list[Fault]]:
    sent = request.POST
    named, faults = sent.get("organisation", "").strip(), []
    organisation = organisation_named(named)
    if named and organisation is None:
        faults.append(
            Fault("organisation", _("Choose one of the names offered, or leave this empty and fill in below."))
        )
    asking = Asking(
        contact_name=sent.get("contact_name", ""),
        contact_address=sent.get("contact_address", ""),
        organisation=organisation,
        names={tag: sent.get(f"names.{tag}", "") for tag in _tags()},
        kind=sent.get("kind", ""),
        country=_countries().filter(key=sent.get("country", "")).first(),
        town=sent.get("town", ""),
        website=sent.get("website", ""),
        role=sent.get("role", ""),
        statement=sent.get("statement", ""),
    )
    return asking, faults


def organisation_named(named: str) -> Organisation | None:
    """The published organisation of that key or very name."""
    if not named:
        return None
    held = visible_organisations(PUBLIC).filter(status=Status.PUBLISHED)
    same = {one.key for one in organisations_named(named) if one.same}
    key = same.pop() if len(same) == 1 else named
    return held.filter(key=key).first()


def _tags() -> list[str]:
    return list(dict.fromkeys([current_tag(), "en", "zh-Hans"]))


def _countries() -> QuerySet[Place]:
    return visible_places(PUBLIC).filter(kind=PlaceKind.COUNTRY, status=Status.PUBLISHED)


def _form(request: HttpRequest, actor: Actor, faults: list[Fault]) -> dict[str, Any]:
    sent = request.POST
    said: dict[str, list[str]] = {}
    for fault in faults:
        said.setdefault(fault.where, []).append(fault.message)

    def field(name: str, label: str, kind: str = "text", value: str = "", **more: Any) -> dict[str, Any]:
        held = sent.get(name, value)
        return {"name": name, "label": label, "kind": kind, "value": held, "errors": said.pop(name, []), **more}

    user: Any = request.user if request.user.is_authenticated else None
    countries = sorted(((each.key, pick(each.label()).text) for each in _countries()), key=lambda pair: pair[1])
    own = visible_organisations(PUBLIC).filter(pk__in=actor.leads).values_list("key", flat=True).first()
    found = field(
        "organisation",
        _("Your organisation, if the book has it"),
        value=own or "",
        names="/named/organisations",
        help=_("Type a name in any language and choose. Leave it empty if the book does not have it yet."),
    )
    names = {
        "name": "names",
        "label": _("Name"),
        "languages": [(tag, language_name(tag)) for tag in _tags()],
        "value": {tag: sent.get(f"names.{tag}", "") for tag in _tags()},
        "errors": said.pop("names", []),
    }
    kinds = [("", "—"), *((kind.value, str(kind.label)) for kind in KINDS)]
    new = [
        field("kind", _("kind"), "select", options=kinds),
        field("country", _("country or region"), "select", options=[("", "—"), *countries]),
        field("town", _("city")),
        field("website", _("website"), "url", help="https://…"),
    ]
    wished = [
        field(
            "role",
            _("As what would you like to join?"),
            "select",
            value="member",
            options=[(role.value, str(role.label)) for role in ROLES],
            help=" ".join(f"{role.label}: {MEMBERSHIP.definitions[f'role.{role.value}']}" for role in ROLES),
        ),
        field("statement", _("Why you would like to join, and what you bring"), "textarea", size=8, required=True),
        {
            **field("files", _("Files"), "file", help=_("Charter, licence, letter: up to 25 MB each.")),
            "multiple": True,
        },
    ]
    contact = [
        field("contact_name", _("Your name"), value=user.get_full_name() if user else "", required=True),
        field("contact_address", _("Your e-mail address"), "email", value=user.email if user else "", required=True),
    ]
    parts = {"found": found, "names": names, "new": new, "wished": wished, "contact": contact}
    return {**parts, "errors": [message for messages in said.values() for message in messages]}


@require_safe
def joined_page(request: HttpRequest, key: str) -> HttpResponse:
    """What happens next; the same for everybody, since the page says nothing of who applied."""
    alliance = visible_alliances(PUBLIC).filter(key=key).first()
    if alliance is None:
        raise Http404
    return render(request, "alliances/joined.html", {"alliance": link(alliance)})


def described(application: Application) -> list[dict[str, Any]]:
    """What an application says, as facts for a template."""
    rows: list[dict[str, Any]] = []
    if application.organisation is not None:
        rows.append({"label": _("Organisation"), "cell": link(application.organisation)})
    else:
        names = [{"text": text, "lang": tag} for tag, text in application.names.items()]
        rows.append({"label": _("Organisation"), "cells": names})
        rows.append({"label": _("kind"), "cell": application.get_kind_display()})
        rows.append({"label": _("country or region"), "cell": link(application.country) if application.country else ""})
        rows.append({"label": _("city"), "cell": application.town})
    if application.website:
        rows.append({"label": _("website"), "cell": {"text": application.website, "url": application.website}})
    rows.append({"label": _("Wished role"), "cell": application.get_role_display()})
    return rows
