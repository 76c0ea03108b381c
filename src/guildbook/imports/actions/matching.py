"""Which record a row means: by its key, or by the names it says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from guildbook.kit.actions import stored_many
from guildbook.kit.actors import Actor
from guildbook.kit.documents import Document
from guildbook.kit.drafts import Draft
from guildbook.kit.models import Status
from guildbook.kit.naming import Named, has_names, named
from guildbook.kit.queries import find_as
from guildbook.kit.record_types import RecordType, type_of_model
from guildbook.language.folding import fold

# From here on a name is asked about; below it is another's.
ALIKE = 0.8
MOST_CANDIDATES = 5
# SQLite takes no longer pattern.
LONGEST_NAME = 2_000


class Known:
    """What the book holds, as far as one actor may see it."""

    def __init__(self, actor: Actor) -> None:
        self.actor = actor
        self._keys: dict[tuple[type[Model], str], str] = {}

    def held(self, record_type: RecordType, keys: Iterable[str]) -> dict[str, Draft]:
        """The records of these keys by key."""
        found = record_type.visible(self.actor).filter(key__in=list(keys)).defer(None)
        return {draft.record.key: draft for draft in stored_many(record_type, list(found))}

    def candidates(self, record_type: RecordType, data: Document) -> list[Named]:
        """Records that a row without key may mean, the very same names first."""
        found: dict[str, Named] = {}
        for text in _names(data):
            likely = (
                named(record_type.model, text) if has_names(record_type.model) else self._bearing(record_type, text)
            )
            for one in likely:
                better = one.key not in found or one.score > found[one.key].score
                if one.score >= ALIKE and better and find_as(self.actor, record_type.model, one.key) is not None:
                    found[one.key] = one
        return sorted(found.values(), key=lambda one: (not one.same, -one.score))[:MOST_CANDIDATES]

    def refer(self, model: type[Model], text: str) -> str:
        """The key of the one record of a model that a text names by key or name; "" for none and for several."""
        if (model, text) not in self._keys:
            self._keys[model, text] = self._refer(model, text)
        return self._keys[model, text]

    def _refer(self, model: type[Model], text: str) -> str:
        if not text or find_as(self.actor, model, text) is not None:
            return text
        if has_names(model):
            return ""  # the document's reader asks the same, and says who may be meant
        found = self._bearing(type_of_model(model), text)
        return found[0].key if len(found) == 1 else ""

    def _bearing(self, record_type: RecordType, text: str) -> list[Named]:
        """Published records that bear exactly this name, in any language."""
        wanted = fold(text.strip())[:LONGEST_NAME]
        if not wanted:
            return []
        likely = record_type.visible(self.actor).exclude(status__in=(Status.WITHDRAWN, Status.SUPERSEDED))
        likely = likely.filter(search_text__contains=wanted).order_by("key")[:50]
        same: list[Any] = [record for record in likely if wanted in map(fold, record.spellings())]
        return [Named(record.key, str(record), 1.0, (), True) for record in same][:MOST_CANDIDATES]


def _names(data: Document) -> list[str]:
    """Every name a document says, in whatever columns its kind has them."""
    found: list[str] = []
    for name in ("names", "title"):
        value = data.get(name)
        if isinstance(value, dict):
            found.extend(str(text) for text in value.values() if text)
        elif isinstance(value, list):
            found.extend(str(row.get("text") or "") for row in value if isinstance(row, dict))
    return [text for text in dict.fromkeys(found) if text]
