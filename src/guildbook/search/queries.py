"""Finding records of every kind by their words."""

from dataclasses import dataclass
from typing import Any

from guildbook.faces.lists import Asked, select
from guildbook.kit.actors import Actor
from guildbook.kit.record_types import RecordType, record_types
from guildbook.language.folding import fold

FIRST_OF_EACH = 6
# Kinds people look for most, in this order; the others follow as they come.
FIRST_KINDS = ("alliance", "organisation", "person", "unit", "agreement", "event", "programme", "standard", "place")


@dataclass(frozen=True)
class Found:
    """The records of one kind that have the words: how many, and the first of them."""

    kind: RecordType
    count: int
    records: list[Any]


def find(actor: Actor, words: str) -> list[Found]:
    """Published records that have every word in a name or key, by kind, kinds with whole names first.

    Words are folded as names are stored: case, accents and width do not matter. An alliance is listed once, not
    also among organisations.
    """
    wanted = " ".join(fold(words).split())
    if not wanted:
        return []
    found = []
    for kind in record_types():
        records = select(kind, actor, Asked(words=wanted))
        if kind.name == "organisation":
            records = records.exclude(kind="alliance")
        count = records.count()
        if count:
            found.append(Found(kind, count, list(records[:FIRST_OF_EACH])))
    return sorted(found, key=lambda one: (not any(_is_called(record, wanted) for record in one.records), _rank(one)))


def _rank(one: Found) -> int:
    return FIRST_KINDS.index(one.kind.name) if one.kind.name in FIRST_KINDS else len(FIRST_KINDS)


def _is_called(record: Any, wanted: str) -> bool:
    return any(fold(name) == wanted for name in record.label().values())
