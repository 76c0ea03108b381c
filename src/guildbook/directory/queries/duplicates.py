"""Organisations that may be one and the same, by their names in any script."""

from dataclasses import dataclass
from typing import Any

from guildbook.directory.models import Distinct, Merge, Organisation
from guildbook.directory.queries.named import names_alike, published_names
from guildbook.directory.queries.visible import visible_organisations
from guildbook.kit.actors import Actor
from guildbook.kit.models import Status

# Proposals are looked through by a person: what is less likely than this wastes their time.
LIKELY = 0.6
# Names looked up for each name; its own comes first, then those that resemble it.
_EACH = 6
MOST = 200


@dataclass(frozen=True)
class Proposal:
    """Two organisations that may be one: by which of their names, how likely, and why."""

    one: Organisation
    other: Organisation
    names: tuple[str, str]
    score: float
    reasons: tuple[str, ...]


def proposals(actor: Actor) -> list[Proposal]:
    """Pairs of published organisations of one kind whose names resemble each other, likeliest first.

    Left out are pairs that somebody kept apart, and an organisation beside what it is part of.
    """
    held = {each.key: each for each in visible_organisations(actor).filter(status=Status.PUBLISHED)}
    apart = {(each.one_key, each.other_key) for each in Distinct.objects.filter(record_type="organisation")}
    best: dict[tuple[str, str], tuple[float, tuple[str, str], tuple[str, ...]]] = {}
    for (text, key), found in zip(published_names(), names_alike(_EACH), strict=True):
        for candidate in found:
            other = str(candidate.key)
            pair = (min(key, other), max(key, other))
            if candidate.score < LIKELY or pair in apart or not _may_be_one(held.get(key), held.get(other)):
                continue
            if pair not in best or candidate.score > best[pair][0]:
                both = (text, candidate.name) if key == pair[0] else (candidate.name, text)
                best[pair] = (candidate.score, both, candidate.reasons)
    made = [
        Proposal(held[one], held[other], both, score, reasons) for (one, other), (score, both, reasons) in best.items()
    ]
    return sorted(made, key=lambda each: (-each.score, each.one.key, each.other.key))[:MOST]


def _may_be_one(one: Organisation | None, other: Organisation | None) -> bool:
    if one is None or other is None or one.pk == other.pk or one.kind != other.kind:
        return False
    if one.place and other.place and one.place.country_id != other.place.country_id:
        return False
    return one.parent_id != other.pk and other.parent_id != one.pk


def merges() -> list[Merge]:
    """What was merged, newest first."""
    return list(Merge.objects.all()[:MOST])


def merge_of(pk: int) -> Merge | None:
    """One merge."""
    return Merge.objects.filter(pk=pk).first()


def counted(references: list[Any]) -> dict[str, int]:
    """How many records of each kind name something, by the kind's name in the interface's language."""
    made: dict[str, int] = {}
    for each in references:
        label = each.record_type.label_plural
        made[label] = made.get(label, 0) + 1
    return made
