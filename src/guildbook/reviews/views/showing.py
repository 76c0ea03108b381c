"""Differences for a page: columns by name, texts word by word, rows paired, references as links, dates in words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    BooleanField,
    DateField,
    DecimalField,
    Field,
    FloatField,
    ForeignKey,
    IntegerField,
    JSONField,
    ManyToManyField,
)
from django.utils.translation import gettext as _

from guildbook.faces.details import Cell, column_label, language_name, link, referred
from guildbook.kit.actors import Actor
from guildbook.kit.documents import CITATION_COLUMNS, Document
from guildbook.kit.fields import FuzzyDateField, LanguageMapField
from guildbook.kit.format import date_text, day_text, number_text
from guildbook.kit.models import Citation
from guildbook.kit.record_types import Column, RecordType, model_field
from guildbook.language.differences import Difference, differences, row_changes, words

# A piece longer than this is shown by its beginning: nobody reads a page of what went.
LONGEST_PIECE = 1500
# Words left on either side of what changed in a long text.
CONTEXT = 160
MOST_ROWS = 60
Names = Mapping[tuple[str, str], Any]
Piece = dict[str, Any]


@dataclass(frozen=True)
class Showing:
    """How documents of one kind are shown to one actor: the kind, and the records they refer to."""

    record_type: RecordType
    names: Names

    def changes(self, before: Document | None, after: Document) -> list[dict[str, Any]]:
        """Every column that differs, ready for `reviews/difference.html`."""
        return [self.column(each) for each in differences(before, after) if each.column != "key"]

    def column(self, each: Difference) -> dict[str, Any]:
        """One column: its label, and its change as lines (a label, pieces) or rows (a kind, cells)."""
        shown: dict[str, Any] = {"name": each.column, "label": column_label(self.record_type, each.column)}
        part = self._part(each.column)
        if part is not None:
            return {**shown, **self._rows(part, each)}
        of = model_field(self.record_type.model, each.column)
        if isinstance(of, ManyToManyField):
            return {**shown, "lines": [{"pieces": self._linked(of, each)}]}
        if isinstance(of, LanguageMapField):
            return {**shown, "lines": _languages(each.was, each.now)}
        return {**shown, "lines": [{"pieces": self._pieces(of, each.column, each.was, each.now, {})}]}

    def _part(self, name: str) -> tuple[type[Any], tuple[Column, ...]] | None:
        if name == "citations":
            return Citation, CITATION_COLUMNS
        rows = next((rows for rows in self.record_type.rows if rows.name == name), None)
        return None if rows is None else (self.record_type.part_model(rows), rows.columns)

    def _rows(self, part: tuple[type[Any], tuple[Column, ...]], each: Difference) -> dict[str, Any]:
        model, columns = part
        changes = [change for change in row_changes(each.was, each.now) if change.kind != "same"]
        shown = [
            {"kind": change.kind, "said": _said(change.kind), "cells": self._cells(model, columns, change)}
            for change in changes[:MOST_ROWS]
        ]
        return {"rows": shown, "more": number_text(len(changes) - MOST_ROWS) if len(changes) > MOST_ROWS else ""}

    def _cells(self, model: type[Any], columns: Iterable[Column], change: Any) -> list[dict[str, Any]]:
        was, now = change.was or {}, change.now or {}
        cells = []
        for column in columns:
            name = column.field
            if name.endswith("_type") or (was.get(name) is None and now.get(name) is None):
                continue
            of = model_field(model, name)
            row = now or was
            if isinstance(of, LanguageMapField):
                lines = _languages(was.get(name), now.get(name), whole=True)
                cells.append({"label": str(of.verbose_name), "lines": lines})
            else:
                pieces = self._pieces(of, name, was.get(name), now.get(name), row)
                cells.append({"label": str(of.verbose_name), "lines": [{"pieces": pieces}]})
        return cells

    def _linked(self, of: ManyToManyField[Any, Any], each: Difference) -> list[Piece]:
        pieces: list[Piece] = []
        for change in row_changes(each.was, each.now):
            for kind, value in (("del", change.was), ("ins", change.now)):
                same = change.kind in ("same", "moved")
                if value is not None and not (same and kind == "del"):
                    pieces.append(_piece("same" if same else kind, self._cell(of, "", value, {})))
        return pieces

    def _pieces(self, of: Field[Any, Any], name: str, was: Any, now: Any, row: Mapping[str, Any]) -> list[Piece]:
        """One value as it was and is, in pieces; texts word by word."""
        one, other = self._cell(of, name, was, row), self._cell(of, name, now, row)
        if was == now:
            return [_piece("same", other)]
        if _is_text(of, name) and isinstance(one, str) and isinstance(other, str):
            return _in_words(one, other)
        return [_piece(kind, value) for kind, value in (("del", one), ("ins", other)) if value != ""]

    def _cell(self, of: Field[Any, Any], name: str, value: Any, row: Mapping[str, Any]) -> Cell:
        if value is None or value == "":
            return ""
        if isinstance(of, ForeignKey | ManyToManyField):
            found = next((one for (__, key), one in self.names.items() if key == value and _is_of(of, one)), None)
            return link(found) if found is not None else str(value)
        if name.endswith("_key"):
            found = self.names.get((str(row.get(name.replace("_key", "_type"), "")), str(value)))
            return link(found) if found is not None else str(value)
        return _plain(of, value)


def showing(actor: Actor, record_type: RecordType, found: Iterable[Document | None]) -> Showing:
    """How these documents are shown to an actor; a query for each kind of record they refer to."""
    return Showing(record_type, referred(actor, record_type, [data for data in found if data]))


def _plain(of: Field[Any, Any], value: Any) -> str:
    """A value that is no reference, in words."""
    if of.choices:
        return str(dict(of.flatchoices).get(value, value))
    if isinstance(of, FuzzyDateField):
        return date_text(str(value))
    if isinstance(of, BooleanField):
        return _("yes") if value else _("no")
    if isinstance(of, DecimalField | IntegerField | FloatField) and isinstance(value, int | float):
        return number_text(value)
    if isinstance(of, DateField):
        return _day(of, str(value))
    if of.name == "language":
        return language_name(str(value))
    return json.dumps(value, ensure_ascii=False, indent=1) if isinstance(value, dict | list) else str(value)


def _day(of: Field[Any, Any], value: str) -> str:
    read = of.to_python(value)
    return day_text(read) if read is not None else value


def _is_of(of: Field[Any, Any], record: Any) -> bool:
    model = of.related_model
    return isinstance(model, type) and record._meta.concrete_model is model._meta.concrete_model


def _is_text(of: Field[Any, Any], name: str) -> bool:
    closed = isinstance(
        of, ForeignKey | DecimalField | IntegerField | FloatField | DateField | FuzzyDateField | BooleanField
    )
    return not (closed or of.choices or name.endswith("_key") or of.name == "language") or isinstance(of, JSONField)


def _languages(was: Any, now: Any, *, whole: bool = False) -> list[dict[str, Any]]:
    """A text in several languages, a line for each in which it changed (`whole`: for each)."""
    one, other = was or {}, now or {}
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return [{"pieces": _in_words(str(was or ""), str(now or ""))}]
    lines = []
    for tag in dict.fromkeys([*other, *one]):
        before, after = one.get(tag, ""), other.get(tag, "")
        if whole or before != after:
            lines.append({"label": language_name(tag), "lang": tag, "pieces": _in_words(before, after)})
    if one and other and next(iter(one)) != next(iter(other)):
        pieces = [_piece("del", language_name(next(iter(one)))), _piece("ins", language_name(next(iter(other))))]
        lines.append({"label": _("written first in"), "pieces": pieces})
    return lines


def _in_words(was: str, now: str) -> list[Piece]:
    pieces = words(was, now)
    changed = len(pieces) > 1
    return [_piece(kind, _cut(kind, text, changed)) for kind, text in pieces]


def _cut(kind: str, text: str, changed: bool) -> str:
    if kind == "same" and changed and len(text) > 3 * CONTEXT:
        return f"{text[:CONTEXT]} … {text[-CONTEXT:]}"
    return text if len(text) <= LONGEST_PIECE else f"{text[:LONGEST_PIECE]} …"


def _piece(kind: str, value: Cell) -> Piece:
    return {"kind": kind, "cell": value}


def _said(kind: str) -> str:
    """What happened to a row, in a word."""
    said = {"added": _("added"), "removed": _("taken out"), "changed": _("changed"), "moved": _("moved")}
    return said.get(kind, "")
