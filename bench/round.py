"""A round of 5,000 members and 60 indicators: opened, answered from 16 threads, approved, and asked for its figures.

    python bench/round.py [--members 5000] [--indicators 60] [--threads 16] [--keep FOLDER]

Makes a new book on SQLite with one alliance, its members (made up and called synthetic) in 14 made-up countries, and
a round whose questions each feed an indicator. Then, through the same actions the pages call: the round is opened;
every member's answers are saved and handed in by its own person, 16 threads at once, each with its own connection; all
are approved, a hundred members at a time; every indicator is asked of the alliance. Answers are seeded: what the book
holds afterwards is compared with what was sent, by count and by hash of every cell, so that nothing lost and nothing
doubled goes unseen; the figures are compared with sums made beside the book.

Times are wall time; memory is the process's peak. A thread that finds the database locked longer than its timeout of
20 s counts a retry and tries again.
"""

import argparse
import hashlib
import os
import random
import resource
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from queue import Empty, Queue
from typing import Any

COUNTRIES = 14
APPROVED_AT_ONCE = 100
MOST_RETRIES = 20


def peak() -> float:
    """The process's largest memory so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def answers_of(member: int, indicators: int) -> dict[str, tuple[str, str]]:
    """A member's answers, the same for the same member: mostly numbers, some none, some not known."""
    dice = random.Random(member)
    made = {}
    for n in range(indicators):
        throw = dice.random()
        way = "none" if throw < 0.03 else "not-known" if throw < 0.05 else "value"
        made[f"q{n}"] = (way, str(dice.randrange(1, 5000)) if way == "value" else "")
    return made


def told(rows: Iterable[Sequence[Any]]) -> str:
    """The hash of (member, question, way, value) rows, whatever their order."""
    lines = sorted("|".join(map(str, row)) for row in rows)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


class Clock:
    """Prints how long each stage took, and at what rate."""

    def __init__(self) -> None:
        self.started = time.perf_counter()

    def lap(self, what: str, count: int, unit: str) -> None:
        """Print the time since the last lap."""
        now = time.perf_counter()
        took, self.started = now - self.started, now
        print(f"{what:<34}{took:>9.1f} s {count / took:>12,.0f} {unit}/s   peak {peak():>6.0f} MiB", flush=True)


def make_book(members: int, indicators: int) -> Any:
    """Places, an alliance with members and their people, indicators, and a round in preparation."""
    from django.contrib.auth import get_user_model

    from guildbook.directory.models import Organisation
    from guildbook.kit.actions import keep_many
    from guildbook.kit.actors import SYSTEM
    from guildbook.kit.documents import read_document
    from guildbook.kit.record_types import by_name
    from guildbook.mandates.models import Mandate

    def keep_all(kind: str, documents: list[dict[str, Any]]) -> list[Any]:
        record_type = by_name(kind)
        return keep_many(SYSTEM, record_type, [read_document(record_type, one) for one in documents], "bench")

    countries = [f"synthetic-country-{n}" for n in range(COUNTRIES)]
    keep_all("place", [{"key": key, "names": {"en": key}, "kind": "country"} for key in countries])
    named = [{"text": "Synthetic alliance", "language": "en"}]
    alliance = by_name("alliance")
    alliance.save(SYSTEM, read_document(alliance, {"key": "synthetic-alliance", "names": named}), "bench")
    keys = [f"synthetic-college-{n}" for n in range(members)]
    keep_all(
        "organisation",
        [
            {
                "key": key,
                "kind": "school",
                "place": countries[n % COUNTRIES],
                "names": [{"text": key, "language": "en"}],
            }
            for n, key in enumerate(keys)
        ],
    )
    keep_all(
        "membership",
        [
            {"key": f"m-{key}", "alliance": "synthetic-alliance", "organisation": key, "state": "admitted"}
            for key in keys
        ],
    )
    definition = {"counts": [], "subjects": {}}
    keep_all(
        "indicator",
        [
            {"key": f"synthetic-{n}", "title": {"en": f"Synthetic {n}"}, "text": {"en": "Made up."},
             "theme": "learners", "definition": definition}
            for n in range(indicators)
        ],
    )  # fmt: skip
    user_model = get_user_model()
    people = user_model.objects.bulk_create([user_model(username=key, email=f"{key}@example.org") for key in keys])
    pks = dict(Organisation.objects.values_list("key", "pk"))
    term = {"duty": "lead", "since": date(2020, 1, 1), "given_by": "bench"}
    Mandate.objects.bulk_create([Mandate(user=user, organisation_id=pks[user.username], **term) for user in people])
    questions = [
        {"code": f"q{n}", "text": {"en": f"Synthetic {n}"}, "kind": "whole", "about": "organisation", "need": "needed",
         "indicator": f"synthetic-{n}", "least": 0, "jump": 50}
        for n in range(indicators)
    ]  # fmt: skip
    return keep_all(
        "round",
        [
            {"key": "synthetic-round", "title": {"en": "Synthetic year"}, "alliance": "synthetic-alliance",
             "period": "2025", "deadline": "2030-03-31", "questions": questions}
        ],
    )[0]  # fmt: skip


