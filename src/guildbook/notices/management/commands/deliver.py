"""`guildbook deliver`: sends the letters that wait, writes digests, and does the daily duties."""

import logging
import os
import signal
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, connection
from django.utils import timezone

from guildbook.notices.actions import Sent, run_duties, send_due, write_digests

LOG = logging.getLogger(__name__)
EVERY = 3.0  # seconds between looks at the outbox
ROUND = 60.0  # seconds between looks at the calendar


class Command(BaseCommand):
    """Send what waits; may be killed and started again at any time, and run in several processes at once."""

    help = "Send the letters that wait, write digests that are due, and do the daily duties. `--follow` goes on."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare whether to go on, and for which day."""
        parser.add_argument("--follow", action="store_true", help="go on, as the process beside `serve` does")
        parser.add_argument("--child-of", type=int, metavar="PID", help="with --follow: end when this parent is gone")
        parser.add_argument("--day", help="do the daily duties as of this day (2026-03-01) instead of today")

    def handle(self, *args: Any, **options: Any) -> None:
        """Deliver once, or with --follow whatever comes."""
        if options["follow"]:
            self._follow(options["child_of"])
            return
        day = _day(options["day"])
        reminded = run_duties(day)
        digests = write_digests()
        sent = send_due()
        self.stdout.write(f"daily duties of {day}: {len(reminded)} done, {sum(reminded.values())} reminded or tidied")
        self.stdout.write(f"{digests} digests written; {_words(sent)}")

    def _follow(self, parent: int | None) -> None:
        """Look every few seconds until asked to end, or the process that started this one is gone."""
        ended: list[int] = []
        for asked in (signal.SIGTERM, signal.SIGINT):
            signal.signal(asked, lambda number, __: ended.append(number))

        def over() -> bool:
            return bool(ended) or (parent is not None and os.getppid() != parent)

        calendar = 0.0
        while not over():
            if time.monotonic() - calendar >= ROUND or not calendar:
                calendar = time.monotonic()
                self._try(_mind_the_calendar)
            self._try(lambda: self._send(over))
            connection.close()
            until = time.monotonic() + EVERY
            while time.monotonic() < until and not over():
                time.sleep(0.2)

    def _send(self, over: Callable[[], bool]) -> None:
        sent = send_due(over)
        if sent.failed or sent.given_up:
            self.stderr.write(f"deliver: {_words(sent)}; see /notices/letters")

    def _try(self, step: Callable[[], Any]) -> None:
        try:
            step()
        except OperationalError as error:  # somebody else writes for long; there is time
            self.stderr.write(f"deliver: {error}; trying again")
        except Exception:
            LOG.exception("deliver: a round failed; the next one tries again")
            connection.close()


def _mind_the_calendar() -> None:
    run_duties(timezone.localdate())
    write_digests()


def _day(said: str | None) -> date:
    try:
        return date.fromisoformat(said) if said else timezone.localdate()
    except ValueError as error:
        raise CommandError(f"“{said}” is no day; write it as 2026-03-01") from error


def _words(sent: Sent) -> str:
    return f"{sent.sent} letters sent, {sent.failed} failed, {sent.given_up} given up"
