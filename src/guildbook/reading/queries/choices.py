"""Choices for recording a figure: the likely ones first."""

from __future__ import annotations

from django.utils.translation import gettext as _

from guildbook.directory.queries import visible_organisations, visible_sources
from guildbook.figures.queries import indicators
from guildbook.kit.actors import Actor
from guildbook.kit.texts import pick
from guildbook.reading.matching.phrases import phrase_of_figure
from guildbook.reading.queries.book import book_of
from guildbook.reading.queries.candidates import reachable
from guildbook.reading.queries.checked import CheckedFigure

MOST_SOURCES = 300


def subject_choices(actor: Actor, figure: CheckedFigure) -> list[tuple[str, str]]:
    """The figure's own subjects, then every record named near it."""
    book = book_of(actor)
    named = [key for mention in figure.read.subject_candidates for key in mention.keys if isinstance(key, tuple)]
    keys = reachable(book, [*figure.subjects, *named])
    return [
        ("", _("nobody in the book")),
        *((f"{kind}:{key}", book.labels.get((kind, key), key)) for kind, key in keys),
    ]


def indicator_choices(actor: Actor, figure: CheckedFigure) -> list[tuple[str, str]]:
    """Indicators that count the same noun, then all others."""
    book = book_of(actor)
    phrase = phrase_of_figure(figure.read)
    near = {name for head in (phrase.heads if phrase else ()) for name in book.by_head.get(head, ())}
    found = sorted(indicators(actor), key=lambda each: (each.key not in near, pick(each.title).text))
    return [("", _("none: the claim stands by itself")), *((each.key, pick(each.title).text) for each in found)]


def steward_choices(actor: Actor) -> list[tuple[str, str]]:
    """The organisations in whose name the actor may enter a new source; staff need none."""
    own = () if actor.is_staff else visible_organisations(actor).filter(pk__in=actor.keeps).order_by("key")
    return [(each.key, str(each)) for each in own]


def source_choices(actor: Actor, text: str) -> list[tuple[str, str, bool]]:
    """Sources the actor keeps, those first whose text this is (the third value says so)."""
    seen = visible_sources(actor).filter(kind__in=("press", "document"))
    kept = seen if actor.is_staff else seen.filter(steward__in=actor.keeps)
    rows = kept.order_by("-published_day", "key")[:MOST_SOURCES]
    same = set(kept.filter(text=text).values_list("key", flat=True))
    found = [(source.key, pick(source.title).text or source.key, source.key in same) for source in rows]
    return sorted(found, key=lambda row: not row[2])
