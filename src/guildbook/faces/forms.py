"""The form face: a document as form fields and back; the same reading and the same faults as every other face."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db.models import Field, ForeignKey, JSONField, ManyToManyField, TextField
from django.utils.translation import gettext as _

from guildbook.faces.details import language_name
from guildbook.kit.actions import CHANGED_MEANWHILE, stored
from guildbook.kit.actors import Actor
from guildbook.kit.documents import (
    CITATION_COLUMNS,
    Document,
    DocumentError,
    Fault,
    all_columns,
    document,
    read_document,
)
from guildbook.kit.fields import FuzzyDateField, LanguageMapField
from guildbook.kit.models import Citation
from guildbook.kit.naming import has_names
from guildbook.kit.queries import find_as
from guildbook.kit.record_types import Column, RecordType, model_field, type_of_model
from guildbook.kit.texts import current_tag

FORM_TAGS = ("en", "zh-Hans")
SPARE_ROWS = 2
# Characters of a text above which its input has several lines.
LONG = 80


@dataclass(frozen=True)
class RowsForm:
    """A part as an editable table: headings and rows of fields."""

    label: str
    columns: list[dict[str, str]]
    rows: list[list[dict[str, Any]]]


@dataclass(frozen=True)
class RecordForm:
    """A record's form, ready for the template."""

    fields: list[dict[str, Any]]
    parts: list[RowsForm]
    errors: list[str]
    version: str


def empty_form(record_type: RecordType, record: Any, given: Mapping[str, str]) -> RecordForm:
    """The form of a record as it is, or of a new one; `given` fills fields of a new one from the address."""
    if record is None:
        names = {column.field for column in all_columns(record_type)}
        return _form(record_type, {name: value for name, value in given.items() if name in names}, (), True, "")
    return _form(record_type, document(record_type, stored(record_type, record)), (), False, str(record.version))


def posted_form(record_type: RecordType, posted: Mapping[str, str], faults: Iterable[Fault], key: str) -> RecordForm:
    """The form as it was sent, with what is wrong; nothing that was typed is lost."""
    return _form(record_type, read_posted(record_type, posted), tuple(faults), not key, posted.get("version", ""))


def save_form(record_type: RecordType, actor: Actor, posted: Mapping[str, str], record: Any) -> Any:
    """Keep what was sent; raises DocumentError, also when somebody else changed the record meanwhile."""
    data = read_posted(record_type, posted)
    if record is not None:
        held = document(record_type, stored(record_type, record))
        if str(record.version) != posted.get("version"):
            raise DocumentError([Fault("key", str(CHANGED_MEANWHILE))])
        # Columns and parts forms do not offer keep what they hold.
        offered = {column.field for column in all_columns(record_type) if column.in_form}
        data = {**{name: value for name, value in held.items() if name not in offered}, **data, "key": record.key}
    elif record_type.model._default_manager.filter(key=data.get("key", "")).exists():
        raise DocumentError([Fault("key", _("this key is taken"))])
    why = posted.get("why", "").strip()[:300]
    return record_type.save(actor, read_document(record_type, data, record, partial(find_as, actor)), why)


def _form(record_type: RecordType, data: Document, faults: tuple[Fault, ...], new: bool, version: str) -> RecordForm:
    said: dict[str, list[str]] = {}
    for fault in faults:
        said.setdefault(fault.where, []).append(fault.message)
    fields = []
    if new:
        help_text = _("Lower-case letters, digits and hyphens; it becomes the record's permanent address.")
        key = {"name": "key", "label": _("key"), "value": data.get("key", ""), "required": True, "help": help_text}
        fields.append({**key, "errors": said.pop("key", [])})
    for column in all_columns(record_type):
        if column.in_form:
            field = model_field(record_type.model, column.field)
            fields.append(_field(field, column.field, data.get(column.field), said.pop(column.field, [])))
    parts = [
        _rows(label, name, columns, model, data.get(name), said) for label, name, columns, model in _parts(record_type)
    ]
    errors = [f"{where}: {message}" for where, messages in said.items() for message in messages]
    return RecordForm(fields, parts, errors, version)


def _parts(record_type: RecordType) -> list[tuple[str, str, tuple[Column, ...], Any]]:
    offered = [rows for rows in record_type.rows if rows.in_form]
    own = [(str(rows.label), rows.name, rows.columns, record_type.part_model(rows)) for rows in offered]
    return [*own, (_("citations"), "citations", CITATION_COLUMNS, Citation)]


