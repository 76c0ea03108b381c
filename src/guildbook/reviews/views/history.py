"""A record's history with readable differences, and the ways back: undo a change, set back to a state."""

from dataclasses import replace
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from guildbook.faces import details
from guildbook.faces.views import record_or_404
from guildbook.kit.actions import NO_UNDO, reason_of_undo
from guildbook.kit.actors import actor_of
from guildbook.kit.documents import DocumentError, Fault, read_document
from guildbook.kit.models import Change
from guildbook.kit.queries import as_published, find_as, seen_changes
from guildbook.kit.record_types import RecordType
from guildbook.kit.rules import may_keep
from guildbook.language.differences import three_way
from guildbook.reviews.actions import keep_or_propose
from guildbook.reviews.queries import held_document
from guildbook.reviews.views.editing import answer_to, write_allowed
from guildbook.reviews.views.settling import Work, choices_of, settle_page, settled, unpacked
from guildbook.reviews.views.showing import showing

PAGE_SIZE = 30


def history(record_type: RecordType, request: HttpRequest, key: str) -> HttpResponse:
    """Every change of a record: who, for whom, when, why, and what it changed."""
    actor = actor_of(request)
    record = record_or_404(record_type, actor, key)
    kept = may_keep(actor, record_type, record)
    asked = request.GET.get("page", "1")
    seen = seen_changes(actor, record_type, record)
    paginator = Paginator(seen, PAGE_SIZE)
    page = paginator.get_page(int(asked) if asked.isdecimal() and len(asked) < 7 else 1)
    found = [change if kept else as_published(change) for change in page.object_list]
    newest = seen.values_list("pk", flat=True).first()
    shown = showing(actor, record_type, [data for change in found for data in (change.before, change.after)])
    entries = [
        {
            **entry,
            "changes": shown.changes(change.before, change.after) if change.before is not None else [],
            "undo": kept and change.before is not None,
            "set_back": kept and change.pk != newest,
        }
        for change, entry in zip(found, details.changes(actor, found, lambda change: kept), strict=True)
    ]
    context: dict[str, Any] = {
        "record_type": record_type,
        "title": details.link(record),
        "url": details.url_of(record),
        "changes": entries,
        "pager": {
            "number": page.number,
            "pages": paginator.num_pages,
            "previous": f"?page={page.number - 1}" if page.has_previous() else None,
            "next": f"?page={page.number + 1}" if page.has_next() else None,
            "links": [],
        },
    }
    return render(request, "records/history.html", context)


def undo_change(record_type: RecordType, request: HttpRequest, key: str, change: int) -> HttpResponse:
    """Take one change back, for who keeps the record; where it was written over since, they decide by column."""
    return write_allowed(request, record_type, key) or _undo(request, record_type, key, change)


def set_back(record_type: RecordType, request: HttpRequest, key: str, change: int) -> HttpResponse:
    """Make the record what it was after a change, for who keeps it."""
    return write_allowed(request, record_type, key) or _set_back(request, record_type, key, change)


def settle(record_type: RecordType, request: HttpRequest, key: str) -> HttpResponse:
    """Keep what somebody decided, column by column."""
    return write_allowed(request, record_type, key) or _settle(request, record_type, key)


def _change(record_type: RecordType, request: HttpRequest, key: str, pk: int) -> tuple[Any, Change]:
    """The record and its change as the actor sees them; Http404 for a change of another record."""
    record = record_or_404(record_type, actor_of(request), key)
    found = Change.objects.filter(record_type=record_type.name, record_key=key, pk=pk).first()
    if found is None:
        raise Http404(_("This record has no such change."))
    return record, found


@require_POST
def _undo(request: HttpRequest, record_type: RecordType, key: str, pk: int) -> HttpResponse:
    actor = actor_of(request)
    record, change = _change(record_type, request, key, pk)
    why = request.POST.get("why", "").strip()[:300] or reason_of_undo(change)
    if change.before is None:
        return _refused(request, record_type, key, DocumentError([Fault("key", str(NO_UNDO))]))
    merged = three_way(change.after, held_document(record_type, record), change.before)
    if merged.open:
        work = Work(change.after, change.before, why, record.version)
        return settle_page(request, record_type, key, work, undoing=True)
    try:
        draft = read_document(record_type, merged.document, record, partial(find_as, actor))
        done = keep_or_propose(actor, record_type, draft, why)
    except DocumentError as error:
        return _refused(request, record_type, key, error)
    return answer_to(request, done, words=_("The change was undone."))


@require_POST
def _set_back(request: HttpRequest, record_type: RecordType, key: str, pk: int) -> HttpResponse:
    actor = actor_of(request)
    record, change = _change(record_type, request, key, pk)
    usual = _("set back to the state of %(at)s") % {"at": f"{change.at:%F %R}"}
    try:
        draft = read_document(record_type, change.after, record, partial(find_as, actor))
        done = keep_or_propose(actor, record_type, draft, request.POST.get("why", "").strip()[:300] or usual)
    except DocumentError as error:
        return _refused(request, record_type, key, error)
    return answer_to(request, done, words=_("The record was set back."))


@require_POST
def _settle(request: HttpRequest, record_type: RecordType, key: str) -> HttpResponse:
    posted = request.POST.dict()
    work = unpacked(posted.get("work", ""), record_type, key)
    work = replace(work, why=posted.get("why", "").strip()[:300])
    chosen = choices_of(posted)
    try:
        done = settled(actor_of(request), record_type, key, work, chosen)
    except DocumentError as error:
        return settle_page(request, record_type, key, work, chosen, error.faults, 422)
    return answer_to(request, done)


def _refused(request: HttpRequest, record_type: RecordType, key: str, error: DocumentError) -> HttpResponse:
    messages.error(request, "; ".join(fault.message for fault in error.faults))
    return redirect(f"/{record_type.plural}/{key}")
