"""Lineage: the records and values behind a figure, its breakdowns, and the subjects an indicator speaks of."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.db.models import Q, QuerySet

from guildbook.faces.lists import facet_labels
from guildbook.figures.definitions import Leg, subject_kinds
from guildbook.figures.models import Indicator
from guildbook.figures.queries.conditions import facet_named, kind_of
from guildbook.figures.queries.counts import Counted, Number, counted, tally, values_counted
from guildbook.figures.queries.figures import Bar, Breakdown, Figure, ask_many
from guildbook.figures.queries.questions import Question, Subject, facet_of, find_subjects, subjects_of
from guildbook.figures.queries.visible import visible_indicators
from guildbook.figures.queries.witnesses import published_claims
from guildbook.kit.actors import Actor
from guildbook.kit.models import Status
from guildbook.kit.record_types import Facet, RecordType, by_name
from guildbook.kit.texts import pick

MOST_BARS = 30


def records_of(actor: Actor, figure: Figure) -> list[tuple[RecordType, QuerySet[Any]]]:
    """The records counted, by kind, sorted; a query each only when they are read."""
    if not figure.asked.answerable:
        return []
    return [(each.kind, each.records.order_by(each.kind.sort, "pk")) for each in _once(counted(actor, figure.asked))]


def _once(found: list[Counted]) -> list[Counted]:
    """One set of records per kind: legs that count different values of the same kind are shown together."""
    merged: dict[str, Counted] = {}
    for each in found:
        held = merged.get(each.kind.name)
        merged[each.kind.name] = each if held is None else replace(held, records=held.records | each.records)
    return list(merged.values())


def values_of(actor: Actor, figure: Figure) -> list[tuple[str, str]]:
    """The distinct values counted, as (label, address); empty for a figure that counts records themselves."""
    asked = figure.asked
    if not asked.answerable or not asked.definition.counts[0].value:
        return []
    found: dict[str, str] = {}
    for each in counted(actor, asked):
        facet = facet_named(each.kind, each.leg.value)
        raw = {value for (value,) in values_counted(each, asked.day).distinct()}
        for key, label in _labels(actor, each.kind, facet, raw).values():
            referred = by_name(facet.refers) if facet.refers else None
            found[label] = f"/{referred.plural}/{key}" if referred else ""
    return sorted(found.items())


def _labels(actor: Actor, kind: RecordType, facet: Facet, raw: set[Any]) -> Mapping[Any, tuple[str, str]]:
    """Key and label of raw facet values; records the actor may not see are left out."""
    referred = by_name(facet.refers) if facet.refers else None
    if referred is not None:
        found = subjects_of(referred, referred.visible(actor).filter(pk__in=raw))
        return {subject.pk: (subject.key, subject.label) for subject in found}
    if facet.path.endswith("__id"):
        return _part_labels(kind, facet, raw)
    labels = facet_labels(kind, facet, [str(value) for value in raw])
    return {value: (str(value), labels[str(value)]) for value in raw}


def _part_labels(kind: RecordType, facet: Facet, raw: set[Any]) -> Mapping[Any, tuple[str, str]]:
    """Labels of parts without a page of their own, such as a plan's goals: their text or title."""
    part: Any = kind.model._meta.get_field(facet.path.split("__")[0]).related_model
    rows = part._default_manager.filter(pk__in=raw)
    named = {row.pk: pick(getattr(row, "text", getattr(row, "title", {}))).text for row in rows}
    return {pk: (str(pk), label or str(pk)) for pk, label in named.items()}


def breakdowns_of(actor: Actor, figure: Figure, most: int = MOST_BARS) -> tuple[Breakdown, ...]:
    """The count on record by each facet of the definition, the largest first; every bar is itself a figure."""
    asked = figure.asked
    if not asked.answerable:
        return ()
    made = []
    for name in asked.definition.breakdowns:
        if name in asked.question.filters:
            continue

        def group_of(leg: Leg, name: str = name) -> Facet:
            return facet_named(kind_of(leg), name)

        tallied = tally(actor, asked, group_of)
        kind = kind_of(asked.definition.counts[0])
        facet = facet_named(kind, name)
        labels = _labels(actor, kind, facet, set(tallied))
        rows = [(number, *labels[raw]) for raw, number in tallied.items() if raw in labels and number]
        rows.sort(key=lambda row: (-row[0], row[2]))
        if rows:
            bars = tuple(_bar(asked.question, name, rows[0][0], *row) for row in rows[:most])
            made.append(Breakdown(name, str(facet.label), bars))
    return tuple(made)


