"""Naming the columns of somebody's own list, and remembering it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from guildbook.directory.models import Organisation
from guildbook.faces.details import language_name
from guildbook.faces.forms import OFFERED_TAGS
from guildbook.imports.actions.checking import begin
from guildbook.imports.actions.receiving import beginning_of, remember
from guildbook.imports.matching.mapped import list_headings
from guildbook.imports.matching.targets import Heading, field_of, targets
from guildbook.imports.models import Import, State
from guildbook.imports.queries import visible_mappings
from guildbook.imports.views.pages import import_or_404
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.documents import DocumentError
from guildbook.kit.record_types import RecordType, by_name

ORDERS = ("", "dmy", "mdy")


def columns_page(request: HttpRequest, number: int) -> HttpResponse:
    """What each column of a list is, with guesses; then the preview."""
    imported = import_or_404(request, number)
    kind = by_name(imported.record_type)
    if kind is None or imported.state == State.KEPT or imported.user_id != actor_of(request).user:
        return redirect(f"/imports/{number}")
    try:
        headings = list_headings(beginning_of(imported), kind)[1]
    except DocumentError as error:
        messages.error(request, "; ".join(fault.message for fault in error.faults))
        return redirect("/imports/")
    faults: list[str] = []
    if request.method == "POST":
        imported.columns = _sent(request, headings)
        faults = _faults(imported, kind)
        if not faults:
            return _go_on(request, imported)
    return render(
        request,
        "imports/columns.html",
        _context(request, imported, kind, headings, faults),
        status=422 if faults else 200,
    )


def _go_on(request: HttpRequest, imported: Import) -> HttpResponse:
    actor = actor_of(request)
    if name := request.POST.get("remember", "").strip():
        body = request.POST.get("organisation", "")
        imported.mapping = remember(actor, imported, name, int(body) if body.isdecimal() and len(body) < 18 else None)
    try:
        begin(imported, actor, State.CHECKING)
    except DocumentError as error:
        imported.save(update_fields=["columns", "mapping"])
        messages.error(request, "; ".join(fault.message for fault in error.faults) or _("Try again in a few minutes."))
    return redirect(f"/imports/{imported.pk}")


def _sent(request: HttpRequest, headings: list[Heading]) -> dict[str, Any]:
    columns: dict[str, dict[str, Any]] = {}
    for heading in headings:
        said = {
            name: request.POST.get(f"{heading.letter}.{name}", "").strip()
            for name in ("to", "language", "split", "values")
        }
        spec: dict[str, Any] = {name: value[:60] for name, value in said.items() if value and name != "values"}
        pairs = [line.partition("=") for line in said["values"].splitlines() if "=" in line]
        if pairs:
            spec["values"] = {old.strip(): new.strip() for old, __, new in pairs[:500]}
        columns[heading.text] = spec
    constants = {}
    for n in range(1, 4):
        name, value = request.POST.get(f"constant.{n}", ""), request.POST.get(f"constant.{n}.value", "").strip()
        if name and value:
            constants[name] = value[:300]
    order = request.POST.get("order", "")
    return {
        "columns": columns,
        "constants": constants,
        "order": order if order in ORDERS else "",
        "buddhist": bool(request.POST.get("buddhist")),
    }


def _faults(imported: Import, kind: RecordType) -> list[str]:
    """What is wrong with a reading as a whole."""
    known = {target.name for target in targets(kind)}
    used = [spec["to"] for spec in imported.columns["columns"].values() if spec.get("to")]
    found = [
        _("there is no column “%(name)s”") % {"name": name} for name in {*used, *imported.columns["constants"]} - known
    ]
    if not used:
        found.append(_("say of at least one column what it is"))
    single = [name for name in used if used.count(name) > 1 and name != "names" and not _takes_many(kind, name)]
    found.extend(_("two columns cannot both be “%(name)s”") % {"name": name} for name in dict.fromkeys(single))
    return found


def _takes_many(kind: RecordType, name: str) -> bool:
    target = next((one for one in targets(kind) if one.name == name), None)
    return target is not None and (target.texts or target.many)


def _context(
    request: HttpRequest, imported: Import, kind: RecordType, headings: list[Heading], faults: list[str]
) -> dict[str, Any]:
    held = imported.columns
    rows = []
    for heading in headings:
        spec = held.get("columns", {}).get(heading.text, {})
        values = "\n".join(f"{old}={new}" for old, new in spec.get("values", {}).items())
        rows.append(
            {"heading": heading, "spec": spec, "translations": values, "sample": " · ".join(heading.sample)[:160]}
        )
    constants = [*held.get("constants", {}).items(), ("", ""), ("", "")][:3]
    if not held.get("constants") and kind.name == "organisation":
        constants[0] = ("kind", "school")
    return {
        "imported": imported,
        "kind": kind,
        "targets": targets(kind),
        "texts": [target.name for target in targets(kind) if target.texts],
        "rows": rows,
        "tags": [(tag, language_name(tag)) for tag in OFFERED_TAGS],
        "constants": list(enumerate(constants, 1)),
        "order": held.get("order", ""),
        "buddhist": held.get("buddhist", False),
        "mapping": imported.mapping,
        "bodies": _bodies(actor_of(request)),
        "choices": _choices(kind),
        "faults": faults,
    }


def _choices(kind: RecordType) -> list[tuple[str, str]]:
    """The columns that take one of a few values, with those values."""
    found = []
    for target in targets(kind):
        field = field_of(kind, target.name)
        if field is not None and field.choices:
            found.append((target.label, ", ".join(f"{value} ({label})" for value, label in field.flatchoices)))
    return found


def _bodies(actor: Actor) -> list[tuple[int, str]]:
    """Organisations whose people may share a reading."""
    return [(one.pk, str(one)) for one in Organisation.objects.filter(pk__in=actor.keeps).order_by("key")[:50]]


@require_POST
def forget_mapping(request: HttpRequest, number: int) -> HttpResponse:
    """Take a reading out; files read by it stay as they are."""
    visible_mappings(actor_of(request)).filter(pk=number).delete()
    return redirect("/imports/")
