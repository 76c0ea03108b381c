"""What each row of a file would do, found out by doing it and taking it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guildbook.faces.workbooks import SheetRecord, texts_of
from guildbook.imports.actions.matching import Known
from guildbook.imports.models import ImportRow, RowState
from guildbook.kit.actions import AT_ONCE, NOT_YOURS, keep, keep_many
from guildbook.kit.actors import Actor
from guildbook.kit.documents import Document, DocumentError, Fault, all_columns, document, read_document, same
from guildbook.kit.drafts import Draft
from guildbook.kit.fields import LanguageMapField
from guildbook.kit.naming import fresh_key
from guildbook.kit.queries import find_as
from guildbook.kit.record_types import RecordType, model_field
from guildbook.kit.rules import may_keep
from guildbook.kit.texts import pick
from guildbook.reviews.actions import asked_review, keep_or_propose
from guildbook.reviews.queries import own_organisations

# The same words whether a record of that key exists unseen or not at all.
NO_SUCH = gettext_lazy("you keep no record of this key; leave the key empty for a new one")
Told = Callable[[int], None]


@dataclass
class Trial:
    """A row on its way: the record it speaks of, what it would make, and what is said of it."""

    found: SheetRecord
    row: ImportRow
    draft: Draft | None = None
    faults: list[Fault] = field(default_factory=list)


class Trials:
    """The rows of one file, tried for one person."""

    def __init__(self, actor: Actor, decisions: dict[str, str], *, mapped: bool, why: str) -> None:
        self.actor, self.decisions, self.mapped, self.why = actor, decisions, mapped, why
        self.known = Known(actor)
        self.seen: dict[tuple[str, str], str] = {}
        self.references: dict[tuple[type[Model], str], Model] = {}
        self.number = 0

    @cached_property
    def own(self) -> list[Any]:
        """The organisations the sender acts for, read once."""
        return own_organisations(self.actor)

    def run(self, records: Iterable[SheetRecord], told: Told) -> Iterator[list[ImportRow]]:
        """Every row with what it would do, hundreds at a time; those that refer to others of the file come last."""
        late: list[Trial] = []
        new: dict[str, Trial] = {}
        for batch in _batches(records):
            tried = [self._begin(found) for found in batch]
            self._try(tried)
            waiting = [one for one in tried if one.faults and not one.found.faults]
            late.extend(waiting)
            new |= {one.row.key: one for one in tried if one.row.state == RowState.ADD and not one.faults}
            yield [self._settled(one) for one in tried if one not in waiting]
            told(self.number)
        if late:
            self._try_together(late, new)
            yield [self._settled(one) for one in late]

    def find(self, model: type[Model], key: str) -> Model | None:
        """A record the actor may see, asked for once."""
        if (model, key) not in self.references:
            record = find_as(self.actor, model, key)
            if record is None:
                return None
            self.references[model, key] = record
        return self.references[model, key]

    def _begin(self, found: SheetRecord) -> Trial:
        """A row before anything of it was tried: which record it speaks of."""
        self.number += 1
        row = ImportRow(number=self.number, sheet=found.sheet[:40], row=found.row, record_type=found.record_type.name)
        trial = Trial(found, row)
        row.key, row.state = str(found.data.get("key") or ""), RowState.ADD
        if not row.key and not found.faults:
            self._match(trial)
        place = (row.record_type, row.key)
        if row.key and place in self.seen:
            message = _("the key “%(key)s” stands in %(other)s already")
            found.faults.append(("key", message % {"key": row.key, "other": self.seen[place]}))
        elif row.key:
            self.seen[place] = found.said("")
        return trial

    def _match(self, trial: Trial) -> None:
        """Find the record a row without key means: the only one that bears its name, or what a person decided."""
        found, row = trial.found, trial.row
        decided = self.decisions.get(f"{row.sheet}/{row.row}", "")
        candidates = [] if decided == "new" else self.known.candidates(found.record_type, found.data)
        row.candidates = [[one.key, one.name] for one in candidates]
        chosen = next((one.key for one in candidates if one.key == decided), "")
        sure = [one.key for one in candidates if one.same]
        if not chosen and len(sure) == 1:
            chosen = sure[0]
            found.remarks.append(("key", _("found by its name")))
        if chosen:
            row.key = chosen
        elif candidates:
            row.state = RowState.ASK

    def _try(self, tried: list[Trial]) -> None:
        """Read and keep a batch of one kind, and take it back."""
        ready = [one for one in tried if not one.found.faults and one.row.state != RowState.ASK]
        if not ready:
            return
        with transaction.atomic():
            self._read(ready)
            self._keep([one for one in ready if one.draft is not None])
            transaction.set_rollback(True)

    def _try_together(self, late: list[Trial], new: dict[str, Trial]) -> None:
        """Try rows that refer to new ones of the file, with those they refer to."""
        needed = _needed(late, new)
        with transaction.atomic():
            waiting = [*needed, *late]
            while waiting:
                before = len(waiting)
                for one in waiting:
                    one.faults, one.draft = [], None
                for batch in _by_kind(waiting):
                    self._read(batch)
                    self._keep([one for one in batch if one.draft is not None])
                waiting = [one for one in waiting if one.faults]
                if len(waiting) == before:
                    break
            transaction.set_rollback(True)
        self.references.clear()

    def _read(self, tried: list[Trial]) -> None:
        """Make drafts of rows of one kind; a row that says what the book says gets none."""
        record_type = tried[0].found.record_type
        held = self.known.held(record_type, [one.row.key for one in tried if one.row.key])
        for one in tried:
            try:
                self._read_one(one, held.get(one.row.key))
            except DocumentError as error:
                one.faults.extend(error.faults)

    def _read_one(self, one: Trial, held: Draft | None) -> None:
        record_type, row = one.found.record_type, one.row
        if held is None and one.found.data.get("key") and not self.actor.is_staff:
            raise DocumentError([Fault("key", str(NO_SUCH))])
        before = document(record_type, held) if held else None
        data = self._whole(record_type, before, one.found.data)
        # Asked before the draft is made: it is the record as it stands that matters.
        permitted = held is None or may_keep(self.actor, record_type, held.record)
        if held is not None:
            row.state, row.version = RowState.CHANGE, held.record.version
        data["key"] = row.key or fresh_key(record_type, _label(data))
        draft = read_document(record_type, data, held.record if held else None, self.find)
        if held is None and self._unkept(record_type, draft):
            draft = read_document(record_type, {**data, "steward": self.own[0].key}, None, self.find)
        made = document(record_type, draft)
        row.key, row.label = str(made["key"]), (_label(made) or str(made["key"]))[:300]
        if same(before, made):
            row.state = RowState.SAME
            return
        if not (permitted and may_keep(self.actor, record_type, draft.record)):
            raise DocumentError([Fault("key" if held else "steward", str(NOT_YOURS))])
        row.document, one.draft = made, draft
        row.changes = [[place, one.found.place(place)[2], old, new] for place, old, new in changes(before or {}, made)]
        row.proposed = asked_review(self.actor, record_type, draft) is not None

    def _unkept(self, record_type: RecordType, draft: Draft) -> bool:
        """Whether a new row names nobody who keeps it: then who sends it does, as on the form of a new record."""
        named = draft.record.steward_id is not None or "steward" not in record_type.keepers
        return not named and not may_keep(self.actor, record_type, draft.record) and bool(self.own)

    def _whole(self, record_type: RecordType, before: Document | None, said: Document) -> Document:
        """What the book holds with what the row says of it; a list's names and rows are added, not put instead."""
        before = before or {}
        maps = {
            column.field
            for column in all_columns(record_type)
            if isinstance(model_field(record_type.model, column.field), LanguageMapField)
        }
        made = {**before, **said}
        for name, value in said.items():
            if name in maps and value is not None:
                made[name] = texts_of(value, before.get(name, {}))
            elif self.mapped and isinstance(value, list) and isinstance(before.get(name), list):
                made[name] = _together(before[name], value)
        return made

    def _keep(self, tried: list[Trial]) -> None:
        if not tried:
            return
        record_type = tried[0].found.record_type
        if record_type.save is keep and not any(one.row.proposed for one in tried):
            try:
                keep_many(self.actor, record_type, [one.draft for one in tried if one.draft], self.why)
            except (DocumentError, PermissionDenied):
                # One of them is wrong: each by itself shows which. What was read may have been written to.
                self._read([self._anew(one) for one in tried])
            else:
                return
        for one in tried:
            if one.draft is not None:
                try:
                    with transaction.atomic():
                        keep_or_propose(self.actor, record_type, one.draft, self.why)
                except DocumentError as error:
                    one.faults.extend(error.faults)
                except PermissionDenied:
                    one.faults.append(Fault("key", str(NOT_YOURS)))

    def _anew(self, one: Trial) -> Trial:
        one.draft, one.faults = None, []
        return one

    def _settled(self, one: Trial) -> ImportRow:
        """The row with everything said of it."""
        row, found = one.row, one.found
        wrong = [*found.faults, *((fault.where, fault.message) for fault in one.faults)]
        row.remarks = [[*found.place(where), text] for where, text in (*wrong, *found.remarks)]
        if wrong:
            row.state, row.document, row.changes, row.proposed = RowState.REFUSE, {}, [], False
        if not row.label:
            row.label = (_label(found.data) or row.key)[:300]
        return row


