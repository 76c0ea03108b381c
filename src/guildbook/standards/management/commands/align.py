"""`guildbook align A B`: which items of two lists say the same."""

import json
import re
import sys
import unicodedata
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from guildbook.language.aligning import Alignment, Pair, align
from guildbook.language.aligning.listing import Listed, NoItemsError, read_items
from guildbook.language.detection import detect_language
from guildbook.language.vectors import DamagedStoreError, FileStore, MemoryStore

_TOLD_FROM = 200  # texts; fewer are embedded before one has read how many
_WIDTH = 44
# What may name a standard without the word before it.
PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:@.+)?")


class Command(BaseCommand):
    """Align two lists of items in any two languages: files, without touching the book, or versions in the book."""

    help = (
        "Align two files, one item a line (or number, tab, text), or two versions of standards in the book, written "
        "standard:KEY@VERSION, in any two languages: which items say the same."
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the two lists and the form of the answer."""
        parser.add_argument(
            "a",
            help="a text file, one item a line; - for standard input; or a version in the book: standard:KEY@VERSION",
        )
        parser.add_argument("b", help="the other text file or version")
        parser.add_argument("--json", action="store_true", help="print JSON; lines count from 0")
        parser.add_argument("--many", action="store_true", help="also further partners, of items split or joined")
        parser.add_argument("--cache", metavar="FILE", help="keep embeddings in this file for the next time")
        parser.add_argument(
            "--save", action="store_true", help="keep the proposals in the book, where staff review them"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Read both lists, align them, print."""
        if options["a"] == options["b"] == "-":
            raise CommandError("only one of the two lists can come from standard input")
        first, second = (in_book(options[name]) for name in ("a", "b"))
        if options["save"]:
            if first is None or second is None:
                raise CommandError("--save needs two versions in the book, written standard:KEY@VERSION")
            self._save(first, second)
            return
        one = side(options["a"]) if first is None else first.side()
        two = side(options["b"]) if second is None else second.side()
        if first is not None and second is not None and options["cache"] is None:
            found = self._aligned_in_book(one.listed, two.listed)
        else:
            found = self._aligned(one.listed, two.listed, options["cache"])
        if options["json"]:
            self.stdout.write(json.dumps(as_data(one.listed, two.listed, found, many=options["many"])))
            return
        for line in as_table(one, two, found, many=options["many"]):
            self.stdout.write(line)

    def _aligned(self, one: Listed, two: Listed, cache: str | None) -> Alignment:
        try:
            with closing(MemoryStore() if cache is None else FileStore(cache)) as store:
                return align(
                    one.texts,
                    two.texts,
                    store=store,
                    numbers_a=one.numbers,
                    numbers_b=two.numbers,
                    progress=self._tell,
                )
        except DamagedStoreError as error:
            raise CommandError(str(error)) from error

    def _aligned_in_book(self, one: Listed, two: Listed) -> Alignment:
        """Align two versions with the vectors the book keeps."""
        from guildbook.search.vectors import BookStore  # noqa: PLC0415 - two files are aligned without a database

        return align(
            one.texts,
            two.texts,
            store=BookStore(),
            numbers_a=one.numbers,
            numbers_b=two.numbers,
            progress=self._tell,
        )

    def _save(self, first: "InBook", second: "InBook") -> None:
        """Keep the alignment, if the book has none of the two, and what is proposed, which nobody has reviewed."""
        from guildbook.kit.actors import SYSTEM  # noqa: PLC0415 - two files are aligned without a database
        from guildbook.kit.documents import DocumentError  # noqa: PLC0415 - the same
        from guildbook.standards.actions.proposing import (  # noqa: PLC0415 - the same
            begin_alignment,
            propose_with_progress,
        )

        try:
            alignment = begin_alignment(SYSTEM, first.found, second.found, "guildbook align")
        except DocumentError as error:
            raise CommandError("; ".join(fault.message for fault in error.faults)) from error
        count = propose_with_progress(SYSTEM, alignment)
        self.stdout.write(f"{count} proposals, not reviewed: /alignments/{alignment.key}")

    def _tell(self, done: int, total: int) -> None:
        """Say how far embedding has come: on one line of a terminal, else about every tenth."""
        if total < _TOLD_FROM:
            return
        if sys.stderr.isatty():
            self.stderr.write(f"\rembedding {done:,} of {total:,} texts", ending="\n" if done == total else "")
        elif done == total or done * 10 // total != (done - 32) * 10 // total:
            self.stderr.write(f"embedding {done:,} of {total:,} texts")
        self.stderr.flush()


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two lists: what to call it, its items, and the language of them."""

    name: str
    listed: Listed
    language: str


@dataclass(frozen=True, slots=True)
class InBook:
    """A version of a standard in the book."""

    name: str
    found: Any

    def side(self) -> Side:
        """Its items as a list: their places count from 0, as lines of a file do."""
        from guildbook.standards.queries.items import ordered  # noqa: PLC0415 - needs the database

        standard, version = self.found
        items = ordered(standard.items.filter(version=version))
        if not items:
            raise CommandError(f"{self.name}: this version has no items")
        texts, numbers = tuple(item.text for item in items), tuple(item.number for item in items)
        listed = Listed(texts=texts, numbers=numbers, lines=tuple(range(len(items))))
        language = next((held.language for held in standard.versions.all() if held.name == version), "")
        return Side(self.name, listed, language or detect_language("\n".join(texts)).language)


def in_book(argument: str) -> InBook | None:
    """The version in the book an argument names: standard:KEY@VERSION, or plain where there is no such file."""
    named = argument.startswith("standard:")
    if not named and (argument == "-" or Path(argument).exists() or not PLAIN.fullmatch(argument)):
        return None
    from django.db import DatabaseError  # noqa: PLC0415 - two files are aligned without a database

    from guildbook.kit.actors import SYSTEM  # noqa: PLC0415 - the same
    from guildbook.standards.queries import find_version  # noqa: PLC0415 - the same

    try:
        found = find_version(SYSTEM, argument)
    except DatabaseError as error:
        if not named:  # there is no book here, so it can only have been meant as a file
            return None
        raise CommandError(f"{argument}: the book cannot be read ({error})") from error
    if found is None and named:
        raise CommandError(f"{argument}: the book has no such version")
    return None if found is None else InBook(argument, found)


def side(argument: str) -> Side:
    """Return the list an argument names: a file, or standard input."""
    try:
        data = sys.stdin.buffer.read() if argument == "-" else Path(argument).read_bytes()
    except FileNotFoundError as error:
        raise CommandError(f"{argument}: there is no such file") from error
    except OSError as error:
        raise CommandError(f"{argument}: cannot be read ({error.strerror})") from error
    try:
        listed = read_items(data)
    except NoItemsError as error:
        raise CommandError(f"{argument}: {error}") from error
    return Side(argument, listed, detect_language("\n".join(listed.texts)).language)


def as_data(one: Listed, two: Listed, found: Alignment, *, many: bool) -> dict[str, Any]:
    """Return the answer as JSON data; items are named by their lines, from 0."""

    def line(pair: Pair) -> dict[str, Any]:
        return {"a": one.lines[pair.a], "b": two.lines[pair.b], "score": pair.score}

    data: dict[str, Any] = {
        "pairs": [line(pair) for pair in found.pairs],
        "a_only": [one.lines[item] for item in found.a_only],
        "b_only": [two.lines[item] for item in found.b_only],
    }
    if many:
        data["more"] = [line(pair) for pair in found.more]
    return data


def as_table(one: Side, two: Side, found: Alignment, *, many: bool) -> list[str]:
    """Return the answer as lines for reading: pairs by score, then what stands alone."""
    manner = "in the same order" if found.ordered else "in another order"
    head = f"A: {one.name} ({one.language}, {len(one.listed.texts)} items)"
    lines = [head, f"B: {two.name} ({two.language}, {len(two.listed.texts)} items), {manner}", ""]
    listings = [(f"{len(found.pairs)} pairs", found.pairs)]
    if many:
        listings.append((f"{len(found.more)} further partners", found.more))
    for title, pairs in listings:
        lines.append(title)
        lines += [f"{pair.score:5.2f}  {_told(one, pair.a)}  {_told(two, pair.b)}".rstrip() for pair in pairs]
        lines.append("")
    for name, which, items in (("A", one, found.a_only), ("B", two, found.b_only)):
        lines.append(f"{len(items)} only in {name}")
        lines += [f"       {_told(which, item)}".rstrip() for item in items]
        lines.append("")
    return lines[:-1]


def _told(which: Side, item: int) -> str:
    """An item in one cell: its number, or its line counted from 1, and as much of its text as fits."""
    number = which.listed.numbers[item] or f"line {which.listed.lines[item] + 1}"
    return _fitted(f"{number:<9} {which.listed.texts[item] or '(no text)'}")


def _fitted(text: str) -> str:
    """Cut or fill a text to the width of a cell; wide characters take two places, marks none."""
    kept, width = "", 0
    for character in text:
        wide = _places(character)
        if width + wide > _WIDTH - 1:
            return f"{kept}…" + " " * (_WIDTH - width - 1)
        kept += character
        width += wide
    return kept + " " * (_WIDTH - width)


def _places(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
