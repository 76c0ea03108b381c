"""A source made on the spot, on the form of the record that cites it."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.utils.translation import gettext as _

from guildbook.directory.models.source import SourceKind
from guildbook.directory.records import SOURCE
from guildbook.kit.actors import Actor
from guildbook.kit.documents import Document, DocumentError, Fault, read_document
from guildbook.kit.naming import fresh_key
from guildbook.kit.queries import find_as
from guildbook.kit.texts import current_tag
from guildbook.reviews.queries import own_organisations

PREFIX = "new_source."


def new_source_fields(posted: Mapping[str, str]) -> list[dict[str, Any]]:
    """The fields of a source that the book does not hold yet, as they were filled."""
    offered: list[dict[str, Any]] = [
        {"name": "title", "label": _("title"), "kind": "text"},
        {"name": "kind", "label": _("kind"), "kind": "select", "options": list(SourceKind.choices)},
        {"name": "published", "label": _("published"), "kind": "text", "dated": "/dated"},
        {"name": "url", "label": _("address"), "kind": "text"},
        {"name": "quote", "label": _("quote"), "kind": "text"},
    ]
    return [{**each, "name": PREFIX + each["name"], "value": posted.get(PREFIX + each["name"], "")} for each in offered]


def with_new_source(actor: Actor, data: Document, posted: Mapping[str, str]) -> Document:
    """The document with a citation of the source that was filled in beside it, which is kept with it.

    Raises DocumentError naming the fields of that source; the caller's transaction takes it back with the rest.
    """
    sent = {name.removeprefix(PREFIX): text.strip() for name, text in posted.items() if name.startswith(PREFIX)}
    title, quote = sent.pop("title", ""), sent.pop("quote", "")
    if not title:
        if sent.get("url") or sent.get("published") or quote:
            raise DocumentError([Fault(f"{PREFIX}title", _("a source needs a title"))])
        return data
    own = {one.key for one in own_organisations(actor)}
    steward = data.get("steward") if data.get("steward") in own else next(iter(sorted(own)), None)
    key = fresh_key(SOURCE, title)
    made = {**sent, "key": key, "title": {current_tag(): title}, "steward": steward, "status": "published"}
    try:
        SOURCE.save(actor, read_document(SOURCE, made, None, partial(find_as, actor)), str(posted.get("why", "")))
    except DocumentError as error:
        raise DocumentError(Fault(PREFIX + fault.where, fault.message) for fault in error.faults) from error
    cited = {"source": key, "quote": quote} if quote else {"source": key}
    return {**data, "citations": [*(data.get("citations") or []), cited]}
