"""The page of a standard: one of its versions with the items under their duties, and who made it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from guildbook.faces.details import language_name, link
from guildbook.faces.views import own_context, record_or_404
from guildbook.kit.actors import actor_of
from guildbook.kit.format import date_text, day_text, number_text
from guildbook.kit.queries import history_of
from guildbook.standards.models import Standard, StandardItem, StandardVersion
from guildbook.standards.models.standard import ItemKind
from guildbook.standards.queries.items import Placed, by_duty, newest
from guildbook.standards.records import STANDARD

# With more items than this the duties are closed, so that the page stays short; each opens by itself.
MOST_OPEN = 150
# With more than this, what is closed is not sent either.
MOST_SENT = 3_000
MOST_DUTIES = 400
# The page reads the items of one version only.
WITHOUT_ITEMS = replace(STANDARD, rows=tuple(rows for rows in STANDARD.rows if rows.name != "items"))


def standard_page(request: HttpRequest, key: str) -> HttpResponse:
    """A standard with one version's items (`?version=`, else the newest original) and its contributors."""
    context = own_context(WITHOUT_ITEMS, request, key)
    standard, rows = context["record"], context["rows"]
    versions: list[StandardVersion] = rows["versions"]
    asked = request.GET.get("version", "")
    chosen = next((version for version in versions if version.name == asked), None) or newest(versions)
    counts = dict(standard.items.order_by().values_list("version").annotate(n=Count("pk")))
    items = list(standard.items.filter(version=chosen.name)) if chosen else []
    context |= {
        "versions": [_version(standard, version, chosen, counts) for version in versions],
        "chosen": chosen and {**_version(standard, chosen, chosen, counts), **_sources(chosen, versions)},
        **_page_of(duties(items, request.GET.get("item", "")), request),
        "counted": _counted(items),
        "contributors": [link(each.organisation) for each in rows["contributors"]],
        "comparable": len(versions) > 1,
    }
    return render(request, "standards/standard.html", context)


def _version(
    standard: Standard, version: StandardVersion, chosen: StandardVersion | None, counts: Mapping[str, int]
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
        "count": number_text(counts.get(version.name, 0)),
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
    """Items under what they are part of; closed where there are many, but for the one that holds the item asked for.

    Of very many, a closed duty's items are not sent: its heading links to the page that opens it.
    """
    closed, kinds = len(items) > MOST_OPEN, _kinds()
    made = []
    for head, below in by_duty(items):
        is_open = not closed or asked in {head.item.identifier, *(placed.item.identifier for placed in below)}
        sent = is_open or len(items) <= MOST_SENT
        query = urlencode({"version": head.item.version, "item": head.item.identifier})
        made.append(
            {
                **_shown(head, kinds),
                "items": [_shown(placed, kinds) for placed in below] if sent else [],
                "count": number_text(len(below)) if below else "",
                "open": is_open,
                "url": "" if sent or not below else f"?{query}#{head.item.identifier}",
            }
        )
    return made


def _page_of(groups: list[dict[str, Any]], request: HttpRequest) -> dict[str, Any]:
    """So many duties a page, or items of a list without duties: the page asked for, else that of the item asked for."""
    pages = Paginator(groups, MOST_DUTIES)
    asked = request.GET.get("item", "")
    place = next((n for n, group in enumerate(groups) if asked in (group["id"], *(i["id"] for i in group["items"]))), 0)
    page = pages.get_page(request.GET.get("page") or place // MOST_DUTIES + 1)

    def url(number: int) -> str:
        said = {"version": request.GET.get("version", ""), "page": str(number)}
        return "?" + urlencode({name: value for name, value in said.items() if value})

    numbers = pages.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    pager = {
        "number": page.number,
        "pages": pages.num_pages,
        "previous": url(page.number - 1) if page.has_previous() else None,
        "next": url(page.number + 1) if page.has_next() else None,
        "links": [(number, url(number)) if isinstance(number, int) else ("…", None) for number in numbers],
    }
    return {"duties": page.object_list, "pager": pager}


def _kinds() -> dict[str, str]:
    """What the kinds of item are called; asked once, not for every item."""
    return {str(kind): str(kind.label) for kind in ItemKind}


def _shown(placed: Placed, kinds: Mapping[str, str]) -> dict[str, Any]:
    item = placed.item
    return {
        "id": item.identifier,
        "number": item.number,
        "kind": item.kind,
        "kind_label": kinds[item.kind],
        "text": item.text,
        "depth": min(placed.depth, 4),
    }


def _counted(items: Sequence[StandardItem]) -> list[tuple[str, str]]:
    """How many items of each kind, in the order the kinds first come."""
    kinds = _kinds()
    return [(kinds[kind], number_text(count)) for kind, count in Counter(item.kind for item in items).items()]


def item_page(request: HttpRequest, key: str, identifier: str) -> HttpResponse:
    """An item's permanent address: its place on the standard's page, or when it was taken out and what it said."""
    standard = record_or_404(STANDARD, actor_of(request), key)
    item = standard.items.filter(identifier=identifier).first()
    if item is not None:
        query = urlencode({"version": item.version, "item": identifier})
        return redirect(f"/standards/{key}?{query}#{identifier}")
    for change in history_of(actor_of(request), STANDARD, standard):
        held = next(
            (row for row in (change.before or {}).get("items", []) if row.get("identifier") == identifier), None
        )
        if held is not None:
            context = {"standard": link(standard), "item": held, "when": day_text(change.at.date())}
            return render(request, "standards/item.html", context, status=410)
    raise Http404(_("This standard has no such item."))
