"""The form face: a document as form fields and back; the same reading and the same faults as every other face."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Field, ForeignKey, JSONField, ManyToManyField, TextField
from django.utils.translation import gettext as _

from guildbook.faces.details import column_label, language_name, referred
from guildbook.kit.actions import stored
from guildbook.kit.actors import PUBLIC, Actor
from guildbook.kit.documents import CITATION_COLUMNS, Document, Fault, all_columns, document
from guildbook.kit.fields import FuzzyDateField, LanguageMapField
from guildbook.kit.format import date_text
from guildbook.kit.models import Citation
from guildbook.kit.record_types import Column, RecordType, model_field, type_of_model
from guildbook.kit.texts import current_tag

FORM_TAGS = ("en", "zh-Hans")
# Languages offered by name beside those a text has; any other may be typed.
OFFERED_TAGS = ("en", "zh-Hans", "vi", "th", "lo", "km", "my", "id", "ms", "fil")
SPARE_ROWS = 1
MOST_SPARE = 50
# Characters of a text above which its input has several lines.
LONG = 80


@dataclass(frozen=True)
class RowsForm:
    """A part as an editable table: headings and rows of fields, each row with the number its fields are named by."""

    name: str
    label: str
    columns: list[dict[str, str]]
    rows: list[list[dict[str, Any]]]
    spare: int


@dataclass(frozen=True)
class RecordForm:
    """A record's form, ready for the template."""

    fields: list[dict[str, Any]]
    parts: list[RowsForm]
    errors: list[str]
    version: str


@dataclass(frozen=True)
class _Sheet:
    """What a form is made of: the document, faults by place, names of records referred to, rows and languages added."""

    data: Document
    said: dict[str, list[str]]
    names: Mapping[tuple[str, str], Any] = field(default_factory=dict)
    posted: Mapping[str, str] = field(default_factory=dict)
    columns: tuple[tuple[str, str], ...] = ()

    def tags(self, name: str) -> list[str]:
        """The languages a form was sent with for a text, filled or not."""
        return [tag for sent in self.posted if (tag := sent.removeprefix(f"{name}.")) != sent and "." not in tag]

    def spare(self, name: str) -> int:
        """How many empty rows a part offers."""
        asked = self.posted.get(f"_spare.{name}", "")
        return min(max(int(asked), SPARE_ROWS), MOST_SPARE) if asked.isdecimal() and len(asked) < 4 else SPARE_ROWS


def empty_form(record_type: RecordType, record: Any, given: Mapping[str, str], actor: Actor = PUBLIC) -> RecordForm:
    """The form of a record as it is, or of a new one; `given` fills fields of a new one from the address."""
    if record is None:
        names = {column.field for column in all_columns(record_type)}
        data: Document = {name: value for name, value in given.items() if name in names}
        return _form(record_type, _Sheet(data, {}, referred(actor, record_type, [data])), new=True, version="")
    return document_form(record_type, document(record_type, stored(record_type, record)), str(record.version), actor)


def document_form(record_type: RecordType, data: Document, version: str, actor: Actor) -> RecordForm:
    """The form of a record that has its key, filled with a document."""
    sheet = _Sheet(data, {}, referred(actor, record_type, [data]))
    return _form(record_type, sheet, new=False, version=version)


def posted_form(
    record_type: RecordType, posted: Mapping[str, str], faults: Iterable[Fault], key: str, actor: Actor = PUBLIC
) -> RecordForm:
    """The form as it was sent, with what is wrong; nothing that was typed is lost."""
    said: dict[str, list[str]] = {}
    for fault in faults:
        said.setdefault(fault.where, []).append(fault.message)
    data = read_posted(record_type, posted)
    sheet = _Sheet(data, said, referred(actor, record_type, [data]), posted)
    return _form(record_type, sheet, new=not key, version=posted.get("version", ""))


def reshaped(posted: Mapping[str, str]) -> dict[str, str]:
    """What was sent with the row or language added that a button of the form asks for, or the row taken out."""
    made = {name: value for name, value in posted.items() if name not in ("_add", "_remove")}
    row = posted.get("_remove", "")
    if row:
        made = {name: value for name, value in made.items() if name != row and not name.startswith(f"{row}.")}
    name = posted.get("_add", "")
    tag = (posted.get(f"_other.{name}", "") or posted.get(f"_tag.{name}", "")).strip()
    if name and tag:
        made.setdefault(f"{name}.{tag}", "")
    elif name and f"_spare.{name}" in posted:
        spare = posted[f"_spare.{name}"]
        made[f"_spare.{name}"] = str(int(spare) + 1) if spare.isdecimal() and len(spare) < 4 else "2"
    return made