def submit_all(submissions: list[Any], indicators: int, threads: int) -> tuple[int, list[str]]:
    """Save and hand in every member's answers from many threads; returns retries and failures."""
    waiting: Queue[Any] = Queue()
    for each in submissions:
        waiting.put(each)
    told_by_all: list[tuple[int, list[str]]] = []
    users = people_by_name()
    crew = [
        threading.Thread(target=lambda: told_by_all.append(work_through(waiting, users, indicators)))
        for __ in range(threads)
    ]
    for thread in crew:
        thread.start()
    for thread in crew:
        thread.join()
    return sum(retries for retries, __ in told_by_all), [
        failure for __, failures in told_by_all for failure in failures
    ]


def work_through(waiting: Queue[Any], users: dict[str, int], indicators: int) -> tuple[int, list[str]]:
    """One thread's work: take a member, answer, hand in, until none is left."""
    from django.db import OperationalError, connection

    retries, failures = 0, []
    while True:
        try:
            submission = waiting.get_nowait()
        except Empty:
            connection.close()
            return retries, failures
        for __ in range(MOST_RETRIES):
            try:
                answer_one(submission, users, indicators)
                break
            except OperationalError:
                retries += 1
            except Exception as error:  # noqa: BLE001 - whatever fails is told and ends the run
                failures.append(repr(error))
                break
        else:
            failures.append(f"{submission.organisation.key}: the database stayed locked")


def answer_one(submission: Any, users: dict[str, int], indicators: int) -> None:
    """One member's answers, saved and handed in as its own person would."""
    from guildbook.kit.actors import actor_for
    from guildbook.rounds.actions import Typed, save_answers, submit
    from guildbook.rounds.checks import Cell

    key = submission.organisation.key
    actor = actor_for(key, users[key])
    typed = answers_of(int(key.rpartition("-")[2]), indicators)
    said = {Cell(code): Typed(way, text, seen=0) for code, (way, text) in typed.items()}
    save_answers(actor, submission, said)
    submit(actor, submission)


def people_by_name() -> dict[str, int]:
    """Every person's primary key by user name."""
    from django.contrib.auth import get_user_model

    return dict(get_user_model().objects.values_list("username", "pk"))


