"""Recall, precision and time of figure reading on the five press texts, beside two readers of quantities.

Then the same for the labelled sentences of every other language (`tests/language`), beside taking every run of digits
for a figure: there a figure is right where it begins at the labelled place and has the labelled qualifier.

Run with `.venv/bin/python bench/reading.py`; the peers, quantulum3 and recognizers-text-suite, get environments of
their own under `bench/.envs/` on the first run (network needed), later runs use them again. `--ours` leaves them out.

How it is counted. Each row of `tests/language/press_figures.csv` is one figure a careful reader wants from a text. Each
reader returns numbers with offsets, in its own kind. A row is *found* when a result not yet used for another row has
the row's value (results are taken in reading order, one row each). A result left without a row is *false*. The peers
know neither qualifiers ("over 800") nor what is counted, so only ours is also asked for the qualifier.
Time is processor time, the best of several runs over one text inside a warm process; starting it and importing are
not counted.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import subprocess
import sys
import time
import venv
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import NotRequired, TypedDict

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / "demo" / "press"
ROWS = ROOT / "tests" / "language" / "press_figures.csv"
ENVIRONMENTS = ROOT / "bench" / ".envs"
RUNS = 15

# What each peer needs installed. recognizers wants an old emoji and does not say so; both need setuptools for
# pkg_resources on newer Pythons.
PEERS = {
    "quantulum3": ["quantulum3", "setuptools<81"],
    "recognizers-text-suite": ["recognizers-text-suite", "emoji<2", "setuptools<81"],
}


class Found(TypedDict):
    """A number that a reader found; only ours knows a qualifier."""

    value: str
    start: int
    end: int
    qualifier: NotRequired[str]


class Result(TypedDict):
    """What one reader made of one text."""

    found: list[Found]
    seconds: float


def ours(text: str) -> list[Found]:
    """Return Guildbook's own figures."""
    from guildbook.language import read_figures

    return [
        {"value": str(f.value), "start": f.start, "end": f.end, "qualifier": f.qualifier} for f in read_figures(text)
    ]


def quantulum3(text: str) -> list[Found]:
    """Return the quantities quantulum3 finds."""
    from quantulum3 import parser

    return [{"value": repr(q.value), "start": q.span[0], "end": q.span[1]} for q in parser.parse(text)]


def recognizers(text: str) -> list[Found]:
    """Return the numbers recognizers-text-suite finds."""
    from recognizers_number import Culture, recognize_number

    return [
        {"value": str(r.resolution["value"]), "start": r.start, "end": r.end + 1}
        for r in recognize_number(text, Culture.English)
        if r.resolution and r.resolution.get("value") is not None
    ]


READERS = {"guildbook": ours, "quantulum3": quantulum3, "recognizers-text-suite": recognizers}


def read_all(reader: str) -> None:
    """Read every text with one reader, in the environment this process runs in, and print results and times as JSON."""
    read = READERS[reader]
    results = {}
    for path in sorted(TEXTS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        found = read(text)
        times = []
        for _ in range(RUNS):
            started = time.process_time()
            read(text)
            times.append(time.process_time() - started)
        results[path.name] = {"found": found, "seconds": min(times)}
    print(json.dumps(results))


def python_of(peer: str) -> Path:
    """Return the interpreter of a peer's environment, made on first use."""
    place = ENVIRONMENTS / peer
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    ready = place / "ready"
    if not ready.exists():
        print(f"Making an environment for {peer} …", file=sys.stderr)
        venv.create(place, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *PEERS[peer]], check=True)
        ready.touch()
    return python


def run(reader: str) -> dict[str, Result] | str:
    """Return one reader's results by text, or why there are none."""
    try:
        python = Path(sys.executable) if reader == "guildbook" else python_of(reader)
        answer = subprocess.run(
            [python, "-W", "ignore", __file__, "--reader", reader],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")} if reader == "guildbook" else None,
        )
    except subprocess.CalledProcessError as problem:
        return f"{problem}: {(problem.stderr or '').strip().splitlines()[-1:]}"
    results: dict[str, Result] = json.loads(answer.stdout.splitlines()[-1])
    return results


def expected() -> dict[str, list[tuple[Decimal, str]]]:
    """Return value and qualifier of every wanted figure, by text, in reading order."""
    rows: dict[str, list[tuple[Decimal, str]]] = defaultdict(list)
    with ROWS.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            rows[row["text"]].append((Decimal(row["value"]), row["qualifier"]))
    return rows


def score(wanted: list[tuple[Decimal, str]], results: list[Found]) -> tuple[int, int, int]:
    """Return how many rows were found, how many of those with the right qualifier, and how many results are false."""
    open_rows = list(wanted)
    found = qualified = false = 0
    for result in results:
        try:
            value = Decimal(str(result["value"]))
        except ArithmeticError:
            false += 1
            continue
        same = [row for row in open_rows if row[0] == value]
        if not same:
            false += 1
            continue
        row = next((row for row in same if row[1] == result.get("qualifier")), same[0])
        open_rows.remove(row)
        found += 1
        qualified += row[1] == result.get("qualifier")
    return found, qualified, false


