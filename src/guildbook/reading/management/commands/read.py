"""`guildbook read FILE`: the figures of a press text."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from guildbook.figures.verdicts import hedged
from guildbook.kit.actors import PUBLIC
from guildbook.kit.format import date_text
from guildbook.reading.queries import CheckedFigure, TextError, read_text, text_in


class Command(BaseCommand):
    """List the figures of a text: value, qualifier, what is counted, of whom, when, and where it stands."""

    help = "List the figures of a press text. FILE may be - for standard input."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the file and the form of the answer."""
        parser.add_argument("file", help="a text file in any usual encoding, or - for standard input")
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read and print."""
        try:
            read = read_text(PUBLIC, text_in(options["file"]))
        except TextError as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps(read.data(), ensure_ascii=False, indent=1))
            return
        for figure in read.figures:
            self.stdout.write(line_of(figure))
        self.stdout.write(f"{len(read.figures)} figures")


def line_of(figure: CheckedFigure) -> str:
    """A figure as one line: what it says, of whom, when, and where in the text."""
    one = figure.read
    counts = " ".join(one.counts.split())
    unit = {"percent": " %"}.get(one.unit or "", "")
    about = [part for part in (one.subject, date_text(one.date or "")) if part]
    where = f"paragraph {one.paragraph}, characters {one.start}–{one.end}"
    return (
        f"{hedged(one.value, one.qualifier)}{unit} {counts}"
        + (f" [{', '.join(about)}]" if about else "")
        + f" ({where})"
    )
