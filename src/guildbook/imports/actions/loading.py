"""Reading files of documents into the book: all of them or none, and the same file again changes nothing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from guildbook.faces.workbooks import WorkbookError, read_workbook, texts_of
from guildbook.kit.actions import AT_ONCE, keep, keep_many, stored_many
from guildbook.kit.actors import Actor
from guildbook.kit.bulk import references
from guildbook.kit.documents import (
    Document,
    DocumentError,
    all_columns,
    document,
    read_document,
    same,
)
from guildbook.kit.drafts import Draft
from guildbook.kit.fields import LanguageMapField
from guildbook.kit.queries import find_as, find_many_as
from guildbook.kit.record_types import RecordType, by_name, model_field
from guildbook.language.decoding import UndecodableText, decode

# Levels of lists and mappings a document may have; ours have half a dozen.
DEEPEST = 50


class LoadError(ValueError):
    """A file that cannot be loaded; the message names file, document and column, a line for each fault."""


@dataclass
class Tally:
    """How many records a load added, changed and found as they were."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass(frozen=True)
class Placed:
    """A document and where it stands, for messages."""

    record_type: RecordType
    data: Document
    where: str
    partial: bool = False  # a sheet speaks only of the columns it has


def load(actor: Actor, paths: list[Path], why: str, *, preview: bool = False) -> Tally:
    """Load files (.yaml, .xlsx, .csv) or folders of them in name order, in one transaction.

    A document that refers to a later one waits for it. Raises LoadError naming the place of every fault of the first
    document that has any; nothing is then saved. With `preview` nothing is saved in any case.
    """
    loading = _Loading(actor, why)
    with transaction.atomic():
        waiting = [late for batch in _batches(documents_in(paths)) for late in loading.attempt(batch)]
        while waiting:
            still = [late for batch in _batches(placed for placed, __ in waiting) for late in loading.attempt(batch)]
            if len(still) == len(waiting):
                raise still[0][1]
            waiting = still
        transaction.set_rollback(preview)
    return loading.tally


class _Loading:
    """One load under way: what was counted and found so far."""

    def __init__(self, actor: Actor, why: str) -> None:
        self.actor, self.why = actor, why
        self.tally = Tally()
        self.found: dict[tuple[type[Model], str], Model] = {}

    def find(self, model: type[Model], key: str) -> Model | None:
        """The record of that key; asked of the database once."""
        if (model, key) not in self.found:
            record = find_as(self.actor, model, key)
            if record is None:
                return None
            self.found[model, key] = record
        return self.found[model, key]

    def attempt(self, batch: list[Placed]) -> Iterator[tuple[Placed, LoadError]]:
        """Keep what can be kept of a batch, as one where that is possible; yields the rest with what is wrong."""
        held = _held(batch)
        self._look_up(batch)
        read: list[tuple[Placed, Draft, bool]] = []
        for placed in batch:
            try:
                draft, is_new = self._read(placed, held.get(str(placed.data.get("key", ""))))
            except LoadError as error:
                yield placed, error
            else:
                if draft is None:
                    self.tally.unchanged += 1
                else:
                    read.append((placed, draft, is_new))
        if batch[0].record_type.save is not keep or not self._keep_at_once(batch[0].record_type, read):
            for one in read:
                try:
                    self._keep(*one)
                except LoadError as error:
                    yield one[0], error

    def _look_up(self, batch: list[Placed]) -> None:
        """Find what single columns of a batch refer to with a query for each column; the rest is asked for singly."""
        for field in references(batch[0].record_type.model):
            model = field.related_model
            named = {value for one in batch if type(value := one.data.get(field.name)) is str and value}
            if new := [key for key in named if (model, key) not in self.found]:
                self.found |= {(model, key): one for key, one in find_many_as(self.actor, model, new).items()}

    def _read(self, placed: Placed, held: Draft | None) -> tuple[Draft | None, bool]:
        """The draft of a document and whether it is new; None where the book says the same."""
        record_type, data = placed.record_type, placed.data
        before = document(record_type, held) if held else None
        try:
            whole = _merged(record_type, before or {}, data) if placed.partial else data
            draft = read_document(record_type, whole, held.record if held else None, self.find)
            return (
                None if before is not None and same(before, document(record_type, draft)) else draft
            ), before is None
        except RecursionError as error:
            raise LoadError(_("%(where)s is nested too deeply") % {"where": placed.where}) from error
        except DocumentError as error:
            raise _at(placed, error) from error

    def _keep_at_once(self, record_type: RecordType, read: list[tuple[Placed, Draft, bool]]) -> bool:
        try:
            keep_many(self.actor, record_type, [one[1] for one in read], self.why)
        except DocumentError:
            return False  # one by one it shows whose fault it is
        added = sum(one[2] for one in read)
        self.tally.added += added
        self.tally.changed += len(read) - added
        return True

    def _keep(self, placed: Placed, draft: Draft, is_new: bool) -> None:
        version = draft.record.version
        try:
            kept = placed.record_type.save(self.actor, draft, self.why)
        except DocumentError as error:
            raise _at(placed, error) from error
        if is_new:
            self.tally.added += 1
        elif kept.version == version:
            # The action filled in what the file leaves open, and then it was what the book holds.
            self.tally.unchanged += 1
        else:
            self.tally.changed += 1


def _at(placed: Placed, error: DocumentError) -> LoadError:
    return LoadError("\n".join(f"{placed.where}, {fault.where}: {fault.message}" for fault in error.faults))


