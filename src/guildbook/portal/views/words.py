"""The words of the book: what each kind of record, choice and mark means."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guildbook.faces.details import column_label
from guildbook.kit.models import Status
from guildbook.kit.record_types import RecordType, model_field, record_types


def words(request: HttpRequest) -> HttpResponse:
    """Every word with its definition, each at an address of its own."""
    context = {
        "kinds": [kind_of(each) for each in record_types()],
        "marks": marks(),
        "statuses": statuses(),
    }
    return render(request, "portal/words.html", context)


def marks() -> list[tuple[str, str]]:
    """The witness marks and what they say."""
    return [
        ("rec", _("The records of this book answer: each thing counted has a page.")),
        ("rep", _("Members reported it in a round, and the secretariat approved it.")),
        ("cla", _("A source published it; the book does not hold that many records.")),
        ("dif", _("Sources, or sources and records, contradict each other.")),
        ("none", _("Nothing is known.")),
    ]


def statuses() -> list[tuple[str, str, str]]:
    """The publication states: key, label, definition."""
    said = {
        Status.DRAFT: _("Being written; the public does not see it."),
        Status.PUBLISHED: _("Everybody may read it, and figures count it."),
        Status.WITHDRAWN: _("No longer stands; its address goes on answering, figures do not count it."),
        Status.SUPERSEDED: _("Another record has taken its place; its address goes on answering."),
    }
    return [(status.value, str(status.label), text) for status, text in said.items()]


def kind_of(kind: RecordType) -> dict[str, Any]:
    """A kind of record: what it is, and its choices with their definitions, by column."""
    groups: dict[str, list[tuple[str, str, str]]] = {}
    for name, text in kind.definitions.items():
        column, __, value = name.rpartition(".")
        groups.setdefault(column, []).append((value, _label(kind, column, value), str(text)))
    return {
        "name": kind.name,
        "label": kind.label,
        "url": f"/{kind.plural}/",
        "text": str(DEFINITIONS.get(kind.name, "")),
        "groups": [{"name": name, "label": _group_label(kind, name), "choices": made} for name, made in groups.items()],
    }


def _field(kind: RecordType, column: str) -> Any:
    part, __, name = column.rpartition(".")
    rows = next((rows for rows in kind.rows if rows.name == part), None)
    return model_field(kind.part_model(rows) if rows else kind.model, name)


def _label(kind: RecordType, column: str, value: str) -> str:
    return str(dict(_field(kind, column).flatchoices).get(value, value))


def _group_label(kind: RecordType, column: str) -> str:
    part = column.rpartition(".")[0]
    label = str(_field(kind, column).verbose_name)
    return f"{column_label(kind, part)}: {label}" if part else label


DEFINITIONS = {
    "place": gettext_lazy("A country or region, province or city, or a group of countries."),
    "city-link": gettext_lazy("A sister-city relation between two places, since a date."),
    "organisation": gettext_lazy(
        "A school, company, government body, association, centre or alliance. Names are dated and many."
    ),
    "person": gettext_lazy("A named public person; what they do is in their roles. Learners are not these."),
    "role": gettext_lazy("A named public person holding a role at an organisation for a term."),
    "source": gettext_lazy("A document that supports a record or a single field of it, cited by paragraph."),
    "field": gettext_lazy("A field of education and training, after ISCED-F 2013."),
    "indicator": gettext_lazy(
        "A written definition of a count or sum: what is counted, where, when, with which breakdowns."
    ),
    "claim": gettext_lazy(
        "A figure that a source published: value, qualifier, what it counts, subject, date, place in the text."
    ),
    "alliance": gettext_lazy("An organisation that has members. Members are organisations, alliances included."),
    "membership": gettext_lazy("An organisation belonging to an alliance, in a role, for a term."),
    "agreement": gettext_lazy("Parties, as many as signed, and signed versions; each signed version is frozen."),
    "unit": gettext_lazy("Something partners run together, usually abroad."),
    "programme": gettext_lazy("A major or course: its field, level and languages, who delivers it, its intakes."),
    "resource": gettext_lazy("A textbook or courseware: who made it, in which editions, and who it is shared with."),
    "standard": gettext_lazy(
        "A professional, curriculum, job or technical standard, with versions and numbered items."
    ),
    "alignment": gettext_lazy(
        "Which items of one version of a standard say what another's say: proposed by machine, reviewed by people."
    ),
    "adoption": gettext_lazy("A standard taken up in a country: which version, by whom, by what instrument."),
    "event": gettext_lazy("A forum, conference, ceremony, visit, exchange trip or press conference."),
    "plan": gettext_lazy("What an organisation or a place set out to do: goals, tasks and targets."),
    "target": gettext_lazy("A value that a plan wants an indicator to reach, by a date."),
    "round": gettext_lazy("A dated collection of figures from members, with a deadline."),
    "return": gettext_lazy("A figure that a member reported in a round."),
    "report": gettext_lazy("A text published with figures, each frozen with what stood behind it on that day."),
}
