"""`guildbook search WORDS`: what the book has, on the command line."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from guildbook.faces.details import url_of
from guildbook.kit.actors import PUBLIC
from guildbook.kit.texts import pick
from guildbook.search.api import answer_to
from guildbook.search.queries import Found, Hit, Question, find, hits


class Command(BaseCommand):
    """Search as the public page does."""

    help = "Find records by words in any language, their sound, their spelling or their meaning."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the words and how to narrow them."""
        parser.add_argument("words", nargs="+", help="what to look for")
        parser.add_argument("--kind", default="", help="only this kind of record, such as unit")
        parser.add_argument("--country", default="", help="only records of this country, by key")
        parser.add_argument("--field", default="", help="only records of this field of education, by key")
        parser.add_argument("--limit", type=int, default=20, help="results to print; 20 by default")
        parser.add_argument("--json", action="store_true", help="print JSON, as /api/search answers")

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask and print."""
        words = " ".join(options["words"])
        found = find(PUBLIC, Question(words, options["kind"], options["country"], options["field"]))
        limit = max(1, options["limit"])
        if options["json"]:
            answer = answer_to(PUBLIC, found, 0, limit)
            self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1))
            return
        for text in found.meant:
            self.stdout.write(f"did you mean: {text}")
        for hit in hits(PUBLIC, found.asked, found.matches[:limit]):
            self.stdout.write(line_of(hit))
        self.stdout.write(summary_of(found))


def line_of(hit: Hit) -> str:
    """A result as one line: its name, its address, and why it was found."""
    name = pick(hit.record.label()).text or hit.record.key
    score = f" {hit.match.score:.2f}" if hit.reason == "meaning" else ""
    piece = "" if hit.text == name else f": {' '.join(hit.text.split())}"
    return f"{name}  {url_of(hit.record)}  ({hit.reason}{score}{piece})"


def summary_of(found: Found) -> str:
    """How many were found, and whether meaning was looked at in full."""
    total = f"{'more than ' if found.more else ''}{len(found.matches)} records"
    if found.progress is None or found.progress.complete:
        return total
    return f"{total}; meaning: {found.progress.ready} of {found.progress.total} records ready"
