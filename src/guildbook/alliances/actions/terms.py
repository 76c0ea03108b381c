"""Terms of members: renewed, ended, changed in role. Each term is a record of its own, and past ones stay."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from guildbook.alliances.actions.applying import ROLES
from guildbook.alliances.actions.kinds import ENDED, RENEWED
from guildbook.alliances.models import Membership
from guildbook.alliances.models.membership import MembershipState
from guildbook.alliances.queries import secretariat_of
from guildbook.alliances.queries.terms import terms_of
from guildbook.alliances.rules import may_admit
from guildbook.kit.actions import NOT_YOURS, keep, stored
from guildbook.kit.actors import SYSTEM, Actor
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.drafts import Draft
from guildbook.kit.models import Status
from guildbook.kit.naming import fresh_key
from guildbook.kit.record_types import type_of_model
from guildbook.mandates.queries import people_of
from guildbook.notices.actions import tell

A_DAY = timedelta(days=1)


def renew(actor: Actor, membership: Membership, since: date, until: date | None, why: str) -> Membership:
    """Begin another term; the one before ends the day before, unless it ended earlier. Returns the new term."""
    return _follow(actor, membership, since, until, membership.role, why, RENEWED)


def change_role(actor: Actor, membership: Membership, role: str, on: date, why: str) -> Membership:
    """Have a member be something else from a day on, to the end of its term; returns the record of the new role."""
    if role not in ROLES:
        raise DocumentError([Fault("role", _("Choose one of the roles offered."))])
    if role == membership.role:
        raise DocumentError([Fault("role", _("This is its role already."))])
    if membership.until_day is not None and membership.until_day < on:
        raise DocumentError([Fault("on", _("The term ends before that day; renew it instead."))])
    return _follow(actor, membership, on, membership.until_day, role, why, "")


def end_membership(actor: Actor, membership: Membership, on: date, why: str) -> Membership:
    """End a membership, with a reason; the record stays, and the past goes on counting."""
    reason = why.strip()
    if not reason:
        raise DocumentError([Fault("why", _("Say why: the reason stays in the history."))])
    with transaction.atomic():
        record = _taken(actor, membership)
        _check_day(record, on, "on")
        ended = _ended(actor, record, on, reason, MembershipState.ENDED)
        _tell(ended, ENDED)
    return ended


def _follow(
    actor: Actor, membership: Membership, since: date, until: date | None, role: str, why: str, kind: str
) -> Membership:
    with transaction.atomic():
        record = _taken(actor, membership)
        newest = terms_of(SYSTEM, record)[0]
        if newest.pk != record.pk:
            raise DocumentError([Fault("", _("A later term follows already; change that one."))])
        _check_day(record, since, "since")
        if until is not None and until < since:
            raise DocumentError([Fault("until", _("The end lies before the beginning."))])
        if record.until_day is None or record.until_day >= since:
            record = _ended(actor, record, since - A_DAY, why, MembershipState(record.state))
        kind_of = type_of_model(Membership)
        after = Membership(
            key=fresh_key(kind_of, f"{record.alliance.key} {record.organisation.key}"),
            alliance=record.alliance,
            organisation=record.organisation,
            role=role,
            state=MembershipState.ADMITTED,
            since=since.isoformat(),
            until=until.isoformat() if until else "",
            steward_id=record.alliance_id,
        )
        made: Membership = keep(actor, Draft(after), why, permitted=True)
        if kind:
            _tell(made, kind)
    return made


def _taken(actor: Actor, membership: Membership) -> Membership:
    """The membership as it stands; raises PermissionDenied, or DocumentError for what is no published membership."""
    held = Membership.objects.select_for_update().get(pk=membership.pk)
    if not may_admit(actor, held.alliance_id):
        raise PermissionDenied(str(NOT_YOURS))
    if held.status != Status.PUBLISHED or held.state not in (MembershipState.ADMITTED, MembershipState.ENDED):
        raise DocumentError([Fault("", _("Only a published membership has a term to change."))])
    return held


def _check_day(record: Membership, day: date, where: str) -> None:
    if record.since_day is not None and day <= record.since_day:
        raise DocumentError([Fault(where, _("This must be after the day on which the term began."))])


def _ended(actor: Actor, record: Membership, last: date, why: str, state: MembershipState) -> Membership:
    """The same membership, ending on a day."""
    draft = stored(type_of_model(Membership), record)
    held: Any = draft.record
    held.until, held.state = last.isoformat(), state
    kept: Membership = keep(actor, draft, why, permitted=True)
    return kept


def _tell(membership: Membership, kind: str) -> None:
    """Tell the member's leads and the secretariat."""
    data: dict[str, Any] = {
        "name": membership.organisation.label(),
        "alliance": membership.alliance.label(),
        "until": membership.until_day.isoformat() if membership.until_day else "",
    }
    people = [*people_of([membership.organisation_id], "lead"), *secretariat_of([membership.alliance_id])]
    tell(people, kind, data, f"/memberships/{membership.key}", once=f"{kind}:{membership.pk}:{membership.version}")
