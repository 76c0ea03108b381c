"""Documents: a record as plain data and back; one shape for files, JSON, history and workbooks."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import (
    CharField,
    DecimalField,
    Field,
    FloatField,
    ForeignKey,
    IntegerField,
    JSONField,
    ManyToManyField,
    Model,
    TextField,
)
from django.utils.translation import gettext as _

from guildbook.kit.drafts import Draft
from guildbook.kit.entering import SHORT, UNWRITABLE, Enter, point, quick
from guildbook.kit.fields import LanguageMapField
from guildbook.kit.models import KEY, Citation, Part, Record
from guildbook.kit.naming import Named, named
from guildbook.kit.record_types import SHARED, Column, RecordType, Rows, model_field

Document = dict[str, Any]
UNFIT = "unfit"
CITATION_COLUMNS = (Column("source"), Column("paragraph"), Column("quote"), Column("field"))


@dataclass(frozen=True)
class Fault:
    """One thing wrong with a document: where (`parties.2.organisation`) and what would be right."""

    where: str
    message: str


class DocumentError(ValueError):
    """A document that cannot become a record; carries every fault found, not only the first."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{fault.where}: {fault.message}" for fault in self.faults))


Find = Callable[[type[Model], str], Model | None]


def find_by_key(model: type[Model], key: str) -> Model | None:
    """Look a record up by its key, one query."""
    found: Model | None = model._default_manager.filter(key=key).first()
    return found


def same(one: Document | None, other: Document | None) -> bool:
    """Whether two documents say the same; the order within a language map says which language is the original."""
    if one is None or other is None:
        return one is other
    return _alike(one, other) or json.dumps(one) == json.dumps(other)


def _alike(one: Any, other: Any) -> bool:
    """Whether two values are surely written alike; what only may be is left to writing them."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return len(one) == len(other) and all(
            mine == theirs and _alike(one[mine], other[theirs]) for mine, theirs in zip(one, other, strict=True)
        )
    if isinstance(one, list):
        return len(one) == len(other) and all(map(_alike, one, other))
    return bool(one == other)


def all_columns(record_type: RecordType) -> tuple[Column, ...]:
    """The record's own columns and the shared ones, in the order faces show them."""
    return (*record_type.columns, *SHARED)


def plain(value: Any, column: Field[Any, Any]) -> Any:
    """A column's value as JSON can carry it; references as keys, numbers as numbers, empty as None or ''."""
    if isinstance(column, ForeignKey):
        return value.key if value is not None else None
    if isinstance(value, Decimal):
        if value == value.to_integral_value():
            return int(value)
        # JSON's numbers are floating point for most readers; what they would round is written as text.
        return float(value) if Decimal(repr(float(value))) == value else str(value.normalize())
    return value


def _row(fields: Iterable[tuple[str, Field[Any, Any]]], row: Model) -> Document:
    """One row's filled columns."""
    values = {name: plain(getattr(row, name), field) for name, field in fields}
    return {name: value for name, value in values.items() if value not in (None, "", {})}


@cache
def _fields(model: type[Model], columns: tuple[Column, ...]) -> tuple[tuple[str, Field[Any, Any]], ...]:
    """The fields of columns, with their names."""
    return tuple((column.field, model_field(model, column.field)) for column in columns)


@cache
def _own_fields(record_type: RecordType) -> tuple[tuple[str, Field[Any, Any]], ...]:
    """All columns of a record that are its own, links to many records aside."""
    fields = _fields(record_type.model, all_columns(record_type))
    return tuple((name, field) for name, field in fields if not isinstance(field, ManyToManyField))


def document(record_type: RecordType, draft: Draft) -> Document:
    """The draft as plain data; empty columns are left out, so that silence reads the same from every face."""
    record = draft.record
    made: Document = {"key": record.key, **_row(_own_fields(record_type), record)}
    for name, linked in draft.links.items():
        if linked:
            made[name] = sorted(other.key for other in linked)
    for rows in record_type.rows:
        if draft.rows.get(rows.name):
            fields = _fields(record_type.part_model(rows), rows.columns)
            made[rows.name] = [_row(fields, row) for row in draft.rows[rows.name]]
    if draft.citations:
        made["citations"] = [_row(_fields(Citation, CITATION_COLUMNS), one) for one in draft.citations]
    return made


@dataclass(frozen=True)
class _Plan:
    """What is asked of a kind for each of its documents; columns without a quick way refer to other records."""

    known: frozenset[str]
    key_field: Field[Any, Any]
    key: Enter
    columns: tuple[tuple[str, Field[Any, Any], Enter | None], ...]
    rows: tuple[tuple[Rows, type[Part]], ...]


