"""The home page: what the book holds, in figures; where; what was promised; what happened latest."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from guildbook.faces.details import link
from guildbook.figures.queries import Figure
from guildbook.figures.queries.heads import band_items
from guildbook.kit.actors import actor_of
from guildbook.kit.format import date_text, day_text, number_text
from guildbook.plans.panels import progress
from guildbook.plans.queries import all_targets
from guildbook.portal.queries.atlas import whole_book
from guildbook.portal.queries.home import count_alliances, head_figures_of_book, is_empty
from guildbook.portal.queries.latest import Happening, happenings, last_entry
from guildbook.portal.views.drawing import draw

MOST_TARGETS = 5
MOST_GAPS = 4
MOST_HAPPENED = 6


def home(request: HttpRequest) -> HttpResponse:
    """The first page of the book; of an empty one, how to begin."""
    actor = actor_of(request)
    if is_empty(actor):
        return render(request, "portal/empty.html", {"may_edit": actor.is_staff})
    figures, countries = head_figures_of_book(actor)
    last = last_entry()
    targets = list(all_targets(actor)[: MOST_TARGETS + 1])
    context = {
        "title": title(count_alliances(actor)),
        "countries": countries.link if countries and countries.value else None,
        "last_entry": day_text(last) if last else "",
        "band": band_items(figures, named=True),
        "gaps": [gap for gap in map(gap_of, figures) if gap][:MOST_GAPS],
        "drawing": draw(whole_book(actor)),
        "goals": progress(actor, targets[:MOST_TARGETS]),
        "more_goals": len(targets) > MOST_TARGETS,
        "happened": [happened(each) for each in happenings(actor, MOST_HAPPENED)],
    }
    return render(request, "portal/home.html", context)


def title(alliances: int) -> str:
    """What book this is, in a sentence; small numbers in words."""
    if not alliances:
        return _("The book of vocational education across borders")
    said = {
        2: pgettext("number of alliances", "two"),
        3: pgettext("number of alliances", "three"),
        4: pgettext("number of alliances", "four"),
        5: pgettext("number of alliances", "five"),
        6: pgettext("number of alliances", "six"),
        7: pgettext("number of alliances", "seven"),
        8: pgettext("number of alliances", "eight"),
        9: pgettext("number of alliances", "nine"),
        10: pgettext("number of alliances", "ten"),
    }.get(alliances, number_text(alliances))
    return ngettext("The book of one alliance", "The book of %(n)s alliances", alliances) % {"n": said}


def gap_of(figure: Figure) -> dict[str, Any] | None:
    """What is counted somewhere and not on record, in words."""
    if not figure.missing or figure.on_record is None:
        return None
    words = {"figure": figure.title, "known": number_text(figure.on_record), "all": figure.text}
    if figure.on_record:
        text = _("%(figure)s: %(all)s are counted, %(known)s on record") % words
    else:
        text = _("%(figure)s: %(all)s are counted, none is on record") % words
    return {"text": text, "url": figure.url, "two": figure.subject_label}


def happened(each: Happening) -> dict[str, Any]:
    """A dated record as a line of what happened."""
    shown = link(each.record)
    cell = shown if isinstance(shown, dict) else {"text": shown}
    return {**cell, "date": date_text(each.since), "stamp": each.day.isoformat(), "note": each.words}
