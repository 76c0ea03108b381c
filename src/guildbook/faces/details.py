"""The detail face: a record as facts, parts, citations and history, ready for a template."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from babel.core import Locale, UnknownLocaleError
from django.db.models import (
    DateField,
    DecimalField,
    Field,
    FloatField,
    ForeignKey,
    IntegerField,
    JSONField,
    ManyToManyField,
    Model,
)
from django.utils.translation import gettext as _

from guildbook.kit.actors import PUBLIC, Actor
from guildbook.kit.documents import CITATION_COLUMNS, all_columns
from guildbook.kit.drafts import Draft
from guildbook.kit.fields import FuzzyDateField, LanguageMapField
from guildbook.kit.format import date_text, day_text, number_text, term_text
from guildbook.kit.models import Change, Citation, Status
from guildbook.kit.record_types import Column, RecordType, by_name, model_field, type_of, type_of_model
from guildbook.kit.texts import current_tag, pick

Cell = str | dict[str, Any]
# The tone of a state's tag; the word says it, the colour only helps.
TONES = {
    **dict.fromkeys(("open", "signed", "in-force", "admitted", "approved"), "ok"),
    **dict.fromkeys(("planned", "draft", "circulated", "invited", "applied", "submitted", "expiring"), "new"),
    **dict.fromkeys(("declined", "sent-back"), "bad"),
}
SUMMARISED = ("kind", "state", "since", "until", "place")
# More records of one kind than this are not looked up to name them: a page would be lost in them.
MOST_NAMED = 5000
NO_FACTS = ("names", "title", "status", "note", "text", "labels", "start", "end")


@dataclass(frozen=True)
class Table:
    """A part of a record as a table."""

    name: str
    label: str
    columns: list[dict[str, str]]
    rows: list[list[Cell]]


@dataclass(frozen=True)
class Detail:
    """A record as its page shows it."""

    record_type: RecordType
    record: Any
    title: Cell
    other_titles: list[Cell]
    summary: list[Cell]
    note: Cell
    facts: list[dict[str, Any]]
    tables: list[Table]
    citations: list[dict[str, Any]]
    sources: list[dict[str, Any]]
    url: str
    withdrawn: str


def url_of(record: Model) -> str:
    """A record's permanent address on this site."""
    return f"/{type_of(record).plural}/{record.key}"  # type: ignore[attr-defined]  # every record has a key


def link(record: Any) -> Cell:
    """A record as a link, its name marked with the language it stands in."""
    text = pick(record.label())
    cell: dict[str, Any] = {"text": text.text or record.key, "url": url_of(record)}
    if text.language != current_tag():
        cell["lang"] = text.language
    return cell


def language_name(tag: str) -> str:
    """A language's name in the interface's language (CLDR)."""
    try:
        return Locale.parse(tag, sep="-").get_display_name(Locale.parse(current_tag(), sep="-")) or tag
    except (UnknownLocaleError, ValueError):
        return tag


def text_cell(texts: Mapping[str, str]) -> Cell:
    """A language map's best text, marked where it is not in the interface's language."""
    text = pick(texts)
    return {"text": text.text, "lang": text.language} if text.text and text.language != current_tag() else text.text


def cell(record: Model, column: Column, others: Mapping[tuple[str, str], Any] | None = None) -> Cell | list[Cell]:
    """One column of a record or row, ready to show."""
    name = column.field
    field = model_field(type(record), name)
    value = getattr(record, name)
    if isinstance(field, ManyToManyField):
        return [link(other) for other in value.all()]
    if value is None or value == "" or value == {}:
        return ""
    if name.endswith("_key"):
        found = (_others([record], [column]) if others is None else others).get((_kind(record, name), value))
        return link(found) if found is not None else str(value)
    if name == "superseded_by":
        successor = type_of(record).visible(PUBLIC).filter(key=value).first()
        return link(successor) if successor is not None else ""
    return _shown(field, value, record)


def _shown(field: Field[Any, Any], value: Any, record: Model) -> Cell:
    if isinstance(field, ForeignKey):
        return link(value)
    if field.choices:
        label = str(getattr(record, f"get_{field.name}_display")())
        return {"tag": label, "tone": TONES.get(value, "")} if field.name in ("state", "signing") else label
    if isinstance(field, LanguageMapField):
        return text_cell(value)
    if isinstance(field, FuzzyDateField):
        return date_text(value)
    if isinstance(field, DateField):
        return day_text(value)
    if isinstance(field, DecimalField | IntegerField | FloatField):
        return number_text(value)
    if field.name == "language":
        return language_name(value)
    return "" if isinstance(field, JSONField) else str(value)


