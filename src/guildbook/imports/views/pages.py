"""Sending a file, looking over what it would do, and keeping all of it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from guildbook.imports.actions.checking import begin
from guildbook.imports.actions.receiving import forget, receive
from guildbook.imports.models import Import, ImportRow, RowState, State
from guildbook.imports.queries import counts_of, is_working, rows_of, visible_imports, visible_mappings
from guildbook.imports.rules import may_import
from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.documents import DocumentError
from guildbook.kit.format import day_text, number_text
from guildbook.kit.record_types import RecordType, by_name, model_field, record_types
from guildbook.sheets.writing import ColumnOut, SheetOut, write_book

PER_PAGE = 100
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_REMARKS = 50_000


def import_or_404(request: HttpRequest, number: int) -> Import:
    """The file, for who sent it and for staff; Http404 for others, whether it is there or not."""
    found = visible_imports(actor_of(request)).filter(pk=number).first()
    if found is None:
        raise Http404(_("There is no such file."))
    return found


def imports_page(request: HttpRequest) -> HttpResponse:
    """Files sent before, and the form that sends one."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    actor = actor_of(request)
    if not may_import(actor):
        raise PermissionDenied(str(NOT_YOURS))
    faults: list[str] = []
    if request.method == "POST":
        answer = _receive(request, actor)
        if isinstance(answer, HttpResponse):
            return answer
        faults = answer
    kinds = [(kind.name, kind.label_plural) for kind in record_types()]
    context = {
        "kinds": kinds,
        "chosen": request.POST.get("kind", "organisation"),
        "faults": faults,
        "found": [_line(one) for one in visible_imports(actor).select_related("user")[:50]],
        "mappings": [(one.pk, one.name, _plural(one.record_type)) for one in visible_mappings(actor)],
        "plurals": [(kind.plural, kind.label_plural) for kind in record_types()],
        "asked": request.POST,
    }
    return render(request, "imports/imports.html", context, status=422 if faults else 200)


def _receive(request: HttpRequest, actor: Actor) -> HttpResponse | list[str]:
    upload = request.FILES.get("file")
    if upload is None:
        return [_("choose a file first")]
    try:
        imported = receive(actor, upload, request.POST.get("kind", ""))
        if imported.state == State.COLUMNS:
            return redirect(f"/imports/{imported.pk}/columns")
        begin(imported, actor, State.CHECKING)
    except DocumentError as error:
        return [fault.message for fault in error.faults] or [_busy()]
    return redirect(f"/imports/{imported.pk}")


def _busy() -> str:
    return _("Other long files are being worked on; try again in a few minutes.")


def _plural(name: str) -> str:
    kind = by_name(name)
    return kind.label_plural if kind else ""


def _line(imported: Import) -> dict[str, Any]:
    return {
        "url": f"/imports/{imported.pk}" + ("/columns" if imported.state == State.COLUMNS else ""),
        "name": imported.name,
        "day": day_text(imported.at.date()),
        "who": imported.user.get_full_name(),
        "state": imported.get_state_display(),
    }


@require_safe
def import_page(request: HttpRequest, number: int) -> HttpResponse:
    """What a file would do, row by row; while it is worked on, how far that has come."""
    imported = import_or_404(request, number)
    if imported.state == State.COLUMNS:
        return redirect(f"/imports/{imported.pk}/columns")
    context = _progress(imported)
    if request.headers.get("HX-Request") and is_working(imported):
        return render(request, "imports/progress.html", context)
    if request.headers.get("HX-Request"):
        answer = HttpResponse("")
        answer["HX-Refresh"] = "true"
        return answer
    return render(request, "imports/import.html", {**context, **_preview(imported, request)})


