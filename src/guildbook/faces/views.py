"""The web faces derived from a RecordType: list, page, formats. Form and history are in reviews, which keeps them."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guildbook.faces import details
from guildbook.faces.jsonld import linked
from guildbook.faces.lists import RecordList, facet_labels, list_records, read_asked, select
from guildbook.faces.tables import column_head
from guildbook.faces.workbooks import write_table, write_workbook
from guildbook.kit.actions import documents, stored
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.documents import Document, document
from guildbook.kit.drafts import Draft
from guildbook.kit.format import number_text
from guildbook.kit.panels import panels_for
from guildbook.kit.queries import history_of
from guildbook.kit.record_types import RecordType
from guildbook.kit.rules import may_enter, may_keep

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A download is one request; more records than this are for the API, page by page, or for `guildbook export`.
MOST_IN_DOWNLOAD = 20_000


def record_or_404(record_type: RecordType, actor: Actor, key: str) -> Any:
    """The record as the actor may see it; Http404 whether it is missing or not for them."""
    record = details.visible_record(record_type, actor, key)
    if record is None:
        raise Http404(_("The book has no %(label)s “%(key)s”.") % {"label": record_type.label, "key": key})
    return record


def list_page(record_type: RecordType, request: HttpRequest) -> HttpResponse:
    """The list of one kind of record."""
    return render(request, "records/list.html", list_context(record_type, request))


def list_context(record_type: RecordType, request: HttpRequest) -> dict[str, Any]:
    """What records/list.html shows; a page of an area's own may add to it."""
    actor = actor_of(request)
    found = list_records(record_type, actor, read_asked(record_type, request.GET))
    columns = [column for column in record_type.columns if column.listed]
    rows = [
        [details.link(record), *(details.cell(record, column) for column in columns)]
        for record in found.page.object_list
    ]
    kept = [(name, value) for name, value in request.GET.items() if name not in ("q", "page")]
    query = request.GET.urlencode()
    suffix = f"?{query}" if query else ""
    return {
        "record_type": record_type,
        "may_edit": may_enter(actor, record_type),
        "count": ngettext("%(n)s record", "%(n)s records", found.count) % {"n": number_text(found.count)},
        "total": found.count,
        "columns": _columns(record_type, request),
        "rows": rows,
        "pager": _pager(found, request),
        "groups": _groups(found, request),
        "chips": _chips(found, request),
        "q": found.asked.words,
        "kept": kept,
        "workbook": f"/{record_type.plural}.xlsx{suffix}",
        "json": f"/{record_type.plural}.json{suffix}",
    }


def _with(request: HttpRequest, **changed: str) -> str:
    """This page's address with some parameters changed, or dropped where the value is empty; always from page one."""
    params = {name: value for name, value in request.GET.items() if name != "page"}
    params.update(changed)
    query = urlencode({name: value for name, value in params.items() if value})
    return f"{request.path}?{query}" if query else request.path


def _columns(record_type: RecordType, request: HttpRequest) -> list[dict[str, str]]:
    heads = [{"label": _("Name"), "kind": ""}]
    for column in record_type.columns:
        if column.listed:
            sorted_by = request.GET.get("sort", "")
            down = sorted_by == column.field
            order = {column.field: "ascending", f"-{column.field}": "descending"}.get(sorted_by, "")
            url = _with(request, sort=f"-{column.field}" if down else column.field)
            heads.append({**column_head(record_type, column.field), "sort_url": url, "sorted": order})
    return heads


def _pager(found: RecordList, request: HttpRequest) -> dict[str, Any]:
    page = found.page

    def url(number: int) -> str:
        return _with(request, page=str(number))

    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {
        "number": page.number,
        "pages": page.paginator.num_pages,
        "previous": url(page.previous_page_number()) if page.has_previous() else None,
        "next": url(page.next_page_number()) if page.has_next() else None,
        "links": [(number, url(number)) if isinstance(number, int) else ("…", None) for number in numbers],
    }


def _groups(found: RecordList, request: HttpRequest) -> list[dict[str, Any]]:
    return [
        {
            "label": str(facet.label),
            "options": [
                {
                    "label": value.label,
                    "count": number_text(value.count),
                    "selected": value.chosen,
                    "url": _with(request, **{facet.name: "" if value.chosen else value.value}),
                }
                for value in values
            ],
        }
        for facet, values in found.facets
    ]


