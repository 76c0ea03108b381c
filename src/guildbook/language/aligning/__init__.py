"""Aligning two lists of items, in any two languages: which items say the same, which stand alone.

Pairs come from sentence embeddings, centred and compared with their neighbours, with letters, lengths and figures as
lesser evidence. Whether the second list keeps the order of the first is seen from the pairs themselves, and used.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from guildbook.language.aligning import matching, order, similarity
from guildbook.language.aligning.evidence import Comparison
from guildbook.language.aligning.references import expected_mean
from guildbook.language.embedding import Embedder, VectorStore, default_embedder, embed_stored

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from guildbook.language.aligning.similarity import Doubles, Field, Ints

# A pair is proposed from this probability on: about half the F1 to be expected, which is where F1 is highest.
PROPOSED = 0.45
# A further partner of an item is offered from this probability on.
OFFERED = 0.3
# Whether order is kept is judged by pairs believed at least so much.
_TOLD_APART = 0.75
# Lists shorter than this are centred with the help of what texts of their language have in common.
_SHORT = 20


@dataclass(frozen=True, slots=True)
class Pair:
    """Item `a` of the first list and item `b` of the second, from 0, and the probability that they are partners."""

    a: int
    b: int
    score: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """What aligning proposes; nothing of it is fact before a person has looked.

    `pairs` have each item once at most. `more` are further partners: of items that are split, joined, or told apart by
    little. `a_only` and `b_only` are the items in no pair (they may be in `more`).
    """

    pairs: tuple[Pair, ...]
    a_only: tuple[int, ...]
    b_only: tuple[int, ...]
    more: tuple[Pair, ...]
    ordered: bool


def aligning_embedder() -> Embedder:
    """Return the embedder whose vectors `align` compares, for those who compute them beforehand."""
    return default_embedder("passage")


def align(
    a: Sequence[str],
    b: Sequence[str],
    *,
    store: VectorStore | None = None,
    numbers_a: Sequence[str] | None = None,
    numbers_b: Sequence[str] | None = None,
    embedder: Embedder | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Alignment:
    """Align two lists of texts; `numbers` are the items' numbers ("2.1"), as evidence where they turn out to agree.

    Vectors are looked up in `store` and kept there. `progress` gets how many texts are embedded, and of how many.
    """
    embedder = embedder or aligning_embedder()
    vectors = embed_stored([*a, *b], store, embedder, progress)
    priors = [expected_mean(items, store, embedder) if len(items) < _SHORT and any(items) else None for items in (a, b)]
    return align_embedded(
        a,
        b,
        vectors[: len(a)],
        vectors[len(a) :],
        numbers_a=numbers_a,
        numbers_b=numbers_b,
        priors=(priors[0], priors[1]),
    )


def align_embedded(
    a: Sequence[str],
    b: Sequence[str],
    vectors_a: NDArray[np.float32],
    vectors_b: NDArray[np.float32],
    *,
    numbers_a: Sequence[str] | None = None,
    numbers_b: Sequence[str] | None = None,
    priors: tuple[NDArray[np.float32] | None, NDArray[np.float32] | None] = (None, None),
) -> Alignment:
    """Align two lists whose vectors, unit rows (n, d) and (m, d), are at hand."""
    if not len(a) or not len(b):
        return Alignment((), tuple(range(len(a))), tuple(range(len(b))), (), ordered=True)
    one = similarity.Side.of(a, vectors_a, priors[0])
    two = similarity.Side.of(b, vectors_b, priors[1])
    texts = similarity.field_of(one, two)
    compared = Comparison(one, two, texts)
    first = matching.beliefs(texts, compared.log_odds())
    field, of_text = similarity.items_of(texts, one, two)
    odds = compared.log_odds(first)[of_text]
    free = matching.beliefs(field, odds)
    of_numbers = np.zeros(len(odds))
    if numbers_a and numbers_b:
        of_numbers = _numbers(field, free, numbers_a, numbers_b)
        odds = odds + of_numbers
        free = matching.beliefs(field, odds)
    ordered = order.order_is_kept(field.columns[matching.mutual(field, free, _TOLD_APART)].tolist())
    if ordered:
        believed = order.ordered_beliefs(field, odds, free)
        together = np.minimum(np.bincount(of_text, believed, len(texts.rows)), 1)
        odds = compared.log_odds(together)[of_text] + of_numbers
        believed = order.ordered_beliefs(field, odds, free)
        best = matching.mutual(field, believed, PROPOSED)
    else:
        believed = free
        best = _with_equals(field, free, texts, of_text)
    return _alignment(field, odds, believed, best, ordered=ordered)


def _numbers(field: Field, free: Doubles, a: Sequence[str], b: Sequence[str]) -> Doubles:
    """Return what equal item numbers say: as much as they agree, among believed pairs, more often than by chance."""
    codes = {number: code for code, number in enumerate(dict.fromkeys([*a, *b]))}
    of_a = np.array([codes[number] for number in a])
    of_b = np.array([codes[number] for number in b])
    has = np.array([bool(number.strip()) for number in codes])
    equal = (of_a[field.rows] == of_b[field.columns]) & has[of_a[field.rows]]
    both = has[of_a[field.rows]] & has[of_b[field.columns]]
    chance = (equal.sum() + 1) / (both.sum() + 2)
    rate = (free[equal].sum() + 5 * chance) / (free[both].sum() + 5)
    says = np.where(equal, np.log(rate / chance), np.log((1 - rate) / (1 - chance)))
    weighed: Doubles = np.clip(says, -1.5, 2.5) * both
    return weighed


def _with_equals(field: Field, free: Doubles, texts: Field, of_text: Ints) -> Ints:
    """Return the places of the pairs of shuffled lists, where equal texts share one belief among them.

    Which of two equal items is meant, their order must say; the score stays as low as the doubt is high.
    """
    together = np.bincount(of_text, free, len(texts.rows))
    of_rows = _counts(texts.rows[of_text], field.rows, texts.shape[0])
    of_columns = _counts(texts.columns[of_text], field.columns, texts.shape[1])
    share = together / np.maximum(np.minimum(of_rows[texts.rows], of_columns[texts.columns]), 1)
    chosen = np.zeros(len(texts.rows), dtype=bool)
    chosen[matching.mutual(texts, share, PROPOSED)] = True
    places = np.flatnonzero(chosen[of_text])
    by_belief = places[np.argsort(-np.round(free[places], 6), kind="stable")]
    kept = matching.first_each(field, by_belief)
    return kept[np.argsort(field.rows[kept], kind="stable")]


def _counts(texts: Ints, items: Ints, count: int) -> Doubles:
    """Return how many items each text is."""
    pairs = np.unique(np.stack([texts, items]), axis=1)
    found: Doubles = np.bincount(pairs[0], minlength=count).astype(np.float64)
    return found


def _alignment(field: Field, odds: Doubles, believed: Doubles, best: Ints, *, ordered: bool) -> Alignment:
    pairs = [Pair(int(field.rows[at]), int(field.columns[at]), _score(believed[at])) for at in best.tolist()]
    taken_a, taken_b = {pair.a for pair in pairs}, {pair.b for pair in pairs}
    return Alignment(
        pairs=tuple(sorted(pairs, key=lambda pair: (pair.a, pair.b))),
        a_only=tuple(item for item in range(field.shape[0]) if item not in taken_a),
        b_only=tuple(item for item in range(field.shape[1]) if item not in taken_b),
        more=tuple(_more(field, odds, taken_a, taken_b)),
        ordered=ordered,
    )


def _more(field: Field, odds: Doubles, taken_a: set[int], taken_b: set[int]) -> list[Pair]:
    """Return further partners: an item without one, and that item of the other list to which it is nearest."""
    n, m = field.shape
    best_a, best_b = np.full(n, -np.inf), np.full(m, -np.inf)
    np.maximum.at(best_a, field.rows, odds)
    np.maximum.at(best_b, field.columns, odds)
    free_a = np.array([item not in taken_a for item in range(n)])
    free_b = np.array([item not in taken_b for item in range(m)])
    nearest_a = free_a[field.rows] & (odds >= best_a[field.rows])
    nearest_b = free_b[field.columns] & (odds >= best_b[field.columns])
    chances = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    # Of equally near ones the first will do.
    one = np.flatnonzero(nearest_a & (chances >= OFFERED))
    two = np.flatnonzero(nearest_b & (chances >= OFFERED))
    one, two = (
        some[np.unique(of[some], return_index=True)[1]] for some, of in ((one, field.rows), (two, field.columns))
    )
    places = np.union1d(one, two)
    return [Pair(int(field.rows[at]), int(field.columns[at]), _score(chances[at])) for at in places.tolist()]


def _score(probability: float) -> float:
    return round(float(min(max(probability, 0.0), 1.0)), 3)
