"""Figures: what the book answers to a question, and how the witnesses stand to the answer."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, partial

from django.utils.translation import gettext as _

from guildbook.figures.definitions import SELF, Leg, subject_facet
from guildbook.figures.queries.conditions import facet_named, kind_of
from guildbook.figures.queries.counts import FacetOf, Number, count, counted, pairs, tally, tidy
from guildbook.figures.queries.questions import Asked, Question, Subject, paths_within, resolve
from guildbook.figures.queries.reporting import Reporting, reporting_of
from guildbook.figures.queries.returns import Return, choose, returns_about
from guildbook.figures.queries.witnesses import (
    Address,
    Claim,
    address,
    by_then,
    claims_about,
)
from guildbook.figures.verdicts import AGREES, Period, Verdict, apart, bears_out, compare, hedged, why_apart
from guildbook.kit.actors import Actor
from guildbook.kit.format import number_text
from guildbook.kit.record_types import Facet
from guildbook.kit.texts import pick

MOST_LOOKED_UP = 50
Recount = Callable[[dt.date], Number | None]


@dataclass(frozen=True)
class FigureLink:
    """A figure as templates show it: text, the address of its lineage, its witness mark."""

    text: str
    url: str
    mark: str


@dataclass(frozen=True)
class Bar:
    """One value of a breakdown: what is counted there, and its share of the largest; itself a figure to ask."""

    key: str
    label: str
    number: Number
    share: float
    question: Question

    @property
    def figure(self) -> FigureLink:
        """The number as a link to its own lineage."""
        return FigureLink(number_text(self.number), self.question.url, "rec")


@dataclass(frozen=True)
class Breakdown:
    """A figure by the values of one facet."""

    facet: str
    label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Figure:
    """An answer with its lineage.

    `mark` is rec (on record), rep (reported by members), cla (published only), dif (sources differ) or none;
    `on_record` is None where no record of the book could answer; `reported` is what returns or else claims say.
    `beside` are returns that add nothing: not known, or of a thing that is counted as another partner reported it.
    """

    asked: Asked
    value: Number | None
    qualifier: str
    mark: str
    on_record: Number | None
    reported: Number | None
    reported_qualifier: str
    period: Period
    spoken: tuple[Claim, ...] = ()
    returns: tuple[Return, ...] = ()
    beside: tuple[Return, ...] = ()
    reporting: Reporting | None = None

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What sources say, newest first, each judged by this figure; judged only when somebody looks."""
        return tuple(claim._replace(verdict=_verdict(claim, self)) for claim in self.spoken)

    @property
    def text(self) -> str:
        """The value with its qualifier, as readers of the interface's language write it."""
        return hedged(self.value, self.qualifier) if self.value is not None else "—"

    @property
    def url(self) -> str:
        """The address of the figure's lineage."""
        return self.asked.question.url

    @property
    def link(self) -> FigureLink:
        """The figure for a template's `fig`."""
        return FigureLink(self.text, self.url, self.mark)

    @property
    def title(self) -> str:
        """What is counted."""
        return self.asked.title

    @property
    def subject_label(self) -> str:
        """Whom it is about."""
        return self.asked.subject_label

    @property
    def definition(self) -> str:
        """The definition in words."""
        return pick(self.asked.indicator.text).text

    @property
    def missing(self) -> Number | None:
        """How many are reported and not on record; None where that cannot be said."""
        if self.reported is None or self.on_record is None:
            return None
        return max(self.reported - self.on_record, 0)

    @property
    def as_of(self) -> str:
        """The date the value speaks of, in words."""
        return self.period.words


def ask(
    actor: Actor, indicator: str, subject: str = "", at: dt.date | None = None, filters: Mapping[str, str] | None = None
) -> Figure:
    """Ask the book for one figure; raises FigureError (or UnknownFigureError) saying what cannot be asked so."""
    return ask_many(actor, [Question(indicator, subject, at, filters or {})])[0]


def ask_many(actor: Actor, questions: Sequence[Question]) -> list[Figure]:
    """Ask many figures at once: claims and returns in one query each, an indicator's many subjects in one count."""
    asked = resolve(actor, questions)
    if not asked:
        return []
    plain = [each for each in asked if not each.question.filters]
    claims = claims_about(actor, plain) if plain else {}
    returns = returns_about(actor, plain) if plain else {}
    rates = _rates(actor, plain) if returns else {}
    counts = _counts(actor, asked)
    figures = []
    for place, each in enumerate(asked):
        # Sources speak of the whole: a figure narrowed by facets rests on records alone.
        whole = not each.question.filters
        spoken = by_then(claims.get(address(each), ()), each.question.at) if whole else []
        rate = rates.get((address(each), each.question.at)) if whole else None
        among = rate.asked if rate is not None else None
        reported, beside = choose(returns.get(address(each), ()) if whole else (), each.question.at, among)
        figure = weigh(each, counts[place], spoken, reported, partial(_recount, actor, each))
        figures.append(replace(figure, beside=tuple(beside), reporting=rate) if beside or rate else figure)
    return figures


def _rates(actor: Actor, asked: Sequence[Asked]) -> dict[tuple[Address, dt.date | None], Reporting]:
    """The reporting rates of these figures, which differ by the day they are asked of."""
    by_day: dict[dt.date | None, set[Address]] = defaultdict(set)
    for each in asked:
        by_day[each.question.at].add(address(each))
    return {
        (where, at): rate
        for at, addresses in by_day.items()
        for where, rate in reporting_of(actor, addresses, at).items()
    }


def _recount(actor: Actor, asked: Asked, day: dt.date) -> Number | None:
    return count(actor, replace(asked, question=replace(asked.question, at=day)))


