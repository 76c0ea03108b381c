"""`guildbook names QUERIES CANDIDATES`: which names of one file the names of another may mean."""

import json
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from guildbook.language.decoding import UndecodableText, decode, plain
from guildbook.language.naming import Candidate, NameBook
from guildbook.language.vectors import DamagedStoreError, FileStore, MemoryStore

# Longer than any name: a file with such lines is no list of names.
_LONGEST = 500
_TOLD_FROM = 200  # texts; fewer are embedded before one has read how many
_LIMIT = 10


class Command(BaseCommand):
    """Find for each name of one file those of another that may mean the same, without touching the book."""

    help = (
        "For each name in QUERIES, find the names in CANDIDATES that may mean the same organisation: translated, "
        "transliterated, abbreviated or misspelt. Both are files with one name a line, in any language. With --json, "
        'print a list, one item a line of QUERIES: {"query", "line", "candidates": [{"name", "line", "score", '
        '"reason", "sure"}]}; lines count from 0, the best candidate stands first, a name that stands on several '
        'lines is given once, with "lines".'
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the two files and the form of the answer."""
        parser.add_argument("queries", help="a text file, one name a line, or - for standard input")
        parser.add_argument("candidates", help="a text file, one name a line, or - for standard input")
        parser.add_argument("--json", action="store_true", help="print JSON")
        parser.add_argument("--limit", type=int, default=_LIMIT, help="how many candidates for each name (10)")
        parser.add_argument("--cache", metavar="FILE", help="keep embeddings in this file for the next time")
        parser.add_argument(
            "--quick", action="store_true", help="leave meaning aside: no embeddings, seconds in place of minutes"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Read both files, match, print."""
        if options["queries"] == options["candidates"] == "-":
            raise CommandError("only one of the two files can come from standard input")
        if options["limit"] < 1:
            raise CommandError("--limit must be 1 or more")
        queries, candidates = read_names(options["queries"]), read_names(options["candidates"])
        rows: dict[str, list[int]] = {}
        for line, name in enumerate(candidates):
            if name:
                rows.setdefault(name, []).append(line)
        found = self._matched(queries, rows, options)
        answers = [
            Answer(name, line, tuple(best)) for line, (name, best) in enumerate(zip(queries, found, strict=True))
        ]
        if options["json"]:
            data = [answer.data(rows) for answer in answers]
            self.stdout.write(json.dumps(data, ensure_ascii=False, indent=1))
            return
        for answer in answers:
            if answer.name:
                self.stdout.write(answer.told())

    def _matched(self, queries: list[str], rows: dict[str, list[int]], options: Any) -> list[list[Candidate]]:
        entries = [(name, lines[0]) for name, lines in rows.items()]
        if options["quick"]:
            return NameBook(entries).match_all(queries, options["limit"])
        try:
            with closing(MemoryStore() if options["cache"] is None else FileStore(options["cache"])) as store:
                book = NameBook(entries, store=store, progress=self._tell)
                return book.match_all(queries, options["limit"], progress=self._tell)
        except DamagedStoreError as error:
            raise CommandError(str(error)) from error

    def _tell(self, done: int, total: int) -> None:
        """Say on standard error how far embedding has come, about every tenth."""
        if total >= _TOLD_FROM and (done == total or done * 10 // total != (done - 32) * 10 // total):
            self.stderr.write(f"embedding {done:,} of {total:,} names")
            self.stderr.flush()


@dataclass(frozen=True, slots=True)
class Answer:
    """A name that was asked for, its line from 0, and its candidates."""

    name: str
    line: int
    candidates: tuple[Candidate, ...]

    def data(self, rows: dict[str, list[int]]) -> dict[str, Any]:
        """Return the answer as JSON data."""
        return {
            "query": self.name,
            "line": self.line,
            "candidates": [_as_data(one, rows[one.name]) for one in self.candidates],
        }

    def told(self) -> str:
        """Return the answer as lines for reading."""
        head = f"{self.name} (line {self.line + 1})"
        lines = [
            f"  {one.score:4.2f}{'!' if one.sure else ' '} {one.name} ({', '.join(one.reasons)})"
            for one in self.candidates
        ]
        return "\n".join([head, *(lines or ["  nothing like it"]), ""])


def _as_data(one: Candidate, lines: list[int]) -> dict[str, Any]:
    data = {
        "name": one.name,
        "line": lines[0],
        "score": one.score,
        "reason": ", ".join(one.reasons),
        "sure": one.sure,
    }
    return data | {"lines": lines} if len(lines) > 1 else data


def read_names(argument: str) -> list[str]:
    """Return the names of a file by line, cleaned of what is not seen; empty lines stay, but for those at the end.

    Raises CommandError in one line for a file that is missing, no text, empty, or no list of names.
    """
    try:
        data = sys.stdin.buffer.read() if argument == "-" else Path(argument).read_bytes()
    except FileNotFoundError as error:
        raise CommandError(f"{argument}: there is no such file") from error
    except OSError as error:
        raise CommandError(f"{argument}: cannot be read ({error.strerror})") from error
    try:
        text = decode(data).text
    except UndecodableText as error:
        raise CommandError(f"{argument}: {error}") from error
    names = [plain(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    while names and not names[-1]:
        names.pop()
    if not any(names):
        raise CommandError(f"{argument}: there is no name in it; give one name a line")
    for line, name in enumerate(names):
        if len(name) > _LONGEST:
            length = f"line {line + 1} has {len(name):,} characters, and a name has {_LONGEST} at most"
            raise CommandError(f"{argument}: {length}; give one name a line")
    return names
