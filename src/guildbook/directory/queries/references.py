"""Who refers to a record: every column of every kind of record that may name it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Field, ForeignKey, ManyToManyField, Model, Q

from guildbook.kit.documents import Document, all_columns
from guildbook.kit.record_types import Column, RecordType, record_types


@dataclass(frozen=True)
class Place:
    """Where a document may name a record: a column of its own, or of the rows of a part.

    `kinds_in` is the column that says of which kind the named record is, where one may name several kinds.
    """

    column: str
    rows: str = ""
    kinds_in: str = ""


@dataclass
class Reference:
    """A record that names another, and where it does."""

    record_type: RecordType
    record: Any
    places: list[Place] = field(default_factory=list)


def kinds_of(model: type[Model]) -> list[RecordType]:
    """The kinds of record that share a model's table: an alliance is an organisation too."""
    return [kind for kind in record_types() if kind.model._meta.concrete_model is model._meta.concrete_model]


def references_to(record: Any) -> list[Reference]:
    """Every record that names this one, each once, as the most particular kind that its table is read as."""
    found: dict[tuple[Any, int], Reference] = {}
    # Proxies last, so that an alliance is rewritten as an alliance: as an organisation it would lose its own parts.
    for kind in sorted(record_types(), key=lambda kind: bool(kind.model._meta.proxy)):
        places = list(_places(kind, type(record)))
        for place in places:
            for other in kind.model._default_manager.filter(_naming(kind, place, record)).distinct():
                at = (kind.model._meta.concrete_model, other.pk)
                held = found.get(at)
                if held is None or held.record_type is not kind:
                    found[at] = held = Reference(kind, other)
                held.places.append(place)
    return list(found.values())


def _places(kind: RecordType, model: type[Model]) -> Iterator[Place]:
    for column in _naming_columns(kind.model, all_columns(kind), model):
        yield Place(column[0], "", column[1])
    for rows in kind.rows:
        for name, kinds_in in _naming_columns(kind.part_model(rows), rows.columns, model):
            yield Place(name, rows.name, kinds_in)


def _naming_columns(holder: type[Model], columns: tuple[Column, ...], model: type[Model]) -> Iterator[tuple[str, str]]:
    """Columns of a model that may name a record of another, with the column that tells its kind, if any."""
    names = {column.field for column in columns}
    for name in sorted(names):
        column = holder._meta.get_field(name)
        if isinstance(column, ForeignKey | ManyToManyField) and _same_table(column, model):
            yield name, ""
        elif name.endswith("_key") and f"{name.removesuffix('_key')}_type" in names:
            yield name, f"{name.removesuffix('_key')}_type"


def _same_table(column: Field[Any, Any], model: type[Model]) -> bool:
    related = column.related_model
    return isinstance(related, type) and related._meta.concrete_model is model._meta.concrete_model


def _naming(kind: RecordType, place: Place, record: Any) -> Q:
    path = f"{place.rows}__" if place.rows else ""
    if not place.kinds_in:
        return Q(**{f"{path}{place.column}": record.pk})
    kinds = [each.name for each in kinds_of(type(record))]
    return Q(**{f"{path}{place.column}": record.key, f"{path}{place.kinds_in}__in": kinds})


def renamed(data: Document, places: list[Place], kinds: set[str], old: str, new: str) -> Document:
    """The document with one record's key in the place of another's, wherever it names it.

    A row that then says the same as another says it once.
    """
    made = dict(data)
    for place in places:
        if place.rows:
            held = made.get(place.rows, [])
            rows = [_renamed(row, place, kinds, old, new) for row in held]
            made[place.rows] = [row for n, row in enumerate(rows) if row == held[n] or row not in held]
        else:
            made = _renamed(made, place, kinds, old, new)
    return made


def _renamed(row: Document, place: Place, kinds: set[str], old: str, new: str) -> Document:
    held = row.get(place.column)
    if place.kinds_in and row.get(place.kinds_in) not in kinds:
        return row
    if isinstance(held, list) and old in held:
        return {**row, place.column: sorted({new if key == old else key for key in held})}
    return {**row, place.column: new} if held == old else row
