"""Offices change hands: the old holder's row gets its end, the new one begins, and both stay."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from guildbook.alliances.actions.kinds import OFFICE
from guildbook.alliances.actions.records import save_alliance
from guildbook.alliances.models import Alliance, Office
from guildbook.alliances.models.alliance import OfficeKind
from guildbook.alliances.queries import secretariat_of
from guildbook.alliances.rules import RUNS_THE_BOOK, may_admit, may_hand_over
from guildbook.directory.models import Organisation, Role
from guildbook.kit.actions import NOT_YOURS, stored
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.drafts import Draft
from guildbook.kit.fuzzy import first_day
from guildbook.kit.record_types import type_of_model
from guildbook.mandates.queries import people_of
from guildbook.notices.actions import tell

Holder = Organisation | Role


def hand_over(actor: Actor, alliance: Alliance, place: int, to: Holder, on: date, why: str) -> Alliance:
    """Give the office in that place of the alliance's list to another holder from a day on."""
    with transaction.atomic():
        draft, offices = _taken(actor, alliance)
        office = _office(actor, alliance, offices, place)
        kind = OfficeKind(office.kind)
        _end(office, on - timedelta(days=1))
        offices.insert(place, _begun(kind, to, on))
        return _kept(actor, draft, to, why)


def appoint(actor: Actor, alliance: Alliance, kind: OfficeKind, to: Holder, on: date, why: str) -> Alliance:
    """Give an office that others may hold beside: there can be two of a kind."""
    _check_kind(actor, alliance, kind)
    with transaction.atomic():
        draft, offices = _taken(actor, alliance)
        offices.append(_begun(kind, to, on))
        return _kept(actor, draft, to, why)


def end_office(actor: Actor, alliance: Alliance, place: int, on: date, why: str) -> Alliance:
    """End the term of an office without a successor; its last day is `on`."""
    with transaction.atomic():
        draft, offices = _taken(actor, alliance)
        _end(_office(actor, alliance, offices, place), on)
        return save_alliance(actor, draft, why)


def _taken(actor: Actor, alliance: Alliance) -> tuple[Draft, list[Any]]:
    if not may_admit(actor, alliance.pk):
        raise PermissionDenied(str(NOT_YOURS))
    record = Alliance.objects.select_for_update().get(pk=alliance.pk)
    draft = stored(type_of_model(Alliance), record)
    return draft, draft.rows["offices"]


def _office(actor: Actor, alliance: Alliance, offices: list[Any], place: int) -> Any:
    if not 0 < place <= len(offices):
        raise DocumentError([Fault("office", _("This office is not on the list any more; look again."))])
    office = offices[place - 1]
    _check_kind(actor, alliance, office.kind)
    if office.until:
        raise DocumentError([Fault("office", _("This term has its end already."))])
    return office


def _check_kind(actor: Actor, alliance: Alliance, kind: str) -> None:
    if kind in RUNS_THE_BOOK and not may_hand_over(actor, alliance.pk):
        raise PermissionDenied(
            _("Only a lead of the alliance or its secretariat may change who holds the secretariat.")
        )


def _end(office: Any, last: date) -> None:
    begun = first_day(office.since) if office.since else None
    if begun is not None and last < begun:
        raise DocumentError([Fault("on", _("This must be after the day on which the term began."))])
    office.until = last.isoformat()


def _begun(kind: OfficeKind, to: Holder, on: date) -> Office:
    held = {"organisation": to} if isinstance(to, Organisation) else {"role": to}
    return Office(kind=kind, since=on.isoformat(), **held)


def _kept(actor: Actor, draft: Draft, to: Holder, why: str) -> Alliance:
    kept = save_alliance(actor, draft, why)
    if isinstance(to, Organisation):
        people = [*people_of([to.pk]), *secretariat_of([kept.pk])]
        tell(people, OFFICE, {"name": to.label(), "alliance": kept.label()}, f"/alliances/{kept.key}/offices")
    return kept