def _bar(question: Question, name: str, largest: Number, number: Number, key: str, label: str) -> Bar:
    """One value of a breakdown; it asks the same question, narrowed to that value."""
    narrowed = Question(question.indicator, question.subject, question.at, {**question.filters, name: key})
    return Bar(key, label, number, float(number) / float(largest), narrowed)


def indicators(actor: Actor) -> list[Indicator]:
    """Every published indicator, by theme."""
    return list(visible_indicators(actor).filter(status=Status.PUBLISHED).order_by("theme", "key"))


def subjects_with_witnesses(
    actor: Actor, indicator: Indicator | None = None, subject: str = ""
) -> dict[str, list[str]]:
    """For every indicator's key (or one's), the subjects (or the one) that claims or approved returns speak of."""
    found: dict[str, set[str]] = {}
    columns = ("indicator__key", "subject_type", "subject_key")
    about = Q(indicator__isnull=False) if indicator is None else Q(indicator=indicator)
    if subject:
        kind_name, __, subject_key = subject.partition(":")
        about &= Q(subject_type=kind_name, subject_key=subject_key)
    rows = list(published_claims(actor).filter(about).order_by().values_list(*columns).distinct())
    kind = by_name("return")
    if kind is not None:
        returns = kind.visible(actor).filter(about, status=Status.PUBLISHED, state="approved")
        rows += returns.order_by().values_list(*columns).distinct()
    for of_indicator, of, key in rows:
        if of:
            found.setdefault(of_indicator, set()).add(f"{of}:{key}")
    return {of_indicator: sorted(names) for of_indicator, names in found.items()}


def indicator_subjects(actor: Actor, figure: Figure, most: int = 50) -> list[Subject]:
    """Subjects worth asking an indicator of: its own, those with claims or returns, then the first of its kinds."""
    asked = figure.asked
    spoken = subjects_with_witnesses(actor, asked.indicator).get(asked.indicator.key, [])
    found = find_subjects(actor, spoken[:most])
    if asked.subject is not None:
        found.setdefault(asked.subject.name, asked.subject)
    for name in subject_kinds(asked.definition):
        kind = by_name(name)
        if kind is None or len(found) >= most:
            continue
        first = kind.visible(actor).filter(status=Status.PUBLISHED).order_by(kind.sort)[: most - len(found)]
        for subject in subjects_of(kind, first):
            found.setdefault(subject.name, subject)
    return list(found.values())


def filter_labels(actor: Actor, figure: Figure) -> dict[str, tuple[str, str]]:
    """What a question's filters are called, and their values."""
    labels = {}
    legs = figure.asked.definition.counts
    for name, value in figure.asked.question.filters.items():
        facet = facet_of(figure.asked.definition, legs[0], name) if legs else None
        if facet is None:
            labels[name] = (name, value)
            continue
        kind = kind_of(legs[0])
        held = facet_named(kind, facet)
        referred = by_name(held.refers) if held.refers else None
        if referred is not None:
            chosen = subjects_of(referred, referred.visible(actor).filter(key=value))
            labels[name] = (str(held.label), chosen[0].label if chosen else value)
        else:
            labels[name] = (str(held.label), facet_labels(kind, held, [value])[value])
    return labels


def every_figure(actor: Actor, at: dt.date | None = None, most: int | None = None) -> list[Figure]:
    """Every indicator asked of the whole book, then of the subjects (`most` each) that claims or returns speak of."""
    spoken = subjects_with_witnesses(actor)
    names = {indicator.key: ["", *spoken.get(indicator.key, ())[:most]] for indicator in indicators(actor)}
    return ask_many(actor, [Question(key, name, at) for key, subjects in names.items() for name in subjects])
