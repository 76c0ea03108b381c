"""Lineage frozen and compared: what stood behind a figure when it was published, and what has changed since."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import timezone

from guildbook.figures.queries import Figure, FigureError, Question, read_day, records_of
from guildbook.figures.verdicts import compare
from guildbook.kit.actors import PUBLIC
from guildbook.reports.queries.asking import Data, exact, figures_of, headline, of_its_year

# Beyond this the keys are summed up in a hash, so that a change is seen though not which.
MOST_RECORDS = 10_000
PARTS = ("records", "returns", "claims")


@dataclass(frozen=True)
class Difference:
    """What stands behind a figure now and did not then, or otherwise: (kind, key, then, now); versions or values."""

    added: tuple[tuple[str, str, Any, Any], ...] = ()
    gone: tuple[tuple[str, str, Any, Any], ...] = ()
    changed: tuple[tuple[str, str, Any, Any], ...] = ()
    defined_anew: bool = False

    def __bool__(self) -> bool:
        return bool(self.added or self.gone or self.changed or self.defined_anew)


@dataclass(frozen=True)
class Now:
    """A frozen figure asked again: the answer now, `refused` where it cannot be asked any more, and the verdict."""

    name: str
    contradicted: bool
    value: Data | None
    refused: str = ""
    # Of a figure over years: the ends of the years whose values differ.
    years: tuple[str, ...] = ()


def sealed(lineage: Data) -> str:
    """The hash of a frozen lineage: SHA-256 of its JSON with sorted keys."""
    text = json.dumps(lineage, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def behind(figure: Figure) -> Data:
    """Everything behind a figure by key and version: records counted, returns and claims, the definition."""
    records: list[list[Any]] = []
    for kind, found in records_of(PUBLIC, figure):
        records += [[kind.name, key, version] for key, version in found.values_list("key", "version")]
    indicator = figure.asked.indicator
    made = {
        "definition": {"text": dict(indicator.text), "version": indicator.version, "form": indicator.definition},
        "records": records[:MOST_RECORDS],
        "records_counted": len(records),
        "records_sha256": sealed({"records": sorted(records)}),
        "returns": [["return", each.key, exact(each.value)] for each in figure.returns],
        "claims": [["claim", each.key, f"{each.qualifier} {exact(each.value)}"] for each in figure.spoken],
        "asked": timezone.now().isoformat(timespec="seconds"),
    }
    texts: Data = as_texts(made)
    return texts


def as_texts(value: Any) -> Any:
    """Data with every number as text: files of plain text give nothing else back, and a hash must stay right."""
    if isinstance(value, dict):
        return {name: as_texts(inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, list | tuple):
        return [as_texts(inner) for inner in value]
    return value if isinstance(value, str) else str(value)


def frozen_lineage(data: Data, name: str) -> Data:
    """The whole lineage of an answer, ready to be frozen: the answer itself and what stands behind each value."""
    made = {**data, "name": name, "behind": behind(_asked_again(data["question"])[0])}
    if "points" in data:
        ends = [point["at"] for point in data["points"]]
        figures = _asked_again(data["question"], ends)
        made["points"] = [
            {**point, "behind": behind(figure)} for point, figure in zip(data["points"], figures, strict=True)
        ]
    return made


def _asked_again(question: Data, ends: Sequence[str] = ()) -> list[Figure]:
    days = list(ends) or [question["at"]]
    asked = [
        Question(question["indicator"], question["subject"], read_day(day), dict(question["filters"])) for day in days
    ]
    figures = figures_of(asked)
    return [of_its_year(figure) for figure in figures] if ends else figures


def now_of(lineages: Sequence[Data]) -> list[Now]:
    """Frozen figures asked again, as of their own date."""
    return [_now(lineage) for lineage in lineages]


def _now(lineage: Data) -> Now:
    ends = [point["at"] for point in lineage.get("points", ())]
    try:
        figures = _asked_again(lineage["question"], ends)
    except FigureError as error:
        return Now(lineage["name"], True, None, str(error))
    then = lineage.get("points") or [lineage]
    pairs = list(zip(then, figures, strict=True))
    years = tuple(str(point.get("at", "")) for point, figure in pairs if _differs(point, figure))
    return Now(lineage["name"], bool(years), headline(figures[-1], ()), "", years if ends else ())


def _differs(then: Data, figure: Figure) -> bool:
    if figure.value is None or "value" not in then:
        return figure.value is not None or "value" in then
    said = compare(Decimal(str(then["value"])), then["qualifier"], Decimal(figure.value), figure.qualifier)
    return said.key == "differs"


def difference(lineage: Data) -> Difference:
    """What changed behind a frozen figure since; behind one over years, at the ends of all years together."""
    ends = [point["at"] for point in lineage.get("points", ())]
    try:
        figures = _asked_again(lineage["question"], ends)
    except FigureError:
        return Difference()
    then = [point["behind"] for point in lineage["points"]] if ends else [lineage["behind"]]
    now = [behind(figure) for figure in figures]
    before, after = _held(then), _held(now)
    added = tuple((*name, None, after[name]) for name in after if name not in before)
    gone = tuple((*name, before[name], None) for name in before if name not in after)
    changed = tuple(
        (*name, before[name], after[name]) for name in before if name in after and before[name] != after[name]
    )
    anew = then[-1]["definition"]["form"] != now[-1]["definition"]["form"]
    return Difference(added, gone, changed, anew)


def _held(parts: Sequence[Data]) -> dict[tuple[str, str], Any]:
    return {(kind, key): what for held in parts for name in PARTS for kind, key, what in held[name]}
