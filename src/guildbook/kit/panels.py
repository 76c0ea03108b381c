"""Panels: what a higher area shows on a lower area's page, offered through this registry instead of an import."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from guildbook.kit.actors import Actor
from guildbook.kit.record_types import Label


@dataclass(frozen=True)
class Panel:
    """A block of a record's page: heading, template, and the data it shows; no data, no block.

    `slot` says where: head (above everything), main (in the order of the areas) or beside.
    """

    heading: Label
    template: str
    data: Any
    more: str = ""
    slot: Literal["head", "main", "beside"] = "main"


Offer = Callable[[Any, Actor], Panel | None]
_offers: dict[str, list[Offer]] = {}


def offer(record_type: str, panel: Offer) -> None:
    """Offer a panel for pages of a record type, of every type where it is named “”; called when an area starts."""
    _offers.setdefault(record_type, []).append(panel)


def panels_for(record_type: str, record: Any, actor: Actor) -> list[Panel]:
    """The panels that have something to say about a record, in the order the areas started."""
    made = (panel(record, actor) for panel in [*_offers.get("", []), *_offers.get(record_type, [])])
    return [panel for panel in made if panel is not None]
