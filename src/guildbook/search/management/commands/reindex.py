"""`guildbook reindex`: the search index, made anew."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from guildbook.search.actions import reindex


class Command(BaseCommand):
    """Make every search document anew; nothing else of the book changes."""

    help = "Make the search index anew from the records. Vectors of unchanged texts are kept."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make it, showing progress at a terminal."""
        shown = sys.stderr.isatty()

        def progress(done: int, total: int) -> None:
            self.stderr.write(f"\rreindex: {done} of {total} records ", ending="")

        count = reindex(progress if shown else None)
        if shown:
            self.stderr.write("")
        self.stdout.write(f"{count} records can be found")
