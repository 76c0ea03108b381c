"""`guildbook pass_time`: bring the states of agreements up to a day, as the daily duty does."""

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from guildbook.agreements.actions import pass_time


class Command(BaseCommand):
    """Let agreements come into force, count as expiring and end by the calendar; again is a no-op."""

    help = "Bring the states of agreements up to today, or to another day: in force, expiring, ended."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the day."""
        parser.add_argument("--day", metavar="YYYY-MM-DD", help="the day to go by (today)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Change what has to change, and print how many."""
        try:
            day = date.fromisoformat(options["day"]) if options["day"] else timezone.localdate()
        except ValueError as error:
            raise CommandError(f"“{options['day']}” is no day; write it as 2026-11-30") from error
        self.stdout.write(f"{pass_time(day)} agreements changed their state")
