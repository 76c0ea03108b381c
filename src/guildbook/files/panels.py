"""The files beside an owner as a block of its page, with a form for who may attach."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from django.utils.translation import gettext as _

from guildbook.faces.details import url_of as page_of
from guildbook.files.models import Attachment
from guildbook.files.queries import attachments_of, may_attach, may_withdraw
from guildbook.files.rules import MOST_MEGABYTES
from guildbook.kit.actors import Actor
from guildbook.kit.format import day_text, number_text
from guildbook.kit.panels import Panel, offer

KILOBYTE = 1024


def url_of(attachment: Attachment) -> str:
    """Where a file is handed out."""
    return f"/files/{attachment.pk}/{quote(attachment.name)}"


def size_text(size: int) -> str:
    """A size as people read it: 312 kB, 2.4 MB."""
    if size < KILOBYTE * KILOBYTE:
        return f"{number_text(max(1, round(size / KILOBYTE)))} kB"
    return f"{number_text(round(size / KILOBYTE / KILOBYTE, 1))} MB"


def shown(attachment: Attachment, actor: Actor) -> dict[str, Any]:
    """One file for a template."""
    return {
        "pk": attachment.pk,
        "url": url_of(attachment),
        "name": attachment.name,
        "label": attachment.label,
        "size": size_text(attachment.size),
        "when": day_text(attachment.at.date()),
        "who": attachment.who,
        "public": attachment.public,
        "part": attachment.part,
        "withdraw": may_withdraw(actor, attachment),
    }


def files_of(kind: str, key: str, actor: Actor, back: str, but: Iterable[str] = ()) -> dict[str, Any] | None:
    """What `files/attachments.html` shows: the files the actor sees and, where they may, the form; None for neither.

    `back` is the page to return to; files of the parts in `but` are shown elsewhere.
    """
    elsewhere = frozenset(but)
    found = [shown(one, actor) for one in attachments_of(actor, kind, key) if one.part not in elsewhere]
    form = may_attach(actor, kind, key)
    if not found and not form:
        return None
    return {"files": found, "form": form, "kind": kind, "key": key, "back": back, "most": MOST_MEGABYTES}


def offer_attachments(kind: str) -> None:
    """Show the files beside every record of a kind on its page; called when the kind's area starts."""

    def panel(record: Any, actor: Actor) -> Panel | None:
        data = files_of(kind, record.key, actor, page_of(record))
        return None if data is None else Panel(_("attachments"), "files/attachments.html", data)

    offer(kind, panel)