def _progress(imported: Import) -> dict[str, Any]:
    total = imported.total or 1
    return {
        "imported": imported,
        "working": is_working(imported),
        "done": number_text(imported.done),
        "total": number_text(imported.total),
        "share": min(100, 100 * imported.done // total),
        "is_keeping": imported.state == State.KEEPING,
    }


def _preview(imported: Import, request: HttpRequest) -> dict[str, Any]:
    counts = counts_of(imported)
    state = request.GET.get("state", "")
    page = Paginator(rows_of(imported, state if state in RowState.values else ""), PER_PAGE).get_page(
        request.GET.get("page", "1")
    )
    facets = [
        {
            "value": one.value,
            "label": one.label,
            "count": number_text(counts.get(one.value, 0)),
            "on": one.value == state,
        }
        for one in RowState
    ]
    changing = counts.get(RowState.ADD, 0) + counts.get(RowState.CHANGE, 0)
    stopped = counts.get(RowState.REFUSE, 0) + counts.get(RowState.ASK, 0)
    return {
        "facets": facets,
        "all": number_text(sum(counts.get(one.value, 0) for one in RowState)),
        "state": state,
        "rows": [_row(row) for row in page.object_list],
        "pager": _pager(page, state),
        "proposed": counts["proposed"],
        "said": _said(counts["proposed"]),
        "can_keep": imported.state == State.CHECKED and changing > 0 and not stopped,
        "nothing": imported.state == State.CHECKED and not changing and not stopped,
        "stopped": stopped,
        "changing": ngettext("Keep all: %(n)s record", "Keep all: %(n)s records", changing)
        % {"n": number_text(changing)},
        "kept": imported.state == State.KEPT,
        "checked": imported.state in (State.CHECKED, State.FAILED),
        "is_list": bool(imported.record_type),
        "remarks": [(_place(sheet, row, column), text) for sheet, row, column, text in imported.remarks],
    }


def _said(proposed: int) -> str:
    if not proposed:
        return ""
    said = ngettext(
        "%(n)s of them waits for an alliance's approval.", "%(n)s of them wait for an alliance's approval.", proposed
    )
    return said % {"n": number_text(proposed)}


def _pager(page: Any, state: str) -> dict[str, Any]:
    def url(number: int) -> str:
        return "?" + urlencode({**({"state": state} if state else {}), "page": number})

    return {
        "links": [],
        "number": page.number,
        "pages": page.paginator.num_pages,
        "previous": url(page.previous_page_number()) if page.has_previous() else None,
        "next": url(page.next_page_number()) if page.has_next() else None,
    }


def _row(row: ImportRow) -> dict[str, Any]:
    kind = by_name(row.record_type)
    return {
        "sheet": row.sheet,
        "row": row.row,
        "place": f"{row.sheet}/{row.row}",
        "kind": kind.label if kind else row.record_type,
        "label": row.label,
        "key": row.key,
        "url": f"/{kind.plural}/{row.key}" if kind and row.version else "",
        "state": row.get_state_display(),
        "is": row.state,
        "proposed": row.proposed,
        "changes": [(label_of(kind, place), letter, _text(old), _text(new)) for place, letter, old, new in row.changes],
        "remarks": [
            (_place("" if sheet == row.sheet else sheet, at if at != row.row else 0, column), text)
            for sheet, at, column, text in row.remarks
        ],
        "candidates": row.candidates,
    }


def label_of(kind: RecordType | None, place: str) -> str:
    """What the screen calls a place in a document: a column, with the language of its text."""
    name, __, tag = place.partition(".")
    if kind is None:
        return place
    rows = next((rows for rows in kind.rows if rows.name == name), None)
    if rows is not None:
        return str(rows.label)
    if name == "citations":
        return _("citations")
    label = str(model_field(kind.model, name).verbose_name)
    return f"{label} ({tag})" if tag else label


def _place(sheet: str, row: int, column: str) -> str:
    said = [
        _("sheet %(name)s") % {"name": sheet} if sheet else "",
        _("row %(n)s") % {"n": row} if row else "",
        _("column %(name)s") % {"name": column} if column else "",
    ]
    return ", ".join(part for part in said if part)


def _text(value: Any) -> str:
    """A value of a document in one line."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return " · ".join(f"{_text(inner)}" for inner in value.values() if inner not in (None, ""))
    return "; ".join(map(_text, value)) if isinstance(value, list) else str(value)[:500]


@require_POST
def keep_page(request: HttpRequest, number: int) -> HttpResponse:
    """Keep all of a file as its preview said."""
    imported = _of_sender(request, number)
    counts = counts_of(imported)
    if imported.state != State.CHECKED or counts.get(RowState.REFUSE, 0) or counts.get(RowState.ASK, 0):
        messages.error(request, _("Nothing was kept: look at the preview again."))
        return redirect(f"/imports/{number}")
    return _begin(request, imported, State.KEEPING, request.POST.get("why", "")[:300])


@require_POST
def check_page(request: HttpRequest, number: int) -> HttpResponse:
    """Check a file again, with what was decided of its rows."""
    imported = _of_sender(request, number)
    if imported.state == State.KEPT or is_working(imported):
        return redirect(f"/imports/{number}")
    for name, value in request.POST.items():
        if name.startswith("row:") and value:
            imported.decisions[name.removeprefix("row:")] = str(value)[:120]
    if request.POST.get("all") == "new":
        asked = rows_of(imported, RowState.ASK).values_list("sheet", "row")
        imported.decisions |= {f"{sheet}/{row}": "new" for sheet, row in asked}
    return _begin(request, imported, State.CHECKING)


def _of_sender(request: HttpRequest, number: int) -> Import:
    """A file may be worked with by who sent it: what it may do is what they may do."""
    imported = import_or_404(request, number)
    if imported.user_id != actor_of(request).user:
        raise PermissionDenied(_("Only who sent a file works with it."))
    return imported


def _begin(request: HttpRequest, imported: Import, what: State, why: str = "") -> HttpResponse:
    try:
        begin(imported, actor_of(request), what, why)
    except DocumentError as error:
        messages.error(request, "; ".join(fault.message for fault in error.faults) or _busy())
    else:
        if imported.state == State.KEPT:
            messages.success(request, _("All of it was kept."))
        elif imported.error:
            messages.error(request, imported.error)
    return redirect(f"/imports/{imported.pk}")


@require_POST
def forget_page(request: HttpRequest, number: int) -> HttpResponse:
    """Take a file out again; what was kept of it stays."""
    imported = import_or_404(request, number)
    if not is_working(imported):
        forget(imported)
        messages.success(request, _("The file was taken out."))
    return redirect("/imports/")


@require_safe
def remarks_workbook(request: HttpRequest, number: int) -> HttpResponse:
    """Every row with what it would do and what is said of it, as a workbook."""
    imported = import_or_404(request, number)
    rows: list[list[str | int]] = []
    for row in imported.rows.all()[:MOST_REMARKS]:
        kind = by_name(row.record_type)
        lines = [(sheet, at, column, text) for sheet, at, column, text in row.remarks]
        lines += [
            (row.sheet, row.row, letter, f"{label_of(kind, place)}: {_text(old)} → {_text(new)}")
            for place, letter, old, new in row.changes
        ]
        for sheet, at, column, text in lines or [(row.sheet, row.row, "", "")]:
            rows.append([sheet, at, column, row.get_state_display(), row.key, row.label, text])
    heads = [_("sheet"), _("row"), _("column"), _("what it would do"), _("key"), _("name"), _("remark")]
    out = SheetOut(_("Remarks"), [ColumnOut(head) for head in heads], rows)
    answer = HttpResponse(write_book([out], title=imported.name), content_type=WORKBOOK)
    answer["Content-Disposition"] = f'attachment; filename="remarks-{imported.pk}.xlsx"'
    return answer
