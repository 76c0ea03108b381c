"""All figures of a synthetic book: the engine against hand-written SQL on the same database.

    python bench/figures.py [FOLDER] [--seed 1] [--repeat 5] [--total]

Every standard indicator is asked of the whole book, by its breakdowns and, where it can be, of each of the 200
alliances: value, witness mark, what is on record and what is reported. The yardstick (by_hand.py) is SQL written for
each indicator, with the same arithmetic over claims in plain Python. Every answer must be equal, and the engine may
take at most 1.3 times as long in total.
Both sides run in turn; the medians of the repeats' processor time count.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import synthetic

LIMIT = 1.3
Answers = dict[tuple[str, str, str], Any]
Run = Callable[[str], Answers]


def engine_run(keys: list[str], alliances: list[str]) -> Answers:
    """Indicators through the engine: whole book, breakdowns, alliances."""
    from guildbook.figures.definitions import read_definition, subject_kinds
    from guildbook.figures.models import Indicator
    from guildbook.figures.queries import Question, ask_many, breakdowns_of
    from guildbook.kit.actors import PUBLIC

    answers: Answers = {}
    for figure in ask_many(PUBLIC, [Question(key) for key in keys]):
        key = figure.asked.indicator.key
        answers[key, "whole", ""] = figure.on_record
        for breakdown in breakdowns_of(PUBLIC, figure, most=100_000):
            answers.update({(key, breakdown.facet, bar.key): bar.number for bar in breakdown.bars})
    definitions = Indicator.objects.filter(key__in=keys).values_list("key", "definition")
    asked = [key for key, definition in definitions if "alliance" in subject_kinds(read_definition(definition))]
    questions = [Question(key, f"alliance:{alliance}") for key in asked for alliance in alliances]
    for question, figure in zip(questions, ask_many(PUBLIC, questions), strict=True):
        answers[question.indicator, question.subject, "headline"] = (
            figure.value, figure.mark, figure.on_record, figure.reported,
        )  # fmt: skip
    return answers


def sql_run(keys: list[str], alliances: list[str]) -> Answers:
    """The same by hand."""
    import by_hand

    answers: Answers = {}
    for key in keys:
        answers.update(by_hand.answers(key, alliances, datetime.now(UTC).date()))  # the engine's “today”
    return answers


def timed(run: Callable[[], Answers]) -> tuple[float, Answers]:
    """Processor seconds and answers of one run; SQLite works in this process, other programs do not disturb."""
    began = time.process_time()
    answers = run()
    return time.process_time() - began, answers


def main() -> int:
    """Measure, print, and fail when an answer differs or the limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path(tempfile.gettempdir()) / "guildbook-synthetic")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--total", action="store_true", help="leave the table of single indicators out")
    chosen = parser.parse_args()
    synthetic.build(chosen.folder, chosen.seed)

    from guildbook.directory.models import Organisation
    from guildbook.figures.queries import indicators
    from guildbook.kit.actors import PUBLIC

    alliances = list(
        Organisation.objects.filter(kind="alliance")
        .exclude(status="draft")
        .order_by("pk")
        .values_list("key", flat=True)
    )
    keys = [indicator.key for indicator in indicators(PUBLIC)]
    print(f"{'indicator, asked alone':40} {'engine':>9} {'SQL':>9} {'ratio':>6} {'answers':>8}")
    wrong = 0
    for key in () if chosen.total else keys:
        wrong += measure([key], alliances, key, 3)[1]
    ratio, differing = measure(keys, alliances, "all figures at once", chosen.repeat)
    wrong += differing
    print(f"{wrong} answers differ; ratio {ratio:.2f}, the limit is {LIMIT}")
    return 1 if wrong or ratio > LIMIT else 0


def measure(keys: list[str], alliances: list[str], label: str, repeat: int) -> tuple[float, int]:
    """Ratio of the medians, both sides in turn, and how many answers differ."""
    engine, sql, wrong, count = [], [], 0, 0
    for turn in range(repeat + 1):
        ours, answers = timed(lambda: engine_run(keys, alliances))
        theirs, expected = timed(lambda: sql_run(keys, alliances))
        if turn:  # the first round warms caches and compares answers
            engine.append(ours)
            sql.append(theirs)
        else:
            wrong, count = compare(answers, expected), len(expected)
    one, other = statistics.median(engine), statistics.median(sql)
    print(f"{label:40} {one * 1000:7.1f}ms {other * 1000:7.1f}ms {one / other:6.2f} {count:8}")
    return one / other, wrong


def compare(answers: Answers, expected: Answers) -> int:
    """Print where two sides differ; return how often."""
    wrong = 0
    for question in sorted({*answers, *expected}):
        if answers.get(question) != expected.get(question):
            wrong += 1
            if wrong <= 3:
                print(f"  {question}: engine {answers.get(question)}, SQL {expected.get(question)}")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
