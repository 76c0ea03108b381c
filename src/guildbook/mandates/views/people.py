"""The people of an organisation: who acts for it, since when, on whose word; for who may see them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guildbook.directory.models import Organisation
from guildbook.directory.records import ORGANISATION
from guildbook.faces.details import link, url_of, visible_record
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.format import day_text
from guildbook.mandates import actions
from guildbook.mandates.actions import Terms
from guildbook.mandates.models import Duty, Invitation, Mandate, MandateEntry
from guildbook.mandates.queries import entries_at, leads_on, mandates_at, open_invitations, overseers_of
from guildbook.mandates.rules import duties_offered, may_change_people, may_see_people

MOST_ENTRIES = 50


@dataclass(frozen=True)
class Asked:
    """Whose people a request is about, who asks, and what they may do."""

    actor: Actor
    organisation: Organisation
    may_withdraw: bool
    duties: tuple[Duty, ...]


def asked_for(request: HttpRequest, key: str) -> Asked:
    """What the actor may do here; Http404 alike where it is missing and where its people are not theirs."""
    actor = actor_of(request)
    organisation = visible_record(ORGANISATION, actor, key)
    overseers = overseers_of(organisation.pk) if organisation is not None else frozenset()
    if organisation is None or not may_see_people(actor, organisation.pk, overseers):
        raise Http404(_("The book has no %(label)s “%(key)s”.") % {"label": ORGANISATION.label, "key": key})
    led = leads_on(organisation.pk, timezone.localdate()).exists()
    duties = duties_offered(actor, organisation.pk, overseers, led=led)
    return Asked(actor, organisation, may_change_people(actor, organisation.pk, overseers), duties)


@never_cache
def people_page(request: HttpRequest, key: str) -> HttpResponse:
    """Who acts for an organisation today, who will and who did."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    return _page(request, asked_for(request, key))


def _page(
    request: HttpRequest, asked: Asked, faults: Iterable[Fault] = (), sent: Mapping[str, str] | None = None
) -> HttpResponse:
    organisation, today = asked.organisation, timezone.localdate()
    held = list(mandates_at(organisation.pk))
    over = [mandate for mandate in held if _is_over(mandate, today)]
    current = [mandate for mandate in held if not _is_over(mandate, today)]
    colleagues = _colleagues(current)
    wrong = [f"{_labels().get(fault.where, fault.where)}: {fault.message}" for fault in faults]
    context = {
        "organisation": link(organisation),
        "url": f"/organisations/{organisation.key}/people",
        "record_url": url_of(organisation),
        "current": [_current(mandate, asked, today, colleagues) for mandate in sorted(current, key=_standing)],
        "past": [_row(mandate) for mandate in over],
        "may_withdraw": asked.may_withdraw,
        "invitations": [_invitation(each) for each in open_invitations().filter(organisation=organisation.pk)],
        "form": _invite_form(asked, sent or {}, today) if asked.duties else [],
        "entries": [_entry(each) for each in entries_at(organisation.pk)[:MOST_ENTRIES]],
        "faults": wrong,
    }
    return render(request, "mandates/people.html", context, status=422 if wrong else 200)


def _labels() -> dict[str, str]:
    return {
        "email": _("E-mail address"),
        "since": _("Since"),
        "until": _("Until"),
        "on": _("From"),
        "person": _("Person"),
        "duty": _("Duty"),
        "mandate": _("Mandate"),
    }


def _is_over(mandate: Mandate, today: date) -> bool:
    return mandate.ended_at is not None or (mandate.until is not None and mandate.until < today)


def _standing(mandate: Mandate) -> tuple[bool, date, int]:
    return mandate.duty != Duty.LEAD, mandate.since, mandate.pk


def _colleagues(current: Iterable[Mandate]) -> list[tuple[int, str]]:
    named = {each.user_id: each.user.get_full_name() for each in current if each.user.is_active}
    return sorted(named.items(), key=lambda one: one[1])


def _row(mandate: Mandate) -> dict[str, Any]:
    ended = timezone.localtime(mandate.ended_at).date() if mandate.ended_at else mandate.until
    if ended is not None and mandate.until is not None:
        ended = min(ended, mandate.until)
    return {
        "pk": mandate.pk,
        "name": mandate.user.get_full_name(),
        "duty": mandate.get_duty_display(),
        "lead": mandate.duty == Duty.LEAD,
        "since": day_text(mandate.since),
        "until": day_text(ended) if ended else "",
        "given_by": mandate.given_by,
    }


def _current(mandate: Mandate, asked: Asked, today: date, colleagues: list[tuple[int, str]]) -> dict[str, Any]:
    overseers = overseers_of(asked.organisation.pk, mandate.given_at)
    return {
        **_row(mandate),
        "own": mandate.user_id == asked.actor.user,
        "may_change": may_change_people(asked.actor, asked.organisation.pk, overseers),
        "to_come": mandate.since > today,
        "since_value": f"{mandate.since:%F}",
        "until_value": f"{mandate.until:%F}" if mandate.until else "",
        "today": f"{max(today, mandate.since):%F}",
        "successors": [each for each in colleagues if each[0] != mandate.user_id] if mandate.duty == Duty.LEAD else [],
    }


def _invitation(invitation: Invitation) -> dict[str, Any]:
    return {
        "pk": invitation.pk,
        "email": invitation.email,
        "duty": invitation.get_duty_display(),
        "expires": day_text(timezone.localtime(invitation.expires_at).date()),
    }


