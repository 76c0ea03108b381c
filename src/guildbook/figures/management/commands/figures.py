"""`guildbook figures`: every figure of the book with its value, witness mark, records and claims."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from guildbook.figures.queries import (
    Figure,
    FigureError,
    Question,
    ask_many,
    every_figure,
    headline_data,
    indicators,
    read_day,
)
from guildbook.kit.actors import PUBLIC
from guildbook.kit.format import number_text

MARKS = {"rec": "●", "rep": "◐", "cla": "○", "dif": "▲", "none": " "}


class Command(BaseCommand):
    """List every indicator, asked of the whole book and of the subjects that sources or members speak of."""

    help = "List all figures: mark, value, records, claims. ● on record ◐ reported ○ published ▲ sources differ"

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the day, the subject and the form of the answer."""
        parser.add_argument("--at", default="", help="as of a day, month or year, such as 2023-08-31")
        parser.add_argument("--subject", default="", help="ask every indicator of one subject, such as place:guangxi")
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask and print."""
        try:
            figures = self._figures(options["at"], options["subject"])
        except FigureError as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            data = [{**headline_data(figure), "claims": len(figure.claims)} for figure in figures]
            self.stdout.write(json.dumps({"figures": data}, ensure_ascii=False, indent=1))
            return
        for figure in figures:
            self.stdout.write(_line(figure))

    def _figures(self, at: str, subject: str) -> list[Figure]:
        day = read_day(at)
        if subject:
            return ask_many(PUBLIC, [Question(indicator.key, subject, day) for indicator in indicators(PUBLIC)])
        return every_figure(PUBLIC, day)


def _line(figure: Figure) -> str:
    """One figure on one line: mark, value, what it is, what stands behind it."""
    subject = figure.asked.question.subject
    about = f" [{subject}]" if subject else ""
    head = f"{MARKS[figure.mark]} {figure.text:>12}  {figure.asked.indicator.key}{about}"
    behind = []
    if figure.on_record is not None:
        behind.append(_("%(n)s on record") % {"n": number_text(figure.on_record)})
    if figure.missing:
        behind.append(_("%(n)s missing") % {"n": number_text(figure.missing)})
    behind += [f"{claim.source_key} {_verdict(claim.verdict.key)}" for claim in figure.claims]
    return f"{head:<70} {'; '.join(behind)}"


def _verdict(key: str) -> str:
    return {"agrees": _("agrees"), "differs": _("differs"), "incomparable": _("cannot be compared")}[key]
