"""`guildbook mandate USERNAME ORGANISATION`: let somebody act for an organisation, the first on a new install."""

from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Q
from django.utils import timezone

from guildbook.directory.queries import visible_organisations
from guildbook.kit.actors import SYSTEM
from guildbook.kit.documents import DocumentError
from guildbook.mandates.actions import Terms, give
from guildbook.mandates.models import Duty


class Command(BaseCommand):
    """Give a person a mandate; others they then invite themselves."""

    help = "Let a person with an account act for an organisation; everybody after the first is invited on its page."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare whom, for which organisation, in which duty and for what term."""
        parser.add_argument("user", help="user name or e-mail address of somebody who has an account")
        parser.add_argument("organisation", help="key of an organisation or alliance")
        parser.add_argument("--duty", choices=[str(duty) for duty in Duty], default=str(Duty.LEAD))
        parser.add_argument("--since", type=_day, help="first day, such as 2025-01-31; today without it")
        parser.add_argument("--until", type=_day, help="last day; without it there is none")
        parser.add_argument("--why", default="", help="a word for the history")

    def handle(self, *args: Any, **options: Any) -> None:
        """Find both, give the mandate, say so."""
        user = self._user(options["user"])
        organisation = visible_organisations(SYSTEM).filter(key=options["organisation"]).first()
        if organisation is None:
            raise CommandError(f"the book has no organisation with the key {options['organisation']}")
        terms = Terms(Duty(options["duty"]), options["since"] or timezone.localdate(), options["until"])
        try:
            give(SYSTEM, user, organisation, terms, options["why"])
        except DocumentError as error:
            raise CommandError("; ".join(fault.message for fault in error.faults)) from error
        self.stdout.write(f"{user.get_full_name()} is {terms.duty} of {organisation} from {terms.since}")

    def _user(self, name: str) -> Any:
        people = get_user_model().objects
        found = people.filter(username=name).first()
        if found is None and "@" in name:
            owners = people.filter(Q(email__iexact=name) | Q(emailaddress__email__iexact=name)).distinct()
            found = owners.first() if owners.count() == 1 else None
        if found is None:
            raise CommandError(f"nobody has the account {name}; guildbook createsuperuser makes one")
        return found


def _day(text: str) -> date:
    """A day written 2025-01-31; argparse tells the user where it is not."""
    return date.fromisoformat(text)
