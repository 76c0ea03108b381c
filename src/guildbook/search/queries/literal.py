"""Records that have the words: candidates of the index, judged one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import Q

from guildbook.search.index import Index, index
from guildbook.search.matching import Entry, Match, Tier, Words, judge
from guildbook.search.models import SearchDocument

# So many are ranked and counted; whoever finds more should say more.
MOST = 2000
AT_ONCE = 500
COLUMNS = ("id", "kind", "record_id", "spelt", "sounds", "initials")


@dataclass(frozen=True)
class Literal:
    """What fits, and whether there is more than was looked at."""

    matches: list[Match]
    more: bool


def literal(
    asked: Words, within: Q | None = None, most: int = MOST, worst: Tier = Tier.TEXT, engine: Index | None = None
) -> Literal:
    """Documents that fit, at most so many and no worse than this, those whose names begin so first; unsorted."""
    engine = engine or index()
    matches: list[Match] = []
    taken: set[int] = set()
    for ids, last in _stages(engine, asked, worst):
        for entry in _entries((one for one in ids if one not in taken), within, last):
            match = judge(entry, asked)
            if match is None or match.tier > last:
                continue
            if len(matches) == most:
                return Literal(matches, more=True)
            matches.append(match)
            taken.add(entry.id)
    return Literal(matches, more=False)


def _stages(engine: Index, asked: Words, worst: Tier) -> Iterator[tuple[Iterator[int], Tier]]:
    """Candidates of the best kind first, so that what is cut off is the worst; each with the worst tier it may give."""
    if not asked:
        return
    yield engine.heads(asked), Tier.PREFIX
    yield engine.named(asked), Tier.KEY
    if worst > Tier.KEY:
        yield engine.anywhere(asked), worst


def _entries(ids: Iterable[int], within: Q | None, last: Tier) -> Iterator[Entry]:
    """Documents by id, in this order, with as many columns as judging needs."""
    columns = COLUMNS if last > Tier.KEY else COLUMNS[:4]
    columns = (*columns, "body") if last >= Tier.TEXT else columns
    unread = () if last > Tier.KEY else ("", "")  # neither sounds nor initials
    ids = iter(ids)
    while some := list(islice(ids, AT_ONCE)):
        for row in _rows(some, within, columns):
            yield Entry(*row, *unread)


def _rows(ids: list[int], within: Q | None, columns: tuple[str, ...]) -> Iterable[tuple[Any, ...]]:
    if within is not None:
        return SearchDocument.objects.filter(within, pk__in=ids).order_by("pk").values_list(*columns)
    # Three of these stand between a keystroke and its answer: plain SQL takes a third of the time.
    marks = ",".join(["%s"] * len(ids))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join(columns)} FROM search_searchdocument WHERE id IN ({marks}) ORDER BY id",  # noqa: S608 - our own columns
            ids,
        )
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found
