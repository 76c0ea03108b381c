"""The page of an alignment: two versions side by side, and the reviewing of what was proposed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guildbook.directory.models import Organisation
from guildbook.faces.details import link
from guildbook.faces.views import own_context, record_or_404
from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.format import number_text
from guildbook.standards.actions.proposing import FAILED, RUNNING, propose_soon, sides
from guildbook.standards.actions.reviewing import (
    Decision,
    Reviewer,
    above,
    confirm_above,
    review,
    set_state,
    take_back,
)
from guildbook.standards.models import Alignment, Standard
from guildbook.standards.models.alignment import AlignmentState, MatchState, Relation
from guildbook.standards.queries.joined import PROPOSED, join
from guildbook.standards.records import ALIGNMENT
from guildbook.standards.rules import may_change
from guildbook.standards.views.joining import FILTERS, language_of, score_text, shown_rows, shown_side

SESSION = "reviewing-as"
CONFIDENT = 0.9


def alignment_page(request: HttpRequest, key: str) -> HttpResponse:
    """An alignment with its matches; who keeps it also sees proposals, and reviews both."""
    context = own_context(ALIGNMENT, request, key)
    alignment: Alignment = context["record"]
    actor = actor_of(request)
    may_review = may_change(actor, alignment)
    first, second = sides(alignment)
    joined = join(actor, alignment, first, second)
    wanted = request.GET.get("show", "")
    context |= {
        "first": shown_side(alignment.from_standard, alignment.from_version, joined.first),
        "second": shown_side(alignment.to_standard, alignment.to_version, joined.second),
        "rows": shown_rows(joined, wanted if wanted in FILTERS else "", may_review),
        "tabs": _tabs(alignment, wanted, may_review),
        "relations": Relation.choices,
        "computing": _computing(alignment) if may_review else None,
        "example": "example" in {alignment.from_standard.nature, alignment.to_standard.nature},
        "dropped": dropped(alignment) if may_review else [],
    }
    if may_review:
        context |= _reviewing(request, alignment, sum(PROPOSED in row.states for row in joined.rows))
        context["focus"] = _next(context["rows"], request.GET.get("done", ""))
    return render(request, "standards/alignment.html", context)


def _tabs(alignment: Alignment, wanted: str, may_review: bool) -> list[dict[str, Any]]:
    labels = {
        "": _("All items"),
        "waiting": _("To be reviewed"),
        "confirmed": _("Confirmed"),
        "gaps": _("Without a match"),
    }
    return [
        {
            "label": label,
            "url": f"/alignments/{alignment.key}" + (f"?show={name}" if name else ""),
            "current": name == wanted,
        }
        for name, label in labels.items()
        if name != "waiting" or may_review
    ]


def _computing(alignment: Alignment) -> dict[str, Any] | None:
    """How far the computing of proposals is, while it goes on or after it failed."""
    if alignment.computing not in (RUNNING, FAILED):
        return None
    done, total = alignment.computed, alignment.to_compute
    said = _("%(done)s of %(total)s texts read") % {"done": number_text(done), "total": number_text(total)}
    return {"failed": alignment.computing == FAILED, "said": said, "done": done, "total": max(total, 1)}


def _reviewing(request: HttpRequest, alignment: Alignment, waiting: int) -> dict[str, Any]:
    reviewer = _reviewer(request)
    confident = len(above(alignment, CONFIDENT))
    states = [
        {"value": value, "label": str(label), "current": value == alignment.state}
        for value, label in AlignmentState.choices
    ]
    return {
        "reviewer": reviewer.name,
        "for_organisation": reviewer.organisation.key if reviewer.organisation else "",
        "waiting": waiting,
        "confident": confident,
        "confident_text": number_text(confident),
        "states": states,
        "show": request.GET.get("show", ""),
    }


def _next(rows: Sequence[Mapping[str, Any]], done: str) -> str:
    """The button that the keyboard goes to after a decision: the next one to decide, else what the last one left."""
    places = [place for place, row in enumerate(rows) if row["left"] and row["left"]["id"] == done]
    start = places[0] if places else 0
    waiting = (PROPOSED, MatchState.TO_REVIEW)
    for row in rows[start:] if done else ():
        for partner in row["partners"]:
            if row["left"] and partner["state"] in waiting:
                return f"c-{row['left']['id']}-{partner['key']}"
    left = rows[start]["partners"] if places else ()
    return f"u-{done}-{left[0]['key']}" if left else ""


def dropped(alignment: Alignment) -> list[dict[str, Any]]:
    """Matches of the alignment this one was carried over from whose item did not come along."""
    matches = list(alignment.matches.all())
    earlier_key = next((match.carried_from for match in matches if match.carried_from), "")
    earlier = Alignment.objects.filter(key=earlier_key).first()
    if earlier is None:
        return []
    # The side that both have in common tells which items of the other side came along.
    same_second = (earlier.to_standard_id, earlier.to_version) == (alignment.to_standard_id, alignment.to_version)
    carried = {match.to_item if same_second else match.from_item for match in matches if match.carried_from}
    first, second = sides(earlier)
    texts = {item.identifier: item for item in (*first, *second)}
    return [
        {
            "number": texts[gone].number,
            "text": texts[gone].text,
            "other": texts[held].number if held in texts else "",
        }
        for match in earlier.matches.exclude(state=MatchState.REJECTED)
        for gone, held in [(match.from_item, match.to_item) if same_second else (match.to_item, match.from_item)]
        if held not in carried and gone in texts
    ]


def _keepers(view: Callable[[HttpRequest, Alignment], HttpResponse]) -> Callable[..., HttpResponse]:
    """A view that answers a form of who keeps the alignment, then shows it again, with what went wrong."""

    def answered(request: HttpRequest, key: str) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        alignment = _kept(request, key)
        if request.method != "POST":
            return redirect(f"/alignments/{key}")
        try:
            return view(request, alignment)
        except DocumentError as error:
            messages.error(request, "; ".join(fault.message for fault in error.faults), extra_tags="bad")
            return _back(request, alignment)

    return answered


def _back(request: HttpRequest, alignment: Alignment, place: str = "") -> HttpResponse:
    show = request.POST.get("show", "")
    said = {name: value for name, value in (("show", show if show in FILTERS else ""), ("done", place)) if value}
    query = f"?{urlencode(said)}" if said else ""
    return redirect(f"/alignments/{alignment.key}{query}{'#' + place if place else ''}")


def _reviewer(request: HttpRequest) -> Reviewer:
    """Staff may credit a decision to whoever made it; others answer for their own, for an organisation they keep."""
    actor, held = actor_of(request), request.session.get(SESSION, {})
    organisation = _creditable(actor, held.get("organisation", "")).first()
    return Reviewer((held.get("name") if actor.is_staff else "") or actor.name, organisation)


def _creditable(actor: Actor, key: str) -> QuerySet[Organisation]:
    """The organisation of that key, where the actor may credit decisions to it."""
    found = Organisation.objects.filter(key=key)
    return found if actor.is_staff else found.filter(pk__in=actor.keeps)


def _kept(request: HttpRequest, key: str) -> Alignment:
    """The alignment, for who keeps it; Http404 where they may not see it, PermissionDenied where they only may."""
    alignment: Alignment = record_or_404(ALIGNMENT, actor_of(request), key)
    if not may_change(actor_of(request), alignment):
        raise PermissionDenied(str(NOT_YOURS))
    return alignment


@_keepers
def review_match(request: HttpRequest, alignment: Alignment) -> HttpResponse:
    """Confirm, correct, reject or take back one match."""
    said = request.POST
    pair = (said.get("from_item", ""), said.get("to_item", ""))
    if "undecide" in said:
        take_back(actor_of(request), alignment, *pair)
        return _back(request, alignment, pair[0])
    chosen = _chosen(alignment, said)
    score = said.get("score", "")
    decision = Decision(
        pair[0],
        chosen or pair[1],
        MatchState.REJECTED if "reject" in said else MatchState.CONFIRMED,
        said.get("relation", "") or Relation.EXACT,
        said.get("note", "").strip()[:2000],
        float(score) if score and not chosen else None,
        pair[1] if chosen and chosen != pair[1] else "",
    )
    review(actor_of(request), alignment, decision, _reviewer(request))
    return _back(request, alignment, pair[0])


def _chosen(alignment: Alignment, said: Mapping[str, str]) -> str:
    """The item of the second version chosen by its number; empty when none was, DocumentError when there is no such."""
    number = said.get("number", "").strip()
    if not number or "reject" in said:
        return ""
    number = number.partition("\t")[0].strip()
    item = alignment.to_standard.items.filter(version=alignment.to_version, number=number).first()
    if item is None:
        message = _("version %(version)s has no item %(number)s")
        raise DocumentError([Fault("number", message % {"version": alignment.to_version, "number": number[:40]})])
    return item.identifier


@_keepers
def review_as(request: HttpRequest, alignment: Alignment) -> HttpResponse:
    """Remember whom this browser's decisions are credited to."""
    key = request.POST.get("organisation", "").strip()
    if key and not _creditable(actor_of(request), key).exists():
        raise DocumentError([Fault("organisation", _("the book has no organisation with this key"))])
    request.session[SESSION] = {"name": request.POST.get("name", "").strip()[:150], "organisation": key}
    return _back(request, alignment)