def _batches(placed: Iterable[Placed]) -> Iterator[list[Placed]]:
    """Runs of documents of one type, each key once, so that what the book holds of them is read in one go."""
    batch: list[Placed] = []
    keys: set[str] = set()
    for one in placed:
        key = str(one.data.get("key", ""))
        if batch and (one.record_type is not batch[0].record_type or key in keys or len(batch) == AT_ONCE):
            yield batch
            batch, keys = [], set()
        batch.append(one)
        keys.add(key)
    if batch:
        yield batch


def _held(batch: list[Placed]) -> dict[str, Draft]:
    record_type = batch[0].record_type
    keys = [str(placed.data.get("key", "")) for placed in batch]
    records = list(record_type.model._default_manager.filter(key__in=keys))
    return {draft.record.key: draft for draft in stored_many(record_type, records)}


def _merged(record_type: RecordType, before: Document, data: Document) -> Document:
    """What the book holds with what a sheet says of it."""
    maps = _maps(record_type)
    texts = {name: texts_of(value, before.get(name, {})) for name, value in data.items() if name in maps}
    return {**before, **data, **texts}


@cache
def _maps(record_type: RecordType) -> frozenset[str]:
    """The columns of a kind that hold texts by language."""
    names = (column.field for column in all_columns(record_type))
    return frozenset(name for name in names if isinstance(model_field(record_type.model, name), LanguageMapField))


def documents_in(paths: list[Path]) -> Iterator[Placed]:
    """Every document of the files, in order; raises LoadError for a file that is missing or cannot be read."""
    for path in paths:
        if path.is_dir():
            inside = sorted(file for file in path.iterdir() if file.suffix in {".yaml", ".xlsx", ".csv"})
            if not inside:
                raise LoadError(_("%(path)s holds no .yaml, .xlsx or .csv file") % {"path": path})
            yield from documents_in(inside)
        elif not path.exists():
            raise LoadError(_("%(path)s: there is no such file") % {"path": path})
        elif path.suffix in {".xlsx", ".csv"}:
            yield from _from_workbook(path)
        else:
            yield from _from_yaml(path)


def _from_workbook(path: Path) -> Iterator[Placed]:
    try:
        yield from _placed_rows(path)
    except WorkbookError as error:
        raise LoadError(str(error)) from error


def _placed_rows(path: Path) -> Iterator[Placed]:
    for record_type, where, data in read_workbook(path):
        if not data["key"]:
            raise LoadError(_("%(where)s, key: a record needs a key") % {"where": f"{path}, {where}"})
        yield Placed(record_type, data, f"{path}, {where}", partial=True)


def _from_yaml(path: Path) -> Iterator[Placed]:
    try:
        # BaseLoader keeps every scalar a string: the columns know what is a date or a number, YAML's guesses do not.
        text = _text_of(path)
        _check_nesting(text)
        data = yaml.load(text, Loader=_loader())  # noqa: S506 - BaseLoader makes no objects
    except (UndecodableText, OSError, RecursionError, yaml.YAMLError) as error:
        raise LoadError(_("%(path)s is not a YAML text: %(error)s") % {"path": path, "error": error}) from error
    if not isinstance(data, Mapping) or not isinstance(data.get("documents"), list):
        raise LoadError(_("%(path)s must say “records: <type>” and list “documents:”") % {"path": path})
    record_type = by_name(str(data.get("records", "")))
    if record_type is None:
        raise LoadError(_("%(path)s: there is no record type “%(name)s”") % {"path": path, "name": data.get("records")})
    for position, item in enumerate(data["documents"], 1):
        key = item.get("key", "?") if isinstance(item, Mapping) else "?"
        where = _("%(path)s, document %(n)s (%(key)s)") % {"path": path, "n": position, "key": key}
        if not isinstance(item, Mapping):
            raise LoadError(_("%(where)s: a document is a mapping of column to value") % {"where": where})
        yield Placed(record_type, _with_text(dict(item), record_type, path, where), where)


def _text_of(path: Path) -> str:
    """A UTF-8 file with its line ends made one; what is in another encoding is refused, with a word on which it seems.

    Keys and citations point into these files, so that nothing in them may be guessed. Raises UndecodableText.
    """
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = decode(data)
        place = {"n": error.start + 1, "line": data.count(b"\n", 0, error.start) + 1, "encoding": found.encoding}
        words = _("byte %(n)s, in line %(line)s, is not UTF-8; it looks like %(encoding)s: save it as UTF-8") % place
        raise UndecodableText("damaged", words) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _check_nesting(text: str) -> None:
    """Refuse what would exhaust the reader, which calls itself for every level, or the memory; raises YAMLError."""
    depth = 0
    for event in yaml.parse(text, Loader=_loader()):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        line = {"n": event.start_mark.line + 1 if event.start_mark else 0}
        if depth > DEEPEST:
            raise yaml.YAMLError(_("line %(n)s is nested too deeply") % line)
        if isinstance(event, yaml.AliasEvent):
            raise yaml.YAMLError(_("line %(n)s refers to an anchor; write it out") % line)


def _loader() -> Any:
    """Libyaml's reader where PyYAML has it: ten times faster on the gazetteer."""
    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def _with_text(item: Document, record_type: RecordType, path: Path, where: str) -> Document:
    """A source that names a file beside it brings the file's text, unless the document holds it."""
    if "file" not in item or "text" in item or not any(column.field == "text" for column in record_type.columns):
        return item
    held = (path.parent / str(item["file"])).resolve()
    if path.parent.resolve() not in held.parents or not held.is_file():
        raise LoadError(_("%(where)s, file: there is no %(file)s beside it") % {"where": where, "file": item["file"]})
    try:
        return {**item, "text": _text_of(held)}
    except (UndecodableText, OSError) as error:
        names = {"where": where, "file": item["file"], "error": error}
        raise LoadError(_("%(where)s, file: %(file)s is not a text: %(error)s") % names) from error
