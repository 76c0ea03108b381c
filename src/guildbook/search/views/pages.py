"""The search page and the suggestions of the box above every page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guildbook.kit.actors import actor_of
from guildbook.kit.fuzzy import first_day, last_day
from guildbook.search.matching import read_words
from guildbook.search.queries import Question, find, hits, is_ready, suggest
from guildbook.search.views.presenting import chips, counted, groups, kinds, pager, progress, result, tips

LONGEST = 200
PAGE_SIZE = 20
SUGGESTIONS = 7
FILTERS = ("kind", "country", "field", "since", "until")


def search_page(request: HttpRequest) -> HttpResponse:
    """What was found, the best first, with filters beside it."""
    asked = {name: request.GET.get(name, "").strip()[:LONGEST] for name in ("q", *FILTERS)}
    question, wrong = _question(asked)
    actor = actor_of(request)
    found = find(actor, question)
    page = request.GET.get("page", "")
    last = max(1, -(-len(found.matches) // PAGE_SIZE))
    number = min(int(page), last) if page.isdecimal() and 0 < len(page) < 5 and int(page) else 1
    shown = found.matches[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    context = {
        "q": asked["q"],
        "asked": asked,
        "wrong": wrong,
        "count": counted(found),
        "more": found.more,
        "results": [result(hit) for hit in hits(actor, found.asked, shown)],
        "meant": [{"text": text, "url": f"?{urlencode({'q': text})}"} for text in found.meant],
        "kinds": kinds(found, asked),
        "groups": groups(found, asked),
        "chips": chips(found, asked),
        "kept": [(name, asked[name]) for name in FILTERS if asked[name]],
        "dated": [(name, asked[name]) for name in ("q", "kind", "country", "field") if asked[name]],
        "pager": pager(asked, number, last),
        "json": f"/api/search?{urlencode({name: value for name, value in asked.items() if value})}",
        "progress": progress(found),
        "ready": is_ready(),
        "tips": [] if asked["q"] else tips(),
    }
    return render(request, "search/search.html", context)


def suggestions(request: HttpRequest) -> HttpResponse:
    """The first few records whose names have what stands in the box so far."""
    words = request.GET.get("q", "").strip()[:LONGEST]
    actor = actor_of(request)
    found = hits(actor, read_words(words), suggest(actor, words, SUGGESTIONS))
    context = {"results": [result(hit) for hit in found], "url": f"/search/?{urlencode({'q': words})}"}
    return render(request, "search/suggestions.html", context)


def _question(asked: Mapping[str, str]) -> tuple[Question, str]:
    """The question, and what is wrong with a date that cannot be read; such a date is left out."""
    days: dict[str, date | None] = {}
    wrong = ""
    for name, read in (("since", first_day), ("until", last_day)):
        try:
            days[name] = read(asked[name])
        except ValidationError as error:
            wrong = " ".join(error.messages)
            days[name] = None
    return Question(asked["q"], asked["kind"], asked["country"], asked["field"], days["since"], days["until"]), wrong