@_keepers
def compute(request: HttpRequest, alignment: Alignment) -> HttpResponse:
    """Propose matches: at once where it takes seconds, else in a process of its own."""
    if propose_soon(actor_of(request), alignment):
        messages.success(request, _("Proposals were computed; nobody has reviewed them."))
    return _back(request, alignment)


@_keepers
def change_state(request: HttpRequest, alignment: Alignment) -> HttpResponse:
    """Say how far the whole alignment is."""
    set_state(actor_of(request), alignment, request.POST.get("state", ""))
    return _back(request, alignment)


def confirm_many(request: HttpRequest, key: str) -> HttpResponse:
    """How many proposals lie above a score, with all of them to look at; then confirm exactly these."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    alignment = _kept(request, key)
    floor = _floor(request.POST.get("above") or request.GET.get("above") or "")
    error = ""
    if request.method == "POST":
        try:
            expected = int(request.POST.get("expected", "")) if request.POST.get("expected", "").isdecimal() else -1
            n = confirm_above(actor_of(request), alignment, floor, expected, _reviewer(request))
        except DocumentError as refused:
            error = "; ".join(fault.message for fault in refused.faults)
        else:
            said = ngettext("%(n)s match confirmed.", "%(n)s matches confirmed.", n) % {"n": number_text(n)}
            messages.success(request, said, extra_tags="ok")
            return redirect(f"/alignments/{key}")
    found = above(alignment, floor)
    first, second = ({item.identifier: item for item in side} for side in sides(alignment))
    context = {
        "alignment": link(alignment),
        "key": key,
        "floor": floor,
        "floor_text": number_text(floor),
        "expected": len(found),
        "count": ngettext("%(n)s proposal", "%(n)s proposals", len(found)) % {"n": number_text(len(found))},
        "reviewer": _reviewer(request),
        "error": error,
        "langs": [language_of(*of) for of in _versions(alignment)],
        "pairs": [
            (first[each.from_item], second[each.to_item], score_text(each.score))
            for each in sorted(found, key=lambda each: each.score)
            if each.from_item in first and each.to_item in second
        ],
    }
    return render(request, "standards/confirm.html", context, status=422 if error else 200)


def _floor(text: str) -> float:
    try:
        return min(max(float(text), 0.5), 1.0)
    except ValueError:
        return CONFIDENT


def _versions(alignment: Alignment) -> list[tuple[Standard, str]]:
    return [
        (alignment.from_standard, alignment.from_version),
        (alignment.to_standard, alignment.to_version),
    ]
