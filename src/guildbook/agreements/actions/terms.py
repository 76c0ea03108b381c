"""An agreement's term: brought into force, renewed, amended, ended; and what the calendar does by itself."""

import logging
from copy import copy
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from guildbook.agreements.actions.keeping import save_agreement
from guildbook.agreements.actions.steps import check_step, fresh, reasoned
from guildbook.agreements.actions.telling import tell_keepers, tell_parties
from guildbook.agreements.models import Agreement, AgreementParty, AgreementVersion
from guildbook.agreements.models.agreement import AgreementState, SigningState
from guildbook.agreements.rules import TIMED, may_keep_agreement, newest, state_on
from guildbook.kit.actions import NOT_YOURS, keep
from guildbook.kit.actors import SYSTEM, Actor
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.drafts import Draft
from guildbook.kit.fuzzy import first_day, last_day
from guildbook.kit.models import Status
from guildbook.kit.naming import fresh_key
from guildbook.kit.record_types import type_of_model
from guildbook.reviews.actions import Kept, keep_or_propose

LOG = logging.getLogger(__name__)
UNSIGNED = (AgreementState.DRAFT, AgreementState.CIRCULATED)


def bring_in_force(actor: Actor, agreement: Agreement, since: str, until: str) -> Agreement:
    """Say that a signed agreement is in force since a day, until another or without an end."""
    with transaction.atomic():
        draft = fresh(agreement)
        record: Any = draft.record
        check_step(actor, "bring-in-force", record)
        day, today = first_day(since), timezone.localdate()
        if day is None:
            raise DocumentError([Fault("since", _("Give the day it came into force."))])
        if day > today:
            raise DocumentError([Fault("since", _("This day is still to come."))])
        record.since, record.until, record.state = since, until, AgreementState.IN_FORCE
        record.state = state_on(record, today)
        return save_agreement(actor, draft, _("in force"))


def end(actor: Actor, agreement: Agreement, day: date, why: str) -> Agreement:
    """End an agreement with a day, for a reason; until that day is over it stays what it is."""
    with transaction.atomic():
        draft = fresh(agreement)
        record: Any = draft.record
        check_step(actor, "end", record)
        reason = reasoned(why)
        today, planned = timezone.localdate(), last_day(record.until)
        if planned is not None and day > planned:
            raise DocumentError([Fault("until", _("It ends before that day; renew or amend it to last longer."))])
        record.until = day.isoformat()
        record.state = AgreementState.ENDED if day <= today else state_on(record, today)
        kept = save_agreement(actor, draft, reason)
        tell_parties(kept, draft.rows["parties"], "agreement-ended", day=day.isoformat())
        return kept


def publish(actor: Actor, agreement: Agreement) -> bool:
    """Show an agreement to everybody, with its texts, parties and dates; False where its alliance looks first."""
    if not may_keep_agreement(actor, agreement):
        raise PermissionDenied(str(NOT_YOURS))
    with transaction.atomic():
        draft = fresh(agreement)
        draft.record.status = Status.PUBLISHED
        return isinstance(keep_or_propose(actor, type_of_model(Agreement), draft, _("published")), Kept)


def renew(actor: Actor, agreement: Agreement) -> Agreement:
    """Draft the agreement that follows this one: same parties and texts, its term from the day after the end."""
    end_day = last_day(agreement.until)
    since = (end_day + timedelta(days=1)).isoformat() if end_day is not None and end_day < date.max else ""
    return _follow(actor, agreement, "renew", {"renews": agreement, "since": since})


def amend(actor: Actor, agreement: Agreement) -> Agreement:
    """Draft the agreement that changes this one: same parties, texts and end."""
    return _follow(actor, agreement, "amend", {"amends": agreement, "until": agreement.until})


def _follow(actor: Actor, agreement: Agreement, step: str, own: dict[str, Any]) -> Agreement:
    with transaction.atomic():
        old = fresh(agreement)
        held: Any = old.record
        check_step(actor, step, held)
        reference = f"{step}s"
        begun = Agreement.objects.filter(state__in=UNSIGNED, **{reference: held.pk}).exclude(status=Status.WITHDRAWN)
        if (other := begun.first()) is not None:
            message = _("There is a draft of it already: %(key)s")
            raise DocumentError([Fault(reference, message % {"key": other.key})])
        record = Agreement(
            key=fresh_key(type_of_model(Agreement), held.key),
            status=Status.DRAFT,
            state=AgreementState.DRAFT,
            title=dict(held.title),
            kind=held.kind,
            parent=held.parent,
            alliance=held.alliance,
            steward=held.steward,
            notice_months=held.notice_months,
            **own,
        )
        rows: dict[str, list[Any]] = {
            "parties": [
                AgreementParty(organisation=party.organisation, signing=SigningState.INVITED)
                for party in _rows(old, "parties")
            ],
            "versions": [_copied(version) for version in newest(_rows(old, "versions"))],
        }
        why = _("follows “%(title)s”") % {"title": str(held)}
        return save_agreement(actor, Draft(record, rows), why)


def _rows(draft: Draft, name: str) -> list[Any]:
    return list(draft.rows[name])


def _copied(version: AgreementVersion) -> AgreementVersion:
    """The text as the first version of another agreement, free to be changed."""
    made = copy(version)
    made.pk, made.number = None, 1
    made.circulated = made.signed = made.content_hash = ""
    return made


def pass_time(day: date) -> int:
    """Bring stored states up to a day: in force, expiring, ended; returns how many changed. Again is a no-op.

    What cannot be kept, for a fault that somebody entered past the checks, is told in the log and hinders no other.
    """
    changed = 0
    for agreement in Agreement.objects.filter(state__in=TIMED).exclude(status=Status.WITHDRAWN).order_by("pk"):
        if state_on(agreement, day) == agreement.state:
            continue
        try:
            changed += _pass_one(agreement, day)
        except DocumentError:
            LOG.exception("the state of the agreement %s could not be brought up to date", agreement.key)
    return changed


def _pass_one(agreement: Agreement, day: date) -> int:
    with transaction.atomic():
        draft = fresh(agreement)
        record: Any = draft.record
        before, record.state = record.state, state_on(record, day)
        if record.state == before:
            return 0
        keep(SYSTEM, draft, _("by the calendar"))
        if record.state == AgreementState.ENDED:
            tell_keepers(record, "agreement-ended", day=record.until)
        return 1