def changes(before: Document, after: Document) -> Iterator[tuple[str, Any, Any]]:
    """What differs between two documents: (place, old, new), languages of a text each for itself."""
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name), after.get(name)
        if old == new or name == "key":
            continue
        if isinstance(old or new, dict) and isinstance(new or old, dict):
            held, made = old or {}, new or {}
            inner = [tag for tag in dict.fromkeys((*held, *made)) if held.get(tag) != made.get(tag)]
            yield from ((f"{name}.{tag}", held.get(tag), made.get(tag)) for tag in inner)
        else:
            yield name, old, new


def _label(data: Document) -> str:
    """What a record is called, as far as its document says."""
    for name in ("names", "title", "text"):
        value = data.get(name)
        if isinstance(value, dict):
            return pick({tag: str(text) for tag, text in value.items() if text}).text
        if isinstance(value, list) and value:
            return pick({str(row.get("language", "")): str(row.get("text", "")) for row in reversed(value)}).text
    return ""


def _together(held: list[Any], said: list[Any]) -> list[Any]:
    """Rows the book holds with those a list adds; a row that says nothing else is there already."""

    def is_there(row: Any) -> bool:
        if not isinstance(row, dict):
            return row in held
        told = {name: value for name, value in row.items() if name != "kind"}
        return any(isinstance(one, dict) and told.items() <= one.items() for one in held)

    return [*held, *(row for row in said if not is_there(row))]


def _needed(late: list[Trial], new: dict[str, Trial]) -> list[Trial]:
    """The new rows that late ones refer to, and those that these refer to."""
    needed: dict[str, Trial] = {}
    asked = list(late)
    while asked:
        for text in _texts(asked.pop().found.data):
            if text in new and text not in needed:
                needed[text] = new[text]
                asked.append(new[text])
    return list(needed.values())


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


def _batches(records: Iterable[SheetRecord]) -> Iterator[list[SheetRecord]]:
    batch: list[SheetRecord] = []
    for found in records:
        if batch and (found.record_type is not batch[0].record_type or len(batch) == AT_ONCE):
            yield batch
            batch = []
        batch.append(found)
    if batch:
        yield batch


def _by_kind(tried: list[Trial]) -> Iterator[list[Trial]]:
    kinds = dict.fromkeys(one.found.record_type for one in tried)
    for kind in kinds:
        some = [one for one in tried if one.found.record_type is kind]
        for start in range(0, len(some), AT_ONCE):
            yield some[start : start + AT_ONCE]
