"""Checking a file for its preview, and keeping all of it: in this process or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from guildbook.accounts.models import User
from guildbook.faces.workbooks import SheetRecord, TableError, read_records
from guildbook.imports.actions.keeping import StaleError, keep_all
from guildbook.imports.actions.matching import Known
from guildbook.imports.actions.receiving import sheets_of
from guildbook.imports.actions.trying import Trials
from guildbook.imports.matching.mapped import Reading, mapped_rows
from guildbook.imports.matching.words import said, said_of_file
from guildbook.imports.models import Import, ImportRow, State
from guildbook.imports.queries import LONGEST_WORK
from guildbook.kit.actors import Actor, actor_for
from guildbook.kit.bulk import insert_many
from guildbook.kit.documents import DocumentError
from guildbook.kit.record_types import by_name
from guildbook.search.actions import catch_up
from guildbook.sheets.shapes import Sheet, SheetsError

# Files of so many rows are checked while the person waits; longer ones in a process of their own.
AT_ONCE = 1_500
MOST_PROCESSES = 2


def begin(imported: Import, actor: Actor, what: State, why: str = "") -> None:
    """Check a file, or keep it: at once where it is short, else in a process of its own, which the page follows.

    Raises DocumentError where too many files are under way, or the same one since it was read.
    """
    if what == State.CHECKING:
        imported.total = sum(len(sheet.rows) for sheet in sheets_of(imported) if not sheet.hidden)
    busy = Import.objects.filter(state__in=(State.CHECKING, State.KEEPING), began__gt=timezone.now() - LONGEST_WORK)
    if imported.total > AT_ONCE and busy.exclude(pk=imported.pk).count() >= MOST_PROCESSES:
        raise DocumentError([])
    # Of two who press the button at once, the second must not write over how the first one's work ended.
    if not Import.objects.filter(pk=imported.pk, state=imported.state).update(state=what):
        raise DocumentError([])
    imported.state, imported.began, imported.done, imported.error = what, timezone.now(), 0, ""
    imported.save()
    if imported.total <= AT_ONCE:
        work(imported, actor, why)
    else:
        command = [sys.executable, "-m", "guildbook", "imports", str(imported.pk), "--why", why]
        subprocess.Popen(  # noqa: S603 - our own command, with a number and a text as arguments
            [*command, "--language", get_language() or "en"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env=os.environ.copy(),
        )


def actor_behind(imported: Import) -> Actor:
    """Who sent a file, with what they may do today."""
    user: User = imported.user
    return actor_for(user.get_full_name(), user.pk, is_staff=user.is_staff)


def work(imported: Import, actor: Actor, why: str = "", language: str = "") -> None:
    """Do what a file's state says is to be done, and say in it how that ended."""
    with override(language or get_language() or "en"):
        try:
            if imported.state == State.KEEPING:
                keep_all(
                    imported, actor, why or _("from the file %(name)s") % {"name": imported.name}, _teller(imported)
                )
                imported.state, imported.kept_at = State.KEPT, timezone.now()
            else:
                check(imported, actor)
                imported.state = State.CHECKED
        except SheetsError as error:
            imported.state, imported.error = State.FAILED, said_of_file(error)
        except (TableError, DocumentError) as error:
            faults = getattr(error, "faults", ())
            imported.error = "\n".join(fault.message for fault in faults) or str(error)
            imported.state = State.FAILED
        except StaleError as error:
            imported.state, imported.error = State.CHECKED, str(error)
        finally:
            if imported.state in (State.CHECKING, State.KEEPING):
                imported.state, imported.error = State.FAILED, _("this was broken off; try again")
            imported.began = None
            imported.save()
        if imported.state == State.KEPT:
            catch_up()


def check(imported: Import, actor: Actor) -> None:
    """Write down what every row would do; nothing of it is kept in the book."""
    sheets = sheets_of(imported)
    imported.rows.all().delete()
    imported.remarks = [
        [problem.sheet, problem.row, problem.column, said(problem.what, problem.as_read)]
        for sheet in sheets
        for problem in sheet.problems
        if not problem.wrong and not problem.sheet.startswith("_")
    ][:200]
    trials = Trials(actor, imported.decisions, mapped=bool(imported.record_type), why=imported.name)
    for rows in trials.run(_records(imported, sheets, trials.known), _teller(imported)):
        for row in rows:
            row.imported = imported
        with transaction.atomic():
            insert_many(ImportRow, rows)
    imported.done = imported.total


def _records(imported: Import, sheets: list[Sheet], known: Known) -> Iterator[SheetRecord]:
    kind = by_name(imported.record_type) if imported.record_type else None
    if kind is None:
        yield from read_records(sheets)
        return
    shown = next(sheet for sheet in sheets if not sheet.hidden and sheet.rows)
    yield from mapped_rows(shown, kind, Reading.of(imported.columns), known.refer)


def _teller(imported: Import) -> Callable[[int], None]:
    """Writes how far the work has come, where others could read it."""

    def tell(done: int) -> None:
        if not transaction.get_connection().in_atomic_block:
            Import.objects.filter(pk=imported.pk).update(done=done)

    return tell
