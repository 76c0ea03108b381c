"""Names: what a record may be called by, offered per kind of record through this registry instead of an import."""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from anyascii import anyascii
from django.db.models import Model

from guildbook.kit.models import Record
from guildbook.kit.record_types import RecordType

# From here on a new record is probably one that the book holds already.
_ALIKE = 0.8
# A made key is as much of the name as reads well, and a tail nobody guesses: that a key is taken would tell of drafts.
_STEM = 60
_TAIL = "bcdfghjkmnpqrstvwxz23456789"
_TAIL_LENGTH = 5


@dataclass(frozen=True)
class Named:
    """A record that a name may mean: how sure that is (0 to 1), why, and whether it is the very same name."""

    key: str
    name: str
    score: float
    reasons: tuple[str, ...]
    same: bool


Finder = Callable[[str, int], list[Named]]
_finders: dict[type[Model], Finder] = {}


def offer_names(model: type[Model], finder: Finder) -> None:
    """Let records of a model be found by name; a finder names only what the public may see. Called at start."""
    _finders[model] = finder


def has_names(model: type[Model]) -> bool:
    """Whether records of the model can be found by name."""
    return (model._meta.concrete_model or model) in _finders


def named(model: type[Model], text: str, limit: int = 3) -> list[Named]:
    """The records of a model that a name may mean, best first; none for kinds that are found by key only."""
    finder = _finders.get(model._meta.concrete_model or model)
    return finder(text, limit) if finder and text.strip() else []


def resembling(record: Record) -> list[Named]:
    """Other records of its kind that have probably the same name, each once, best first."""
    found: dict[str, Named] = {}
    for text in record.spellings():
        for one in named(type(record), text):
            if one.key != record.key and one.score >= _ALIKE:
                found.setdefault(one.key, one)
    return sorted(found.values(), key=lambda one: -one.score)


def fresh_key(record_type: RecordType, label: str) -> str:
    """A key no record of the kind has: the name in plain letters (or the kind's own) and a short random tail."""
    stem = re.sub("[^a-z0-9]+", "-", anyascii(label).lower())[:_STEM].strip("-") or record_type.name
    while True:
        key = f"{stem}-{''.join(secrets.choice(_TAIL) for __ in range(_TAIL_LENGTH))}"
        if not (record_type.model._meta.concrete_model or record_type.model)._base_manager.filter(key=key).exists():
            return key
