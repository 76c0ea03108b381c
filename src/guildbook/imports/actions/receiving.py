"""Files come in and go: kept by their content until they expire, read as sheets whenever they are needed."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from guildbook.imports.matching.mapped import list_headings
from guildbook.imports.matching.targets import guess
from guildbook.imports.matching.words import said_of_file
from guildbook.imports.models import Import, Mapping, State
from guildbook.imports.queries import KEPT_FOR, path_of, visible_mappings
from guildbook.imports.rules import may_import
from guildbook.kit.actions import NOT_YOURS
from guildbook.kit.actors import Actor
from guildbook.kit.documents import DocumentError, Fault
from guildbook.kit.record_types import RecordType, by_name, record_types
from guildbook.sheets.archives import MOST_BYTES
from guildbook.sheets.reading import read_sheets
from guildbook.sheets.shapes import Sheet, SheetsError


def receive(actor: Actor, upload: UploadedFile[Any], record_type: str = "") -> Import:
    """Take a file: one laid out as ours is ready to be checked, of another its columns are to be named first.

    Raises PermissionDenied for who keeps nothing, DocumentError saying why a file cannot be read.
    """
    if not may_import(actor) or actor.user is None:
        raise PermissionDenied(str(NOT_YOURS))
    expire()
    name = str(upload.name or "").rpartition("/")[2][:160]
    data = upload.read(MOST_BYTES + 1)
    try:
        sheets = [sheet for sheet in read_sheets(data, name) if not sheet.hidden and sheet.rows]
    except SheetsError as error:
        raise DocumentError([Fault("file", said_of_file(error))]) from error
    if not sheets:
        raise DocumentError([Fault("file", _("the file has no rows that are shown"))])
    digest = hashlib.sha256(data).hexdigest()
    imported = Import(user_id=actor.user, name=name, sha256=digest, size=len(data))
    if is_ours(sheets):
        imported.state = State.CHECKING
    else:
        kind = by_name(record_type)
        if kind is None:
            raise DocumentError([Fault("kind", _("this is not a workbook of this book: say what its rows are"))])
        imported.record_type = kind.name
        mapping = fitting(actor, kind, sheets[0])
        imported.mapping = mapping
        imported.columns = mapping.columns if mapping else {"columns": guesses(kind, sheets[0])}
        imported.state = State.CHECKING if mapping else State.COLUMNS
    path = path_of(imported)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        begun = path.with_suffix(".begun")
        begun.write_bytes(data)
        begun.replace(path)
    imported.save()
    return imported


def is_ours(sheets: list[Sheet]) -> bool:
    """Whether every sheet is named like a kind of record and its rows have keys."""
    known = {kind.plural for kind in record_types()}
    return all(sheet.name.split(".")[0] in known and "key" in map(str, sheet.rows[0]) for sheet in sheets)


def sheets_of(imported: Import) -> list[Sheet]:
    """The file's sheets; raises DocumentError where it has expired."""
    try:
        data = path_of(imported).read_bytes()
    except OSError as error:
        raise DocumentError([Fault("file", _("the file has expired; send it again"))]) from error
    return read_sheets(data, imported.name)


def beginning_of(imported: Import) -> Sheet:
    """The first rows of a list's first sheet that is shown: headings and examples."""
    shown = next(sheet for sheet in sheets_of(imported) if not sheet.hidden and sheet.rows)
    return Sheet(shown.name, shown.rows[:300])


def guesses(record_type: RecordType, sheet: Sheet) -> dict[str, dict[str, Any]]:
    """What each column of a list probably is; no two are guessed to be the same single value."""
    found: dict[str, dict[str, Any]] = {}
    taken: set[tuple[str, str]] = set()
    for heading in list_headings(sheet, record_type)[1]:
        spec: dict[str, Any] = dict(guess(record_type, heading))
        is_one = (spec.get("to", ""), spec.get("language", ""))
        if is_one in taken:
            spec = {}
        taken.add(is_one)
        found[heading.text] = spec
    return found


def fitting(actor: Actor, record_type: RecordType, sheet: Sheet) -> Mapping | None:
    """The newest reading the actor may use whose headings the list all has."""
    there = {heading.text for heading in list_headings(sheet, record_type)[1]}
    known = visible_mappings(actor).filter(record_type=record_type.name).order_by("-at")
    return next((one for one in known if (asked := _asked(one)) and asked <= there), None)


def _asked(mapping: Mapping) -> set[str]:
    """The headings a reading makes use of."""
    return {heading for heading, spec in mapping.columns.get("columns", {}).items() if spec.get("to")}


def remember(actor: Actor, imported: Import, name: str, organisation: int | None) -> Mapping:
    """Keep a reading by name, for the actor or for an organisation they act for; the same name again is edited."""
    if organisation is not None and not (actor.is_staff or organisation in actor.keeps):
        raise PermissionDenied(str(NOT_YOURS))
    if actor.user is None:
        raise PermissionDenied(str(NOT_YOURS))
    held = visible_mappings(actor).filter(name=name, record_type=imported.record_type).first()
    mapping = held or Mapping(name=name[:100], user_id=actor.user, record_type=imported.record_type)
    mapping.columns, mapping.organisation_id = imported.columns, organisation
    mapping.save()
    return mapping


def forget(imported: Import) -> None:
    """Take a file and its preview out; what was kept of it stays in the book."""
    with transaction.atomic():
        path, shared = path_of(imported), Import.objects.filter(sha256=imported.sha256).exclude(pk=imported.pk)
        imported.delete()
        if not shared.exists():
            path.unlink(missing_ok=True)


def expire() -> int:
    """Forget what was sent too long ago; returns how many."""
    old = list(Import.objects.filter(at__lt=timezone.now() - KEPT_FOR))
    for imported in old:
        forget(imported)
    return len(old)