def _kind(row: Model, name: str) -> str:
    return str(getattr(row, name.replace("_key", "_type"), ""))


def _others(rows: Iterable[Model], columns: Iterable[Column]) -> dict[tuple[str, str], Any]:
    """The published records that rows name by type and key, by these; one query per type, however many rows."""
    names = [column.field for column in columns if column.field.endswith("_key")]
    asked: dict[str, set[str]] = {}
    for row in rows:
        for name in names:
            asked.setdefault(_kind(row, name), set()).add(getattr(row, name))
    kinds = [(record_type, keys) for kind, keys in asked.items() if (record_type := by_name(kind)) is not None]
    return {
        (record_type.name, record.key): record
        for record_type, keys in kinds
        for record in record_type.visible(PUBLIC).filter(key__in=keys)
    }


def detail(record_type: RecordType, draft: Draft) -> Detail:
    """Everything a record's own page shows."""
    record = draft.record
    citations = [cited(citation) for citation in draft.citations]
    facts = []
    for column in all_columns(record_type):
        if not column.printed or column.field in NO_FACTS or column.field.endswith("_type"):
            continue
        shown = cell(record, column)
        behind = [citation for citation in citations if citation["column"] == column.field]
        # What the line under the title says already is said again only where a source stands behind it.
        if shown and (behind or column.field not in SUMMARISED):
            label = str(model_field(record_type.model, column.field).verbose_name)
            facts.append({"label": label, "cells" if isinstance(shown, list) else "cell": shown, "citations": behind})
    names = record.label()
    title = link(record)
    others: list[Cell] = [
        {"text": text, "lang": tag} for tag, text in names.items() if isinstance(title, dict) and text != title["text"]
    ]
    return Detail(
        record_type=record_type,
        record=record,
        title=title,
        other_titles=others,
        summary=summary(record_type, record),
        note=text_cell(record.note),
        facts=facts,
        tables=[table for table in _tables(record_type, draft) if table.rows],
        citations=citations,
        sources=by_source(citations),
        url=url_of(record),
        withdrawn=_withdrawn(record_type, record),
    )


def summary(record_type: RecordType, record: Any) -> list[Cell]:
    """What, in which state, when and where, for the line under a title; a record that has none of it says nothing."""
    names = {column.field for column in record_type.columns}
    shown: list[Cell | list[Cell]] = [cell(record, Column(name)) for name in ("kind", "state") if name in names]
    shown.append(term_text(record.since, record.until))
    if "place" in names:
        shown.append(cell(record, Column("place")))
    return [one for one in shown if one and not isinstance(one, list)]


def _withdrawn(record_type: RecordType, record: Any) -> str:
    if record.status == Status.WITHDRAWN:
        return _("This record has been withdrawn. It stays here so that what pointed to it still finds it.")
    if record.status == Status.SUPERSEDED:
        return _("This record has been superseded.")
    return _("This record is a draft; the public does not see it.") if record.status == Status.DRAFT else ""


def _tables(record_type: RecordType, draft: Draft) -> Iterable[Table]:
    for rows in record_type.rows:
        held = draft.rows.get(rows.name, [])
        model = record_type.part_model(rows)
        columns = [column for column in rows.columns if not column.field.endswith("_type")]
        others = _others(held, columns)
        cells = [[cell(row, column, others) for column in columns] for row in held]
        # A column no row fills says nothing; leave it out.
        filled = [place for place in range(len(columns)) if any(row[place] for row in cells)]
        heads = [{"label": str(model_field(model, columns[place].field).verbose_name), "kind": ""} for place in filled]
        yield Table(rows.name, str(rows.label), heads, [[_one(row[place]) for place in filled] for row in cells])


def _one(shown: Cell | list[Cell]) -> Cell:
    return shown if not isinstance(shown, list) else ", ".join(str(item) for item in shown)


def cited(citation: Citation) -> dict[str, Any]:
    """A citation for a template: its source, the paragraph, the words, and the address that shows them in place."""
    source = citation.source
    paragraph = f"#p{citation.paragraph}" if citation.paragraph else ""
    title = pick(source.title)
    return {
        "source": title.text,
        "source_lang": title.language if title.language != current_tag() else "",
        "short": pick(source.title).text[:40].rsplit(" ", 1)[0] + " …" if len(pick(source.title).text) > 40 else None,
        "url": f"{url_of(source)}{paragraph}",
        "locator": _("paragraph %(n)s") % {"n": citation.paragraph} if citation.paragraph else "",
        "paragraph": citation.paragraph,
        "quote": citation.quote,
        "lang": source.language,
        "field": column_label(by_name(citation.record_type), citation.field),
        "column": citation.field,
    }


