"""What plans and targets show on the pages of alliances, organisations and places, and how far targets are reached."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from guildbook.directory.models import Organisation, Place
from guildbook.faces.details import text_cell, url_of
from guildbook.faces.tables import links_panel
from guildbook.figures.queries import Figure, FigureError, FigureLink, Question, ask_many
from guildbook.kit.actors import Actor
from guildbook.kit.format import date_text, number_text
from guildbook.kit.panels import Panel, offer
from guildbook.plans.models import Plan, Target
from guildbook.plans.queries import plans_of_organisation, plans_of_place, targets_about, targets_of_plan


def progress(actor: Actor, targets: Sequence[Target]) -> list[dict[str, Any]]:
    """Targets as the template's `goal` shows them: what the book answers, of what was promised."""
    questions = [
        Question(target.indicator.key, f"{target.subject_type}:{target.subject_key}" if target.subject_type else "")
        for target in targets
    ]
    try:
        figures: list[Figure | None] = list(ask_many(actor, questions))
    except FigureError:
        # A target whose indicator or subject has gone still stands as a promise, without its figure.
        figures = [_asked(actor, question) for question in questions]
    return [_goal(target, figure) for target, figure in zip(targets, figures, strict=True)]


def _asked(actor: Actor, question: Question) -> Figure | None:
    try:
        return ask_many(actor, [question])[0]
    except FigureError:
        return None


def _goal(target: Target, figure: Figure | None) -> dict[str, Any]:
    """One line of progress; the bar shows what is on record, and paler what is reported beyond it."""
    label: Any = text_cell(target.title)
    promised = float(target.value) or 1.0
    known = float(figure.on_record or 0) if figure else 0.0
    said = float(figure.value or 0) if figure else 0.0
    due = _("by %(day)s") % {"day": date_text(target.by)} if target.by else _("no date given")
    return {
        "label": label["text"] if isinstance(label, dict) else label,
        "lang": label.get("lang", "") if isinstance(label, dict) else "",
        "url": url_of(target),
        "figure": figure.link if figure else FigureLink("—", url_of(target), "none"),
        "whole": FigureLink(number_text(target.value), url_of(target), "cla"),
        "share": known / promised,
        "said": said / promised if said > known else 0,
        "note": due,
    }


def _targets(actor: Actor, targets: Sequence[Target]) -> Panel | None:
    if not targets:
        return None
    return Panel(_("targets"), "plans/targets.html", progress(actor, targets))


def of_plan(plan: Plan, actor: Actor) -> Panel | None:
    """The targets of a plan and how far they are reached."""
    return _targets(actor, list(targets_of_plan(actor, plan)))


def of_alliance(alliance: Organisation, actor: Actor) -> Panel | None:
    """The targets set for an alliance."""
    return _targets(actor, list(targets_about(actor, "alliance", alliance.key)))


def of_place(place: Place, actor: Actor) -> Panel | None:
    """The targets set for a place."""
    return _targets(actor, list(targets_about(actor, "place", place.key)))


def of_target(target: Target, actor: Actor) -> Panel | None:
    """How far a target is reached."""
    return Panel(_("progress"), "plans/targets.html", progress(actor, [target]))


def plans(organisation: Organisation, actor: Actor) -> Panel | None:
    """The plans of an organisation."""
    return links_panel(_("plans"), plans_of_organisation(actor, organisation))


def plans_here(place: Place, actor: Actor) -> Panel | None:
    """The plans of a place."""
    return links_panel(_("plans"), plans_of_place(actor, place))


def offer_panels() -> None:
    """Offer them all; called when Django starts."""
    offer("plan", of_plan)
    offer("target", of_target)
    offer("alliance", of_alliance)
    for kind in ("alliance", "organisation"):
        offer(kind, plans)
    offer("place", of_place)
    offer("place", plans_here)
