"""Duplicates: records that may be one, the preview of a merge, and what was merged, with a way back."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from guildbook.directory.actions import keep_apart, merge, undo_merge
from guildbook.directory.models import Merge
from guildbook.directory.models.organisation import OrganisationKind
from guildbook.directory.queries.duplicates import counted, merge_of, merges, proposals
from guildbook.directory.queries.named import REASONS, organisations_named
from guildbook.directory.queries.references import references_to
from guildbook.directory.records import ORGANISATION
from guildbook.faces.details import link, visible_record
from guildbook.kit.actions import stored
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.documents import DocumentError
from guildbook.kit.format import day_text, number_text
from guildbook.kit.record_types import RecordType, by_name

LONGEST = 300


def duplicates_page(request: HttpRequest) -> HttpResponse:
    """Pairs of organisations that may be one, and what was merged before; for staff."""
    actor = actor_of(request)
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if not actor.is_staff:
        raise PermissionDenied(_("Only staff of this book may change it."))
    found = [
        {
            "one": {**_described(each.one), "by": each.names[0]},
            "other": {**_described(each.other), "by": each.names[1]},
            "score": number_text(round(each.score, 2)),
            "reasons": [str(REASONS.get(reason, reason)) for reason in each.reasons],
        }
        for each in proposals(actor)
    ]
    past = [
        {
            "pk": each.pk,
            "when": day_text(each.at.date()),
            "who": each.who,
            "why": each.why,
            "gone": _shown(actor, each.record_type, each.gone_key),
            "kept": _shown(actor, each.record_type, each.kept_key),
            "undone": _undone(each),
        }
        for each in merges()
    ]
    context = {"found": found, "past": past, "asked": request.GET}
    return render(request, "directory/duplicates.html", context)


def _undone(merged: Merge) -> str:
    if not merged.undone_at:
        return ""
    return _("undone on %(day)s by %(who)s") % {"day": day_text(merged.undone_at.date()), "who": merged.undone_by}


def _described(record: Any) -> dict[str, Any]:
    return {
        "key": record.key,
        "link": link(record),
        "kind": record.get_kind_display(),
        "place": link(record.place) if record.place else "",
    }


def _shown(actor: Actor, kind: str, key: str) -> Any:
    record_type = by_name(kind)
    record = visible_record(record_type, actor, key) if record_type else None
    return link(record) if record is not None else {"text": key}


def _kind_of(record: Any) -> RecordType:
    """An alliance is merged as one: as an organisation it would lose what only alliances have."""
    name = "alliance" if record.kind == OrganisationKind.ALLIANCE else "organisation"
    return by_name(name) or ORGANISATION


def _pair(request: HttpRequest, actor: Actor) -> tuple[RecordType, Any, Any]:
    """The two records asked for, read as the kind they are; Http404 names the one that is missing."""
    sent = request.POST if request.method == "POST" else request.GET
    held = []
    for name in ("kept", "gone"):
        record = visible_record(ORGANISATION, actor, sent.get(name, ""))
        if record is None:
            raise Http404(_("The book has no organisation “%(key)s”.") % {"key": sent.get(name, "")[:120]})
        held.append(record)
    kind = _kind_of(held[0])
    if kind is not ORGANISATION:
        held = [visible_record(kind, actor, each.key) or each for each in held]
    return kind, held[0], held[1]


def merge_page(request: HttpRequest) -> HttpResponse:
    """What a merge would do, side by side; sent, it does it."""
    actor = actor_of(request)
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if not actor.is_staff:
        raise PermissionDenied(_("Only staff of this book may change it."))
    kind, kept, gone = _pair(request, actor)
    faults: list[str] = []
    if request.method == "POST":
        try:
            merge(actor, kind, kept, gone, request.POST.get("why", ""))
        except DocumentError as error:
            faults = [f"{fault.where}: {fault.message}" for fault in error.faults]
        else:
            messages.success(request, _("Merged: %(name)s") % {"name": str(kept)})
            return redirect(f"/{kind.plural}/{kept.key}")
    context = {
        "sides": [_side(kind, kept), _side(kind, gone)],
        "references": [
            {"label": label, "count": number_text(count)} for label, count in counted(references_to(gone)).items()
        ],
        "faults": faults,
        "why": request.POST.get("why", ""),
    }
    return render(request, "directory/merge.html", context, status=422 if faults else 200)


def _side(kind: RecordType, record: Any) -> dict[str, Any]:
    draft = stored(kind, record)
    names: list[Any] = list(draft.rows["names"])
    return {
        **_described(record),
        "names": [{"text": name.text, "lang": name.language, "kind": name.get_kind_display()} for name in names],
        "citations": number_text(len(draft.citations)),
    }


@require_POST
def apart(request: HttpRequest) -> HttpResponse:
    """Remember that two records are different."""
    actor = actor_of(request)
    if not actor.is_staff:
        raise PermissionDenied(_("Only staff of this book may change it."))
    __, one, other = _pair(request, actor)
    keep_apart(actor, ORGANISATION, one.key, other.key)
    messages.success(request, _("Kept apart; the pair is not proposed again."))
    return redirect("/duplicates/")


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Make two records of one again."""
    actor = actor_of(request)
    found = merge_of(pk) if actor.is_staff else None
    if found is None:
        raise Http404(_("There is no such merge."))
    try:
        left = undo_merge(actor, found)
    except DocumentError as error:
        messages.error(request, "; ".join(fault.message for fault in error.faults))
    else:
        messages.success(request, _("The merge was undone."))
        for where in left:
            messages.warning(request, _("Changed since, and left as it is: %(where)s") % {"where": where})
    return redirect("/duplicates/")


@require_safe
def names_offered(request: HttpRequest) -> HttpResponse:
    """Organisations that what was typed may mean, as options for an input; whatever the input is called."""
    typed = str(next(iter(request.GET.values()), "")).strip()[:LONGEST]
    found = organisations_named(typed, 6) if typed else []
    context = {
        "typed": typed,
        "found": [
            {
                "key": one.key,
                "name": one.name,
                "why": ", ".join(str(REASONS.get(reason, reason)) for reason in one.reasons),
            }
            for one in found
        ],
    }
    return render(request, "directory/names.html", context)
