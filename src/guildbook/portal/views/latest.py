"""The latest entries: every change of the book, newest first."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guildbook.faces.details import changes, link
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.models import Change
from guildbook.kit.queries import as_published
from guildbook.kit.record_types import by_name
from guildbook.kit.rules import may_keep
from guildbook.portal.queries.latest import records_of_changes, visible_changes

PAGE_SIZE = 50


def latest(request: HttpRequest) -> HttpResponse:
    """One page of changes, each with the record it changed."""
    actor = actor_of(request)
    asked = request.GET.get("page", "1")
    paginator = Paginator(visible_changes(actor), PAGE_SIZE)
    page = paginator.get_page(int(asked) if asked.isdecimal() and len(asked) < 7 else 1)
    found = [change if actor.is_staff else as_published(change) for change in page.object_list]
    records = records_of_changes(actor, found)
    entries = changes(actor, found, lambda change: _kept(actor, change, records))
    context = {
        "changes": [row(change, shown, records) for change, shown in zip(found, entries, strict=True)],
        "count": paginator.count,
        "pager": {
            "number": page.number,
            "pages": paginator.num_pages,
            "previous": f"?page={page.number - 1}" if page.has_previous() else None,
            "next": f"?page={page.number + 1}" if page.has_next() else None,
            "links": [
                (number, f"?page={number}" if isinstance(number, int) else None)
                for number in paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
            ],
        },
    }
    return render(request, "portal/latest.html", context)


def _kept(actor: Actor, change: Change, records: dict[tuple[str, str], Any]) -> bool:
    """Whether the actor keeps what was changed, and may know who did it."""
    kind, record = by_name(change.record_type), records.get((change.record_type, change.record_key))
    return actor.is_staff or (kind is not None and record is not None and may_keep(actor, kind, record))


def row(change: Change, shown: dict[str, Any], records: dict[tuple[str, str], Any]) -> dict[str, Any]:
    """A change with the record it is about, its kind, and the address of its history."""
    kind = by_name(change.record_type)
    record = records.get((change.record_type, change.record_key))
    return {
        **shown,
        "record": link(record) if record is not None else change.record_key,
        "kind": kind.label if kind else change.record_type,
        "history": f"/{kind.plural}/{change.record_key}/history" if kind and record is not None else "",
    }
