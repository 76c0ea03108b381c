"""What other areas bring: whose publications are looked at first, by whom, and what a person has to do."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from guildbook.accounts.models import User
from guildbook.kit.actors import Actor
from guildbook.kit.drafts import Draft
from guildbook.kit.record_types import RecordType


@dataclass(frozen=True)
class Todo:
    """One thing somebody has to do: a sentence in their language, the address where it is done, the day it is due."""

    text: str
    url: str
    due: date | None = None


Rule = Callable[[Actor, RecordType, Draft], int | None]
Reviewers = Callable[[Iterable[int]], QuerySet[User]]
Todos = Callable[[Actor], list[Todo]]
_rules: list[Rule] = []
_reviewers: list[Reviewers] = []
_todos: list[Todos] = []
_beginnings: dict[str, str] = {}


def ask_for_review(rule: Rule) -> None:
    """Have an area say which alliance (by primary key) must look at a publication first, or None; called at start.

    Asked only for what somebody who is not staff wants published; whoever serves that alliance needs no review.
    """
    _rules.append(rule)


def tell_reviewers(find: Reviewers) -> None:
    """Have an area say who decides for alliances (by primary key): people to be told of what waits."""
    _reviewers.append(find)


def offer_todo(find: Todos) -> None:
    """Have an area say what an actor has to do; shown on their desk, those due first at the top; called at start."""
    _todos.append(find)


def offer_beginning(kind: str, address: str) -> None:
    """Have an area name the page on which a record of this kind is begun, where the full form is not that; at start."""
    _beginnings[kind] = address


def beginning_of(kind: RecordType) -> str:
    """The address at which a record of this kind is begun."""
    return _beginnings.get(kind.name, f"/{kind.plural}/new")


def reviewing_alliance(actor: Actor, record_type: RecordType, draft: Draft) -> int | None:
    """The first alliance that wants to look at this publication before it is kept, or None."""
    return next((found for rule in _rules if (found := rule(actor, record_type, draft)) is not None), None)


def reviewers_of(alliances: Iterable[int]) -> set[User]:
    """Everybody who decides for these alliances."""
    wanted = list(alliances)
    return {user for find in _reviewers for user in find(wanted)}


def todos_of(actor: Actor) -> list[Todo]:
    """All an actor has to do, what is due first, then what has no day."""
    found = [todo for find in _todos for todo in find(actor)]
    return sorted(found, key=lambda todo: (todo.due is None, todo.due or date.max))
