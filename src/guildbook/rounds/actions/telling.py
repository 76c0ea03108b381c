"""Telling members: what is asked, what is due, what came back; the chase of those who have not answered."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from guildbook.accounts.models import User
from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import Actor
from guildbook.kit.models import Status
from guildbook.mandates.models import Mandate
from guildbook.mandates.queries import running
from guildbook.notices.actions import tell
from guildbook.rounds.actions.steps import add_steps
from guildbook.rounds.models import WITH_MEMBER, RoundState, StepKind, Submission
from guildbook.rounds.rules import may_run

# Days before and after the day something is due; of marks passed at once only the nearest is told.
BEFORE = (0, 3, 14)
AFTER = (28, 14, 7, 1)
AT_ONCE = 400


def people_by_organisation(organisations: Iterable[int]) -> dict[int, list[User]]:
    """Who acts today for each organisation, editors and leads; one query per few hundred organisations."""
    found: dict[int, list[User]] = defaultdict(list)
    pks = list(organisations)
    for start in range(0, len(pks), AT_ONCE):
        held = Mandate.objects.filter(
            running(timezone.localdate()), organisation__in=pks[start : start + AT_ONCE], user__is_active=True
        )
        for mandate in held.select_related("user").order_by("organisation", "user"):
            people = found[mandate.organisation_id]
            if mandate.user not in people:
                people.append(mandate.user)
    return found


def tell_members(submissions: Sequence[Submission], kind: str, once: str = "", why: str = "") -> int:
    """Tell the people of these organisations; each once for the same `once`; returns how many were told."""
    people = people_by_organisation(each.organisation_id for each in submissions)
    told = 0
    for each in submissions:
        users = people.get(each.organisation_id, [])
        if not users:
            continue
        data = {
            "round": each.round.title,
            "organisation": each.organisation.labels,
            "due": each.due.isoformat() if each.due else "",
            "why": why,
        }
        url = f"/rounds/{each.round.key}/answer/{each.organisation.key}"
        told += tell(users, kind, data, url, once=f"{kind}:{each.pk}:{once}" if once else "")
    return told


def chase(actor: Actor, submissions: Sequence[Submission], day: dt.date | None = None) -> tuple[int, list[Submission]]:
    """Remind organisations that have not handed in, each person once a day at most.

    Returns how many people were told, and the organisations for which nobody could be.
    """
    for each in submissions:
        if not may_run(actor, each.round):
            raise PermissionDenied(str(NOT_YOURS))
    today = day or timezone.localdate()
    waiting = [each for each in submissions if each.state in WITH_MEMBER]
    people = people_by_organisation(each.organisation_id for each in waiting)
    late = [each for each in waiting if each.due is not None and each.due < today]
    early = [each for each in waiting if each not in late]
    with transaction.atomic():
        told = tell_members(late, "round-overdue", f"asked {today}")
        told += tell_members(early, "round-due", f"asked {today}")
        add_steps(actor, [each for each in waiting if people.get(each.organisation_id)], StepKind.REMINDED)
    return told, [each for each in waiting if not people.get(each.organisation_id)]


def remind_of_rounds(day: dt.date) -> int:
    """Remind members of open rounds 14 and 3 days before and on the day, and 1, 7, 14 and 28 days after it."""
    waiting = Submission.objects.filter(
        round__state=RoundState.OPEN,
        round__status=Status.PUBLISHED,
        state__in=WITH_MEMBER,
        due__lte=day + dt.timedelta(days=max(BEFORE)),
        due__gte=day - dt.timedelta(days=2 * max(AFTER)),
    ).select_related("round", "organisation")
    marks: dict[tuple[str, int], list[Submission]] = defaultdict(list)
    for each in waiting.order_by("pk"):
        if each.due is None:
            continue
        left = (each.due - day).days
        if left >= 0:
            marks["round-due", next(mark for mark in BEFORE if left <= mark)].append(each)
        else:
            marks["round-overdue", next(mark for mark in AFTER if -left >= mark)].append(each)
    told = 0
    for (kind, mark), submissions in marks.items():
        for each in submissions:
            told += tell_members([each], kind, f"{each.due}:{mark}")
    return told
