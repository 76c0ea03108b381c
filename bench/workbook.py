"""A workbook of 100,000 rows and 15 columns into the book: ours beside django-import-export, the same file and model.

    python bench/workbook.py [--rows 100000] [--peer-rows 10000] [--keep FOLDER]

Writes a seeded list of made-up programmes (key, titles in three languages, kind, field, level, languages, organisation,
steward, notes in two languages, dates, publication: 15 columns, every name made up and marked so), reads, checks and
saves it into a new book: first all of it, then the same file again, then one with a tenth of its titles changed.
Each run is a process of its own, with its own copy of the same database; rows per second are of the whole run, from the
file's bytes to the committed transaction. “CPU” compares processor time, which other work on the machine disturbs less;
memory is the process's peak, and how much of it came after Django was up.

The peer is django-import-export as it comes; with the model's checks (`clean_model_instances`), which ours always
makes; and both again with `use_bulk`. References are looked up as its widgets do, and once more from a cache
(`cached`), as its documentation advises. It writes the programmes alone; ours also enters each in the history. What
search finds them by is made after the commit: “until findable” counts the rows per second with that. The peer is given
fewer rows where a whole run would take too long; it does not get slower with more of them, as `--peer-rows 100000`
shows.
"""

import argparse
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

COLUMNS = (
    "key", "title.en", "title.zh-Hans", "title.vi", "kind", "field", "level", "languages", "organisation", "steward",
    "note.en", "note.zh-Hans", "since", "until", "status",
)  # fmt: skip
TRADES = (
    ("Railway Signalling", "铁道信号", "Tín hiệu đường sắt"),
    ("Hotel Management", "酒店管理", "Quản trị khách sạn"),
    ("Mechatronics", "机电一体化", "Cơ điện tử"),
    ("Tropical Agriculture", "热带农业", "Nông nghiệp nhiệt đới"),
    ("Automotive Technology", "汽车技术", "Công nghệ ô tô"),
    ("Logistics", "物流管理", "Quản lý hậu cần"),
    ("Traditional Medicine", "传统医药", "Y học cổ truyền"),
    ("E-commerce", "电子商务", "Thương mại điện tử"),
)
ORGANISATIONS, FIELDS = 1_000, 60
WAYS = ("plain", "checked", "bulk", "bulk checked", "bulk checked cached")
AGAIN = ("first", "again", "tenth")


def rows(count: int, seed: int = 1) -> Iterator[list[Any]]:
    """The list's rows, the same for the same seed."""
    dice = random.Random(seed)
    for n in range(count):
        english, chinese, vietnamese = dice.choice(TRADES)
        since = date(2015, 1, 1) + timedelta(days=dice.randrange(3000))
        organisation = f"synthetic-college-{dice.randrange(ORGANISATIONS)}"
        yield [
            f"synthetic-programme-{n}",
            f"Synthetic Programme {n} in {english}",
            f"合成专业{n}号（{chinese}）",
            f"Chương trình {n} về {vietnamese}",
            dice.choice(("degree", "training", "exchange")),
            f"synthetic-field-{dice.randrange(FIELDS)}",
            dice.randint(3, 7),
            dice.choice(("en, vi", "zh, en", "lo, zh, en", "th")),
            organisation,
            organisation,
            f"Entered from list {n % 97}" if n % 2 else None,
            f"来自第{n % 97}份清单" if n % 2 else None,
            since,
            (since + timedelta(days=dice.randrange(1, 2000))).isoformat() if n % 3 else "2030",
            "published",
        ]


