"""The index of figures, and the page of one figure."""

from collections import defaultdict
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from guildbook.faces.details import text_cell
from guildbook.figures.definitions import THEMES
from guildbook.figures.queries import (
    Figure,
    FigureError,
    UnknownFigureError,
    ask,
    breakdowns_of,
    every_figure,
    read_day,
    values_of,
)
from guildbook.figures.views.asking import query_of, read_question
from guildbook.figures.views.lineage import (
    answer_words,
    bars,
    coverage_bar,
    form_fields,
    gaps,
    records_shown,
    reporting_words,
    things_behind,
    witness_rows,
)
from guildbook.kit.actors import actor_of
from guildbook.kit.format import day_text, number_text

# A theme shows this many subjects per indicator; the rest are on the figure's own page.
MOST_SUBJECTS = 6
MOST_VALUES = 200


def index_page(request: HttpRequest) -> HttpResponse:
    """Every indicator asked of the whole book and of the subjects that sources speak of, by theme."""
    actor = actor_of(request)
    try:
        at = read_day(request.GET.get("at", "").strip())
    except FigureError as error:
        return _refused(request, error)
    figures: dict[str, list[Figure]] = defaultdict(list)
    for figure in every_figure(actor, at, MOST_SUBJECTS):
        figures[figure.asked.indicator.key].append(figure)
    themes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for whole, *about in figures.values():
        row = {"whole": whole, "about": about, "text": text_cell(whole.asked.indicator.text)}
        themes[whole.asked.indicator.theme].append(row)
    order = [*THEMES, *(theme for theme in themes if theme not in THEMES)]
    context = {
        "themes": [(theme, str(THEMES.get(theme, theme)), themes[theme]) for theme in order if theme in themes],
        "count": len(figures),
        "at": at.isoformat() if at else "",
        "as_of": day_text(at),
    }
    return render(request, "figures/index.html", context)


def figure_page(request: HttpRequest, key: str) -> HttpResponse:
    """One figure with everything that stands behind it."""
    actor = actor_of(request)
    try:
        question = read_question(request, key)
        figure = ask(actor, question.indicator, question.subject, question.at, question.filters)
    except FigureError as error:
        return _refused(request, error, key)
    breakdowns, values = breakdowns_of(actor, figure), values_of(actor, figure)
    query = urlencode(query_of(question), safe=":")
    suffix = f"?{query}" if query else ""
    context = {
        "figure": figure,
        "words": answer_words(figure),
        "theme": str(THEMES.get(figure.asked.indicator.theme, figure.asked.indicator.theme)),
        "witnesses": witness_rows(figure, things_behind(actor, figure)),
        "reporting": reporting_words(figure),
        "quotes": [claim for claim in figure.claims if claim.quote],
        "breakdowns": [(part.label, bars(part)) for part in breakdowns],
        "values": values[:MOST_VALUES],
        "more_values": number_text(len(values) - MOST_VALUES) if len(values) > MOST_VALUES else "",
        "records": records_shown(actor, figure, request),
        "gaps": gaps(figure),
        "coverage_bar": coverage_bar(figure),
        "fields": form_fields(actor, figure, breakdowns),
        "cite": request.build_absolute_uri(figure.url),
        "formats": [(name, f"/figures/{key}.{name}{suffix}") for name in ("json", "xlsx", "jsonld")],
    }
    return render(request, "figures/figure.html", context)


def _refused(request: HttpRequest, error: FigureError, key: str = "") -> HttpResponse:
    status = 404 if isinstance(error, UnknownFigureError) else 400
    again = f"/figures/{key}" if key and status == 400 else "/figures/"
    context = {"reason": str(error), "again": again, "words": _("This cannot be asked")}
    return render(request, "figures/refused.html", context, status=status)
