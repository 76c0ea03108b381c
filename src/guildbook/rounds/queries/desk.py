"""The secretariat's desk: the submissions of a round, filtered, and how many stand where."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet

from guildbook.language.folding import fold
from guildbook.rounds.models import WITH_MEMBER, Round, Submission, SubmissionState

ORDERS = {
    "name": ("organisation__key",),
    "due": ("due", "organisation__key"),
    "last": (F("last_saved").desc(nulls_last=True), "organisation__key"),
}
OVERDUE = "overdue"


@dataclass(frozen=True)
class Wanted:
    """What the desk is asked for: a state (or overdue), a country's key, words of a name, odd ones only, an order."""

    state: str = ""
    country: str = ""
    words: str = ""
    odd: bool = False
    sort: str = "name"


def read_wanted(asked: Mapping[str, str]) -> Wanted:
    """What an address asks for; what means nothing is left out."""
    state = asked.get("state", "")
    return Wanted(
        state if state in (*SubmissionState.values, OVERDUE) else "",
        asked.get("country", "")[:120],
        asked.get("q", "").strip()[:120],
        asked.get("odd") == "1",
        asked.get("sort", "") if asked.get("sort") in ORDERS else "name",
    )


def submissions_in(held: Round, wanted: Wanted, today: dt.date) -> QuerySet[Submission]:
    """The submissions of a round the desk is asked for."""
    found = Submission.objects.filter(round=held.pk).select_related("organisation__place__country", "round")
    if wanted.state == OVERDUE:
        found = found.filter(overdue_on(today))
    elif wanted.state:
        found = found.filter(state=wanted.state)
    if wanted.country:
        found = found.filter(organisation__place__country__key=wanted.country)
    if wanted.odd:
        found = found.filter(Q(errors__gt=0) | Q(warnings__gt=0))
    for word in fold(wanted.words).split():
        found = found.filter(organisation__search_text__contains=word)
    return found.order_by(*ORDERS[wanted.sort])


def overdue_on(day: dt.date) -> Q:
    """Submissions that should have come in before a day and have not."""
    return Q(due__lt=day, state__in=WITH_MEMBER)


def tally(held: Round, today: dt.date) -> dict[str, int]:
    """How many submissions stand in each state, and how many are overdue."""
    rows = Submission.objects.filter(round=held.pk).order_by().values_list("state").annotate(n=Count("pk"))
    late = Submission.objects.filter(overdue_on(today), round=held.pk).count()
    return {**dict.fromkeys(SubmissionState.values, 0), **dict(rows), OVERDUE: late}


def countries_in(held: Round) -> list[tuple[str, Mapping[str, str], int]]:
    """The countries of those asked: key, names, how many."""
    rows = Submission.objects.filter(round=held.pk, organisation__place__country__isnull=False).order_by()
    found = rows.values_list("organisation__place__country__key", "organisation__place__country__names").annotate(
        n=Count("pk")
    )
    return sorted(found, key=lambda row: (-row[2], row[0]))
