"""Names across scripts: how often the English name of an organisation is found by its native one, by language.

Run with `.venv/bin/python bench/names.py FILE [--cache FILE]`. FILE is tab-separated with a heading line and the
columns `lang`, `en` and `native`, one pair of names a line. `--cache` keeps embeddings for the next run.

How it is counted. Every native name is asked among all different English names of the file. accuracy@1: the best is the
English name of its line; accuracy@10: it is among the ten best. Two names that tie are ranked by their order, which
is the alphabet's and knows nothing of the question. Beside ours, on the same lists in the same run:

- letters: cosine of character n-grams (TF-IDF, two and three letters) on ASCII transliterations, and rapidfuzz's
  token_set_ratio, half each;
- embeddings: the native and the English name embedded, each side centred, CSLS;
- sum: embeddings plus the n-grams of letters;
- ours without meaning: `NameBook` without vectors; ours: `NameBook` with them, as `guildbook names` uses it.

Then how right the sure candidates are and how scores compare with the truth, speed of a book without vectors on names
made longer by numbers, and the memory of the process. Weights of ours were fitted on such a file: `--half 0` and
`--half 1` ask only half of the queries, by a hash of the English name.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import itertools
import resource
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

from guildbook.language.embedding import embed_stored
from guildbook.language.naming import Candidate, NameBook
from guildbook.language.naming.grams import GramIndex
from guildbook.language.transliteration import romanise
from guildbook.language.vectors import FileStore, MemoryStore

NEIGHBOURS = 10
BANDS = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.98, 1.01)

Store = FileStore | MemoryStore


def half_of(english: str) -> int:
    """Return which half of the file a name belongs to."""
    return int(hashlib.sha256(english.encode()).hexdigest(), 16) % 2


def read(path: Path, half: int | None) -> tuple[list[dict[str, str]], list[str]]:
    """Return the pairs to be asked, and all different English names of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    asked = [row for row in rows if half is None or half_of(row["en"]) == half]
    return asked, sorted({row["en"] for row in rows})


def by_letters(native: Sequence[str], english: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return n-gram cosines alone, and half of them with half of rapidfuzz, each (m, n)."""
    spoken = [romanise(name) for name in native]
    held = [romanise(name) for name in english]
    index = GramIndex(held)
    grams = np.array([index.scores(name) for name in spoken])
    ratio = process.cdist(spoken, held, scorer=fuzz.token_set_ratio, dtype=np.float32) / 100
    return grams, 0.5 * grams + 0.5 * ratio


def by_vectors(native: Sequence[str], english: Sequence[str], store: Store) -> np.ndarray:
    """Return CSLS of centred embeddings, (m, n)."""

    def centred(texts: Sequence[str]) -> np.ndarray:
        rows = embed_stored(texts, store)
        rows = rows - rows.mean(axis=0)
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)

    cosines = centred(native) @ centred(english).T
    ours = np.sort(cosines, axis=1)[:, -NEIGHBOURS:].mean(axis=1)
    theirs = np.sort(cosines, axis=0)[-NEIGHBOURS:].mean(axis=0)
    return 2 * cosines - ours[:, None] - theirs[None, :]


def best_of(scores: np.ndarray, english: Sequence[str]) -> list[list[str]]:
    """Return the ten best names of each row."""
    return [[english[place] for place in np.argsort(-row, kind="stable")[:10]] for row in scores]


def names_of(found: list[list[Candidate]]) -> list[list[str]]:
    """Return the names of candidates."""
    return [[one.name for one in best] for best in found]


def report(title: str, rows: list[dict[str, str]], best: list[list[str]], languages: list[str]) -> None:
    """Print accuracy@1 and @10, of all and by language."""
    cells = []
    for language in ["all", *languages]:
        picked = [place for place, row in enumerate(rows) if language in ("all", row["lang"])]
        first = sum(best[place][:1] == [rows[place]["en"]] for place in picked) / len(picked)
        ten = sum(rows[place]["en"] in best[place][:10] for place in picked) / len(picked)
        cells.append(f"{first:.3f}/{ten:.3f}")
    print(f"{title:<22}" + "".join(f"{cell:>13}" for cell in cells))


def trust(rows: list[dict[str, str]], found: list[list[Candidate]]) -> None:
    """Print how right the sure ones are, and how often candidates of a score are right."""
    sure = [one.name == row["en"] for row, best in zip(rows, found, strict=True) for one in best if one.sure]
    if sure:
        print(f"sure: {len(sure)} candidates, {sum(sure) / len(sure):.4f} right")
    scored = [(one.score, one.name == row["en"]) for row, best in zip(rows, found, strict=True) for one in best]
    for low, high in itertools.pairwise(BANDS):
        right = [hit for score, hit in scored if low <= score < high]
        if right:
            share = sum(right) / len(right)
            print(f"  score {low:.2f} to {min(high, 1):.2f}: {len(right):>6} candidates, {share:.3f} right")


def speed(rows: list[dict[str, str]], english: list[str], size: int) -> None:
    """Print the time to make a book of many names without vectors, and to ask it."""
    names = [name if turn == 0 else f"{name} {turn}" for turn in range(size // len(english) + 1) for name in english]
    started = time.perf_counter()
    book = NameBook(list(zip(names[:size], range(size), strict=True)))
    made = time.perf_counter() - started
    asked = [row["native"] for row in rows[:200]]
    book.match_all(asked[:20])
    times = []
    for name in asked:
        started = time.perf_counter()
        book.match(name)
        times.append(time.perf_counter() - started)
    p50, p95 = np.percentile(times, [50, 95]) * 1000
    print(f"{size:,} names without vectors: made in {made:.1f} s; asked p50 {p50:.0f} ms, p95 {p95:.0f} ms")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--without-speed", action="store_true")
    options = parser.parse_args()
    rows, english = read(options.file, options.half)
    native = [row["native"] for row in rows]
    counts = Counter(row["lang"] for row in rows)
    languages = [language for language, _ in counts.most_common()]
    store: Store = FileStore(options.cache) if options.cache else MemoryStore()
    print(f"{len(rows):,} native names, {len(english):,} English names; accuracy@1/@10")
    print(" " * 22 + f"{'all':>13}" + "".join(f"{f'{name} n={counts[name]}':>13}" for name in languages))
    grams, letters = by_letters(native, english)
    report("letters", rows, best_of(letters, english), languages)
    started = time.perf_counter()
    vectors = by_vectors(native, english, store)
    print(f"  embedding both lists: {time.perf_counter() - started:.1f} s (0 where the cache has them)")
    report("embeddings", rows, best_of(vectors, english), languages)
    report("sum", rows, best_of(vectors + grams, english), languages)
    entries = [(name, name) for name in english]
    for title, book_store in (("ours without meaning", None), ("ours", store)):
        started = time.perf_counter()
        book = NameBook(entries, store=book_store)
        made = time.perf_counter() - started
        started = time.perf_counter()
        found = book.match_all(native)
        asked = time.perf_counter() - started
        report(title, rows, names_of(found), languages)
        print(f"  book made in {made:.1f} s, {len(rows):,} names asked in {asked:.1f} s")
    trust(rows, found)
    if not options.without_speed:
        for size in (1_000, 10_000, 20_000):
            speed(rows, english, size)
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB")


if __name__ == "__main__":
    main()
