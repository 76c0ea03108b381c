"""Questions: an indicator asked of a subject, as of a day, narrowed by facets; checked before anything is counted."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from guildbook.directory.models import Place
from guildbook.figures.definitions import Definition, Leg, read_definition, subject_facet, subject_kinds
from guildbook.figures.models import Indicator
from guildbook.figures.queries.visible import visible_indicators
from guildbook.kit.actors import Actor
from guildbook.kit.fuzzy import last_day
from guildbook.kit.models import Record, Status
from guildbook.kit.record_types import RecordType, by_name
from guildbook.kit.texts import pick

# A person in a role is called after both, whatever the title column says.
COMPOSED = ("role",)


class FigureError(ValueError):
    """A figure that cannot be asked so; the message says what would be right."""


class UnknownFigureError(FigureError):
    """An indicator or subject the book does not have, or not for this actor."""


@dataclass(frozen=True)
class Question:
    """A figure asked for: indicator key, subject as `place:guangxi` (empty for the whole book), day, facet filters."""

    indicator: str
    subject: str = ""
    at: dt.date | None = None
    filters: Mapping[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """The address of the figure's page."""
        params = {"subject": self.subject, "at": self.at.isoformat() if self.at else "", **self.filters}
        query = urlencode({name: value for name, value in params.items() if value}, safe=":")
        return f"/figures/{self.indicator}?{query}" if query else f"/figures/{self.indicator}"


@dataclass(frozen=True)
class Subject:
    """Whom a figure is about: a record of the book."""

    kind: str
    key: str
    label: str
    url: str
    pk: int
    path: str = ""

    @property
    def name(self) -> str:
        """The subject as questions write it."""
        return f"{self.kind}:{self.key}"


@dataclass(frozen=True)
class Asked:
    """A question resolved: its indicator, parsed definition, subject and the day records are counted on."""

    question: Question
    indicator: Indicator
    definition: Definition
    subject: Subject | None
    today: dt.date

    @property
    def day(self) -> dt.date:
        """The day whose records are counted."""
        return self.question.at or self.today

    @property
    def title(self) -> str:
        """What is counted, in the interface's language."""
        return pick(self.indicator.title).text

    @property
    def subject_label(self) -> str:
        """Whom it is about, in words."""
        return self.subject.label if self.subject else pgettext("subject of a figure", "the whole book")

    @property
    def answerable(self) -> bool:
        """Whether records can answer: some leg counts, and each knows the subject."""
        legs = self.definition.counts
        if self.subject is None:
            return bool(legs)
        return bool(legs) and all(subject_facet(self.definition, leg, self.subject.kind) for leg in legs)


def facet_of(definition: Definition, leg: Leg, name: str) -> str | None:
    """The facet a question's filter means for a leg: one of the breakdowns, or the facet of a kind of subject."""
    return name if name in definition.breakdowns else subject_facet(definition, leg, name)


def filter_names(definition: Definition) -> tuple[str, ...]:
    """Names a question may filter by."""
    return tuple(dict.fromkeys([*definition.breakdowns, *subject_kinds(definition)]))


def read_day(text: str) -> dt.date | None:
    """A day; a year or month is asked as of its end. Raises FigureError."""
    if not text:
        return None
    try:
        day = last_day(text)
    except ValidationError:
        day = None
    if day is None:
        said = _("“%(text)s” is not a date; write a day, a month or a year, as 2023-08-31.")
        raise FigureError(said % {"text": text[:40]})
    return day


def resolve(actor: Actor, questions: Sequence[Question]) -> list[Asked]:
    """Look indicators and subjects up, a query per kind of subject; raises FigureError for what cannot be asked."""
    keys = {question.indicator for question in questions}
    found = visible_indicators(actor).filter(key__in=keys, status=Status.PUBLISHED)
    indicators = {indicator.key: indicator for indicator in found}
    definitions = {key: read_definition(indicator.definition) for key, indicator in indicators.items()}
    subjects = find_subjects(actor, {question.subject for question in questions if question.subject})
    today = timezone.localdate()
    asked = []
    for question in questions:
        if question.indicator not in indicators:
            raise UnknownFigureError(_("The book has no indicator “%(key)s”.") % {"key": question.indicator[:80]})
        if question.subject and question.subject not in subjects:
            raise UnknownFigureError(_("The book has no subject “%(name)s”.") % {"name": question.subject[:120]})
        definition = definitions[question.indicator]
        _check_filters(definition, question)
        asked.append(Asked(question, indicators[question.indicator], definition, subjects.get(question.subject), today))
    return asked


def _check_filters(definition: Definition, question: Question) -> None:
    known = filter_names(definition) if question.filters else ()
    for name in question.filters:
        if name not in known:
            if not known:
                said = _("This figure cannot be asked by “%(name)s”, nor by anything else.")
                raise FigureError(said % {"name": name[:40]})
            raise FigureError(
                _("This figure cannot be asked by “%(name)s”; it can by %(known)s.")
                % {"name": name[:40], "known": ", ".join(known)}
            )


def find_subjects(actor: Actor, names: Iterable[str]) -> dict[str, Subject]:
    """The subjects the actor may see, by name (`place:guangxi`); what is missing is not in the answer."""
    wanted: dict[str, set[str]] = {}
    for name in names:
        kind, __, key = name.partition(":")
        if not key or by_name(kind) is None:
            example = "place:guangxi"
            raise FigureError(
                _("“%(name)s” is not a subject; write its kind and key, as %(example)s.")
                % {"name": name[:120], "example": example}
            )
        wanted.setdefault(kind, set()).add(key)
    found: dict[str, Subject] = {}
    for kind, keys in wanted.items():
        record_type = by_name(kind)
        if record_type is not None:
            made = subjects_of(record_type, record_type.visible(actor).filter(key__in=keys))
            found.update({subject.name: subject for subject in made})
    return found


def subjects_of(kind: RecordType, records: QuerySet[Any]) -> list[Subject]:
    """Records as subjects; those that carry their name in their own row are not loaded whole."""
    name = name_column(kind)
    if not name:
        rows = [(record.pk, record.key, record.label(), "") for record in records]
    elif kind.model is Place:
        rows = list(records.values_list("pk", "key", name, "path"))
    else:
        rows = [(*row, "") for row in records.values_list("pk", "key", name)]
    return [
        Subject(kind.name, key, pick(label).text or key, f"/{kind.plural}/{key}", pk, path)
        for pk, key, label, path in rows
    ]


def name_column(kind: RecordType) -> str:
    """The column of a record's own row that holds its label; empty where the label is put together of others."""
    if kind.model.label is Record.label or kind.name in COMPOSED:
        return ""
    columns = {field.name for field in kind.model._meta.concrete_fields}
    return next((name for name in ("labels", "names", "title") if name in columns), "")


def paths_within(subjects: Sequence[Subject]) -> dict[int, tuple[str, ...]]:
    """For places, how the paths of all that lies within them begin; a group of countries holds its countries."""
    paths = {subject.pk: [subject.path] for subject in subjects if subject.path}
    members = Place.objects.filter(groups__pk__in=paths).values_list("groups__pk", "path") if paths else ()
    for pk, path in members:
        paths[pk].append(path)
    return {pk: tuple(held) for pk, held in paths.items()}
