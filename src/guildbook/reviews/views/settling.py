"""Two changes of one record, side by side: what was, what is there now and what somebody wants, decided by column."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from django.core import signing
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from guildbook.faces.details import column_label, link
from guildbook.kit.actors import Actor, actor_of
from guildbook.kit.documents import Document, DocumentError, Fault, read_document
from guildbook.kit.queries import find_as
from guildbook.kit.record_types import RecordType
from guildbook.language.differences import Difference, alike, three_way
from guildbook.reviews.actions import Kept, Proposed, decided, keep_or_propose
from guildbook.reviews.queries import held_document, record_of
from guildbook.reviews.views.showing import showing

CHOICE = "choice."


@dataclass(frozen=True)
class Work:
    """What somebody wants to keep: the document they started from, theirs, why, and the version they were shown."""

    base: Document
    mine: Document
    why: str
    version: int


def packed(work: Work, record_type: RecordType, key: str) -> str:
    """The work as a field of a form can carry it; nobody can alter it on the way, nor use it for another record."""
    return signing.dumps(asdict(work), salt=f"{record_type.name}/{key}", compress=True)


def unpacked(sent: str, record_type: RecordType, key: str) -> Work:
    """The work that a form carried; raises SuspiciousOperation for anything else."""
    try:
        return Work(**signing.loads(sent, salt=f"{record_type.name}/{key}"))
    except (signing.BadSignature, TypeError) as error:
        raise SuspiciousOperation(_("This form was altered on its way.")) from error


def choices_of(posted: Mapping[str, str]) -> dict[str, str]:
    """What was chosen, by column."""
    return {name.removeprefix(CHOICE): value for name, value in posted.items() if name.startswith(CHOICE)}


def sides(
    actor: Actor, record_type: RecordType, base: Document, theirs: Document, mine: Document, chosen: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Every column in which the two differ: how each changed it, what can be chosen, and what is chosen already."""
    merged = three_way(base, theirs, mine)
    shown = showing(actor, record_type, (base, theirs, mine))
    found = []
    for name in dict.fromkeys([*theirs, *mine]):
        was, there, here = base.get(name), theirs.get(name), mine.get(name)
        if name == "key" or alike(there, here):
            continue
        together = merged.document.get(name)
        both = name not in merged.open and not alike(together, there) and not alike(together, here)
        usual = "" if name in merged.open else "both" if both else "mine" if alike(together, here) else "theirs"
        column = shown.column(Difference(name, there, here))
        found.append(
            {
                "name": name,
                "label": column["label"],
                "theirs": None if alike(was, there) else shown.column(Difference(name, was, there)),
                "mine": None if alike(was, here) else shown.column(Difference(name, was, here)),
                "both": shown.column(Difference(name, was, together)) if both else None,
                "chosen": chosen.get(name, usual),
                "open": name in merged.open,
            }
        )
    return found


def settle_page(
    request: HttpRequest,
    record_type: RecordType,
    key: str,
    work: Work,
    chosen: Mapping[str, str] | None = None,
    faults: tuple[Fault, ...] = (),
    status: int = 200,
    *,
    undoing: bool = False,
) -> HttpResponse:
    """The page on which somebody decides, column by column, between what the book holds and what they want."""
    actor = actor_of(request)
    record = record_of(record_type, key)
    now = Work(work.base, work.mine, work.why, record.version)
    context = {
        "record_type": record_type,
        "title": link(record),
        "url": f"/{record_type.plural}/{key}",
        "sides": sides(actor, record_type, work.base, held_document(record_type, record), work.mine, chosen or {}),
        "work": packed(now, record_type, key),
        "why": work.why,
        "undoing": undoing,
        "errors": [
            fault.message if fault.where in work.mine else f"{fault.where}: {fault.message}" for fault in faults
        ],
    }
    return render(request, "reviews/settle.html", context, status=status)


def said_of(record_type: RecordType, fault: Fault) -> str:
    """What is wrong, after the column's name."""
    where = column_label(record_type, fault.where.partition(".")[0])
    return f"{where}: {fault.message}" if where else fault.message


def settled(actor: Actor, record_type: RecordType, key: str, work: Work, chosen: Mapping[str, str]) -> Kept | Proposed:
    """Keep or propose what was decided; raises DocumentError, also when the record changed once more meanwhile."""
    record = record_of(record_type, key)
    if record.version != work.version:
        raise DocumentError([Fault("", _("somebody changed the record once more; look at it again"))])
    merged = decided(work.base, held_document(record_type, record), work.mine, chosen)
    if merged.open:
        raise DocumentError([Fault(name, _("decide which of the two stands")) for name in merged.open])
    draft = read_document(record_type, merged.document, record, partial(find_as, actor))
    return keep_or_propose(actor, record_type, draft, work.why)
