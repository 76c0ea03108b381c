"""The page of a standard: its versions with their numbered items, and who made it."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guildbook.faces.details import language_name, link
from guildbook.faces.views import own_context
from guildbook.kit.format import date_text
from guildbook.standards.models import StandardItem, StandardVersion
from guildbook.standards.records import STANDARD


def standard_page(request: HttpRequest, key: str) -> HttpResponse:
    """A standard with its versions, items and contributors."""
    context = own_context(STANDARD, request, key)
    rows = context["rows"]
    context["versions"] = versions(rows["versions"], rows["items"])
    context["contributors"] = [link(each.organisation) for each in rows["contributors"]]
    return render(request, "standards/standard.html", context)


def _place(number: str) -> tuple[tuple[int, str], ...]:
    """Item numbers in the order of their parts: 2.10 after 2.9."""
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in number.split("."))


def versions(rows: Sequence[StandardVersion], items: Sequence[StandardItem]) -> list[dict[str, Any]]:
    """The versions, each with its items in the order of their numbers; items of an unnamed version come last."""
    named = [version.name for version in rows]
    unnamed = dict.fromkeys(item.version for item in items if item.version not in named)
    facts = {version.name: version for version in rows}
    return [
        {
            "name": name,
            "issued": date_text(facts[name].issued) if name in facts else "",
            "lang": facts[name].language if name in facts else "",
            "language": language_name(facts[name].language) if name in facts and facts[name].language else "",
            "items": sorted((item for item in items if item.version == name), key=lambda item: _place(item.number)),
        }
        for name in [*named, *unnamed]
    ]
