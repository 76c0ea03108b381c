"""Many rows in few statements: what `Model.save` and `full_clean` do for one record, done for hundreds at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from operator import attrgetter
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connections
from django.db.models import CharField, Field, ForeignKey, IntegerField, Max, Model, TextField

# Values of these types reach the database as they are; everything else goes through its field.
_PLAIN = {str: (CharField, TextField), int: (IntegerField, ForeignKey)}
# Values of a column remembered as good, so that a choice or a date that stands in every row is checked once.
REMEMBERED = 20_000
Good = dict[str, set[Any]]


def insert_many(model: type[Model], rows: Sequence[Any]) -> None:
    """Insert rows that have no primary key, or one that `reserve` gave them; one statement, however many they are."""
    if not rows:
        return
    reserve(model, [row for row in rows if row.pk is None])
    fields = model._meta.concrete_fields
    _write(model, "INSERT INTO {table} ({columns}) VALUES ({marks})", fields, rows, adding=True)
    for row in rows:
        row._state.adding, row._state.db = False, "default"


def update_many(model: type[Model], rows: Sequence[Any]) -> None:
    """Update every column of rows that are there."""
    if rows:
        own = model._meta.pk
        fields = [field for field in model._meta.concrete_fields if field is not own]
        _write(model, "UPDATE {table} SET {pairs} WHERE {key} = %s", [*fields, own], rows, adding=False)


def reserve(model: type[Model], rows: Sequence[Any]) -> None:
    """Give rows primary keys nobody else will get; within a transaction that writes."""
    connection = connections["default"]
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
                [table, model._meta.pk.column, len(rows)],
            )
            keys = [key for (key,) in cursor.fetchall()]
        else:
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
            used = cursor.fetchone()
            held = model._base_manager.aggregate(last=Max("pk"))["last"] or 0
            last = max(held, used[0] if used else 0)
            keys = list(range(last + 1, last + 1 + len(rows)))
    for row, key in zip(rows, keys, strict=True):
        row.pk = key


def _write(model: type[Model], sql: str, fields: Sequence[Any], rows: Sequence[Any], *, adding: bool) -> None:
    connection = connections["default"]
    quote = connection.ops.quote_name
    columns = [quote(field.column) for field in fields]
    statement = sql.format(
        table=quote(model._meta.db_table),
        columns=", ".join(columns),
        marks=", ".join(["%s"] * len(columns)),
        pairs=", ".join(f"{column} = %s" for column in columns[:-1]),
        key=columns[-1],
    )
    shapes = [_shape(field.__class__) for field in fields]
    worked_out = [(place, field) for place, field in enumerate(fields) if shapes[place][0]]
    plain = [types for __, types in shapes]
    held = attrgetter(*(field.attname for field in fields))
    values = []
    for row in rows:
        line = list(held(row))
        for place, field in worked_out:
            line[place] = field.pre_save(row, adding)
        for place, value in enumerate(line):
            if type(value) not in plain[place]:
                line[place] = fields[place].get_db_prep_save(value, connection)
        values.append(line)
    with connection.cursor() as cursor:
        cursor.executemany(statement, values)


@cache
def _shape(kind: type[Field[Any, Any]]) -> tuple[bool, tuple[type, ...]]:
    """Whether a field works its value out when it is saved, and the types that need no preparing."""
    plain = tuple(python for python, fields in _PLAIN.items() if issubclass(kind, fields))
    return kind.pre_save is not Field.pre_save, (*plain, type(None))


def are_clean(rows: Sequence[Any], good: Good) -> bool:
    """Whether `full_clean` would find nothing wrong with any of these records of one model, asked with few queries.

    `good` remembers values found right before; the caller keeps it for as long as it keeps records of the model.
    """
    model: type[Model] = type(rows[0])
    if not (_have_unique_keys(model, rows) and _refer_to_records(model, rows, good)):
        return False
    try:
        for row in rows:
            _clean_fields(model, row, good)
            row.clean()
            if _constrained(model):
                row.validate_unique()
                row.validate_constraints()
    except ValidationError:
        return False
    return True


def _clean_fields(model: type[Model], row: Any, good: Good) -> None:
    for field, name, blank, remembered in _checked(model):
        value = getattr(row, name)
        if blank and (value is None or value == "" or value == {} or value == []):
            continue
        if remembered:
            seen = good.setdefault(name, set())
            if value in seen:
                continue
            cleaned = field.clean(value, row)
            setattr(row, name, cleaned)
            if cleaned == value and type(cleaned) is type(value) and len(seen) < REMEMBERED:
                seen.add(value)
        else:
            setattr(row, name, field.clean(value, row))


@cache
def _checked(model: type[Model]) -> list[tuple[Any, str, bool, bool]]:
    """Columns as (field, attribute, may be empty, whether equal values may be checked once)."""
    found = []
    for field in model._meta.concrete_fields:
        if not isinstance(field, ForeignKey) and not field.primary_key:
            repeats = isinstance(field, CharField | IntegerField) and not field.unique
            found.append((field, field.attname, field.blank, repeats))
    return found


@cache
def _constrained(model: type[Model]) -> bool:
    """Whether more than the key must be unique, so that the database must be asked about each record."""
    unique = {field.name for field in model._meta.concrete_fields if field.unique and not field.primary_key}
    total = model._meta.total_unique_constraints or model._meta.unique_together or model._meta.constraints
    return bool(total) or unique != {"key"}


def _have_unique_keys(model: type[Model], rows: Sequence[Any]) -> bool:
    keys = {row.key: row.pk for row in rows}
    if len(keys) < len(rows):
        return False
    held = model._default_manager.filter(key__in=list(keys)).values_list("key", "pk")
    return all(keys[key] == pk for key, pk in held)


def _refer_to_records(model: type[Model], rows: Sequence[Any], good: Good) -> bool:
    """Whether every reference leads to a row that is there, and those that must be are filled."""
    for field in references(model):
        asked = {getattr(row, field.attname) for row in rows}
        if None in asked:
            asked.remove(None)
            if field.editable and not field.blank:
                return False
        seen = good.setdefault(field.attname, set())
        new = list(asked - seen)
        if new:
            found = set(field.related_model._base_manager.filter(pk__in=new).values_list("pk", flat=True))
            if len(found) < len(new):
                return False
            seen |= found
    return True


@cache
def references(model: type[Model]) -> tuple[Any, ...]:
    """The columns of a model that refer to other rows."""
    return tuple(field for field in model._meta.concrete_fields if isinstance(field, ForeignKey))


def with_rows(record: Any, parts: Iterable[tuple[str, type[Model], list[Any]]]) -> None:
    """Let a record read its parts from memory, as after prefetching, until `without_rows`."""
    held = record.__dict__.setdefault("_prefetched_objects_cache", {})
    for name, model, rows in parts:
        answer: Any = model._default_manager.all()
        answer._result_cache, answer._prefetch_done = rows, True
        held[name] = answer


def without_rows(record: Any) -> None:
    """Have a record ask the database for its parts again."""
    record.__dict__.pop("_prefetched_objects_cache", None)
