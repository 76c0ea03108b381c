"""Items in the order of a standard, with their place in it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from guildbook.kit.fuzzy import first_day
from guildbook.standards.models import Alignment, StandardItem, StandardVersion


def ordered(items: Iterable[StandardItem]) -> list[StandardItem]:
    """Decimal numbers in the order of their parts, 2.10 after 2.9; any other numbering as it was entered."""
    held = list(items)
    if all(part.isdecimal() for item in held for part in item.number.split(".")):
        return sorted(held, key=lambda item: [int(part) for part in item.number.split(".")])
    return held


def newest(versions: Iterable[StandardVersion]) -> StandardVersion | None:
    """The version issued last among originals, else among all; of those without a date the one entered last."""
    held = list(versions)
    originals = [version for version in held if not version.localises]
    return max(
        originals or held, key=lambda version: (first_day(version.issued) or dt.date.min, version.order), default=None
    )


@dataclass(frozen=True)
class Placed:
    """An item and how deep it lies, 1 for what is part of nothing."""

    item: StandardItem
    depth: int


def outline(items: Iterable[StandardItem]) -> list[Placed]:
    """Items of one version with their depths, by the numbers they are part of."""
    depths: dict[str, int] = {"": 0}
    placed = []
    for item in ordered(items):
        depths[item.number] = depths.get(item.parent, 0) + 1
        placed.append(Placed(item, depths[item.number]))
    return placed


def by_duty(items: Iterable[StandardItem]) -> list[tuple[Placed, list[Placed]]]:
    """Each item of the first level with everything below it."""
    groups: list[tuple[Placed, list[Placed]]] = []
    for placed in outline(items):
        if placed.depth == 1 or not groups:
            groups.append((placed, []))
        else:
            groups[-1][1].append(placed)
    return groups


def aligned_versions(standard: int) -> dict[str, str]:
    """The versions of a standard (its primary key) that alignments speak of, each with one of them."""
    sides = (("from_standard", "from_version"), ("to_standard", "to_version"))
    return {
        name: key
        for of, version in sides
        for name, key in Alignment.objects.filter(**{of: standard}).values_list(version, "key")
    }


def hash_of(first: str, second: str) -> str:
    """What two items read when somebody compared them."""
    return hashlib.sha256(f"{' '.join(first.split())}\0{' '.join(second.split())}".encode()).hexdigest()
