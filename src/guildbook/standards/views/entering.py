"""The page that takes a version's items: typed or pasted as numbered lines, from a Word file, a workbook or a .csv."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guildbook.faces.details import language_name, link
from guildbook.faces.views import record_or_404
from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import actor_of
from guildbook.kit.documents import DocumentError
from guildbook.kit.format import number_text
from guildbook.language.decoding import UndecodableText, decode
from guildbook.standards.actions.entering import Entry, Preview, enter_items, preview
from guildbook.standards.models import Standard
from guildbook.standards.models.standard import ItemKind
from guildbook.standards.outlines.changes import marks
from guildbook.standards.outlines.lines import Line, Outline, Problem, check
from guildbook.standards.outlines.numbering import read_marker
from guildbook.standards.outlines.sheets import read_csv, read_sheets
from guildbook.standards.outlines.texts import KINDS_BY_DEPTH, read_text
from guildbook.standards.outlines.word import read_word
from guildbook.standards.queries.items import ordered
from guildbook.standards.records import STANDARD
from guildbook.standards.rules import may_change

LANGUAGES = ("zh-Hans", "zh-Hant", "en", "vi", "th", "lo", "km", "my", "id", "ms", "fil")
VERSION_COLUMNS = ("name", "issued", "language", "localises", "localised_from")
LEVELS = ("level1", "level2", "level3")
# Shown before they are kept; of the rest the numbers are shown.
MOST_SHOWN = 300


def items_page(request: HttpRequest, key: str) -> HttpResponse:
    """Enter items: the form, then what would be kept, then keep it; for who keeps the standard."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    standard: Standard = record_or_404(STANDARD, actor_of(request), key)
    if not may_change(actor_of(request), standard):
        raise PermissionDenied(str(NOT_YOURS))
    if request.method != "POST":
        return render(
            request, "standards/enter.html", _form(standard, _empty(standard, request.GET.get("version", "")))
        )
    said = {name: str(value).strip() for name, value in request.POST.items() if name != "text"}
    said["text"] = request.POST.get("text", "")
    version = {name: said.get(name, "") for name in VERSION_COLUMNS}
    if not version["name"]:
        return _again(request, standard, said, [_("version: say which version these are the items of")])
    if said.get("rows"):
        outline = _sent_again(said["rows"])
    else:
        kinds = tuple(said.get(level) or kind for level, kind in zip(LEVELS, KINDS_BY_DEPTH, strict=True))
        outline = _read(request, said["text"], kinds)
    found = preview(standard, version["name"], outline)
    if found.refused:
        return _again(request, standard, said, _said(found.problems))
    if "keep" in said:
        return _keep(request, standard, said, version, found)
    return render(request, "standards/preview.html", _preview(standard, said, version, found))


def _keep(
    request: HttpRequest, standard: Standard, said: Mapping[str, str], version: Mapping[str, str], found: Preview
) -> HttpResponse:
    lines = [entry.line for entry in found.entries]
    why = said.get("why", "")[:300] or _("items of version %(name)s") % {"name": version["name"]}
    try:
        enter_items(actor_of(request), standard, version, lines, bool(said.get("drop")), why)
    except DocumentError as error:
        return _again(request, standard, said, [f"{fault.where}: {fault.message}" for fault in error.faults])
    n = sum(entry.how != "same" for entry in found.entries)
    messages.success(request, ngettext("%(n)s item kept.", "%(n)s items kept.", n) % {"n": number_text(n)})
    return redirect(f"/standards/{standard.key}?{urlencode({'version': version['name']})}")


def _read(request: HttpRequest, text: str, kinds: tuple[str, ...]) -> Outline:
    """What was sent as a file, else as text."""
    file = request.FILES.get("file")
    if file is None:
        return read_text(text, kinds)
    data, name = file.read(), str(file.name).lower()
    if name.endswith(".docx"):
        return read_word(data, kinds)
    if name.endswith((".xlsx", ".xls", ".ods")):
        return read_sheets(data, kinds)
    try:
        decoded = decode(data).text
    except UndecodableText as error:
        return Outline(problems=[Problem(str(file.name), str(error))])
    return read_csv(decoded, kinds) if name.endswith((".csv", ".tsv")) else read_text(decoded, kinds)


def _sent_again(rows: str) -> Outline:
    """The lines of a preview that somebody agreed to."""
    columns = set(Line.__dataclass_fields__)
    message = _("what was sent is not what the preview showed; begin again")
    try:
        held = [Line(**{name: value for name, value in row.items() if name in columns}) for row in json.loads(rows)]
    except (ValueError, TypeError, AttributeError):
        return Outline(problems=[Problem("", message)])
    texts = (value for line in held for name, value in asdict(line).items() if name not in ("depth", "sure"))
    if not all(isinstance(value, str) for value in texts):
        return Outline(problems=[Problem("", message)])
    return check(Outline(held))


def _again(request: HttpRequest, standard: Standard, said: Mapping[str, str], errors: list[str]) -> HttpResponse:
    """The form as it was sent, with what must be put right; a text that came in a file stays in its file."""
    return render(request, "standards/enter.html", {**_form(standard, said), "errors": errors}, status=422)


