"""Matches as they are shown: the record, the name or passage that fits, why, and the places to mark."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from guildbook.kit.actions import stored_many
from guildbook.kit.actors import Actor
from guildbook.kit.drafts import Draft
from guildbook.kit.record_types import RecordType, by_name
from guildbook.kit.texts import current_tag
from guildbook.search.index.documents import names_of, texts_of
from guildbook.search.matching import Match, Tier, Words, marks_of, sound_marks
from guildbook.search.matching.asked import sound
from guildbook.search.matching.judging import lines
from guildbook.search.matching.marking import Span, initial_marks
from guildbook.search.models import SearchDocument

# Roles of names that are told; that something is simply a name goes without saying.
TOLD = ("former", "translated", "transliterated", "short", "key")
BEFORE, AFTER = 60, 140


@dataclass(frozen=True)
class Hit:
    """One record found: `reason` is a machine word, `text` the piece that fits, `marks` where in it.

    Reasons: name, former, translated, transliterated, short, key, names, pinyin, initials, spelling, text, meaning.
    `column` names the part of the record a passage stands in; `meant` is the spelling that was searched instead.
    """

    record_type: RecordType
    record: Any
    match: Match
    reason: str
    text: str
    language: str
    marks: tuple[Span, ...]
    column: str = ""
    meant: str = ""


def hits(actor: Actor, asked: Words, matches: Sequence[Match]) -> list[Hit]:
    """Matches of one page with their records; a record that has just gone is left out."""
    documents = SearchDocument.objects.in_bulk([match.entry.id for match in matches])
    records = _records(actor, matches)
    passages = _passages([match for match in matches if match.tier == Tier.TEXT], records, asked)
    found = []
    for match in matches:
        document, record = documents.get(match.entry.id), records.get((match.entry.kind, match.entry.record_id))
        record_type = by_name(match.entry.kind)
        if document is not None and record is not None and record_type is not None:
            hit = passages.get(match.entry.id) or _hit(record_type, record, match, document, asked)
            found.append(hit)
    return found


def _records(actor: Actor, matches: Sequence[Match]) -> dict[tuple[str, int], Any]:
    ids: dict[str, list[int]] = {}
    for match in matches:
        ids.setdefault(match.entry.kind, []).append(match.entry.record_id)
    kinds = [(name, record_type) for name in ids if (record_type := by_name(name)) is not None]
    return {
        (name, record.pk): record
        for name, record_type in kinds
        for record in record_type.visible(actor).filter(pk__in=ids[name])
    }


def _hit(record_type: RecordType, record: Any, match: Match, document: SearchDocument, asked: Words) -> Hit:
    words = match.words or asked
    names = document.names if isinstance(document.names, list) else json.loads(document.names)
    line = match.line if 0 <= match.line < len(names) else _line_with(document, words)
    text, language, role = names[line]
    reason = _reason(match, role)
    marks: list[Span] = []
    if match.tier == Tier.INITIALS:
        marks = initial_marks(text, len(asked.letters))
    elif match.tier == Tier.PINYIN and match.line >= 0:
        marks = sound_marks(text, lines(document.sounds)[line], asked.letters)
    elif match.tier == Tier.PINYIN:
        for word in asked.words:
            marks += marks_of(text, [word]) or sound_marks(text, lines(document.sounds)[line], sound(word))
    elif match.tier != Tier.MEANING:
        marks = marks_of(text, words.words)
    meant = words.text if match.tier == Tier.SPELLING else ""
    return Hit(record_type, record, match, reason, text, language, tuple(sorted(marks)), meant=meant)


def _line_with(document: SearchDocument, words: Words) -> int:
    """The line that shows most of what was asked; by meaning, the one in the reader's language if there is one."""
    spellings = lines(document.spelt)
    counted = [sum(word in spelling for word in words.words) for spelling in spellings]
    if not any(counted):
        tags = [tag for __, tag, __ in document.names]
        return tags.index(current_tag()) if current_tag() in tags else 0
    return counted.index(max(counted))


def _reason(match: Match, role: str) -> str:
    special = {
        Tier.NAMES: "names",
        Tier.PINYIN: "pinyin",
        Tier.INITIALS: "initials",
        Tier.SPELLING: "spelling",
        Tier.MEANING: "meaning",
        Tier.TEXT: "text",
    }
    return special.get(match.tier) or (role if role in TOLD else "name")


def _passages(matches: Sequence[Match], records: dict[tuple[str, int], Any], asked: Words) -> dict[int, Hit]:
    """The passage of each record that has the words outside its names, by the document's id."""
    found: dict[int, Hit] = {}
    for kind in dict.fromkeys(match.entry.kind for match in matches):
        record_type = by_name(kind)
        own = {match.entry.record_id: match for match in matches if match.entry.kind == kind}
        held = [record for (name, pk), record in records.items() if name == kind and pk in own]
        for draft in stored_many(record_type, held) if record_type else ():
            match = own[draft.record.pk]
            found[match.entry.id] = _passage(record_type, draft, match, asked)
    return found


def _passage(record_type: Any, draft: Draft, match: Match, asked: Words) -> Hit:
    pieces = [*texts_of(record_type, draft), *names_of(draft)]
    text, language, column = max(pieces, key=lambda piece: len(marks_of(piece[0], asked.words)))
    marks = marks_of(text, asked.words)
    start = max(0, marks[0][0] - BEFORE) if marks else 0
    end = min(len(text), (marks[0][1] if marks else 0) + AFTER)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    inside = tuple((max(a, start) - start, min(b, end) - start) for a, b in marks if a >= start and b <= end)
    return Hit(record_type, draft.record, match, "text", text[start:end], language, inside, column)
