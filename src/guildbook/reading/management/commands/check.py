"""`guildbook check FILE`: a press text against the book. Without a file it is Django's own system check."""

import json
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.core.management.commands.check import Command as SystemCheck

from guildbook.kit.actors import PUBLIC
from guildbook.kit.format import number_text
from guildbook.reading.management.commands.read import line_of
from guildbook.reading.queries import CheckedFigure, NoBookError, TextError, check_text, text_in

# Options of Django's check that mean the system check even beside a name.
_SYSTEM = ("deploy", "list_tags", "tags", "databases")


class Command(SystemCheck):
    """Check the figures of a text against the book; with --deploy, --tag or no file at all, check the installation."""

    help = "Check the figures of a press text against the book (- is standard input). Without a file: the system check."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the form of the answer beside Django's own arguments; the file is their positional one."""
        super().add_arguments(parser)
        parser.add_argument("--json", action="store_true", help="print JSON (with FILE)")

    def handle(self, *app_labels: Any, **options: Any) -> None:
        """Check one text, or hand over to the system check."""
        as_json = options.pop("json", False)
        if not app_labels or any(options.get(name) for name in _SYSTEM):
            super().handle(*app_labels, **options)
            return
        if len(app_labels) > 1:
            raise CommandError("one text at a time, please")
        try:
            checked = check_text(PUBLIC, text_in(app_labels[0]))
        except (TextError, NoBookError) as error:
            raise CommandError(str(error)) from error
        if as_json:
            self.stdout.write(json.dumps(checked.data(), ensure_ascii=False, indent=1))
            return
        for figure in checked.figures:
            self.stdout.write(f"{_verdict(figure):<10} {line_of(figure)}")
            if detail := _detail(figure):
                self.stdout.write(f"{'':<10} {detail}")
        counts = ", ".join(f"{checked.count(key)} {words}" for key, words in _WORDS.items())
        self.stdout.write(f"{len(checked.figures)} figures: {counts}")


_WORDS = {"agrees": "agree", "differs": "differ", "unknown": "unknown"}


def _verdict(figure: CheckedFigure) -> str:
    return figure.answer.verdict if figure.answer else ""


def _detail(figure: CheckedFigure) -> str:
    answer = figure.answer
    if answer is None:
        return ""
    by = f"by {number_text(answer.difference)}" if answer.difference is not None else ""
    source = f"{answer.claim.source}, {answer.claim.locator}" if answer.claim else ""
    return " · ".join(part for part in (by, answer.reason, source, answer.url) if part)
