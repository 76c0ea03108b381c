"""RecordType: what a kind of record declares once, and the registry all faces read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Field, Model, QuerySet
from django.utils.functional import Promise

from guildbook.kit.actors import Actor
from guildbook.kit.drafts import Draft
from guildbook.kit.models import Part, Record

Label = str | Promise


@dataclass(frozen=True)
class Column:
    """One model field as the faces show it: its JSON-LD term, whether lists show it, forms offer it, pages print it."""

    field: str
    term: str = ""
    listed: bool = False
    in_form: bool = True
    printed: bool = True


@dataclass(frozen=True)
class Rows:
    """A part of the record: the reverse relation's name, the columns of its rows, and whether the form offers them."""

    name: str
    columns: tuple[Column, ...]
    label: Label = ""
    term: str = ""
    in_form: bool = True


@dataclass(frozen=True)
class Facet:
    """A question a list, a figure or the API may ask: a lookup path to a choice, a record, or a place to be within.

    `refers` names the record type that the path leads to (the path then ends at the relation); `within` also accepts
    places inside the one asked for; `only` narrows rows of the same join; `listed` shows its values beside lists.
    """

    name: str
    path: str
    label: Label
    refers: str = ""
    within: bool = False
    only: Mapping[str, str] = field(default_factory=dict)
    listed: bool = False


@dataclass(frozen=True, eq=False)
class RecordType:
    """Everything the derived faces need to know of one kind of record; plain data, read by plain functions.

    `keepers` are the ways, over single references, from a record to the organisations whose people keep it (`steward`,
    `plan.organisation`, `pk` for an organisation itself); without any, staff of the book alone do. `reserved` are
    values of choices that give rights to somebody: staff alone set them.
    """

    name: str
    plural: str
    model: type[Record]
    columns: tuple[Column, ...]
    visible: Callable[[Actor], QuerySet[Any]]
    save: Callable[[Actor, Draft, str], Record]
    term: str
    rows: tuple[Rows, ...] = ()
    facets: tuple[Facet, ...] = ()
    definitions: Mapping[str, Label] = field(default_factory=dict)
    sort: str = "key"
    keepers: tuple[str, ...] = ()
    reserved: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """Name of one such record in the interface's language."""
        return str(self.model._meta.verbose_name)

    @property
    def label_plural(self) -> str:
        """Name of many such records in the interface's language."""
        return str(self.model._meta.verbose_name_plural)

    def facet(self, name: str) -> Facet | None:
        """The facet of that name, or None."""
        return next((facet for facet in self.facets if facet.name == name), None)

    def part_model(self, rows: Rows) -> type[Part]:
        """The model behind one of the parts."""
        model: type[Part] = self.model._meta.get_field(rows.name).related_model  # type: ignore[assignment]  # a reverse relation names a model, never "self"
        return model

    def owner_of(self, rows: Rows) -> str:
        """Name of the foreign key by which a part's rows point to their record."""
        return str(self.model._meta.get_field(rows.name).field.name)  # type: ignore[union-attr]  # a part is a reverse relation


# The columns every record has besides its own.
SHARED = (
    Column("since", "schema:startDate"),
    Column("until", "schema:endDate"),
    Column("status", "guildbook:publication"),
    Column("superseded_by", "dcterms:isReplacedBy"),
    Column("steward", "dcat:contactPoint"),
    Column("note", "rdfs:comment"),
)

_types: dict[str, RecordType] = {}


def register(*record_types: RecordType) -> None:
    """Enter record types in the book; called once per area when Django starts."""
    for record_type in record_types:
        _types[record_type.name] = record_type


def record_types() -> tuple[RecordType, ...]:
    """All kinds of record, in the order their areas were started."""
    return tuple(_types.values())


def by_name(name: str) -> RecordType | None:
    """The record type called so (`organisation`), or None."""
    return _types.get(name)


def type_of(record: Model) -> RecordType:
    """The record type of a record; an alliance read as an organisation is an organisation."""
    for record_type in _types.values():
        if type(record) is record_type.model:
            return record_type
    raise LookupError(f"{type(record).__name__} is not declared as a RecordType")


def type_of_model(model: type[Model]) -> RecordType:
    """The record type of a model class."""
    for record_type in _types.values():
        if record_type.model is model:
            return record_type
    raise LookupError(f"{model.__name__} is not declared as a RecordType")


def model_field(model: type[Model], name: str) -> Field[Any, Any]:
    """The concrete or many-to-many field of that name."""
    found = model._meta.get_field(name)
    if not isinstance(found, Field):
        raise LookupError(f"{model.__name__}.{name} is not a column")  # noqa: TRY004 - the name is wrong, not a type
    return found
