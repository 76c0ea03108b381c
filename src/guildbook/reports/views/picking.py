"""The picker: find an indicator by words in any language, choose subject, date and form, and get the text to insert."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from rapidfuzz import fuzz

from guildbook.faces.views import record_or_404
from guildbook.figures.definitions import read_definition
from guildbook.figures.models import Indicator
from guildbook.figures.queries import FigureError, Subject, ask, indicator_subjects, indicators
from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import PUBLIC, actor_of
from guildbook.kit.texts import pick
from guildbook.language.folding import fold
from guildbook.reports.models import Report
from guildbook.reports.queries import all_codes, answer, interface_code, shown, with_kind
from guildbook.reports.records import REPORT
from guildbook.reports.rules import may_write
from guildbook.reports.writing import Insertion, read_insertion
from guildbook.reports.writing.insertions import InsertionError

MOST_FOUND = 8
LIKE = 70


def pick_page(request: HttpRequest, key: str) -> HttpResponse:
    """The picker alone, as a piece of the writing desk or as a page of its own where no script runs."""
    actor = actor_of(request)
    report: Report = record_or_404(REPORT, actor, key)
    if not may_write(actor, report):
        raise PermissionDenied(str(NOT_YOURS))
    context = {"report": report, "picker": picker(request, report)}
    htmx = getattr(request, "htmx", False)
    return render(request, "reports/picker.html" if htmx else "reports/pick.html", context)


def picker(request: HttpRequest, report: Report) -> dict[str, Any]:
    """What the picker shows for what was asked of it so far."""
    asked = {name: request.GET.get(name, "").strip()[:120] for name in ("q", "indicator", "subject", "at", "form")}
    asked |= {name: request.GET.get(name, "").strip()[:60] for name in ("by", "first", "last")}
    chosen = next((one for one in indicators(PUBLIC) if one.key == asked["indicator"]), None)
    found = found_indicators(asked["q"]) if asked["q"] and chosen is None else []
    made: dict[str, Any] = {"asked": asked, "found": found, "chosen": None, "searched": bool(asked["q"])}
    if chosen is not None:
        made |= _chosen(report, chosen, asked)
    return made


def found_indicators(words: str) -> list[dict[str, str]]:
    """Indicators by words in any language: their titles, the phrases texts know them by, and their keys."""
    asked = fold(words)
    scored = [(_score(asked, one), one) for one in indicators(PUBLIC)]
    best = sorted((pair for pair in scored if pair[0] >= LIKE), key=lambda pair: (-pair[0], pair[1].key))
    return [
        {"key": one.key, "title": pick(one.title).text, "text": pick(one.text).text} for __, one in best[:MOST_FOUND]
    ]


def _score(asked: str, indicator: Indicator) -> float:
    phrases = [str(phrase) for held in indicator.phrases.values() for phrase in held]
    said = [indicator.key.replace("-", " "), *indicator.title.values(), *phrases]
    best = 0.0
    for text in said:
        folded = fold(text)
        exact = 100.0 if asked == folded else 92.0 if asked in folded else 0.0
        best = max(best, exact, fuzz.WRatio(asked, folded) * 0.9)
    return best


def _chosen(report: Report, indicator: Indicator, asked: dict[str, str]) -> dict[str, Any]:
    """The chosen indicator's form, and the insertion it makes so far with what the book answers to it."""
    breakdowns = read_definition(indicator.definition).breakdowns
    made: dict[str, Any] = {
        "chosen": {"key": indicator.key, "title": pick(indicator.title).text, "text": pick(indicator.text).text},
        "subjects": [("", pgettext("subject of a figure", "the whole book")), *_subjects(report, indicator)],
        "breakdowns": [("", "—"), *((name, name.replace("_", " ")) for name in breakdowns)],
        "forms": form_options(),
        "written": "",
        "error": "",
    }
    try:
        insertion = with_kind(_insertion(asked))
        data = answer(insertion, list(dict.fromkeys([interface_code(""), *all_codes()[:1]])))
        made |= {"written": insertion.written, "shown": shown(data, insertion.form)}
    except (InsertionError, FigureError) as error:
        made["error"] = str(error)
    return made


def _insertion(asked: dict[str, str]) -> Insertion:
    """What the form asks, read as if it had been typed, so that it is held to the same rules."""
    form = asked["form"] or "number"
    block = form in ("table", "bars", "line")
    years = f" over {asked['first']}-{asked['last']}" if block and (asked["first"] or asked["last"]) else ""
    parts = [
        asked["indicator"],
        f" of {asked['subject']}" if asked["subject"] else "",
        f" at {asked['at']}" if asked["at"] and not years else "",
        f" by {asked['by']}" if asked["by"] and block and not years else "",
        years,
        f" as {form}",
    ]
    return replace(read_insertion("".join(parts)), line=1, column=1)


def _subjects(report: Report, indicator: Indicator) -> list[tuple[str, str]]:
    """Subjects worth asking of, the report's own alliance first."""
    found: list[Subject] = indicator_subjects(PUBLIC, ask(PUBLIC, indicator.key), most=200)
    own = report.alliance.key if report.alliance is not None else ""
    return [(one.name, one.label) for one in sorted(found, key=lambda one: (one.key != own, one.label))]


def form_options() -> list[tuple[str, str]]:
    """The forms a figure can be shown in, in words."""
    options = [("number", _("number")), ("sentence", _("sentence")), ("table", _("table"))]
    return [*options, ("bars", _("bars")), ("line", _("line over years"))]