def _counts(actor: Actor, asked: Sequence[Asked]) -> list[Number | None]:
    """What is on record for each question; questions that differ by their subject only share one GROUP BY."""
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, each in enumerate(asked):
        kind = each.subject.kind if each.subject and each.answerable else None
        alone = place if kind is None else -1
        filters = tuple(sorted(each.question.filters.items()))
        groups[each.indicator.pk, each.question.at, filters, kind, alone].append(place)
    counts: list[Number | None] = [None] * len(asked)
    for places in groups.values():
        if len(places) == 1:
            counts[places[0]] = count(actor, asked[places[0]])
        else:
            for place, number in zip(places, _by_subject(actor, [asked[place] for place in places]), strict=True):
                counts[place] = number
    return counts


def _by_subject(actor: Actor, asked: Sequence[Asked]) -> Sequence[Number | None]:
    """Counts of one indicator for several subjects of one kind, in one query per leg where SQL can group them."""
    whole = replace(asked[0], subject=None, question=replace(asked[0].question, subject=""))
    subjects = [each.subject for each in asked if each.subject is not None]

    def group_of(leg: Leg) -> Facet:
        return facet_named(kind_of(leg), subject_facet(whole.definition, leg, subjects[0].kind) or SELF)

    if whole.definition.of:
        return [count(actor, each) for each in asked]
    legs = whole.definition.counts
    within = any(group_of(leg).within for leg in legs)
    if legs[0].sum and (within or len(legs) > 1):
        return [count(actor, each) for each in asked]
    if within:
        return _within(actor, whole, subjects, group_of)
    # Asked of nearly all, SQL groups everything faster than it looks up each.
    only = [subject.pk for subject in subjects] if len(subjects) <= MOST_LOOKED_UP else None
    tallied = tally(actor, whole, group_of, only)
    return [tallied.get(subject.pk, 0) for subject in subjects]


def _within(actor: Actor, whole: Asked, subjects: Sequence[Subject], group_of: FacetOf) -> list[Number]:
    """Counts for places, each with what lies within it: things are paired with places once and added up here."""

    def path_of(leg: Leg) -> Facet:
        facet = group_of(leg)
        path = f"{facet.path}__path" if facet.refers == "place" else facet.path
        return replace(facet, path=path, refers="", within=False)

    items = pairs(counted(actor, whole, group_of), whole.day, path_of)
    prefixes = paths_within(subjects)
    return [
        len(set().union(*(held for path, held in items.items() if str(path).startswith(prefixes[subject.pk]))))
        for subject in subjects
    ]


def weigh(
    asked: Asked, on_record: Number | None, claims: Sequence[Claim], returns: Sequence[Return], recount: Recount
) -> Figure:
    """Choose the headline and judge every witness by it.

    Approved returns beat stated claims, these beat lists counted by the book, these beat the records alone; but
    records that bear the reported number out, or that have outgrown an older one, are themselves the answer.
    Sources differ (dif) when claims of comparable date contradict the headline, or records of that date exceed it.
    """
    said = [claim for claim in claims if claim.value is not None and claim.basis != "uncounted"]
    head = next((claim for claim in said if claim.basis == "stated"), said[0] if said else None)
    if returns:
        reported, qualifier, mark = sum((each.value for each in returns), Decimal(0)), "exactly", "rep"
        period = max((each.period for each in returns), key=lambda one: one.last or dt.date.min)
    elif head is not None and head.value is not None:
        reported, qualifier, mark, period = head.value, head.qualifier, "cla", head.period
        near = [claim for claim in said if not apart(claim.period, period)]
        if any(_against(claim, head.value, head.qualifier).key == "differs" for claim in near):
            mark = "dif"
    else:
        mark = "rec" if on_record else "none"
        today = Period(asked.day, asked.day)
        return Figure(asked, on_record, "exactly", mark, on_record, None, "", today, tuple(claims))
    said_by = (tuple(claims), tuple(returns))
    figure = Figure(asked, tidy(reported), qualifier, mark, on_record, tidy(reported), qualifier, period, *said_by)
    return figure if on_record is None or mark == "dif" else _with_records(figure, on_record, recount)


def _with_records(figure: Figure, on_record: Number, recount: Recount) -> Figure:
    """The figure once its own records have spoken: they bear the report out, contradict it, or have outgrown it."""
    reported, qualifier = Decimal(figure.reported or 0), figure.reported_qualifier
    borne_out = bears_out(Decimal(on_record), reported, qualifier)
    if on_record < reported and not borne_out:
        return figure
    today = Period(figure.asked.day, figure.asked.day)
    recorded = replace(figure, value=on_record, qualifier="exactly", mark="rec", period=today)
    if borne_out:
        return recorded
    then: Number | None = on_record
    if apart(figure.period, today) and figure.period.last is not None:
        then = recount(figure.period.last)
    outgrown = then is None or then <= reported or bears_out(Decimal(then), reported, qualifier)
    return recorded if outgrown else replace(figure, mark="dif")


def _verdict(claim: Claim, figure: Figure) -> Verdict:
    if claim.value is None or claim.basis == "uncounted" or figure.value is None:
        return _uncounted()
    value = Decimal(figure.value)
    if figure.mark == "rec" and bears_out(value, claim.value, claim.qualifier):
        return compare(claim.value, claim.qualifier, value, "exactly") if claim.qualifier != "over" else AGREES
    if apart(claim.period, figure.period):
        return Verdict("incomparable", note=why_apart(claim.period, figure.period))
    return _against(claim, value, figure.qualifier)


def _against(claim: Claim, value: Decimal, qualifier: str) -> Verdict:
    return compare(claim.value or Decimal(0), claim.qualifier, value, qualifier)


def _uncounted() -> Verdict:
    return Verdict("incomparable", note=_("not counted in the source"))
