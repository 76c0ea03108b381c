"""Reporting rates: how many of a round's members were asked, came in, came in time and are approved."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from guildbook.figures.queries import Reporting
from guildbook.kit.actors import Actor
from guildbook.kit.fuzzy import last_day
from guildbook.kit.models import Status
from guildbook.rounds.models import Question, Rates, Round, RoundState, Submission, SubmissionState

Address = tuple[int, str, str]


@dataclass
class Rate:
    """How far a group of members is; counts of organisations."""

    label: Mapping[str, str] = field(default_factory=dict)
    expected: int = 0
    received: int = 0
    on_time: int = 0
    approved: int = 0

    def count(self, state: str, due: dt.date | None, received: dt.datetime | None) -> None:
        """Count one organisation."""
        self.expected += 1
        self.received += received is not None
        self.on_time += received is not None and (due is None or received.date() <= due)
        self.approved += state == SubmissionState.APPROVED


def rates_by_country(held: Round) -> tuple[Rate, list[Rate]]:
    """The round's rate, and each country's, the largest first; organisations without a place have no label."""
    rows = Submission.objects.filter(round=held.pk).order_by()
    columns = ("organisation__place__country", "organisation__place__country__names", "state", "due", "received_at")
    whole, countries = Rate(), defaultdict[Any, Rate](Rate)
    for country, names, *counted in rows.values_list(*columns):
        whole.count(*counted)
        countries[country].count(*counted)
        countries[country].label = names or {}
    ordered = sorted(countries.items(), key=lambda item: (-item[1].expected, str(item[0])))
    return whole, [rate for __, rate in ordered]


def may_see_rates(actor: Actor, held: Round) -> bool:
    """Whether the actor sees how many have answered: everybody where the round says so, else who takes part in it."""
    if actor.is_staff or held.rates == Rates.PUBLIC or held.alliance_id in actor.serves:
        return True
    return bool(actor.keeps) and Submission.objects.filter(round=held.pk, organisation__in=actor.keeps).exists()


def reporting_of(actor: Actor, addresses: Collection[Address], at: dt.date | None) -> dict[Address, Reporting]:
    """For figures of alliances: the newest round that asked for them by a day, and how many have answered."""
    wanted = {where for where in addresses if where[1] == "alliance"}
    if not wanted:
        return {}
    chosen = _newest(wanted, at)
    rounds = {held.pk: held for held in chosen.values()}
    asked: dict[int, set[str]] = defaultdict(set)
    counts: dict[int, Rate] = defaultdict(Rate)
    columns = ("round", "organisation__key", "state", "due", "received_at")
    for pk, key, *counted in Submission.objects.filter(round__in=rounds).order_by().values_list(*columns):
        asked[pk].add(key)
        counts[pk].count(*counted)
    told: dict[int, Reporting] = {}
    for pk, held in rounds.items():
        keys, rate = frozenset(asked[pk]), counts[pk]
        open_to_them = may_see_rates(actor, held)
        seen = (rate.expected, rate.received, rate.approved) if open_to_them else (None, None, None)
        told[pk] = Reporting(held.key, keys, *seen)
    return {where: told[held.pk] for where, held in chosen.items()}


def _newest(wanted: set[Address], at: dt.date | None) -> dict[Address, Round]:
    """The newest round with members asked, for each indicator and alliance."""
    found = Question.objects.filter(
        indicator__in={where[0] for where in wanted},
        round__alliance__key__in={where[2] for where in wanted},
        round__status=Status.PUBLISHED,
    ).exclude(round__state=RoundState.DRAFT)
    found = found.filter(round__in=Submission.objects.order_by().values("round"))
    newest: dict[Address, Round] = {}
    for question in found.select_related("round__alliance").order_by("round__deadline_day", "round__pk"):
        held, where = question.round, (question.indicator_id or 0, "alliance", question.round.alliance.key)
        end = last_day(held.period or held.deadline)
        if where in wanted and (at is None or end is None or end <= at):
            newest[where] = held
    return newest
