"""The search page: one box over everything the book holds."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext

from guildbook.faces.details import link
from guildbook.kit.actors import actor_of
from guildbook.kit.format import number_text
from guildbook.search.queries import FIRST_OF_EACH, find

LONGEST = 200


def search_page(request: HttpRequest) -> HttpResponse:
    """What was found for the words asked, grouped by kind, each group leading to its list."""
    words = request.GET.get("q", "").strip()[:LONGEST]
    found = find(actor_of(request), words)
    total = sum(each.count for each in found)
    context = {
        "q": words,
        "count": ngettext("%(n)s record has these words", "%(n)s records have these words", total)
        % {"n": number_text(total)},
        "groups": [
            {
                "label": each.kind.label_plural,
                "count": number_text(each.count),
                "records": [link(record) for record in each.records],
                "more": each.count - len(each.records) if each.count > FIRST_OF_EACH else 0,
                "url": f"/{each.kind.plural}/?{urlencode({'q': words})}",
            }
            for each in found
        ],
    }
    return render(request, "search/search.html", context)