def _chips(found: RecordList, request: HttpRequest) -> list[dict[str, str]]:
    # A choice is named even where nothing was found; the name of a record only where a visible one leads to it.
    labels = {
        (facet.name, value): label
        for facet in found.record_type.facets
        if facet.name in found.asked.filters and not facet.refers
        for value, label in facet_labels(found.record_type, facet, [found.asked.filters[facet.name]]).items()
    }
    labels |= {(facet.name, value.value): value.label for facet, values in found.facets for value in values}
    return [
        {"label": labels.get((name, value), value), "url": _with(request, **{name: ""})}
        for name, value in found.asked.filters.items()
    ]


def _documents(record_type: RecordType, request: HttpRequest) -> list[Document]:
    records = select(record_type, actor_of(request), read_asked(record_type, request.GET)).defer(None)
    return documents(record_type, records[:MOST_IN_DOWNLOAD])


def list_json(record_type: RecordType, request: HttpRequest) -> HttpResponse:
    """The list asked for, as documents."""
    return JsonResponse(
        {record_type.plural: _documents(record_type, request)}, json_dumps_params={"ensure_ascii": False}
    )


def list_workbook(record_type: RecordType, request: HttpRequest) -> HttpResponse:
    """The list asked for, as a workbook."""
    return _workbook(record_type, _documents(record_type, request), record_type.plural)


def list_table(record_type: RecordType, request: HttpRequest) -> HttpResponse:
    """The list asked for, as a .csv file: the records' own columns."""
    answer = HttpResponse(
        write_table(record_type, _documents(record_type, request)), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="{record_type.plural}.csv"'
    return answer


def _workbook(record_type: RecordType, held: list[Document], name: str) -> HttpResponse:
    answer = HttpResponse(write_workbook({record_type: held}), content_type=WORKBOOK)
    answer["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return answer


def record_page(record_type: RecordType, request: HttpRequest, key: str) -> HttpResponse:
    """A record's page."""
    return render(request, "records/record.html", record_context(record_type, request, key))


def record_context(record_type: RecordType, request: HttpRequest, key: str) -> dict[str, Any]:
    """What records/record.html shows."""
    draft = stored(record_type, record_or_404(record_type, actor_of(request), key))
    return _context(request, draft, record_type)


def own_context(record_type: RecordType, request: HttpRequest, key: str) -> dict[str, Any]:
    """The same with the parts as `rows`, not as tables: a page of an area's own shows them in its own way."""
    draft = stored(record_type, record_or_404(record_type, actor_of(request), key))
    return {**_context(request, replace(draft, rows={}), record_type), "rows": draft.rows}


def _context(request: HttpRequest, draft: Draft, record_type: RecordType) -> dict[str, Any]:
    actor, record = actor_of(request), draft.record
    kept = may_keep(actor, record_type, record)
    return {
        "record": record,
        "record_type": record_type,
        "detail": details.detail(record_type, draft),
        "panels": panels_for(record_type.name, record, actor),
        "history": details.changes(actor, history_of(actor, record_type, record, 5), lambda change: kept),
        "may_edit": kept,
    }


def _document(record_type: RecordType, request: HttpRequest, key: str) -> Document:
    record = record_or_404(record_type, actor_of(request), key)
    return document(record_type, stored(record_type, record))


def record_json(record_type: RecordType, request: HttpRequest, key: str) -> HttpResponse:
    """A record as its document."""
    return JsonResponse(_document(record_type, request, key), json_dumps_params={"ensure_ascii": False})


def record_jsonld(record_type: RecordType, request: HttpRequest, key: str) -> HttpResponse:
    """A record as JSON-LD."""
    base = request.build_absolute_uri("/").rstrip("/")
    data = linked(record_type, _document(record_type, request, key), base)
    return JsonResponse(data, content_type="application/ld+json", json_dumps_params={"ensure_ascii": False})


def record_workbook(record_type: RecordType, request: HttpRequest, key: str) -> HttpResponse:
    """A record as a workbook."""
    return _workbook(record_type, [_document(record_type, request, key)], key)
