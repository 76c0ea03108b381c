"""Reporting rates: how many were asked for a figure and how many have answered; told by the area that asks members."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from guildbook.figures.queries.witnesses import Address
from guildbook.kit.actors import Actor


@dataclass(frozen=True)
class Reporting:
    """The newest collection of a figure: who was asked, and how many came in; None where the reader may not know."""

    round_key: str
    asked: frozenset[str]
    expected: int | None = None
    received: int | None = None
    approved: int | None = None

    @property
    def url(self) -> str:
        """The collection's page."""
        return f"/rounds/{self.round_key}"


Find = Callable[[Actor, Collection[Address], dt.date | None], Mapping[Address, Reporting]]
_finders: list[Find] = []


def offer_reporting(find: Find) -> None:
    """Have an area tell the reporting rates behind figures; called when it starts."""
    _finders.append(find)


def reporting_of(actor: Actor, addresses: Collection[Address], at: dt.date | None) -> dict[Address, Reporting]:
    """The reporting rates of figures by a day; figures nobody was asked for are left out."""
    found: dict[Address, Reporting] = {}
    for find in _finders:
        found |= find(actor, addresses, at)
    return found