@cache
def _plan(record_type: RecordType) -> _Plan:
    columns = _fields(record_type.model, all_columns(record_type))
    key = model_field(record_type.model, "key")
    return _Plan(
        frozenset({"key", "citations", *(name for name, __ in columns), *(rows.name for rows in record_type.rows)}),
        key,
        quick(key, _cleaned),
        tuple(
            (name, field, None if isinstance(field, ForeignKey | ManyToManyField) else quick(field, _cleaned))
            for name, field in columns
        ),
        tuple((rows, record_type.part_model(rows)) for rows in record_type.rows),
    )


def read_document(
    record_type: RecordType, data: Mapping[str, Any], existing: Record | None = None, find: Find = find_by_key
) -> Draft:
    """Turn plain data into a draft of a new or existing record; raises DocumentError naming every fault."""
    faults: list[Fault] = []
    record = existing or record_type.model()
    plan = _plan(record_type)
    links: dict[str, list[Any]] = {}
    _tell_unknown(plan.known, data, faults)
    if not (key := data.get("key")):
        faults.append(Fault("key", _("a record needs a key")))
    for name, field, enter in plan.columns:
        value = data.get(name)
        if isinstance(field, ManyToManyField):
            links[name] = _linked(field, name, value, faults, find)
        elif enter is None or not enter(record, value):
            _set(record, field, name, value, faults, find)
    if key and not plan.key(record, key):
        _set(record, plan.key_field, "key", key, faults, find)
    drafted: dict[str, list[Part]] = {}
    for rows, model in plan.rows:
        drafted[rows.name] = _read_rows(model, rows.columns, rows.name, data.get(rows.name), faults, find)
    cited = _read_rows(Citation, CITATION_COLUMNS, "citations", data.get("citations"), faults, find)
    if faults:
        raise DocumentError(faults)
    return Draft(record, drafted, links, cited)


def _tell_unknown(known: frozenset[str], data: Mapping[str, Any], faults: list[Fault]) -> None:
    """Name the columns there are where a document has one that is none of them."""
    if not known.issuperset(data):
        message = _("there is no such column; there are %(names)s") % {"names": _join(known)}
        faults.extend(Fault(str(name), message) for name in data if name not in known)


