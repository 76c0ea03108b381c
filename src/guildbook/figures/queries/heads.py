"""Head figures: the few that a page shows first, each with a line on how much of it is on record."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from guildbook.figures.queries.figures import Figure
from guildbook.kit.format import number_text


def head_figures(
    figures: Sequence[Figure], first: Sequence[str] = (), last: Sequence[str] = (), most: int = 6
) -> list[Figure]:
    """The few figures a page shows first: the first named, those that witnesses speak of, the last named."""
    by_key = {figure.asked.indicator.key: figure for figure in figures}
    spoken = [key for key, figure in by_key.items() if figure.reported is not None]
    return [by_key[key] for key in dict.fromkeys([*first, *spoken, *last]) if key in by_key][:most]


def band_items(figures: Sequence[Figure], named: bool = False) -> list[dict[str, Any]]:
    """Figures for the template's `band`; `named` says whom each is about, for pages that show several subjects."""
    items = []
    for figure in figures:
        said = [on_record_note(figure), figure.subject_label if named and figure.asked.subject else ""]
        note = " · ".join(words for words in said if words)
        items.append({"figure": figure.link, "label": figure.title, "note": note})
    return items


def on_record_note(figure: Figure) -> str:
    """How much of what is reported the book holds, in words; nothing where the records are the answer."""
    if figure.mark == "rec" or figure.on_record is None:
        return _("as of %(day)s") % {"day": figure.as_of} if figure.mark != "rec" and figure.as_of else ""
    if not figure.on_record:
        return _("none on record")
    return _("%(n)s on record") % {"n": number_text(figure.on_record)}
