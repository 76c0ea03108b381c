"""Returns as witnesses: what members reported of a figure, which of it counts, and what is said beside it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from guildbook.figures.queries.questions import Asked
from guildbook.figures.queries.witnesses import Address
from guildbook.figures.verdicts import AGREES, Period, Verdict, apart, compare, period_of, why_apart
from guildbook.kit.actors import Actor
from guildbook.kit.models import Status
from guildbook.kit.record_types import by_name
from guildbook.kit.texts import pick

NOT_KNOWN = "not-known"
# What several organisations may report parts of; their parts are added. Of anything else (a unit, a programme) each
# reports the whole, and it counts once.
WHOLES = ("organisation", "alliance", "place")
# Whose word on a shared thing is taken first.
BELIEVED = ("own", "host", "founder", "delivers", "industry")


@dataclass(frozen=True, slots=True)
class Return:
    """What a member reported of a figure in a round, approved; `value` is nought where it is not known.

    `thing` is the kind and key of what is shared and counts once; `pk` grows with time.
    """

    key: str
    value: Decimal
    period: Period
    as_of: str
    organisation_key: str
    organisation_label: Any
    round_key: str
    answer: str = "value"
    capacity: str = "own"
    thing: tuple[str, str] | None = None
    pk: int = 0
    verdict: Verdict = AGREES

    @property
    def url(self) -> str:
        """The return's own page."""
        return f"/returns/{self.key}"

    @property
    def organisation(self) -> str:
        """The reporting organisation in the interface's language."""
        return pick(self.organisation_label).text or self.organisation_key

    @property
    def known(self) -> bool:
        """Whether a number was reported, nought included."""
        return self.answer != NOT_KNOWN

    @property
    def day(self) -> int:
        """The last day it speaks of, as a number that sorts."""
        return self.period.last.toordinal() if self.period.last else 0


Filed = dict[Address, list[Return]]
_COLUMNS = (
    "indicator_id", "subject_type", "subject_key", "key", "value", "as_of", "organisation__key", "organisation__labels",
    "round__key", "answer", "capacity", "pk", "round__alliance__key",
)  # fmt: skip


def returns_about(actor: Actor, asked: Sequence[Asked]) -> Filed:
    """Approved returns about the questions' subjects; one query, none where the book keeps no returns.

    A return about the reporting organisation itself, or about a thing it shares, is filed under that organisation,
    and under the alliance that held the round where nobody reported about the alliance itself.
    """
    kind: Any = by_name("return")
    if kind is None:
        return {}
    filed, shares = _file(actor, kind, {each.indicator.pk for each in asked})
    for where, share in shares.items():
        filed.setdefault(where, share)
    return filed


def _file(actor: Actor, kind: Any, indicators: set[int]) -> tuple[Filed, Filed]:
    """Returns by what they are about, and by the alliances whose members reported them."""
    filed: Filed = defaultdict(list)
    shares: Filed = defaultdict(list)
    things: Filed = defaultdict(list)
    rows = kind.visible(actor).filter(status=Status.PUBLISHED, state="approved", indicator__in=indicators).order_by()
    for (
        indicator,
        of,
        subject,
        key,
        value,
        as_of,
        reporter,
        labels,
        held,
        answer,
        capacity,
        pk,
        alliance,
    ) in rows.values_list(*_COLUMNS):
        thing = (of, subject) if of and of not in WHOLES else None
        number = value if value is not None else Decimal(0)
        period = period_of(as_of)
        made = Return(key, number, period, as_of, reporter, labels, held, answer, capacity, thing, pk)
        if thing is not None:
            things[indicator, of, subject].append(made)
            shares[indicator, "alliance", alliance].append(made)
        elif not of or (of, subject) == ("organisation", reporter):
            filed[indicator, "organisation", reporter].append(made)
            shares[indicator, "alliance", alliance].append(made)
        else:
            filed[indicator, of, subject].append(made)
    for (indicator, of, subject), reported in things.items():
        filed[indicator, of, subject] = reported
        # Each partner's own figure takes the thing at the one value the book takes it at.
        for reporter in {one.organisation_key for one in reported}:
            filed[indicator, "organisation", reporter].extend(reported)
    return filed, shares


def choose(
    returns: Collection[Return], at: dt.date | None, asked: frozenset[str] | None = None
) -> tuple[list[Return], list[Return]]:
    """The returns that count by a day, and those that stand beside them: not known, or of a thing counted already.

    What organisations say of themselves and what they say of the things they share are alternatives: the kind that was
    reported last counts, never both. `asked` leaves out organisations the alliance asks no longer.
    """
    by_then = [one for one in returns if at is None or one.period.last is None or one.period.last <= at]
    if asked is not None:
        by_then = [one for one in by_then if one.organisation_key in asked]
    if not by_then:
        return [], []
    newest = max(by_then, key=lambda one: (one.day, one.thing is None))
    of_kind = [one for one in by_then if (one.thing is None) == (newest.thing is None)]
    groups: dict[tuple[str, str], list[Return]] = defaultdict(list)
    for one in newest_each(of_kind):
        groups[one.thing or ("organisation", one.organisation_key)].append(one)
    counted: list[Return] = []
    beside: list[Return] = []
    for group in groups.values():
        chosen, *others = sorted(group, key=_first)
        (counted if chosen.known else beside).append(chosen)
        beside.extend(_judged(one, chosen) for one in others)
    return counted, beside


def newest_each(returns: Iterable[Return]) -> list[Return]:
    """The newest return of each organisation about each thing."""
    newest: dict[tuple[str, tuple[str, str] | None], Return] = {}
    for each in sorted(returns, key=lambda one: (one.day, one.pk, one.key)):
        newest[each.organisation_key, each.thing] = each
    return list(newest.values())


def _first(one: Return) -> tuple[int, bool, int, int]:
    """Of one thing: the newest period, a number before none, the host before founders, the later before the earlier."""
    rank = BELIEVED.index(one.capacity) if one.capacity in BELIEVED else len(BELIEVED)
    return (-one.day, not one.known, rank, -one.pk)


def _judged(one: Return, chosen: Return) -> Return:
    """A partner's word on a thing that is counted as another partner reported it."""
    if not one.known or not chosen.known:
        return one
    if apart(one.period, chosen.period):
        return replace(one, verdict=Verdict("incomparable", note=why_apart(one.period, chosen.period)))
    verdict = compare(one.value, "exactly", chosen.value, "exactly")
    note = _("counted once, as %(name)s reported it") % {"name": chosen.organisation}
    return replace(one, verdict=replace(verdict, note=note))
