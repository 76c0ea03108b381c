"""Records as tables and runs of links, and the panels made of them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import DecimalField, FloatField, IntegerField, QuerySet
from django.utils.translation import gettext as _

from guildbook.faces.details import cell, link
from guildbook.kit.fields import FuzzyDateField
from guildbook.kit.models import Status
from guildbook.kit.panels import Panel
from guildbook.kit.record_types import Column, Label, RecordType, model_field

MOST_IN_PANEL = 25
MOST_LINKS = 80


def head(label: Label, kind: str = "") -> dict[str, str]:
    """The head of a table's column; `kind` is n for numbers, d for dates."""
    return {"label": str(label), "kind": kind}


def listing(record_type: RecordType, records: Iterable[Any], *names: str) -> dict[str, Any]:
    """Records as a table's columns and rows: their names, and these columns as far as any record fills them."""
    columns = [Column(name) for name in names]
    rows: list[list[Any]] = [[link(record), *(cell(record, column) for column in columns)] for record in records]
    heads = [head(_("Name")), *(column_head(record_type, name) for name in names)]
    return filled(heads, rows)


def column_head(record_type: RecordType, name: str) -> dict[str, str]:
    """The head of a record's column: dates do not wrap, numbers stand to the right."""
    field = model_field(record_type.model, name)
    dates, numbers = isinstance(field, FuzzyDateField), isinstance(field, DecimalField | IntegerField | FloatField)
    return head(field.verbose_name, "d" if dates else "n" if numbers and not field.choices else "")


def filled(heads: Sequence[Any], rows: Sequence[Sequence[Any]]) -> dict[str, Any]:
    """A table without the columns that no row fills: they say nothing."""
    kept = [place for place in range(len(heads)) if any(row[place] for row in rows)]
    return {"columns": [heads[place] for place in kept], "rows": [[row[place] for place in kept] for row in rows]}


def table_panel(label: Label, heads: Sequence[Any], rows: Sequence[Sequence[Any]], more: str = "") -> Panel | None:
    """A panel that is a table, or None where there is nothing to say."""
    return Panel(label, "records/panel_table.html", filled(heads, rows), more) if rows else None


def links_panel(label: Label, records: QuerySet[Any], more: str = "") -> Panel | None:
    """A panel of the published among these records as a run of links, where nothing but their names matters."""
    found = list(records.filter(status=Status.PUBLISHED)[: MOST_LINKS + 1])
    if not found:
        return None
    cells = [link(record) for record in found[:MOST_LINKS]]
    return Panel(label, "records/panel_links.html", cells, more if len(found) > MOST_LINKS else "")


def list_panel(
    label: Label, record_type: RecordType, records: QuerySet[Any], columns: Sequence[str], more: str = ""
) -> Panel | None:
    """A panel of the published among these records, with a link to the list where they are too many."""
    found = list(records.filter(status=Status.PUBLISHED)[: MOST_IN_PANEL + 1])
    if not found:
        return None
    data = listing(record_type, found[:MOST_IN_PANEL], *columns)
    return Panel(label, "records/panel_table.html", data, more if len(found) > MOST_IN_PANEL else "")