def report(readers: list[str]) -> int:
    """Print the comparison and return 0 if ours meets the measure: all rows found, at most two false."""
    wanted = expected()
    total = sum(map(len, wanted.values()))
    seconds: dict[str, float] = {}
    met = True
    for reader in readers:
        answer = run(reader)
        if isinstance(answer, str):
            print(f"\n{reader}: did not run ({answer})")
            continue
        print(f"\n{reader}")
        print(f"  {'text':<32}{'found':>8}{'false':>7}{'ms':>9}")
        sums = [0, 0, 0]
        for name, result in answer.items():
            rows = wanted.get(name, [])
            scores = score(rows, result["found"])
            sums = [a + b for a, b in zip(sums, scores, strict=True)]
            print(f"  {name:<32}{scores[0]:>4}/{len(rows):<3}{scores[2]:>7}{result['seconds'] * 1000:>9.1f}")
        seconds[reader] = sum(result["seconds"] for result in answer.values())
        found, qualified, false = sums
        print(f"  recall {found}/{total} = {found / total:.3f}")
        print(f"  precision {found}/{found + false} = {found / max(1, found + false):.3f}")
        print(f"  {seconds[reader] * 1000 / len(answer):.1f} ms a text")
        if reader == "guildbook":
            print(f"  with the right qualifier {qualified}/{total}")
            met = found == qualified == total and false <= 2
    print()
    for peer, spent in seconds.items():
        if peer != "guildbook":
            print(f"time: {peer} / guildbook = {spent / seconds['guildbook']:.1f}")
    print("measure met" if met else "measure NOT met: every row with its qualifier, at most 2 false")
    return 0 if met else 1


# Labelled sentences by language: invented, written for the tests, a figure marked as {number|qualifier|what it counts}.
LABELLED = {
    "en": ["press_sentences*.txt"],
    "zh": ["zh_sentences.txt"],
    "vi": ["vietnamese_*.txt"],
    "th": ["thai_texts*.txt"],
    "lo": ["lao_texts*.txt"],
    "km": ["khmer_texts*.txt"],
    "my": ["burmese_texts*.txt"],
    "id": ["indonesian_*.txt"],
    "ms": ["malay_*.txt"],
    "fil": ["filipino_*.txt"],
}
MARK = re.compile(r"\{([^{}|=]+)(?:=[\d.]+)?\|([a-z]+)\|([^{}|]+)\}")
DIGITS = re.compile(r"\d[\d.,]*\d|\d")


WIDTHS = (8, 8, 11, 16, 11, 21)


def labelled(language: str) -> list[tuple[str, dict[int, str]]]:
    """Return the texts of a language without marks, with the qualifier of each figure by the place it begins at."""
    texts: list[tuple[str, dict[int, str]]] = []
    for pattern in LABELLED[language]:
        for path in sorted((ROOT / "tests" / "language").glob(pattern)):
            lines = [line for line in path.read_text(encoding="utf-8").split("\n") if not line.startswith("#")]
            for block in "\n".join(["", *lines]).split("\n---\n"):
                text, wanted, position = "", {}, 0
                for mark in MARK.finditer(block):
                    text += block[position : mark.start()]
                    wanted[len(text)] = mark.group(2)
                    text += mark.group(1)
                    position = mark.end()
                if wanted:
                    texts.append((text + block[position:], wanted))
    return texts


def report_languages() -> None:
    """Print recall, precision and time of the labelled sentences, by language, beside every run of digits."""
    from guildbook.language import languages, read_figures

    heads = ("figures", "recall", "precision", "digits: recall", "precision", "ms/1,000 characters")
    print(f"\n{'language':<10}" + "".join(f"{head:>{width}}" for head, width in zip(heads, WIDTHS, strict=True)))
    for language in (tag for tag in LABELLED if tag in languages()):
        wanted = right = read = bare_right = bare = characters = 0
        spent = 0.0
        # The first text loads the language's tables.
        read_figures("12", language)
        for text, figures in labelled(language):
            started = time.process_time()
            found = read_figures(text, language)
            spent += time.process_time() - started
            characters += len(text)
            wanted += len(figures)
            read += len(found)
            right += sum(figures.get(figure.start) == figure.qualifier for figure in found)
            digits = [match.start() for match in DIGITS.finditer(text)]
            bare += len(digits)
            # Digits alone know no qualifier: found is found.
            bare_right += sum(start in figures for start in digits)
        if wanted:
            print(
                f"{language:<10}{wanted:>8}{right / wanted:>8.3f}{right / max(1, read):>11.3f}"
                f"{bare_right / wanted:>16.3f}{bare_right / max(1, bare):>11.3f}{spent * 1_000_000 / characters:>21.2f}"
            )


def main() -> int:
    """Run the comparison, or, with --reader, one reader inside its own environment."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--reader", choices=sorted(READERS), help=argparse.SUPPRESS)
    arguments.add_argument("--ours", action="store_true", help="leave the peers out")
    options = arguments.parse_args()
    if options.reader:
        read_all(options.reader)
        return 0
    met = report(["guildbook"] if options.ours else list(READERS))
    report_languages()
    return met


if __name__ == "__main__":
    sys.exit(main())