def _rows(
    label: str, name: str, columns: tuple[Column, ...], model: Any, held: Any, said: dict[str, list[str]]
) -> RowsForm:
    rows = [*(held or []), *({} for __ in range(SPARE_ROWS))]
    fields = []
    for number, row in enumerate(rows, 1):
        line = []
        for column in columns:
            where = f"{name}.{number}.{column.field}"
            line.append(_field(model_field(model, column.field), where, row.get(column.field), said.pop(where, [])))
        fields.append(line)
    heads = [{"label": str(model_field(model, column.field).verbose_name)} for column in columns]
    return RowsForm(label, heads, fields)


def _field(field: Field[Any, Any], name: str, value: Any, errors: list[str]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "name": name,
        "label": str(field.verbose_name),
        "errors": errors,
        "required": not field.blank,
    }
    made["required"] = made["required"] and "." not in name  # the spare rows of a part may stay empty
    if isinstance(field, LanguageMapField):
        texts = value if isinstance(value, Mapping) else {}
        tags = dict.fromkeys([*texts, *FORM_TAGS, current_tag()])
        if "." in name:
            return {**made, "kind": "text", "value": _json(value)}
        languages = [(tag, language_name(tag)) for tag in tags]
        long = any("\n" in text or len(text) > LONG for text in texts.values())
        original = next(iter(texts), "")
        return {**made, "kind": "map", "value": texts, "languages": languages, "original": original, "long": long}
    if field.choices:
        return {**made, "kind": "select", "value": value or "", "options": [("", "—"), *field.flatchoices]}
    if isinstance(field, ManyToManyField):
        plural = type_of_model(field.related_model).label_plural
        help_text = _("Keys of %(plural)s, separated by semicolons.") % {"plural": plural}
        return {**made, "kind": "text", "value": "; ".join(value or []), "help": help_text}
    if isinstance(field, JSONField):
        return {**made, "kind": "textarea", "value": _json(value, indent=2), "help": _("JSON")}
    if isinstance(field, ForeignKey):
        made["help"] = "" if "." in name else _("The record's key.")
        if has_names(field.related_model):
            made["names"] = f"/named/{type_of_model(field.related_model).plural}"
            made["help"] = "" if "." in name else _("The record's key, or one of its names in any language.")
    if isinstance(field, FuzzyDateField):
        made["help"] = "" if "." in name else _("2023, 2023-11, 2023-11-30, 2019~ or ../2023-08-31")
    made["kind"] = "textarea" if isinstance(field, TextField) else "text"  # an input of one line would lose the others
    return {**made, "size": 2 if "." in name else 6, "value": "" if value is None else value}


def _json(value: Any, indent: int | None = None) -> str:
    """A value as JSON for a form; what was typed and is no JSON stays as it was typed."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=indent) if value else ""


def read_posted(record_type: RecordType, posted: Mapping[str, str]) -> Document:
    """What a form sent, as a document; rows left empty are dropped."""
    data: Document = {"key": posted.get("key", "").strip()}
    for column in all_columns(record_type):
        if column.in_form:
            data[column.field] = _read(model_field(record_type.model, column.field), column.field, posted)
    for __, name, columns, model in _parts(record_type):
        numbers = {
            int(parts[1])
            for sent in posted
            if (parts := sent.split("."))[0] == name and len(parts) > 2 and parts[1].isdecimal() and len(parts[1]) < 7
        }
        rows = []
        for number in sorted(numbers):
            row = {
                column.field: _read(model_field(model, column.field), f"{name}.{number}.{column.field}", posted)
                for column in columns
            }
            if any(value not in ("", None, {}) for value in row.values()):
                rows.append(row)
        data[name] = rows
    return data


def _read(field: Field[Any, Any], name: str, posted: Mapping[str, str]) -> Any:
    if isinstance(field, LanguageMapField) and "." not in name:
        sent = {
            tag.removeprefix(f"{name}."): text.strip() for tag, text in posted.items() if tag.startswith(f"{name}.")
        }
        return {tag: text for tag, text in sent.items() if text}
    text = posted.get(name, "")
    text = text if isinstance(field, TextField) and text.strip() else text.strip()
    if isinstance(field, ManyToManyField):
        return [key.strip() for key in text.split(";") if key.strip()]
    if isinstance(field, JSONField) and text:
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            return text
    return text
