"""Aligning: quality by pair of languages beside a lexical baseline, and speed and memory on two long lists.

Run with `.venv/bin/python bench/align.py [--data FILE]`. FILE is tab-separated with a heading line: an item's number or
name, then its text in one language a column. Without it the lists of the tests are used (28 items, nine languages).

How quality is counted. Of each side 30 % of the items are left out at random (five seeds), the rest stands in its
order or is shuffled; a proposed pair is right when both are the same row of the file. F1 of the proposed pairs,
mean over seeds. The command is the same for both: whether the order is kept, it must find out. The baseline
compares romanised texts: cosine of three-letter stretches (TF-IDF) and rapidfuzz's token_set_ratio, half each,
mutual best, over the threshold that suits it best on this very data, which flatters it.

How speed is counted. Two lists of 10,000 invented items each, with vectors at hand; 80 in 100 have a partner. "Row
by row" is the same search for neighbours in NumPy, one item after the other, both ways, on a slice and scaled up;
the matrix product is the machine's own for the same vectors. Times are the best of three; memory is the process's
highest.
"""

from __future__ import annotations

import argparse
import csv
import random
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
from anyascii import anyascii
from rapidfuzz import fuzz, process

from guildbook.language.aligning import align, align_embedded
from guildbook.language.aligning.nearest import nearest
from guildbook.language.vectors import FileStore, MemoryStore

OWN = Path(__file__).resolve().parent.parent / "tests" / "language" / "robot_items.tsv"
SLICE = 500
NEIGHBOURS = 12

Pairs = set[tuple[int, int]]


def read(path: Path) -> dict[str, list[str]]:
    """Return the texts of each language, "" where one has none."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {name: [row[at].strip() for row in rows[1:]] for at, name in enumerate(rows[0]) if at}


def cases(
    one: list[str], two: list[str], seeds: int, *, shuffled: bool
) -> Iterator[tuple[list[str], list[str], Pairs]]:
    """Yield two lists with 30 % left out of each, and which belong together."""
    both = [place for place in range(len(one)) if one[place] and two[place]]
    for seed in range(seeds):
        chance = random.Random(seed)
        a, b = (sorted(chance.sample(both, round(len(both) * 0.7))) for _ in range(2))
        if shuffled:
            chance.shuffle(b)
        gold = {(a.index(place), b.index(place)) for place in set(a) & set(b)}
        yield [one[place] for place in a], [two[place] for place in b], gold


def f1(proposed: Pairs, gold: Pairs) -> float:
    """F1 of proposed pairs."""
    return 2 * len(proposed & gold) / (len(proposed) + len(gold)) if proposed or gold else 1.0


def lexical(a: list[str], b: list[str]) -> np.ndarray:
    """Likeness of romanised texts (n, m): three-letter stretches and rapidfuzz, half each."""
    texts = [" " + " ".join(anyascii(text).lower().split()) + " " for text in (*a, *b)]
    counts = [Counter(text[at : at + 3] for at in range(len(text) - 2)) for text in texts]
    spread = Counter(stretch for count in counts for stretch in count)
    place = {stretch: at for at, stretch in enumerate(spread)}
    table = np.zeros((len(texts), len(place)), dtype=np.float32)
    for row, count in enumerate(counts):
        for stretch, number in count.items():
            table[row, place[stretch]] = (1 + np.log(number)) * np.log(len(texts) / spread[stretch])
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    cosine = table[: len(a)] @ table[len(a) :].T
    return cosine / 2 + process.cdist(texts[: len(a)], texts[len(a) :], scorer=fuzz.token_set_ratio) / 200


def mutual(table: np.ndarray, least: float) -> Pairs:
    """Pairs that are each other's best, at least so alike; equal candidates are no answer."""
    best = (table >= table.max(axis=1, keepdims=True)) & (table >= table.max(axis=0, keepdims=True)) & (table >= least)
    alone = (best.sum(axis=1)[:, None] == 1) & (best.sum(axis=0)[None] == 1)
    return {(int(i), int(j)) for i, j in np.argwhere(best & alone)}


def measure_quality(texts: dict[str, list[str]], seeds: int, cache: str | None) -> None:
    """Print F1 for each pair of languages, in order and shuffled, ours and the baseline's."""
    store = FileStore(cache) if cache else MemoryStore()
    grid = [step / 20 for step in range(20)]
    print(f"F1 of proposed pairs, 30 % left out of each side, mean of {seeds} seeds")
    print(f"{'pair':<16}{'n':>4} | {'in order':>9}{'lexical':>9} | {'shuffled':>9}{'lexical':>9} | order told rightly")
    rows = []
    for one, two in combinations(texts, 2):
        n = sum(bool(a and b) for a, b in zip(texts[one], texts[two], strict=True))
        found: list[float] = []
        rightly = 0
        for shuffled in (False, True):
            drawn = list(cases(texts[one], texts[two], seeds, shuffled=shuffled))
            ours = [align(a, b, store=store) for a, b, _ in drawn]
            rightly += sum(each.ordered is not shuffled for each in ours)
            scores = [
                f1({(pair.a, pair.b) for pair in each.pairs}, gold)
                for each, (_, _, gold) in zip(ours, drawn, strict=True)
            ]
            tables = [lexical(a, b) for a, b, _ in drawn]
            golds = [gold for _, _, gold in drawn]
            baseline = max(
                np.mean([f1(mutual(table, least), gold) for table, gold in zip(tables, golds, strict=True)])
                for least in grid
            )
            found += [float(np.mean(scores)), float(baseline)]
        rows.append([*found, rightly])
        print(line(f"{one}-{two}", n, rows[-1], 2 * seeds))
    if len(rows) > 1:
        print(line("mean", len(rows), list(np.mean(rows, axis=0)), 2 * seeds))
        print(line("lowest", len(rows), list(np.min(rows, axis=0)), 2 * seeds))


