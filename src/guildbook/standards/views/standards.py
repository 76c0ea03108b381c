"""The page of a standard: one of its versions with the items under their duties, and who made it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from guildbook.faces.details import language_name, link
from guildbook.faces.views import own_context, record_or_404
from guildbook.kit.actions import changes_of
from guildbook.kit.actors import actor_of
from guildbook.kit.format import date_text, day_text, number_text
from guildbook.standards.models import Standard, StandardItem, StandardVersion
from guildbook.standards.queries.items import Placed, by_duty, newest
from guildbook.standards.records import STANDARD

# With more items than this the duties are closed, so that the page stays short; each opens by itself.
MOST_OPEN = 150


def standard_page(request: HttpRequest, key: str) -> HttpResponse:
    """A standard with one version's items (`?version=`, else the newest original) and its contributors."""
    context = own_context(STANDARD, request, key)
    rows = context["rows"]
    versions: list[StandardVersion] = rows["versions"]
    asked = request.GET.get("version", "")
    chosen = next((version for version in versions if version.name == asked), None) or newest(versions)
    items = [item for item in rows["items"] if chosen is not None and item.version == chosen.name]
    context |= {
        "versions": [_version(context["record"], version, chosen, rows["items"]) for version in versions],
        "chosen": chosen and {**_version(context["record"], chosen, chosen, items), **_sources(chosen, versions)},
        "duties": duties(items, request.GET.get("item", "")),
        "counted": _counted(items),
        "contributors": [link(each.organisation) for each in rows["contributors"]],
        "comparable": len(versions) > 1,
    }
    return render(request, "standards/standard.html", context)


def _version(
    standard: Standard, version: StandardVersion, chosen: StandardVersion | None, items: Sequence[StandardItem]
) -> dict[str, Any]:
    query = urlencode({"version": version.name})
    return {
        "name": version.name,
        "label": version.name,
        "url": f"/standards/{standard.key}?{query}",
        "enter": f"/standards/{standard.key}/items?{query}",
        "align": f"/standards/{standard.key}/align?{query}",
        "issued": date_text(version.issued),
        "lang": version.language,
        "language": language_name(version.language) if version.language else "",
        "original": not version.localises,
        "current": chosen is not None and version.name == chosen.name,
        "count": number_text(sum(item.version == version.name for item in items)),
    }


def _sources(version: StandardVersion, versions: Sequence[StandardVersion]) -> Mapping[str, Any]:
    """Which version this one localises, with the address that compares the two."""
    if not version.localises:
        return {}
    of = version.localised_from
    first = f"{of.key}@{version.localises}" if of else version.localises
    query = urlencode({"from": first, "to": version.name})
    return {
        "localises": version.localises,
        "localised_from": link(of) if of else "",
        "compare": f"compare?{query}",
        "original_language": next((language_name(v.language) for v in versions if v.name == version.localises), ""),
    }


def duties(items: Sequence[StandardItem], asked: str = "") -> list[dict[str, Any]]:
    """Items under what they are part of; closed where there are many, but for the one that holds the item asked for."""
    closed = len(items) > MOST_OPEN
    groups = by_duty(items)
    return [
        {
            **_shown(head),
            "items": [_shown(placed) for placed in below],
            "count": number_text(len(below)),
            "open": not closed or asked in {head.item.identifier, *(placed.item.identifier for placed in below)},
        }
        for head, below in groups
    ]


def _shown(placed: Placed) -> dict[str, Any]:
    item = placed.item
    return {
        "id": item.identifier,
        "number": item.number,
        "kind": item.kind,
        "kind_label": item.get_kind_display(),
        "text": item.text,
        "depth": min(placed.depth, 4),
    }


def _counted(items: Sequence[StandardItem]) -> list[tuple[str, str]]:
    """How many items of each kind, in the order the kinds first come."""
    counted: dict[str, int] = {}
    for item in items:
        label = str(item.get_kind_display())
        counted[label] = counted.get(label, 0) + 1
    return [(label, number_text(count)) for label, count in counted.items()]


def item_page(request: HttpRequest, key: str, identifier: str) -> HttpResponse:
    """An item's permanent address: its place on the standard's page, or when it was taken out and what it said."""
    standard = record_or_404(STANDARD, actor_of(request), key)
    item = standard.items.filter(identifier=identifier).first()
    if item is not None:
        query = urlencode({"version": item.version, "item": identifier})
        return redirect(f"/standards/{key}?{query}#{identifier}")
    for change in changes_of(STANDARD, key):
        held = next(
            (row for row in (change.before or {}).get("items", []) if row.get("identifier") == identifier), None
        )
        if held is not None:
            context = {"standard": link(standard), "item": held, "when": day_text(change.at.date())}
            return render(request, "standards/item.html", context, status=410)
    raise Http404(_("This standard has no such item."))
