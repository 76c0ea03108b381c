"""How much each part of a name says, and how much of one name another answers."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guildbook.language.naming.lexicon import english_kinds
from guildbook.language.naming.parts import AS_WRITTEN, Name, Offer

# What a part of each kind adds, beside its rarity.
_KIND = {
    "type": 0.6,
    "field": 1.0,
    "place": 1.1,
    "name": 1.2,
    "word": 0.9,
    "minor": 0.1,
    "parent": 0.35,
    "aside": 0.1,
    "institution": 1.2,
    "unknown": 1.15,
}
# In how many names of a hundred a word of each kind is expected before any name has been seen.
_EXPECTED = {"type": 8.0, "field": 1.5, "place": 0.8, "name": 0.3, "word": 1.5, "minor": 20.0, "unknown": 0.1}
_IMAGINED = 200
_NUMBER = re.compile(
    r"\d+$|第.|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|pertama|kedua|ketiga)$"
)
# A phrase that is answered by half is not half answered.
_PHRASE_POWER = 2.5


class Rarity:
    """How rare each stem is among the names of a book, 0 to 1."""

    def __init__(self, counts: dict[str, int], names: int) -> None:
        self._counts = counts
        self._all = names + _IMAGINED
        self._most = math.log(self._all / 0.5)
        self._known: dict[str, float] = {}

    def of(self, stem: str) -> float:
        """Return the rarity of a stem."""
        if stem not in self._known:
            expected = _EXPECTED[english_kinds().get(stem, "unknown")] / 100 * _IMAGINED
            count = self._counts.get(stem, 0) + expected + 0.5
            self._known[stem] = max(math.log(self._all / count), 0.05) / self._most
        return self._known[stem]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A name with the weight of each atom, what it can say (stem to strength), and the offers that may be answered."""

    name: Name
    weights: tuple[float, ...]
    total: float
    # Stretches that are numbers: "第三", "third", "108".
    numbers: tuple[tuple[int, int], ...]
    says: dict[str, float]
    offers: tuple[tuple[int, int, tuple[str, ...], tuple[float, ...], float], ...]


def said(offers: Iterable[Offer]) -> dict[str, float]:
    """Return each stem a name can say with the strength of its best offer."""
    strengths: dict[str, float] = {}
    for offer in offers:
        strength = offer.weight if len(offer.stems) == 1 else 0.92 * offer.weight
        abbreviation = offer.end - offer.start > 1
        for written in offer.stems:
            stem = written.removeprefix(AS_WRITTEN) if abbreviation else written
            if strength > strengths.get(stem, 0.0):
                strengths[stem] = strength
    return strengths


def weighed(name: Name, rarity: Rarity) -> Weighed:
    """Weigh a name by how rare its parts are in a book."""
    weights = [0.0] * len(name.atoms)
    by_span: dict[tuple[int, int], list[Offer]] = {}
    for offer in name.offers:
        by_span.setdefault((offer.start, offer.end), []).append(offer)
    for span in name.spans:
        weight = _span_weight(name, span, by_span.get(span, []), rarity)
        for atom in range(*span):
            weights[atom] = weight / (span[1] - span[0])
    offers = tuple(
        (one.start, one.end, one.stems, tuple(rarity.of(stem) for stem in one.stems), one.weight) for one in name.offers
    )
    numbers = tuple(span for span in name.spans if _NUMBER.match("".join(name.atoms[slice(*span)])))
    return Weighed(name, tuple(weights), sum(weights) or 1.0, numbers, said(name.offers), offers)


def _span_weight(name: Name, span: tuple[int, int], offers: Sequence[Offer], rarity: Rarity) -> float:
    kind = name.kinds[span[0]]
    length = span[1] - span[0]
    if kind == "unknown" and name.language == "zh":
        return _KIND[kind] * min(0.55 * length, 1.6)
    if kind == "unknown" and name.language in {"th", "lo", "km", "my"}:
        return _KIND[kind] * min(len(name.atoms[span[0]]) / 6, 1.6)
    renderings = [one for one in offers if ":" not in one.stems[0]][:3]
    if not renderings:
        return _KIND[kind]
    amounts = [sum(rarity.of(stem) for stem in one.stems) / math.sqrt(len(one.stems)) for one in renderings]
    return _KIND[kind] * sum(amounts) / len(amounts)


def answered(asking: Weighed, says: dict[str, float]) -> list[float]:
    """Return for each atom how far another name says it, 0 to 1."""
    found = [0.0] * len(asking.weights)
    for start, end, stems, rarities, weight in asking.offers:
        if len(stems) == 1:
            value = says.get(stems[0], 0.0) * weight
        else:
            part = sum(says.get(stem, 0.0) * rare for stem, rare in zip(stems, rarities, strict=True)) / sum(rarities)
            value = weight * part**_PHRASE_POWER
        if value:
            for atom in range(start, end):
                if value > found[atom]:
                    found[atom] = value
    return found
