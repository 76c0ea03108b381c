"""The menu of a signed-in person: each area offers its entries when it starts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from guildbook.kit.actors import Actor

Label = Any  # a text, or one that is worked out in the reader's language


@dataclass(frozen=True)
class Entry:
    """A line of the menu; `count` says how much waits there, `to` whether an actor sees it at all."""

    label: Label
    url: str
    count: Callable[[Actor], int] | None = None
    to: Callable[[Actor], bool] | None = None


@dataclass(frozen=True)
class Link:
    """The same for one reader."""

    label: str
    url: str
    count: int = 0


_entries: list[Entry] = []


def offer_menu(
    label: Label,
    url: str,
    count: Callable[[Actor], int] | None = None,
    to: Callable[[Actor], bool] | None = None,
) -> None:
    """Have an entry in everybody's menu, in the order the areas start; the same address twice is one entry.

    `count` is asked on every page of a signed-in person: one cheap query, or None.
    """
    if url not in {entry.url for entry in _entries}:
        _entries.append(Entry(label, url, count, to))


def account_links(actor: Actor) -> list[Link]:
    """The entries an actor sees, each with how much waits there."""
    return [
        Link(str(entry.label), entry.url, entry.count(actor) if entry.count else 0)
        for entry in _entries
        if entry.to is None or entry.to(actor)
    ]