def write_list(path: Path, count: int, changed: int = 0) -> None:
    """The list as a workbook; every `changed`-th title is another."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("programmes")
    sheet.append(COLUMNS)
    for n, row in enumerate(rows(count)):
        if changed and n % changed == 0:
            row[1] += ", revised"
        sheet.append(row)
    book.save(path)


def set_up(folder: Path) -> None:
    """Django on the database of a folder."""
    os.environ["GUILDBOOK_DATA"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "guildbook.config.settings"
    import django

    django.setup()


def make_book(folder: Path) -> None:
    """An empty book with the colleges and fields the list names."""
    set_up(folder)
    from django.core.management import call_command

    from guildbook.kit.actions import keep_many
    from guildbook.kit.actors import SYSTEM
    from guildbook.kit.documents import read_document
    from guildbook.kit.record_types import by_name

    call_command("migrate", verbosity=0)
    organisation, field = by_name("organisation"), by_name("field")
    assert organisation is not None
    assert field is not None
    colleges = [
        {
            "key": f"synthetic-college-{n}",
            "kind": "school",
            "names": [{"text": f"Synthetic College {n}", "language": "en", "kind": "official"}],
        }
        for n in range(ORGANISATIONS)
    ]
    fields = [
        {"key": f"synthetic-field-{n}", "code": f"9{n:03}", "names": {"en": f"Synthetic field {n}"}}
        for n in range(FIELDS)
    ]
    keep_many(SYSTEM, organisation, [read_document(organisation, data) for data in colleges], "bench")
    keep_many(SYSTEM, field, [read_document(field, data) for data in fields], "bench")


def ours(file: Path) -> dict[str, int]:
    """Load the file as `guildbook load` does."""
    from guildbook.imports.actions.loading import load
    from guildbook.kit.actors import SYSTEM

    tally = load(SYSTEM, [file], "bench")
    return {"added": tally.added, "changed": tally.changed, "unchanged": tally.unchanged}


def peer(file: Path, way: str) -> dict[str, int]:
    """Import the file with django-import-export."""
    from import_export.formats.base_formats import XLSX

    data = XLSX().create_dataset(file.read_bytes())
    result = peer_resource(way).import_data(data, dry_run=False, raise_errors=True, use_transactions=True)
    totals = result.totals
    return {"added": totals["new"], "changed": totals["update"], "unchanged": totals["skip"]}


def peer_resource(way: str) -> Any:
    """A resource of django-import-export for the same model and columns."""
    from import_export import fields, resources, widgets

    from guildbook.directory.models import Field, Organisation
    from guildbook.programmes.models import Programme

    refer = widgets.CachedForeignKeyWidget if "cached" in way else widgets.ForeignKeyWidget

    class OneLanguage(fields.Field):  # type: ignore[misc]  # the peer carries no types
        """One language of a language map."""

        def __init__(self, name: str, tag: str) -> None:
            super().__init__(attribute=name, column_name=f"{name}.{tag}", widget=widgets.CharWidget(allow_blank=True))
            self.tag = tag

        def save(self, instance: Any, row: Any, is_m2m: bool = False, **more: Any) -> None:
            text = self.clean(row)
            texts = dict(getattr(instance, self.attribute) or {})
            if text:
                texts[self.tag] = text
            else:
                texts.pop(self.tag, None)
            setattr(instance, self.attribute, texts)

        def get_value(self, instance: Any) -> str:
            return (getattr(instance, self.attribute) or {}).get(self.tag, "")

    class Day(widgets.CharWidget):  # type: ignore[misc]  # the peer carries no types
        """A date as this book writes it."""

        def clean(self, value: Any, row: Any = None, **more: Any) -> str:
            return str(value or "")[:10]

    class ProgrammeResource(resources.ModelResource):  # type: ignore[misc]  # the peer carries no types
        """Programmes as the list has them."""

        title_en, title_zh, title_vi = (OneLanguage("title", tag) for tag in ("en", "zh-Hans", "vi"))
        note_en, note_zh = (OneLanguage("note", tag) for tag in ("en", "zh-Hans"))
        field = fields.Field("field", "field", widget=refer(Field, "key"))
        organisation = fields.Field("organisation", "organisation", widget=refer(Organisation, "key"))
        steward = fields.Field("steward", "steward", widget=refer(Organisation, "key"))
        since = fields.Field("since", "since", widget=Day())
        until = fields.Field("until", "until", widget=Day())

        class Meta:
            model = Programme
            import_id_fields = ("key",)
            fields = (
                "key", "title_en", "title_zh", "title_vi", "kind", "field", "level", "languages", "organisation",
                "steward", "since", "until", "status", "note_en", "note_zh",
            )  # fmt: skip
            use_bulk = "bulk" in way
            batch_size = 1000
            skip_unchanged = True
            report_skipped = True
            clean_model_instances = "checked" in way

        def get_bulk_update_fields(self) -> list[str]:
            # The peer takes its own names of columns for the model's.
            return [
                "title",
                "note",
                "kind",
                "field",
                "level",
                "languages",
                "organisation",
                "steward",
                "since",
                "until",
                "status",
            ]

    return ProgrammeResource()


def run(folder: Path, who: str, file: Path) -> None:
    """One run in this process; prints what came out as JSON."""
    set_up(folder)
    import guildbook.config.urls  # noqa: F401 - what serves pages is loaded in either process

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began, worked = time.perf_counter(), time.process_time()
    tally = ours(file) if who == "ours" else peer(file, who)
    took, worked = time.perf_counter() - began, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = {**tally, "seconds": took, "worked": worked, "peak": peak / 1024, "base": before / 1024}
    if who == "ours":
        found |= findable(began)
    print(json.dumps(found))


def findable(began: float) -> dict[str, float]:
    """Have search catch up, as `guildbook load` does after the commit; seconds since the file was opened."""
    from guildbook.search.actions import catch_up
    from guildbook.search.models import Pending

    catch_up()
    assert not Pending.objects.exists()
    return {"findable": time.perf_counter() - began}


def measured(folder: Path, who: str, file: Path) -> dict[str, Any]:
    """One run in a process of its own."""
    command = [sys.executable, __file__, "--run", who, "--folder", str(folder), "--file", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{who} failed on {file.name}:\n{done.stderr[-2000:]}")
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def main() -> None:
    """Run each side in its turn and print rows per second, ratio and memory."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--peer-rows", type=int, default=10_000)
    parser.add_argument("--ways", nargs="*", default=list(WAYS), help="ways of the peer to run")
    parser.add_argument("--keep", type=Path, help="a folder to work in, kept afterwards")
    parser.add_argument("--run", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.run:
        run(asked.folder, asked.run, asked.file)
        return
    folder = asked.keep or Path(tempfile.mkdtemp(prefix="guildbook-workbook-"))
    try:
        compare(folder, asked.rows, min(asked.peer_rows, asked.rows), asked.ways)
    finally:
        if not asked.keep:
            shutil.rmtree(folder)


def compare(folder: Path, count: int, peer_count: int, ways: list[str]) -> None:
    """Every side through the three files; raises AssertionError where a side did not do what it should."""
    empty = folder / "empty"
    empty.mkdir(parents=True, exist_ok=True)
    make_book(empty)
    from django.db import connections

    connections.close_all()
    files = {}
    for rows_of_it in {count, peer_count}:
        for step, changed in (("first", 0), ("tenth", 10)):
            files[rows_of_it, step] = folder / f"{step}-{rows_of_it}.xlsx"
            write_list(files[rows_of_it, step], rows_of_it, changed)
        files[rows_of_it, "again"] = files[rows_of_it, "first"]
    size = files[count, "first"].stat().st_size / 1e6
    print(f"{count:,} rows of {len(COLUMNS)} columns, {size:.1f} MB; the peer gets {peer_count:,}")
    print(
        f"{'':26}{'run':>7}{'rows/s':>9}{'ours ×':>8}{'CPU ×':>8}{'peak MB':>9}{'above':>7}   added/changed/as before"
    )
    speeds: dict[str, tuple[float, float]] = {}
    for who in ("ours", *ways):
        book = folder / who.replace(" ", "-")
        shutil.copytree(empty, book, dirs_exist_ok=True)
        first = count if who == "ours" else peer_count
        for step in AGAIN:
            found = measured(book, who, files[first, step])
            check(step, found, first)
            speed, work = first / found["seconds"], first / found["worked"]
            mine = speeds.setdefault(step, (speed, work))
            print(
                f"{'ours' if who == 'ours' else 'import-export ' + who:26.26}{step:>7}{speed:>9,.0f}"
                f"{mine[0] / speed:>8.1f}{mine[1] / work:>8.1f}{found['peak']:>9.0f}"
                f"{found['peak'] - found['base']:>7.0f}"
                f"   {found['added']}/{found['changed']}/{found['unchanged']}"
                + (f"   until findable {first / found['findable']:,.0f} rows/s" if "findable" in found else ""),
                flush=True,
            )


def check(step: str, found: dict[str, Any], count: int) -> None:
    """Every row did what it should: nothing lost, nothing doubled."""
    tenth = -(-count // 10)
    right = {"first": (count, 0, 0), "again": (0, 0, count), "tenth": (0, tenth, count - tenth)}[step]
    assert (found["added"], found["changed"], found["unchanged"]) == right, (step, found, right)


if __name__ == "__main__":
    main()
