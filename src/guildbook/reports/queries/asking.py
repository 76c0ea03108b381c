"""Figures of a report, asked of the book as the public sees it: what is published must not rest on what is not.

Everything comes back as data in many languages, so that a draft shown live and a report frozen years ago are shown by
the same code.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from rapidfuzz.process import extract

from guildbook.figures.definitions import read_definition, subject_kinds
from guildbook.figures.models import Indicator
from guildbook.figures.queries import (
    Figure,
    FigureError,
    Question,
    UnknownFigureError,
    ask,
    ask_many,
    breakdowns_of,
    filter_labels,
    indicators,
    read_day,
    visible_indicators,
)
from guildbook.figures.queries.figures import weigh
from guildbook.figures.verdicts import Period
from guildbook.kit.actors import PUBLIC
from guildbook.kit.models import Status
from guildbook.kit.record_types import by_name
from guildbook.reports.models import FrozenFigure
from guildbook.reports.writing import Insertion, WritingFault

Data = dict[str, Any]
MOST_ROWS = 60


@dataclass(frozen=True)
class Answers:
    """What the book answers to a text's insertions: data by question, and what could not be asked."""

    found: dict[str, Data]
    insertions: tuple[Insertion, ...]
    faults: tuple[WritingFault, ...]


def answers(insertions: Sequence[Insertion], languages: Sequence[str], day: dt.date | None = None) -> Answers:
    """Ask every insertion; `languages` (codes of the interface) say in which its labels are wanted.

    `day` is given on publication: a figure without a date is asked, and stays, as of that day.
    """
    found: dict[str, Data] = {}
    faults: list[WritingFault] = []
    meant = []
    for each in insertions:
        try:
            full = with_kind(each)
            if full.name not in found:
                found[full.name] = answer(full, languages, day)
            meant.append(full)
        except FigureError as error:
            faults.append(each.fault(str(error)))
            meant.append(each)
    return Answers(found, tuple(meant), tuple(faults))


def with_kind(insertion: Insertion) -> Insertion:
    """The insertion with its subject's kind written out; raises FigureError where that is not one record."""
    indicator = _indicator(insertion.indicator)
    if not insertion.subject or ":" in insertion.subject:
        return insertion
    kinds = [kind for name in subject_kinds(read_definition(indicator.definition)) if (kind := by_name(name))]
    held = [f"{kind.name}:{insertion.subject}" for kind in kinds if _has(kind, insertion.subject)]
    if len(held) == 1:
        return replace(insertion, subject=held[0])
    if held:
        said = _("“%(name)s” can be several; write one of %(known)s")
        raise FigureError(said % {"name": insertion.subject, "known": ", ".join(held)})
    raise UnknownFigureError(_("The book has no subject “%(name)s”.") % {"name": insertion.subject})


def _has(kind: Any, key: str) -> bool:
    return bool(kind.visible(PUBLIC).filter(key=key).exists())


def _indicator(key: str) -> Indicator:
    found = visible_indicators(PUBLIC).filter(key=key, status=Status.PUBLISHED).first()
    if found is not None:
        return found
    known = [indicator.key for indicator in indicators(PUBLIC)]
    near = [name for name, *__ in extract(key, known, limit=3, score_cutoff=60)]
    said = _("The book has no indicator “%(key)s”.") % {"key": key[:80]}
    raise UnknownFigureError(said + (_(" Perhaps: %(names)s.") % {"names": ", ".join(near)} if near else ""))


def questions_of(insertion: Insertion, day: dt.date | None) -> list[Question]:
    """What an insertion asks: one question, or one for the end of each year, the present year as of today."""
    filters = dict(insertion.filters)
    if insertion.years is None:
        at = read_day(insertion.at) or day
        return [Question(insertion.indicator, insertion.subject, at, filters)]
    today = day or timezone.localdate()
    first, last = insertion.years
    if first > today.year:
        raise FigureError(_("The years %(years)s have not begun.") % {"years": f"{first}-{last}"})
    ends = (min(dt.date(year, 12, 31), today) for year in range(first, min(last, today.year) + 1))
    return [Question(insertion.indicator, insertion.subject, end, filters) for end in ends]


def answer(insertion: Insertion, languages: Sequence[str], day: dt.date | None = None) -> Data:
    """One insertion's answer as data, in these languages; raises FigureError saying what cannot be asked so."""
    figures = figures_of(questions_of(insertion, day))
    if insertion.years:
        figures = [of_its_year(figure) for figure in figures]
    head = next((figure for figure in reversed(figures) if figure.value is not None), figures[-1])
    if head.value is None:
        raise FigureError(_("The book has no answer to this; it would stand empty in the text."))
    if head.mark == "none":
        said = _("The book knows nothing of this: no record, no return, no source. If none is meant, say so in words.")
        raise FigureError(said)
    made = headline(head, languages)
    if insertion.by:
        made |= _rows(head, insertion.by, languages)
    if insertion.years:
        made["points"] = [_point(figure) for figure in figures]
    return made


def of_its_year(figure: Figure) -> Figure:
    """A figure for the end of a year, empty where sources or members speak of another year or of none."""
    at, period = figure.asked.question.at, figure.period
    if figure.mark in ("rec", "none") or at is None or (period.last is not None and period.last.year == at.year):
        return figure
    return replace(figure, value=None, mark="none")


