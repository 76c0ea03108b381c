"""Who is asking: the one argument every read and every write takes first."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(frozen=True)
class Actor:
    """Somebody who reads or writes: a name for the history, and for whom they may act today.

    `keeps` are the organisations (by primary key) whose records they keep, with alliances they serve; for those in
    `leads` they also sign, submit and invite; `serves` are the alliances whose secretariat they belong to. Staff of the
    book may do everything.
    """

    name: str
    is_staff: bool = False
    user: int | None = None
    keeps: frozenset[int] = frozenset()
    leads: frozenset[int] = frozenset()
    serves: frozenset[int] = frozenset()


PUBLIC = Actor("public")
SYSTEM = Actor("guildbook", is_staff=True)

Authority = Callable[[Actor], Actor]
_authorities: list[Authority] = []


def grant_through(authority: Authority) -> None:
    """Have an area say for whom a signed-in person may act; asked in the order the areas start."""
    _authorities.append(authority)


def actor_for(name: str, user: int, *, is_staff: bool = False) -> Actor:
    """A signed-in person with everything the areas grant them today."""
    actor = Actor(name, is_staff=is_staff, user=user)
    for authority in _authorities:
        actor = authority(actor)
    return actor


def actor_of(request: HttpRequest) -> Actor:
    """The actor behind a web request, worked out once for it."""
    held: Actor | None = getattr(request, "actor", None)
    if held is None:
        user = request.user
        held = actor_for(user.get_full_name(), user.pk, is_staff=user.is_staff) if user.is_authenticated else PUBLIC
        request.actor = held  # type: ignore[attr-defined]  # our own attribute, held while the request lasts
    return held
