"""`guildbook load`: documents from files into the book."""

import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from guildbook.imports.actions.loading import LoadError, load
from guildbook.kit.actors import SYSTEM
from guildbook.search.actions import catch_up

STANDARD = Path(__file__).resolve().parents[3] / "figures" / "indicators.yaml"


class Command(BaseCommand):
    """Load files or folders, all of them or none; loading again changes nothing."""

    help = "Load .yaml, .xlsx or .csv files, or folders of them, into the book. All or nothing; again is a no-op."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the paths and the reason."""
        parser.add_argument("paths", nargs="*", type=Path, help="files or folders; the standard indicators come first")
        parser.add_argument("--preview", action="store_true", help="say what would change and save nothing")
        parser.add_argument("--why", default="loaded from files", help="reason, for the history")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and say what changed."""
        began = time.perf_counter()
        try:
            tally = load(SYSTEM, [STANDARD, *options["paths"]], options["why"], preview=options["preview"])
        except LoadError as error:
            raise CommandError(f"nothing was loaded.\n{error}") from error
        took = time.perf_counter() - began
        saved = " - a preview: nothing was saved" if options["preview"] else ""
        self.stdout.write(
            f"{tally.added} added, {tally.changed} changed, {tally.unchanged} as before ({took:.1f} s){saved}"
        )
        began = time.perf_counter()
        if made := 0 if options["preview"] else catch_up():
            took = time.perf_counter() - began
            self.stdout.write(f"search has caught up with {made} of them ({took:.1f} s)")