def figures_of(questions: Sequence[Question]) -> list[Figure]:
    """Figures as the public may ask them, without what reports of this book said: nobody is a witness to themselves."""
    figures = ask_many(PUBLIC, questions)
    echoes = _echoes({question.indicator for question in questions})
    return [_without(figure, echoes) for figure in figures]


def _echoes(keys: Iterable[str]) -> set[str]:
    """Keys of the claims that reports of the book make of these indicators."""
    about = Q(pk__in=())
    for key in keys:
        about |= Q(name=key) | Q(name__startswith=f"{key} ")
    rows = FrozenFigure.objects.filter(about).values_list("claims", flat=True)
    return {key for claims in rows for key in claims.values()}


def _without(figure: Figure, echoes: set[str]) -> Figure:
    kept = [claim for claim in figure.spoken if claim.key not in echoes]
    if len(kept) == len(figure.spoken):
        return figure
    question = figure.asked.question

    def recount(day: dt.date) -> Any:
        return ask(PUBLIC, question.indicator, question.subject, day, question.filters).on_record

    return weigh(figure.asked, figure.on_record, kept, figure.returns, recount)


def headline(figure: Figure, languages: Sequence[str]) -> Data:
    """The answer alone, its labels in many languages."""
    asked, question = figure.asked, figure.asked.question
    made = {
        "question": {
            "indicator": question.indicator,
            "subject": question.subject,
            "at": question.at.isoformat() if question.at else "",
            "filters": dict(question.filters),
        },
        "title": dict(asked.indicator.title),
        "subject": _subject_label(question.subject),
        "narrowed": _narrowed(figure, languages),
        "value": exact(figure.value),
        "qualifier": figure.qualifier,
        "mark": figure.mark,
        "as_of": period_data(figure.period),
        "on_record": exact(figure.on_record),
        "reported": exact(figure.reported),
    }
    return without_unknown(made)


def without_unknown(data: Data) -> Data:
    """Data without what is not known: files leave it out, and what is frozen must read back as it was."""
    return {name: value for name, value in data.items() if value is not None}


def exact(value: Decimal | int | None) -> str | None:
    """A number as frozen data keeps it: as text, which every kind of file gives back as it was."""
    if value is None:
        return None
    text = f"{Decimal(value):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def period_data(period: Period) -> Data:
    """The days a figure speaks of, as data."""
    first, last = (day.isoformat() if day else "" for day in (period.first, period.last))
    return {"first": first, "last": last, "text": period.text}


def _subject_label(name: str) -> dict[str, str]:
    kind_name, __, key = name.partition(":")
    kind = by_name(kind_name)
    record = kind.visible(PUBLIC).filter(key=key).first() if kind and key else None
    return dict(record.label()) if record is not None else {}


def _narrowed(figure: Figure, languages: Sequence[str]) -> list[dict[str, str]]:
    """What the filters narrow to, each value in many languages."""
    names = list(figure.asked.question.filters)
    found: dict[str, dict[str, str]] = {name: {} for name in names}
    for code in languages if names else ():
        with override(code):
            for name, (__, value) in filter_labels(PUBLIC, figure).items():
                found[name][tag_of(code)] = value
    return [found[name] for name in names]


def _rows(figure: Figure, facet: str, languages: Sequence[str]) -> Data:
    """The count on record by a facet, the largest first, labels in many languages."""
    definition = figure.asked.definition
    if facet not in definition.breakdowns or facet in figure.asked.question.filters:
        known = [name for name in definition.breakdowns if name not in figure.asked.question.filters]
        if not known:
            raise FigureError(_("This figure cannot be broken down."))
        said = _("This figure cannot be broken down by “%(name)s”; it can by %(known)s.")
        raise FigureError(said % {"name": facet[:40], "known": ", ".join(known)})
    only = definition.model_copy(update={"breakdowns": (facet,)})
    narrowed = replace(figure, asked=replace(figure.asked, definition=only))
    rows: dict[str, Data] = {}
    by: dict[str, str] = {}
    for code in languages:
        with override(code):
            for breakdown in breakdowns_of(PUBLIC, narrowed, most=MOST_ROWS + 1):
                by[tag_of(code)] = breakdown.label
                for bar in breakdown.bars:
                    row = rows.setdefault(bar.key, {"key": bar.key, "label": {}, "value": exact(bar.number)})
                    row["label"][tag_of(code)] = bar.label
    if not rows:
        raise FigureError(_("Nothing is on record to break down."))
    shown = list(rows.values())
    return {"by": facet, "by_label": by, "rows": shown[:MOST_ROWS], "cut": "yes" if len(shown) > MOST_ROWS else ""}


def _point(figure: Figure) -> Data:
    at = figure.asked.question.at
    value = exact(figure.value)
    made = {"at": at.isoformat() if at else "", "value": value, "qualifier": figure.qualifier, "mark": figure.mark}
    return without_unknown(made)


def tag_of(code: str) -> str:
    """The BCP 47 tag of a language code of the interface."""
    language, __, script = code.partition("-")
    return f"{language}-{script.title()}" if script else language
