"""The page of an organisation with its dated names."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from guildbook.directory.models.organisation import OrganisationKind
from guildbook.directory.records import ORGANISATION
from guildbook.faces.details import language_name, visible_record
from guildbook.faces.views import own_context
from guildbook.kit.actors import actor_of
from guildbook.kit.format import term_text


def organisation_page(request: HttpRequest, key: str) -> HttpResponse:
    """An organisation with its names; alliances have a page of their own."""
    found = visible_record(ORGANISATION, actor_of(request), key)
    if found is not None and found.kind == OrganisationKind.ALLIANCE:
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        return redirect(f"/alliances/{key}{query}", permanent=True)
    context = own_context(ORGANISATION, request, key)
    context["names"] = name_rows(context["rows"]["names"])
    return render(request, "directory/organisation.html", context)


def name_rows(names: list[Any]) -> list[dict[str, Any]]:
    """Dated names as the template shows them, in the record's order; a single undated one is the title already."""
    if len(names) == 1 and not names[0].since and not names[0].until:
        return []
    return [
        {
            "text": name.text,
            "lang": name.language,
            "lang_name": language_name(name.language),
            "kind": name.get_kind_display(),
            "period": term_text(name.since, name.until),
        }
        for name in names
    ]
