"""The panel of figures on the pages of what figures are about."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from guildbook.faces.details import language_name, text_cell
from guildbook.figures.definitions import THEMES, read_definition, subject_kinds
from guildbook.figures.models import Indicator
from guildbook.figures.queries import Figure, Question, ask_many, indicators, subjects_with_witnesses
from guildbook.kit.actors import Actor
from guildbook.kit.models import Status
from guildbook.kit.panels import Panel, offer

TEMPLATE = "figures/panel.html"
SUBJECTS = ("place", "organisation", "alliance", "agreement", "unit", "event", "plan", "source")


def figures_about(kind: str, record: Any, actor: Actor) -> Panel | None:
    """Every figure that has something to say about a record."""
    name = f"{kind}:{record.key}"
    spoken = subjects_with_witnesses(actor, subject=name)
    questions = [
        Question(indicator.key, name)
        for indicator in indicators(actor)
        if indicator.key in spoken or kind in subject_kinds(read_definition(indicator.definition))
    ]
    figures = [figure for figure in ask_many(actor, questions) if figure.mark != "none"]
    rows = [
        {"figure": figure.link, "label": figure.title, "as_of": figure.as_of, "behind": figure} for figure in figures
    ]
    return Panel(_("Figures"), TEMPLATE, rows, slot="beside") if rows else None


def figures_shown(panels: Iterable[Panel]) -> list[Figure]:
    """The figures among a page's panels, so that a page can show some of them first without asking again."""
    return [row["behind"] for panel in panels if panel.template == TEMPLATE for row in panel.data]


def definition_of(indicator: Indicator, actor: Actor) -> Panel:
    """An indicator's definition in words, the figure it gives, and the phrases it is known by in texts."""
    published = indicator.status == Status.PUBLISHED  # nothing else can be asked
    data = {
        "text": text_cell(indicator.text),
        "theme": THEMES.get(indicator.theme, indicator.theme),
        "figure": ask_many(actor, [Question(indicator.key)])[0] if published else None,
        "phrases": [(tag, language_name(tag), words) for tag, words in indicator.phrases.items()],
    }
    return Panel(_("definition in words"), "figures/definition.html", data)


def offer_panels() -> None:
    """Offer the panel for every kind of record that figures can be asked of, and the definition of an indicator."""
    offer("indicator", definition_of)
    for kind in SUBJECTS:
        made: Callable[[Any, Actor], Panel | None] = partial(figures_about, kind)
        offer(kind, made)
