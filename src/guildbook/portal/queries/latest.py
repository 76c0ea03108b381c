"""What happened latest: dated records, and the latest entries of the book."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from guildbook.agreements.queries import visible_agreements
from guildbook.alliances.queries import visible_alliances
from guildbook.directory.queries import visible_city_links
from guildbook.events.queries import visible_events
from guildbook.kit.actors import Actor
from guildbook.kit.models import Change, Status
from guildbook.kit.record_types import by_name
from guildbook.units.queries import visible_units


@dataclass(frozen=True)
class Happening:
    """A dated record and what it was that happened."""

    day: dt.date
    since: str
    record: Any
    words: str


def _words_of_event(event: Any) -> str:
    return str(event.get_kind_display())


def _words_of_agreement(agreement: Any) -> str:
    return f"{agreement.get_kind_display()} · {agreement.get_state_display()}"


def _words_of_unit(unit: Any) -> str:
    return f"{unit.get_kind_display()} · {unit.get_state_display()}"


def happenings(actor: Actor, most: int = 8) -> list[Happening]:
    """The latest dated events, agreements, units, alliances and city links; what only ended "by" a day is left out."""
    kinds: tuple[tuple[QuerySet[Any], Callable[[Any], str]], ...] = (
        (visible_events(actor).filter(parent__isnull=True), _words_of_event),
        (visible_agreements(actor), _words_of_agreement),
        (visible_units(actor), _words_of_unit),
        (visible_alliances(actor), lambda alliance: _("alliance founded")),
        (visible_city_links(actor), lambda link: _("city link")),
    )
    found: list[Happening] = []
    for records, words in kinds:
        dated = records.filter(status=Status.PUBLISHED, since_day__isnull=False).exclude(since__startswith="..")
        newest = dated.order_by("-since_day", "key")[:most]
        found.extend(Happening(record.since_day, record.since, record, words(record)) for record in newest)
    return sorted(found, key=lambda one: (-one.day.toordinal(), one.record.key))[:most]


def visible_changes(actor: Actor) -> QuerySet[Change]:
    """Changes of what was published, newest first; what was done to drafts is for staff and keepers' desks."""
    return Change.objects.all() if actor.is_staff else Change.objects.filter(draft=False)


def last_entry() -> dt.date | None:
    """The day of the newest change of the book."""
    newest = Change.objects.values_list("at", flat=True).first()
    return newest.date() if newest else None


def records_of_changes(actor: Actor, changes: list[Change]) -> dict[tuple[str, str], Any]:
    """The records changed, a query per kind; those the actor may not see are missing."""
    wanted: dict[str, set[str]] = {}
    for change in changes:
        wanted.setdefault(change.record_type, set()).add(change.record_key)
    found = {}
    for name, keys in wanted.items():
        kind = by_name(name)
        if kind is not None:
            found.update({(name, record.key): record for record in kind.visible(actor).filter(key__in=keys)})
    return found