def offered_languages() -> list[tuple[str, str]]:
    """Languages a form proposes where one is typed: tag and name."""
    return _more_languages(())


def unoffered(record_type: RecordType, held: Document) -> Document:
    """The columns and parts of a document that forms do not offer: they keep what they hold."""
    offered = {column.field for column in all_columns(record_type) if column.in_form} | {"key"}
    offered |= {part[1] for part in _parts(record_type)}
    return {name: value for name, value in held.items() if name not in offered}


def _form(record_type: RecordType, sheet: _Sheet, *, new: bool, version: str) -> RecordForm:
    names = [*(column.field for column in all_columns(record_type)), *(rows.name for rows in record_type.rows)]
    sheet = replace(sheet, columns=tuple((name, column_label(record_type, name)) for name in names))
    fields = []
    if new:
        help_text = _("Lower-case letters, digits and hyphens; it becomes the record's permanent address.")
        key = {"name": "key", "label": _("key"), "value": sheet.data.get("key", ""), "help": help_text}
        fields.append({**key, "errors": sheet.said.pop("key", [])})
    for column in all_columns(record_type):
        if column.in_form and not (new and column.field == "superseded_by" and not sheet.data.get("superseded_by")):
            of = model_field(record_type.model, column.field)
            fields.append(_field(of, column.field, sheet.data.get(column.field), sheet))
    parts = [_rows(label, name, columns, model, sheet) for label, name, columns, model in _parts(record_type)]
    errors = [f"{where}: {message}" for where, messages in sheet.said.items() for message in messages]
    return RecordForm(fields, parts, errors, version)


def _parts(record_type: RecordType) -> list[tuple[str, str, tuple[Column, ...], Any]]:
    offered = [rows for rows in record_type.rows if rows.in_form]
    own = [(str(rows.label), rows.name, rows.columns, record_type.part_model(rows)) for rows in offered]
    return [*own, (_("citations"), "citations", CITATION_COLUMNS, Citation)]


def _rows(label: str, name: str, columns: tuple[Column, ...], model: Any, sheet: _Sheet) -> RowsForm:
    held = sheet.data.get(name) or []
    spare = sheet.spare(name)
    rows = [*held, *({} for __ in range(spare))]
    tags = {
        column.field: list(dict.fromkeys([current_tag(), *(tag for row in held for tag in _texts(row, column.field))]))
        for column in columns
    }
    fields = []
    for number, row in enumerate(rows, 1):
        line = [
            _field(
                model_field(model, column.field),
                f"{name}.{number}.{column.field}",
                row.get(column.field),
                sheet,
                [*tags[column.field], *sheet.tags(f"{name}.{column.field}")],
            )
            for column in columns
        ]
        fields.append(line)
    if model is Citation:
        for line in fields:
            line[-1].update(_column_choice(line[-1]["value"], sheet.columns))
    heads = [_head(model_field(model, column.field), f"{name}.{column.field}", sheet) for column in columns]
    return RowsForm(name, label, heads, fields, spare)


