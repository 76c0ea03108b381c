"""The search document of a record, made of what its declaration says it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from django.db.models import CharField, JSONField, Model, TextField, URLField

from guildbook.kit.documents import all_columns
from guildbook.kit.drafts import Draft
from guildbook.kit.fields import FuzzyDateField, LanguageMapField
from guildbook.kit.record_types import Column, RecordType, model_field, record_types
from guildbook.language.embedding import content_key
from guildbook.language.folding import spelt
from guildbook.language.transliteration import syllables
from guildbook.search.models import SearchDocument
from guildbook.search.vectors import framed

NAME, FORMER, KEY = "name", "former", "key"
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
# A 2 MB standard is searched to about its first half million characters; nobody looks for the rest by a word.
LONGEST_BODY = 500_000
# What a vector is made of: beyond the first sentences a text is about many things.
LONGEST_MEANING = 400
# Columns named so hold the record's names; they are searched as such, not as other texts.
NAMES = frozenset(("names", "title"))
# Short columns that say nothing in words.
WORDLESS = frozenset(("language", "languages", "file", "licence", "content_hash"))
SHORTEST_TEXT = 60
# Names of places and persons, and labels made of them, mean nothing: only their letters would make them alike.
NAMED_ONLY = frozenset(("schema:Place", "schema:Person", "guildbook:CityLink", "schema:Role"))

Piece = tuple[str, str, str]


def searched_as(record_type: RecordType, record: Any) -> RecordType:
    """The kind under which a record is found: an organisation that is an alliance is found once, as an alliance."""
    return next((other for other in _particular(record_type.model) if _is(other, record)), record_type)


@cache
def _particular(model: type[Model]) -> tuple[RecordType, ...]:
    """The kinds that some rows of a model's table are, such as alliances among organisations."""
    return tuple(
        other for other in record_types() if other.model._meta.proxy and other.model._meta.concrete_model is model
    )


def _is(record_type: RecordType, record: Any) -> bool:
    return getattr(record, "kind", "") == record_type.name


def document_of(record_type: RecordType, draft: Draft) -> SearchDocument:
    """Work out a record's search document; it is not saved."""
    record: Any = draft.record
    names = names_of(draft)
    spellings = [spelt(text) for text, __, __ in names]
    sounds = [pinyin(text) for text, __, __ in names]
    meaning = "" if record_type.term in NAMED_ONLY else meaning_of(record_type, draft)
    return SearchDocument(
        kind=searched_as(record_type, record).name,
        record_id=record.pk,
        key=record.key,
        names=names,
        spelt=_column(spellings),
        sounds=_column(sounds) if any(sounds) else "",
        initials=_column([_initials(one) for one in sounds]) if any(sounds) else "",
        body=_column([spelling for text, __, __ in texts_of(record_type, draft) if (spelling := spelt(text))])[
            :LONGEST_BODY
        ],
        meaning=meaning,
        content=content_key(framed(meaning)) if meaning else "",
    )


def names_of(draft: Draft) -> list[Piece]:
    """Every name of a record as (text, language, role), the one shown first in its language before others; its key."""
    record: Any = draft.record
    found: dict[tuple[str, str], str] = {(text, tag): NAME for tag, text in record.label().items()}
    for row in draft.rows.get("names", []):
        name: Any = row
        role = str(name.kind) if name.kind != "official" else NAME
        found[name.text, name.language] = FORMER if name.until else role
    code = next((str(getattr(record, field)) for field in ("code", "iso_code") if getattr(record, field, "")), "")
    codes = [(code, "", KEY)] if code else []
    return [*((text, tag, role) for (text, tag), role in found.items()), *codes, (record.key, "", KEY)]


def texts_of(record_type: RecordType, draft: Draft) -> Iterator[Piece]:
    """Every other text of a record and its parts as (text, language, column)."""
    record: Any = draft.record
    yield from _texts(record, all_columns(record_type), but=NAMES)
    for rows in record_type.rows:
        if rows.name not in NAMES:
            for row in draft.rows.get(rows.name, []):
                for text, language, __ in _texts(row, rows.columns):
                    yield text, language, rows.name


def meaning_of(record_type: RecordType, draft: Draft) -> str:
    """The text by which a record is found by meaning: its first name, and where that is short its first text."""
    record: Any = draft.record
    label = record.label()
    language, name = next(iter(label.items()), ("", record.key))
    if len(name) < SHORTEST_TEXT:
        more = next((text for text, tag, __ in texts_of(record_type, draft) if tag in (language, "")), "")
        name = f"{name}. {more}" if more else name
    return str(name)[:LONGEST_MEANING]


def pinyin(text: str) -> str:
    """Pinyin with a capital at each syllable (GuangXi), of the Chinese characters of a text; empty without any."""
    if not HAN.search(text):
        return ""
    return "".join(one[:1].upper() + one[1:] for one in map(_plain, syllables(text)) if one)


def _plain(syllable: str) -> str:
    lower = syllable.lower().replace("ü", "u").replace("v", "u")
    # A character that has no reading keeps its place, so that marks stay true.
    return lower if lower.isascii() and lower.isalpha() else "x"


def _initials(sounds: str) -> str:
    return "".join(character for character in sounds if character.isupper()).lower()


def _column(found: Iterable[str]) -> str:
    return "\n{}\n".format("\n".join(found))


def _texts(row: Model, columns: Iterable[Column], but: frozenset[str] = frozenset()) -> Iterator[Piece]:
    own = str(getattr(row, "language", ""))
    for column in columns:
        name = column.field
        if name in but or not (how := _how(type(row), name)):
            continue
        value = getattr(row, name)
        if not value:
            continue
        if how == "map":
            for tag, text in value.items():
                for one in text if isinstance(text, list) else [text]:
                    if isinstance(one, str):
                        yield one, tag, name
        else:
            yield str(value), own, name


@cache
def _how(model: type[Model], name: str) -> str:
    """Whether a column holds texts by language (map), a text (text), or nothing in words."""
    field = model_field(model, name)
    if isinstance(field, JSONField):
        return "map" if isinstance(field, LanguageMapField) or name == "phrases" else ""
    if isinstance(field, URLField | FuzzyDateField) or field.choices or name in WORDLESS:
        return ""
    if name.endswith(("_key", "_type")) or name == "superseded_by":
        return ""
    return "text" if isinstance(field, TextField | CharField) else ""