def _join(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def _linked(field: ManyToManyField[Any, Any], name: str, value: Any, faults: list[Fault], find: Find) -> list[Any]:
    if value in (None, ""):
        return []
    if not isinstance(value, list):
        faults.append(Fault(name, _("this must be a list of keys")))
        return []
    found = []
    for position, key in enumerate(value, 1):
        other = find(field.related_model, str(key))
        if other is None:
            faults.append(Fault(f"{name}.{position}", _unknown(field, key)))
        else:
            found.append(other)
    return found


def _unknown(field: Field[Any, Any], key: object) -> str:
    label = field.related_model._meta.verbose_name  # type: ignore[union-attr]  # only called for relations
    said = _("the book has no %(label)s with the key “%(key)s”") % {"label": label, "key": str(key)[:80]}
    likely = [f"{one.key} ({one.name}, {one.score:.2f})" for one in _named(field, str(key))]
    return said if not likely else said + _("; perhaps it means %(names)s") % {"names": ", ".join(likely)}


def _read_rows(
    model: type[Any], columns: tuple[Column, ...], name: str, value: Any, faults: list[Fault], find: Find
) -> list[Any]:
    if value in (None, ""):
        return []
    if not isinstance(value, list):
        faults.append(Fault(name, _("this must be a list of rows")))
        return []
    rows = []
    names = {column.field for column in columns}
    for position, data in enumerate(value, 1):
        where = f"{name}.{position}"
        if not isinstance(data, Mapping):
            faults.append(Fault(where, _("this row must be a mapping of column to value")))
            continue
        message = _("there is no such column; there are %(names)s") % {"names": _join(names)}
        found = [Fault(f"{where}.{unknown}", message) for unknown in data if unknown not in names]
        row = model(order=position)
        for column in columns:
            field = model_field(model, column.field)
            _set(row, field, f"{where}.{column.field}", data.get(column.field), found, find)
        faults.extend(found or _faults_of_row(row, where))
        rows.append(row)
    return rows


def _faults_of_row(row: Model, where: str) -> Iterable[Fault]:
    """What the row's own rule finds wrong once its columns are right each by itself."""
    try:
        row.clean()
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            yield from (Fault(f"{where}.{name}", message) for message in messages)


def _tidy(value: Any, strip: bool) -> Any:
    """Texts with plain line ends, without white space around them where that says nothing."""
    if isinstance(value, str):
        text = value.replace("\r\n", "\n").replace("\r", "\n")
        return text.strip() if strip else text
    if isinstance(value, Mapping):
        return {_tidy(name, strip): _tidy(inner, strip) for name, inner in value.items()}
    return [_tidy(inner, strip) for inner in value] if isinstance(value, list | tuple) else value


def _unwritable(value: Any) -> str:
    """Why a value cannot be written to every kind of file; empty when it can."""
    if isinstance(value, str) and (found := UNWRITABLE.search(value)):
        message = _("the character U+%(code)s at place %(n)s cannot be kept; take it out")
        return message % {"code": f"{ord(found.group()):04X}", "n": found.start() + 1}
    if isinstance(value, float) and not math.isfinite(value):
        return _("this must be a number")
    if isinstance(value, Mapping):
        value = [*value, *value.values()]
    return next((why for inner in value if (why := _unwritable(inner))), "") if isinstance(value, list) else ""


def _set(record: Model, field: Field[Any, Any], where: str, value: Any, faults: list[Fault], find: Find) -> None:
    """Convert, validate and set one value; what is wrong goes to the list of faults."""
    if isinstance(field, ForeignKey):
        _refer(record, field, where, value, faults, find)
        return
    try:
        short = type(value) in (str, int) and len(str(value)) <= SHORT and isinstance(field, CharField | IntegerField)
        entered = _cleaned(field, value) if short else field.clean(_entered(field, value), record)
        setattr(record, field.name, entered)
    except ValidationError as error:
        messages = list(error.messages)
        if field.choices and value not in (None, "") and error.code != UNFIT:
            one_of = _join(str(choice) for choice, __ in field.flatchoices)
            messages = [_("“%(value)s” is none of %(choices)s") % {"value": str(value)[:80], "choices": one_of}]
        faults.extend(Fault(where, message) for message in messages)


@lru_cache(maxsize=20_000, typed=True)
def _cleaned(field: Field[Any, Any], value: str | int) -> Any:
    """A short text or number as its field takes it: kinds, dates and states come again in thousands of rows."""
    return field.clean(_entered(field, value), None)


def _entered(field: Field[Any, Any], value: Any) -> Any:
    """A value as its field takes it; raises ValidationError for a wrong shape or unwritable characters."""
    value = _tidy(value, strip=isinstance(field, LanguageMapField) or not isinstance(field, TextField | JSONField))
    if why := _unwritable(value):
        raise ValidationError(why, code=UNFIT)
    if value is None or value == "":
        value = None if field.null else field.get_default()
        return "" if value is None and not field.null else value
    if isinstance(field, JSONField):
        if not isinstance(value, dict):
            raise ValidationError(_("this must be a mapping, such as {“en”: “…”}"), code=UNFIT)
    elif isinstance(value, dict | list):
        raise ValidationError(_("this must be one value, not several"), code=UNFIT)
    elif isinstance(field, DecimalField):
        return repr(value) if isinstance(value, float) else value  # 0.1 means one tenth, not its nearest binary
    elif isinstance(field, FloatField) and str(value).lstrip("+-").lower().startswith(("nan", "inf")):
        raise ValidationError(_("this must be a number"), code=UNFIT)
    return value if isinstance(field, FloatField | IntegerField | JSONField) else str(value)


def _refer(record: Model, field: ForeignKey[Any, Any], where: str, value: Any, faults: list[Fault], find: Find) -> None:
    if value in (None, ""):
        if not field.null:
            faults.append(Fault(where, _("this must name a record by its key")))
        else:
            point(record, field, None)
        return
    other = find(field.related_model, str(value)) or _by_name(field, str(value), find)
    if other is None:
        faults.append(Fault(where, _unknown(field, value)))
    else:
        point(record, field, other)


def _by_name(field: ForeignKey[Any, Any], text: str, find: Find) -> Model | None:
    """The one record that bears exactly this name; a name several bear, or one only like it, is left to a person."""
    same = {one.key for one in _named(field, text) if one.same}
    return find(field.related_model, same.pop()) if len(same) == 1 else None


def _named(field: Field[Any, Any], text: str) -> list[Named]:
    """Whom a name may mean; what is shaped like a key is one, and a mistyped key names nobody."""
    if re.match(KEY, text) or not isinstance(field.related_model, type):
        return []
    return named(field.related_model, text)
