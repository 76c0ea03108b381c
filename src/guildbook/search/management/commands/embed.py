"""`guildbook embed`: prepares search by meaning."""

import os
import signal
import sys
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import OperationalError, connection

from guildbook.search.actions import catch_up, embed_missing, reindex_if_outdated
from guildbook.search.queries import meaning_progress

EVERY = 2.0  # seconds between looks at the book
BAR = 30
NICEST = 10


class Command(BaseCommand):
    """Embed what has not been embedded yet; may be killed and started again at any time."""

    help = "Prepare search by meaning: compute the vectors that are missing. Can be broken off and goes on from there."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare whether to go on."""
        parser.add_argument(
            "--follow", action="store_true", help="go on watching for new records, as the process of `serve` does"
        )
        parser.add_argument("--child-of", type=int, metavar="PID", help="with --follow: end when this parent is gone")

    def handle(self, *args: Any, **options: Any) -> None:
        """Embed what is missing, and with --follow whatever comes."""
        if not options["follow"]:
            catch_up()
            done = embed_missing(self._bar if sys.stderr.isatty() else None)
            if done and sys.stderr.isatty():
                self.stderr.write("")
            now = meaning_progress()
            self.stdout.write(f"{done} texts embedded; {now.ready} of {now.total} records can be found by meaning")
            return
        os.nice(NICEST)
        # A server that ends asks so; what is half done is done again.
        for asked in (signal.SIGTERM, signal.SIGINT):
            signal.signal(asked, lambda *__: sys.exit(0))
        self._follow(options["child_of"])

    def _bar(self, done: int, total: int) -> None:
        filled = BAR * done // total if total else BAR
        self.stderr.write(f"\r[{'█' * filled}{' ' * (BAR - filled)}] {done} of {total} ", ending="")

    def _follow(self, parent: int | None) -> None:
        """Look every few seconds until the process that started this one is gone, if it was named."""
        while parent is None or os.getppid() == parent:
            try:
                reindex_if_outdated()
                catch_up()
                if not meaning_progress().complete:
                    embed_missing()
            except OperationalError as error:  # somebody else writes for long; there is time
                self.stderr.write(f"embed: {error}; trying again")
            connection.close()
            time.sleep(EVERY)