def _column_choice(value: Any, columns: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """What a citation supports is chosen among the record's columns and parts."""
    options = [("", "—"), *columns]
    if value and value not in dict(options):
        options.append((str(value), str(value)))
    return {"kind": "select", "options": options}


def _head(of: Field[Any, Any], name: str, sheet: _Sheet) -> dict[str, Any]:
    """A column of a part: texts in several languages say of which languages the rows have room for one more."""
    head: dict[str, Any] = {"label": str(of.verbose_name), "name": name}
    if isinstance(of, LanguageMapField):
        head["more"] = _more_languages(sheet.tags(name))
        head["tags"] = sheet.tags(name)
    return head


def _texts(row: Mapping[str, Any], name: str) -> list[str]:
    held = row.get(name)
    return list(held) if isinstance(held, Mapping) else []


def _more_languages(tags: Iterable[str]) -> list[tuple[str, str]]:
    there = set(tags)
    return [(tag, language_name(tag)) for tag in OFFERED_TAGS if tag not in there]


def _field(
    of: Field[Any, Any], name: str, value: Any, sheet: _Sheet, row_tags: Iterable[str] | None = None
) -> dict[str, Any]:
    in_row = row_tags is not None
    made: dict[str, Any] = {
        "name": name,
        "label": str(of.verbose_name),
        "errors": sheet.said.pop(name, []),
        "required": not of.blank and not in_row,  # the spare rows of a part may stay empty
    }
    if isinstance(of, LanguageMapField) and not isinstance(value, str):
        return {**made, **_map_field(name, value, sheet, row_tags)}
    if of.choices:
        return {**made, "kind": "select", "value": value or "", "options": [("", "—"), *of.flatchoices]}
    if isinstance(of, ManyToManyField):
        return {**made, **_many_field(of, name, value, sheet)}
    if isinstance(of, JSONField):
        return {**made, "kind": "textarea", "value": _json(value, indent=2), "help": "" if in_row else _("JSON")}
    if isinstance(of, ForeignKey):
        kind = type_of_model(of.related_model)
        found = sheet.names.get((kind.name, str(value))) if value else None
        made["names"] = f"/named/{kind.plural}"
        made["reads"] = str(found) if found is not None else ""
        made["help"] = "" if in_row else _("Write a part of its name and choose; or its key.")
    if isinstance(of, FuzzyDateField):
        made["dated"] = "/dated"
        made["reads"] = _reading(value)
        made["help"] = "" if in_row else _("2023, 2023-11, 2023-11-30, 2019~ or ../2023-08-31")
    if of.name == "language":
        made["list"] = "tongues"
    made["kind"] = "textarea" if isinstance(of, TextField) else "text"  # an input of one line would lose the others
    return {**made, "size": 2 if in_row else 6, "value": "" if value is None else value}


def _map_field(name: str, value: Any, sheet: _Sheet, row_tags: Iterable[str] | None) -> dict[str, Any]:
    texts = value if isinstance(value, Mapping) else {}
    spoken = row_tags if row_tags is not None else [*FORM_TAGS, current_tag()]
    tags = dict.fromkeys([*texts, *sheet.tags(name), *spoken])
    return {
        "kind": "map",
        "value": texts,
        "languages": [(tag, language_name(tag)) for tag in tags],
        "original": next(iter(texts), "") if len(texts) > 1 else "",
        "long": any("\n" in str(text) or len(str(text)) > LONG for text in texts.values()),
        "more": _more_languages(tags),
    }


def _many_field(of: ManyToManyField[Any, Any], name: str, value: Any, sheet: _Sheet) -> dict[str, Any]:
    kind = type_of_model(of.related_model)
    spare = sheet.spare(name)
    held = [*(value or []), *("" for __ in range(spare))]
    lines = []
    for number, key in enumerate(held, 1):
        found = sheet.names.get((kind.name, str(key)))
        where = f"{name}.{number}"
        line = {"name": where, "label": str(of.verbose_name), "kind": "text", "value": key}
        reads = str(found) if found is not None else ""
        lines.append({**line, "errors": sheet.said.pop(where, []), "names": f"/named/{kind.plural}", "reads": reads})
    return {"kind": "many", "lines": lines, "spare": spare}


def _reading(value: Any) -> str:
    """What a fuzzy date says in words; nothing for what says so itself."""
    text = date_text(str(value)) if value else ""
    return text if text != str(value or "") else ""


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
        rows = []
        for number in _numbers(name, posted):
            row = {
                column.field: _read(model_field(model, column.field), f"{name}.{number}.{column.field}", posted)
                for column in columns
            }
            if any(value not in ("", None, {}) for value in row.values()):
                rows.append(row)
        data[name] = rows
    return data


def _numbers(name: str, posted: Mapping[str, str]) -> list[int]:
    """The numbers of the rows that were sent for a part, in order."""
    found = {sent.split(".")[1] for sent in posted if sent.startswith(f"{name}.")}
    return sorted({int(number) for number in found if number.isdecimal() and len(number) < 7})


def _read(of: Field[Any, Any], name: str, posted: Mapping[str, str]) -> Any:
    if isinstance(of, LanguageMapField) and name not in posted:
        sent = {tag: posted[f"{name}.{tag}"].strip() for tag in _Sheet({}, {}, posted=posted).tags(name)}
        return {tag: text for tag, text in sent.items() if text}
    text = posted.get(name, "")
    text = text if isinstance(of, TextField) and text.strip() else text.strip()
    if isinstance(of, ManyToManyField):
        lines = [posted.get(f"{name}.{number}", "") for number in _numbers(name, posted)]
        return [key.strip() for key in [*text.split(";"), *lines] if key.strip()]
    if isinstance(of, JSONField) and text:
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            return text
    return text