def line(name: str, n: int, row: list[float], runs: int) -> str:
    """One line of the table."""
    return f"{name:<16}{n:>4} | {row[0]:>9.3f}{row[1]:>9.3f} | {row[2]:>9.3f}{row[3]:>9.3f} | {row[4]:g} of {runs}"


def invented(n: int) -> tuple[list[str], list[str], np.ndarray, np.ndarray, Pairs]:
    """Two lists of n items in order, of which 64 % have a partner, with vectors that resemble it."""
    chance = np.random.default_rng(7)
    every = round(n / 0.8)
    topics = chance.normal(size=(200, 384))[chance.integers(0, 200, every)]
    meaning = topics + chance.normal(size=(every, 384))

    def seen(offset: float) -> np.ndarray:
        rows = meaning + 0.6 * chance.normal(size=meaning.shape) + offset
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)

    words = ["".join(map(chr, chance.integers(97, 123, 6))) for _ in range(3000)]
    texts = [[" ".join(words[at] for at in chance.integers(0, 3000, 6)) for _ in range(every)] for _ in range(2)]
    kept = [np.sort(chance.permutation(every)[:n]) for _ in range(2)]
    place = {int(item): at for at, item in enumerate(kept[1])}
    gold = {(at, place[int(item)]) for at, item in enumerate(kept[0]) if int(item) in place}
    a, b = ([texts[side][item] for item in kept[side]] for side in range(2))
    return a, b, seen(3)[kept[0]], seen(-2)[kept[1]], gold


def best_of(runs: int, work: Callable[[], object]) -> float:
    """Seconds of the quickest of so many runs."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def plainly(a: np.ndarray, b: np.ndarray, rows: int) -> None:
    """The neighbours of the first rows of each side, one row after the other."""
    for left, right in ((a, b), (b, a)):
        for row in left[:rows]:
            products = right @ row
            best = np.argpartition(-products, NEIGHBOURS)[:NEIGHBOURS]
            best[np.argsort(-products[best])]


def measure_speed(n: int) -> None:
    """Print times, ratios and memory for two lists of n items."""
    a, b, of_a, of_b, gold = invented(n)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    nearest(of_a, of_b, NEIGHBOURS)  # the first call compiles
    product = best_of(3, lambda: [of_a[at : at + 1000] @ of_b.T for at in range(0, n, 1000)])
    ours = best_of(3, lambda: nearest(of_a, of_b, NEIGHBOURS))
    rows = min(SLICE, n)
    plain = best_of(3, lambda: plainly(of_a, of_b, rows)) * n / rows
    start = time.perf_counter()
    found = align_embedded(a, b, of_a, of_b)
    whole = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rate = 2 * n * n * of_a.shape[1] / ours / 1e9
    print(f"\nTwo lists of {n:,} items, vectors given")
    print(f"neighbours both ways, exact: {ours:.2f} s; the matrix product alone {product:.2f} s")
    print(f"  share of the machine's matrix-product rate: {product / ours:.0%} ({rate:.0f} GFLOP/s)")
    print(f"  row by row in NumPy: {plain:.1f} s ({rows} of each side, scaled up): {plain / ours:.1f} times ours")
    print(f"whole alignment: {whole:.1f} s; with the search row by row {whole - ours + plain:.1f} s")
    pairs = {(pair.a, pair.b) for pair in found.pairs}
    print(f"  F1 {f1(pairs, gold):.3f} on {len(gold):,} pairs (invented vectors: a check, no measure of quality)")
    print(f"memory: {before:.0f} MB before, {peak:.0f} MB at most; all products at once: {n * n * 4 / 2**20:.0f} MB")


def main() -> None:
    """Measure what is asked for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, default=OWN)
    asked.add_argument("--seeds", type=int, default=5)
    asked.add_argument("--items", type=int, default=10_000, help="length of the lists for speed; 0 leaves speed out")
    asked.add_argument("--cache", help="keep embeddings in this file")
    options = asked.parse_args()
    if options.items:
        measure_speed(options.items)
        print()
    measure_quality(read(options.data), options.seeds, options.cache)


if __name__ == "__main__":
    main()