def _empty(standard: Standard, name: str) -> dict[str, str]:
    """The form of a version: its facts and its items as numbered lines."""
    version = standard.versions.filter(name=name).first()
    if version is None:
        return {"name": name}
    items = ordered(standard.items.filter(version=name))
    text = "\n".join(f"{item.number}\t{_lines(item.text)}" for item in items)
    of = version.localised_from.key if version.localised_from else ""
    facts = {"issued": version.issued, "language": version.language, "localises": version.localises}
    return {"name": name, **facts, "localised_from": of, "text": text, "drop": "on" if items else ""}


def _lines(text: str) -> str:
    """An item's text for the form; its further lines stay lines unless one of them would be taken for an item."""
    first, *more = text.splitlines() or [""]
    return "\n".join([first, *more]) if not any(read_marker(line) for line in more) else " ".join([first, *more])


def _form(standard: Standard, said: Mapping[str, str]) -> dict[str, Any]:
    names = list(standard.versions.values_list("name", flat=True))
    known = said.get("name") in names
    levels = [(str(kind), str(kind.label)) for kind in ItemKind]
    tags = [(tag, f"{language_name(tag)} ({tag})") for tag in LANGUAGES]
    labels = (_("First level"), _("Second level"), _("Deeper levels"))
    new = _("A name such as 2025 or 2025-vi; a new name makes a new version.")
    of = _("For a localised version: the version it was made from.")
    other = _("Its key, if that is another standard; empty for this one.")
    facts: list[dict[str, Any]] = [
        {"name": "name", "label": _("Version"), "required": True, "list": "versions", "help": new},
        {"name": "issued", "label": _("Issued"), "size": "short"},
        {"name": "language", "label": _("Language"), "kind": "select", "options": [("", "—"), *tags]},
        {"name": "localises", "label": _("Localises version"), "list": "versions", "help": of},
        {"name": "localised_from", "label": _("Of the standard"), "help": other},
    ]
    facts = [{**fact, "value": said.get(fact["name"], "")} for fact in facts]
    kinds = [
        {"name": level, "label": label, "kind": "select", "value": said.get(level) or kind, "options": levels}
        for level, label, kind in zip(LEVELS, labels, KINDS_BY_DEPTH, strict=True)
    ]
    drop = {"name": "drop", "label": _("Take out items of this version that are not among these"), "kind": "checkbox"}
    return {
        "standard": link(standard),
        "key": standard.key,
        "facts": facts[:1] if known else facts,
        "kept_facts": [(name, said.get(name, "")) for name in VERSION_COLUMNS[1:]] if known else [],
        "kinds": kinds,
        "versions": names,
        "text": said.get("text", ""),
        "lang": said.get("language", ""),
        "drop": {**drop, "value": said.get("drop")},
        "errors": [],
    }


def _said(problems: Iterable[Problem]) -> list[str]:
    return [str(problem) for problem in problems if problem.fatal]


def _preview(standard: Standard, said: Mapping[str, str], version: Mapping[str, str], found: Preview) -> dict[str, Any]:
    tally = {how: sum(entry.how == how for entry in found.entries) for how in ("added", "changed", "same")}
    shown = [entry for entry in found.entries if entry.how != "same"] if tally["same"] else found.entries
    rows = [{name: value for name, value in asdict(entry.line).items() if name != "place"} for entry in found.entries]
    for row, entry in zip(rows, found.entries, strict=True):
        row["place"] = entry.line.place
    names = [*VERSION_COLUMNS, "drop", "why"]
    return {
        "standard": link(standard),
        "key": standard.key,
        "name": version["name"],
        "lang": version.get("language", "") or _language(standard, version["name"]),
        "tally": {how: number_text(n) for how, n in tally.items()},
        "left": [(item.number, item.text) for item in found.left[:MOST_SHOWN]],
        "left_count": number_text(len(found.left)),
        "drop": bool(said.get("drop")),
        "notices": [str(problem) for problem in found.problems if not problem.fatal],
        "rows": [_row(entry) for entry in shown[:MOST_SHOWN]],
        "unshown": number_text(max(len(shown) - MOST_SHOWN, 0)) if len(shown) > MOST_SHOWN else "",
        "nothing": not tally["added"] and not tally["changed"] and not (found.left and said.get("drop")),
        "hidden": [(name, said[name]) for name in names if said.get(name)],
        "sent": json.dumps(rows, ensure_ascii=False),
    }


def _language(standard: Standard, name: str) -> str:
    held = standard.versions.filter(name=name).first()
    return held.language if held else ""


def _row(entry: Entry) -> dict[str, Any]:
    line = entry.line
    changed = entry.held is not None and entry.how == "changed"
    before = entry.held.number if changed and entry.held and entry.held.number != line.number else ""
    return {
        "how": entry.how,
        "number": line.number,
        "before": before,
        "depth": min(line.depth, 4),
        "kind": str(ItemKind(line.kind).label) if line.kind in ItemKind.values else "",
        "text": line.text,
        "marks": marks(entry.held.text, line.text) if changed and entry.held else [],
    }
