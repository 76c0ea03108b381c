"""Entering the items of one version from what was typed, pasted or sent as a file: all of them or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from django.utils.translation import gettext as _

from guildbook.kit.actions import stored
from guildbook.kit.actors import Actor
from guildbook.kit.documents import document, read_document
from guildbook.kit.queries import find_as
from guildbook.kit.record_types import type_of
from guildbook.standards.actions.standards import save_standard
from guildbook.standards.models import Standard, StandardItem
from guildbook.standards.outlines.changes import steps
from guildbook.standards.outlines.lines import Line, Outline, Problem
from guildbook.standards.queries.items import ordered


@dataclass(frozen=True)
class Entry:
    """One item as it would be kept: what was sent, what the book holds, and which of both it is."""

    line: Line
    held: StandardItem | None
    how: str  # added, changed, same


@dataclass
class Preview:
    """What entering would do; `left` are held items that were not sent."""

    entries: list[Entry] = field(default_factory=list)
    left: list[StandardItem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def refused(self) -> bool:
        """Whether nothing of it may be kept."""
        return any(problem.fatal for problem in self.problems)


def preview(standard: Standard, version: str, outline: Outline) -> Preview:
    """Compare what was sent with what the book holds of the version: item by item."""
    held = ordered(standard.items.filter(version=version))
    made = Preview(problems=list(outline.problems))
    known = {item.identifier for item in held}
    for line in outline.lines:
        if line.identifier and line.identifier not in known:
            message = _("this version has no item with the identifier “%(id)s”; leave it empty for a new item")
            made.problems.append(Problem(line.place, message % {"id": line.identifier[:40]}))
    before = _before(held, outline.lines)
    for line, item in zip(outline.lines, before, strict=True):
        if item is None:
            made.entries.append(Entry(line, None, "added"))
            continue
        if not line.sure:
            line = replace(line, kind=item.kind)  # noqa: PLW2901 - the line as it would be kept
        said = (item.number, item.text, item.kind, item.parent)
        same = said == (line.number, line.text, line.kind, line.parent)
        made.entries.append(Entry(line, item, "same" if same else "changed"))
    used = {item.pk for item in before if item is not None}
    made.left = [item for item in held if item.pk not in used]
    return made


def _before(held: Sequence[StandardItem], lines: Sequence[Line]) -> list[StandardItem | None]:
    """The item the book holds for each line: by identifier, by text, by number; a renumbered item stays itself."""
    by_identifier = {item.identifier: item for item in held}
    found = [by_identifier.get(line.identifier) if line.identifier else None for line in lines]
    used = {item.pk for item in found if item is not None}
    open_items = [item for item in held if item.pk not in used]
    open_lines = [place for place, line in enumerate(lines) if found[place] is None and not line.identifier]
    for step in steps(open_items, [lines[place] for place in open_lines]):
        if step.before is not None and step.after is not None:
            found[open_lines[step.after]] = open_items[step.before]
            used.add(open_items[step.before].pk)
    by_number = {item.number: item for item in held if item.pk not in used}
    for place in open_lines:
        if found[place] is None:
            found[place] = by_number.pop(lines[place].number, None)
    return found


def enter_items(
    actor: Actor, standard: Standard, version: Mapping[str, str], lines: Sequence[Line], drop_left: bool, why: str
) -> Standard:
    """Keep the items of a version, and the version itself where the standard has none of that name.

    `version` says name, issued, language, localises and localised_from as a document would. Items that are not among
    the lines stay unless `drop_left`. Raises DocumentError naming every fault.
    """
    record_type = type_of(standard)
    draft = stored(record_type, standard)
    data = document(record_type, draft)
    name = version["name"]
    versions = data.setdefault("versions", [])
    if not any(row["name"] == name for row in versions):
        versions.append({column: value for column, value in version.items() if value})
    others = [row for row in data.get("items", []) if row["version"] != name]
    held = {row["identifier"]: row for row in data.get("items", []) if row["version"] == name}
    before = _before(ordered(standard.items.filter(version=name)), lines)
    rows = [
        _row(line, name, held[item.identifier] if item is not None else {})
        for line, item in zip(lines, before, strict=True)
    ]
    if not drop_left:
        kept = {row.get("identifier") for row in rows}
        rows.extend(row for row in held.values() if row["identifier"] not in kept)
    data["items"] = [*others, *rows]
    return save_standard(actor, read_document(record_type, data, standard, partial(find_as, actor)), why)


def _row(line: Line, version: str, before: Mapping[str, str]) -> dict[str, str]:
    """A line as a row of the document; what it leaves open stays as the book holds it."""
    return {
        "version": version,
        "number": line.number,
        "kind": line.kind or before.get("kind", "other"),
        "parent": line.parent,
        "text": line.text,
        "identifier": line.identifier or before.get("identifier", ""),
    }
