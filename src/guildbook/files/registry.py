"""Who answers for the files of a kind of owner: record types by their own rules, other things by an offered one."""

from collections.abc import Callable
from dataclasses import dataclass

from guildbook.kit.actors import Actor

Rule = Callable[[Actor, str], bool]


@dataclass(frozen=True)
class Owner:
    """Something that may have files: who sees it, and who keeps it (attaches, withdraws, sees what is not public)."""

    may_see: Rule
    may_attach: Rule


_owners: dict[str, Owner] = {}


def offer_owner(kind: str, may_see: Rule, may_attach: Rule) -> None:
    """Have an area answer for its kind of owner, by key, before a record type's own rule; called when it starts."""
    _owners[kind] = Owner(may_see, may_attach)


def owner_of(kind: str) -> Owner | None:
    """Who answers for a kind of owner, or None where nobody offered to."""
    return _owners.get(kind)
