"""Proposals: the queue of those who decide, and one proposal with what it changes, remarks and the decision."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from guildbook.faces import forms
from guildbook.faces.details import link, url_of
from guildbook.kit.actors import actor_of
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.format import day_text
from guildbook.kit.record_types import RecordType
from guildbook.kit.texts import pick
from guildbook.reviews.actions import accept, label_of, revise, send_back, withdraw
from guildbook.reviews.models import Proposal, State
from guildbook.reviews.queries import (
    base_document,
    held_document,
    proposed_by,
    record_of,
    type_of_proposal,
    visible_proposals,
    waiting_for,
)
from guildbook.reviews.rules import may_decide, may_revise
from guildbook.reviews.views.editing import form_page, read_sent, reshaped_page
from guildbook.reviews.views.settling import choices_of, said_of, sides
from guildbook.reviews.views.showing import showing

TONES = {State.WAITING: "new", State.ACCEPTED: "ok", State.RETURNED: "bad", State.WITHDRAWN: ""}
MOST = 200


def queue(request: HttpRequest) -> HttpResponse:
    """What waits for the actor's decision, and what their organisations proposed."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    actor = actor_of(request)
    settled = visible_proposals(actor).filter(state__in=(State.ACCEPTED, State.WITHDRAWN, State.RETURNED))
    context = {
        "waiting": [row(each) for each in waiting_for(actor)[:MOST]],
        "own": [row(each) for each in proposed_by(actor)[:MOST]],
        "settled": [row(each) for each in settled[:20]],
        "decides": actor.is_staff or bool(actor.serves),
    }
    return render(request, "reviews/queue.html", context)


def row(proposal: Proposal) -> dict[str, Any]:
    """One proposal in a list."""
    kind = type_of_proposal(proposal)
    name = pick(label_of(proposal)) if kind is not None else None
    return {
        "url": f"/reviews/{proposal.pk}",
        "name": {"text": (name.text if name else "") or proposal.record_key, "url": f"/reviews/{proposal.pk}"},
        "kind": kind.label if kind is not None else proposal.record_type,
        "new": not proposal.base_version,
        "organisation": link(proposal.organisation),
        "who": proposal.who,
        "when": day_text(proposal.at.date()),
        "why": proposal.why,
        "remarks": proposal.remarks if proposal.state == State.RETURNED else "",
        "state": {"tag": str(State(proposal.state).label), "tone": TONES[State(proposal.state)]},
    }


def _found(request: HttpRequest, pk: int) -> tuple[Proposal, RecordType]:
    """The proposal as the actor may see it; Http404 whether it is missing or not for them."""
    proposal = visible_proposals(actor_of(request)).filter(pk=pk).first()
    kind = type_of_proposal(proposal) if proposal is not None else None
    if proposal is None or kind is None:
        raise Http404(_("There is no such proposal."))
    return proposal, kind


def proposal_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One proposal: what it changes, what was said about it, and the decision for who may take it."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    return _page(request, *_found(request, pk))


def _page(
    request: HttpRequest, proposal: Proposal, kind: RecordType, faults: tuple[Fault, ...] = (), status: int = 200
) -> HttpResponse:
    actor = actor_of(request)
    record = record_of(kind, proposal.record_key)
    base = base_document(kind, record, proposal.base_version)
    now = held_document(kind, record)
    waits = proposal.state == State.WAITING
    moved = waits and record is not None and record.version != proposal.base_version
    context = {
        "proposal": proposal,
        "record_type": kind,
        "shown": row(proposal),
        "record": link(record) if record is not None else None,
        "changes": showing(actor, kind, (base, proposal.document)).changes(base, proposal.document),
        "sides": sides(actor, kind, base, now, proposal.document, choices_of(request.POST.dict())) if moved else [],
        "version": record.version if record is not None else 0,
        "course": [_step(step) for step in proposal.course],
        "may_decide": waits and may_decide(actor, proposal),
        "may_revise": may_revise(actor, proposal),
        "remarks": request.POST.get("remarks", ""),
        "errors": [said_of(kind, fault) for fault in faults],
    }
    return render(request, "reviews/proposal.html", context, status=status)


def _step(step: dict[str, Any]) -> dict[str, Any]:
    at = parse_datetime(step["at"])
    what = str(State(step["what"]).label) if step["what"] in State.values else _("proposed")
    when = day_text(at.date()) if at else ""
    return {"when": when, "stamp": step["at"], "who": step["who"], "what": what, "why": step["remarks"]}


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept a proposal or send it back, for who may."""
    proposal, kind = _found(request, pk)
    actor = actor_of(request)
    if not may_decide(actor, proposal):
        raise PermissionDenied(_("Only the secretariat of the alliance decides on this."))
    remarks = request.POST.get("remarks", "")
    try:
        if "send_back" in request.POST:
            send_back(actor, proposal, remarks)
            messages.success(request, _("Sent back with your remarks."))
            return redirect("/reviews/")
        kept = accept(actor, proposal, choices_of(request.POST.dict()), remarks, request.POST.get("version", ""))
    except DocumentError as error:
        return _page(request, proposal, kind, error.faults, 422)
    messages.success(request, _("Approved and kept: %(name)s") % {"name": str(kept)})
    return redirect(url_of(kept))


@require_POST
def withdraw_proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's proposal back."""
    proposal, __ = _found(request, pk)
    withdraw(actor_of(request), proposal)
    messages.success(request, _("Withdrawn; the record is as it was."))
    return redirect("/desk/")


def edit_proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of a proposal that waits or was sent back; keeping it sends it for approval (again)."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    proposal, kind = _found(request, pk)
    actor = actor_of(request)
    if not may_revise(actor, proposal):
        raise PermissionDenied(_("Only those who proposed it may change it."))
    key = proposal.record_key
    if request.method != "POST":
        form = forms.document_form(kind, proposal.document, str(proposal.base_version), actor)
        return form_page(request, kind, form, key, {"why": proposal.why}, proposal=proposal.pk)
    posted = request.POST.dict()
    if "_add" in posted or "_remove" in posted:
        return reshaped_page(request, kind, posted, key, proposal.pk)
    try:
        with transaction.atomic():
            sent = read_sent(kind, actor, posted, record_of(kind, key))
            unoffered = forms.unoffered(kind, proposal.document)
            revise(actor, proposal, {**sent.data, **unoffered}, sent.why)
    except DocumentError as error:
        form = forms.posted_form(kind, posted, error.faults, key, actor)
        return form_page(request, kind, form, key, posted, 422, proposal=proposal.pk)
    messages.success(request, _("Sent to %(name)s for approval.") % {"name": str(proposal.alliance)})
    return redirect(f"/reviews/{proposal.pk}")
