"""`guildbook imports`: the work on one file, started by the page that follows it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from guildbook.imports.actions.checking import actor_behind, work
from guildbook.imports.models import Import, State


class Command(BaseCommand):
    """Check or keep a file somebody sent, as its state says."""

    help = "Check or keep a long file that somebody sent on /imports/; the page starts this by itself."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the file, the reason and the language of what is said."""
        parser.add_argument("number", type=int, help="the number in the file's address, /imports/NUMBER")
        parser.add_argument("--why", default="", help="reason, for the history")
        parser.add_argument("--language", default="en", help="language of what is said of the rows")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do the work and say how it ended."""
        imported = Import.objects.filter(pk=options["number"]).select_related("user").first()
        if imported is None:
            raise CommandError(f"there is no file {options['number']}")
        if imported.state not in (State.CHECKING, State.KEEPING):
            raise CommandError(f"nothing is to be done with file {imported.pk}: it is {imported.state}")
        work(imported, actor_behind(imported), options["why"], options["language"])
        self.stdout.write(f"{imported.pk}: {imported.state} {imported.error}".strip())
