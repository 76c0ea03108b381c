"""An alignment's rows and sides as its template shows them."""

from __future__ import annotations

from typing import Any

from babel.core import Locale
from babel.numbers import format_decimal

from guildbook.faces.details import language_name, link, text_cell
from guildbook.kit.format import date_text, number_text
from guildbook.kit.texts import current_tag, pick
from guildbook.standards.models import Standard, StandardItem
from guildbook.standards.models.alignment import MatchState, Relation
from guildbook.standards.queries.joined import PROPOSED, Joined, Partner, Row, Side

FILTERS = ("waiting", "confirmed", "gaps")


def language_of(standard: Standard, name: str) -> str:
    """The language tag of a version, for the page's lang attributes."""
    held = next((version for version in standard.versions.all() if version.name == name), None)
    return held.language if held else ""


def score_text(score: float | None) -> str:
    """A score with its two decimals, as the interface's language writes them."""
    return "" if score is None else format_decimal(score, "0.00", locale=Locale.parse(current_tag(), sep="-"))


def shown_side(standard: Standard, version: str, side: Side) -> dict[str, Any]:
    """One version with its coverage by confirmed matches."""
    tag = language_of(standard, version)
    covered, of = len(side.covered), len(side.items)
    percent = 100 * covered // of if of else 0
    return {
        "standard": link(standard),
        "version": version,
        "name": f"{pick(standard.label()).text} {version}",
        "lang": "",
        "items_lang": tag,
        "language": language_name(tag) if tag else "",
        "url": f"/standards/{standard.key}?version={version}",
        "covered": number_text(covered),
        "of": number_text(of),
        "waiting": number_text(len(side.waiting & {item.identifier for item in side.items})),
        "width": percent,
        "percent": f"{number_text(percent)} %",
        "gaps": [shown_item(item) for item in side.gaps],
        "gap_count": number_text(len(side.gaps)),
        "numbers": [(item.number, item.text[:60]) for item in side.items],
    }


def shown_item(item: StandardItem | None) -> dict[str, Any] | None:
    """An item for the template; subscripts are quicker than attributes there."""
    if item is None:
        return None
    return {"id": item.identifier, "number": item.number, "text": item.text, "depth": item.number.count(".")}


def shown_rows(joined: Joined, wanted: str, staff: bool) -> list[dict[str, Any]]:
    """The rows asked for: all, those waiting for review, confirmed ones, or items without a match."""
    return [
        {"left": shown_item(row.item), "partners": [_shown(partner) for partner in row.partners], "staff": staff}
        for row in joined.rows
        if _asked(row, wanted)
    ]


def _asked(row: Row, wanted: str) -> bool:
    live = row.states - {MatchState.REJECTED}
    if wanted == "waiting":
        return bool(live & {PROPOSED, MatchState.TO_REVIEW})
    if wanted == "confirmed":
        return MatchState.CONFIRMED in live
    return wanted != "gaps" or not live - {""}


def _shown(partner: Partner) -> dict[str, Any]:
    match = partner.match
    made: dict[str, Any] = {
        "right": shown_item(partner.item),
        "key": partner.key,
        "state": partner.state,
        "further": partner.further,
        "score": score_text(partner.score),
        "raw_score": "" if partner.score is None else str(partner.score),
    }
    if match is None:
        return {**made, "relation": Relation.EXACT, "by": "", "note": ""}
    return {
        **made,
        "relation": match.relation,
        "relation_label": str(Relation(match.relation).label),
        "by": match.confirmed_by,
        "organisation": link(match.organisation) if match.organisation else "",
        "on": date_text(match.confirmed_on),
        "carried_from": match.carried_from,
        "note": text_cell(match.note),
    }