def _entry(entry: MandateEntry) -> dict[str, Any]:
    terms = entry.terms
    duty = str(dict(Duty.choices).get(terms.get("duty", ""), ""))
    days = [day_text(day) for name in ("since", "until") if (day := parse_date(terms.get(name, "")))]
    about = [entry.person.get_full_name() if entry.person else "", duty, " – ".join(days)]
    return {
        "when": day_text(timezone.localtime(entry.at).date()),
        "stamp": entry.at.isoformat(timespec="minutes"),
        "what": f"{entry.get_deed_display()}: {', '.join(part for part in about if part)}",
        "who": entry.who,
        "why": entry.why,
    }


def _invite_form(asked: Asked, sent: Mapping[str, str], today: date) -> list[dict[str, Any]]:
    labels = _labels()
    duties = [(str(duty), str(duty.label)) for duty in asked.duties]
    languages = [(code, str(name)) for code, name in settings.LANGUAGES]
    rows: list[tuple[str, str, dict[str, Any]]] = [
        ("email", "email", {"label": labels["email"], "required": True}),
        ("duty", "select", {"label": labels["duty"], "options": duties}),
        ("since", "date", {"label": labels["since"], "required": True}),
        ("until", "date", {"label": labels["until"], "help": _("Empty: until somebody ends it.")}),
        ("language", "select", {"label": _("Language of the letter"), "options": languages}),
        ("why", "text", {"label": _("Why")}),
    ]
    held = {"since": f"{today:%F}", "language": get_language() or "", **sent}
    return [
        {"name": name, "id": f"invite-{name}", "kind": kind, "value": held.get(name, ""), **more}
        for name, kind, more in rows
    ]


def _day(sent: Mapping[str, str], name: str, *, needed: bool = True) -> date | None:
    """A day as date inputs send it; raises DocumentError where it is none, or is needed and missing."""
    text = sent.get(name, "").strip()
    if not text and not needed:
        return None
    try:
        found = parse_date(text)
    except ValueError:
        found = None
    if found is None:
        raise DocumentError([Fault(name, _("this must be a day, such as 2025-12-31"))])
    return found


def _needed(sent: Mapping[str, str], name: str) -> date:
    found = _day(sent, name)
    assert found is not None  # noqa: S101 - a needed day is there or was refused
    return found


def _duty(sent: Mapping[str, str]) -> Duty:
    if sent.get("duty") not in Duty:
        raise DocumentError([Fault("duty", _("choose one of the duties"))])
    return Duty(sent["duty"])


@require_POST
def invite_colleague(request: HttpRequest, key: str) -> HttpResponse:
    """Write to somebody that they may act for the organisation."""
    if not request.user.is_authenticated:
        return redirect_to_login(f"/organisations/{key}/people")
    asked, sent = asked_for(request, key), request.POST
    try:
        terms = Terms(_duty(sent), _needed(sent, "since"), _day(sent, "until", needed=False))
        actions.invite(
            asked.actor,
            asked.organisation,
            sent.get("email", ""),
            terms,
            sent.get("language", ""),
            sent.get("why", ""),
        )
    except DocumentError as error:
        return _page(request, asked, error.faults, sent)
    messages.success(request, _("The invitation is on its way."))
    return redirect(f"/organisations/{key}/people")


@require_POST
def withdraw(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """Make an invitation void."""
    asked = asked_for(request, key)
    found = open_invitations().filter(organisation=asked.organisation.pk, pk=pk).first()
    if found is None:
        raise Http404(_("There is no such invitation."))
    actions.withdraw_invitation(asked.actor, found, request.POST.get("why", ""))
    messages.success(request, _("The invitation was withdrawn."))
    return redirect(f"/organisations/{key}/people")


def _changed(request: HttpRequest, key: str, pk: int, change: Callable[[Asked, Mandate], object]) -> HttpResponse:
    """Change one mandate of an organisation, or show its page with what is wrong."""
    asked = asked_for(request, key)
    mandate = mandates_at(asked.organisation.pk).filter(pk=pk).first()
    if mandate is None:
        raise Http404(_("There is no such mandate."))
    try:
        change(asked, mandate)
    except DocumentError as error:
        return _page(request, asked, error.faults)
    messages.success(request, _("Kept: %(name)s") % {"name": mandate.user.get_full_name()})
    # Whoever has laid down their own mandate may not see this page any more.
    own = mandate.user_id == asked.actor.user
    return redirect(url_of(asked.organisation) if own else f"/organisations/{key}/people")


@require_POST
def change_term_of(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """Give a mandate another term."""

    def change(asked: Asked, mandate: Mandate) -> None:
        since, until = _needed(request.POST, "since"), _day(request.POST, "until", needed=False)
        actions.change_term(asked.actor, mandate, since, until, request.POST.get("why", ""))

    return _changed(request, key, pk, change)


@require_POST
def end_mandate(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """End a mandate at once."""
    return _changed(
        request, key, pk, lambda asked, mandate: actions.end(asked.actor, mandate, request.POST.get("why", ""))
    )


@require_POST
def hand_over_to(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """Make a colleague the lead from a day on."""

    def change(asked: Asked, mandate: Mandate) -> None:
        chosen = request.POST.get("person", "")
        users = get_user_model().objects.filter(pk=int(chosen)) if chosen.isdecimal() and len(chosen) < 19 else None
        successor = users.first() if users is not None else None
        if successor is None:
            raise DocumentError([Fault("person", _("choose somebody who acts for this organisation on that day"))])
        actions.hand_over(asked.actor, mandate, successor, _needed(request.POST, "on"), request.POST.get("why", ""))

    return _changed(request, key, pk, change)