def by_source(citations: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Citations under their sources, each source once, in the order of its paragraphs."""
    sources: dict[str, dict[str, Any]] = {}
    for citation in citations:
        url = citation["url"].partition("#")[0]
        held = sources.setdefault(
            url, {"text": citation["source"], "url": url, "lang": citation["source_lang"], "places": []}
        )
        held["places"].append(citation)
    for held in sources.values():
        held["places"].sort(key=lambda citation: citation["paragraph"] or 0)
    return list(sources.values())


def column_label(record_type: RecordType | None, name: str) -> str:
    """What a column or part is called in the interface's language; its own name where nothing better is known."""
    if record_type is None or not name:
        return name
    part = next((rows for rows in record_type.rows if rows.name == name), None)
    if part is not None:
        return str(part.label)
    if name == "citations":
        return _("citations")
    known = {column.field for column in all_columns(record_type)}
    return str(model_field(record_type.model, name).verbose_name) if name in known else name


def changes(actor: Actor, found: Iterable[Change], kept: Callable[[Change], bool]) -> list[dict[str, Any]]:
    """History entries for a template: when, for which organisation, what and why; who, where `kept` says they may know.

    The names of people are for those who keep the record; everybody else learns which organisation changed it.
    """
    entries = list(found)
    bodies = _bodies(actor, {change.body for change in entries} - {""})
    return [
        {
            "pk": change.pk,
            "when": day_text(change.at.date()),
            "stamp": change.at.isoformat(timespec="minutes"),
            "who": _by(change, bodies, kept(change)),
            "why": change.why,
            "what": _what(change),
        }
        for change in entries
    ]


def _bodies(actor: Actor, keys: set[str]) -> dict[str, str]:
    """What the organisations of these keys are called, as far as the actor may see them."""
    kind = by_name("organisation")
    if kind is None or not keys:
        return {}
    return {record.key: str(record) for record in kind.visible(actor).filter(key__in=keys)}


def _by(change: Change, bodies: Mapping[str, str], kept: bool) -> str:
    body = bodies.get(change.body, "") if change.body else _("staff of the book")
    if not kept:
        return body
    return f"{change.who} · {body}" if change.body and body else change.who


def _what(change: Change) -> str:
    if change.before is None:
        return _("entered")
    names = sorted(
        name for name in {*change.before, *change.after} if change.before.get(name) != change.after.get(name)
    )
    kind = by_name(change.record_type)
    return _("changed: %(names)s") % {"names": ", ".join(column_label(kind, name) for name in names)}


def referred(actor: Actor, record_type: RecordType, found: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], Any]:
    """The records that documents of one kind refer to, by kind and key, as the actor may see them; a query per kind."""
    asked: dict[str, set[str]] = {}
    for data in found:
        for name, key in _keys_in(record_type, data):
            asked.setdefault(name, set()).add(key)
    kinds = [(kind, keys) for name, keys in asked.items() if (kind := by_name(name)) is not None]
    return {
        (kind.name, record.key): record
        for kind, keys in kinds
        for record in kind.visible(actor).filter(key__in=list(keys)[:MOST_NAMED])
    }


def _keys_in(record_type: RecordType, data: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """Kind and key of every record a document refers to."""
    yield from _keys_of_row(record_type.model, all_columns(record_type), data)
    parts: list[tuple[str, type[Model], tuple[Column, ...]]] = [
        (rows.name, record_type.part_model(rows), rows.columns) for rows in record_type.rows
    ]
    parts.append(("citations", Citation, CITATION_COLUMNS))
    for name, model, columns in parts:
        held = data.get(name)
        for row in held if isinstance(held, list) else []:
            if isinstance(row, Mapping):
                yield from _keys_of_row(model, columns, row)


def _keys_of_row(model: type[Model], columns: Iterable[Column], row: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    for column in columns:
        value = row.get(column.field)
        field = model_field(model, column.field)
        if not value:
            continue
        if isinstance(field, ForeignKey | ManyToManyField):
            kind = type_of_model(field.related_model).name
            yield from ((kind, str(key)) for key in (value if isinstance(value, list) else [value]))
        elif column.field.endswith("_key"):
            yield str(row.get(column.field.replace("_key", "_type"), "")), str(value)


def visible_record(record_type: RecordType, actor: Actor, key: str) -> Any:
    """The record of that key as the actor may see it, or None: what may not be seen does not exist."""
    return record_type.visible(actor).filter(key=key).first()
