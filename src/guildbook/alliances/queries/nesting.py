"""Alliances within alliances, as a tree."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count
from django.utils import timezone

from guildbook.alliances.queries.records import visible_alliances
from guildbook.alliances.queries.terms import admitted
from guildbook.directory.models import Organisation
from guildbook.kit.actors import Actor
from guildbook.kit.models import Status


@dataclass(frozen=True)
class Branch:
    """An alliance, how many members it has today, and the alliances within it."""

    alliance: Organisation
    members: int
    below: tuple[Branch, ...]


def tree_of(actor: Actor, alliance: Organisation) -> list[Branch]:
    """The alliances that lie within one today, each with those within it; no alliance twice on one way.

    One query where there are none, three where there are.
    """
    today = timezone.localdate()
    ties = admitted(today).filter(organisation__kind="alliance").order_by("organisation__key")
    steps: dict[int, list[int]] = {}
    for above, below in ties.values_list("alliance", "organisation"):
        steps.setdefault(above, []).append(below)
    if alliance.pk not in steps:
        return []
    seen = {one.pk: one for one in visible_alliances(actor).filter(status=Status.PUBLISHED)}
    counted = admitted(today).exclude(organisation__status=Status.DRAFT).order_by().values_list("alliance")
    counts = dict(counted.annotate(Count("organisation", distinct=True)))

    def grown(pk: int, passed: frozenset[int]) -> list[Branch]:
        return [
            Branch(seen[one], counts.get(one, 0), tuple(grown(one, passed | {one})))
            for one in steps.get(pk, ())
            if one in seen and one not in passed
        ]

    return grown(alliance.pk, frozenset({alliance.pk}))