def verify_answers(members: int, indicators: int) -> None:
    """Compare what the book holds with what was sent, by count and by hash."""
    from guildbook.rounds.models import Entry, Submission

    held = list(
        Entry.objects.filter(current=True).values_list("submission__organisation__key", "question", "answer", "value")
    )
    sent = [
        (f"synthetic-college-{n}", code, way, text)
        for n in range(members)
        for code, (way, text) in answers_of(n, indicators).items()
    ]
    submitted = Submission.objects.filter(state="submitted").count()
    print(
        f"  sent {len(sent):,}, held {len(held):,}, entries in all {Entry.objects.count():,}, handed in {submitted:,}"
    )
    same = told(sent) == told(held)
    print(
        f"  hash of what was sent {told(sent)[:16]}, of what is held {told(held)[:16]}: {'same' if same else 'DIFFERS'}"
    )
    if not same or len(sent) != Entry.objects.count() or submitted != members:
        sys.exit("answers were lost, doubled or changed")


def verify_figures(figures: list[Any], members: int, indicators: int) -> None:
    """Compare each figure with the sum made beside the book."""
    sums = [Decimal(0)] * indicators
    for n in range(members):
        for place, (way, text) in enumerate(answers_of(n, indicators).values()):
            sums[place] += Decimal(text) if way == "value" else 0
    wrong = [n for n, figure in enumerate(figures) if Decimal(figure.value or 0) != sums[n]]
    print(f"  {len(figures)} figures, {len(figures) - len(wrong)} equal to the sums made beside the book")
    unknown = sum(not one.known for one in figures[0].beside)
    print(f"  the first: {figures[0].text} of {len(figures[0].returns):,} returns, {unknown} not known")
    if wrong:
        sys.exit("figures differ")


def run(members: int, indicators: int, threads: int) -> None:
    """All stages, each told and verified."""
    from guildbook.figures.queries import Question, ask_many
    from guildbook.kit.actors import PUBLIC, SYSTEM
    from guildbook.rounds.actions import approve, open_round
    from guildbook.rounds.models import Return, Submission

    clock, cells = Clock(), members * indicators
    held = make_book(members, indicators)
    clock.lap("the book made", members, "members")
    open_round(SYSTEM, held)
    clock.lap("opened", members, "members")
    found = Submission.objects.select_related("round__alliance", "organisation")
    submissions = list(found.order_by("pk"))
    retries, failures = submit_all(submissions, indicators, threads)
    clock.lap(f"answered from {threads} threads", cells, "answers")
    print(f"  {retries} retries on a locked database, {len(failures)} failures {failures[:3]}")
    if failures:
        sys.exit("some answers could not be handed in")
    verify_answers(members, indicators)
    clock.lap("(verified)", cells, "answers")
    for start in range(0, members, APPROVED_AT_ONCE):
        approve(SYSTEM, submissions[start : start + APPROVED_AT_ONCE])
    clock.lap("approved", cells, "answers")
    print(f"  {Return.objects.count():,} returns")
    questions = [Question(f"synthetic-{n}", "alliance:synthetic-alliance") for n in range(indicators)]
    figures = ask_many(PUBLIC, questions)
    clock.lap("the full set of figures", indicators, "figures")
    verify_figures(figures, members, indicators)
    ask_many(PUBLIC, questions[:1])
    clock.lap("(verified; one figure more)", 1, "figures")


def main() -> None:
    """Read the arguments, make a book of its own, and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--members", type=int, default=5000)
    parser.add_argument("--indicators", type=int, default=60)
    parser.add_argument("--threads", type=int, default=16)
    parser.add_argument("--keep", type=Path, help="leave the book in this folder")
    asked = parser.parse_args()
    room = asked.keep or Path(tempfile.mkdtemp(prefix="guildbook-round-"))
    room.mkdir(parents=True, exist_ok=True)
    os.environ["GUILDBOOK_DATA"] = str(room)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guildbook.config.settings")
    import django
    from django.core.management import call_command

    django.setup()
    try:
        call_command("migrate", verbosity=0)
        print(f"{asked.members:,} members × {asked.indicators} indicators, {asked.threads} threads, SQLite", flush=True)
        run(asked.members, asked.indicators, asked.threads)
    finally:
        if asked.keep is None:
            shutil.rmtree(room, ignore_errors=True)


if __name__ == "__main__":
    main()
