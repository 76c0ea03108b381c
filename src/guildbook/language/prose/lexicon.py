"""Words of one language with what they are and what they mean in English; text taken apart, longest word first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from guildbook.language.syllables import hangs, may_break

Kind = Literal["noun", "modifier", "verb", "stop", "link", "join", "skip", "holder", "word", "number", "mark"]
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LETTERS = re.compile(r"[A-Za-z]+(?:[-'’&.][A-Za-z]+)*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


class Token(NamedTuple):
    """A word, number or sign with its place, its kind and its English gloss ("" where the lexicon has none)."""

    text: str
    start: int
    end: int
    kind: Kind
    gloss: str = ""

    @property
    def names(self) -> bool:
        """Whether it can be part of a noun phrase by itself."""
        return self.kind in ("noun", "modifier", "word", "holder")


def read_table(table: str) -> Iterator[tuple[str, str]]:
    """The pairs of word and gloss in lines such as `teacher: 教师, 老师`; a line without a gloss has only words."""
    for line in table.strip().splitlines():
        gloss, colon, words = line.partition(":")
        for word in (words if colon else gloss).split(","):
            if word.strip():
                yield word.strip(), gloss.strip() if colon else ""


def words_of(table: str) -> tuple[str, ...]:
    """The words of a table, longest first."""
    return tuple(sorted({word for word, __ in read_table(table)}, key=lambda word: (-len(word), word)))


@dataclass(frozen=True)
class Lexicon:
    """The words of a language by their text, as the grammar's plain form writes them."""

    entries: dict[str, tuple[Kind, str]]
    lengths: dict[str, tuple[int, ...]]
    spaced: bool

    @classmethod
    def of(
        cls,
        *,
        spaced: bool,
        nouns: str,
        modifiers: str = "",
        verbs: str = "",
        stops: str = "",
        links: str = "",
        joins: str = "",
        skips: str = "",
        holders: str = "",
    ) -> Lexicon:
        """Build a lexicon of tables; a word in several tables is what the earliest of them says."""
        tables: tuple[tuple[Kind, str], ...] = (
            ("noun", nouns),
            ("modifier", modifiers),
            ("holder", holders),
            ("verb", verbs),
            ("link", links),
            ("join", joins),
            ("skip", skips),
            ("stop", stops),
        )
        entries: dict[str, tuple[Kind, str]] = {}
        lengths: dict[str, set[int]] = {}
        for kind, table in tables:
            for word, gloss in read_table(table):
                low = unicodedata.normalize("NFC", word).lower()
                entries.setdefault(low, (kind, gloss))
                lengths.setdefault(low[0], set()).add(len(low))
        return cls(entries, {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}, spaced)

    def tokens(self, low: str, start: int, end: int) -> list[Token]:
        """The tokens of a stretch of plain lower-case text."""
        found: list[Token] = []
        at = start
        unknown = -1
        while at < end:
            token = self._known(low, at, end) or self._other(low, at, end)
            if token is None:
                if unknown < 0:
                    unknown = at
                at += 1
                continue
            if unknown >= 0:
                found.append(Token(low[unknown:at], unknown, at, "word"))
                unknown = -1
            if token.text:
                found.append(token)
            at = token.end
        if unknown >= 0:
            found.append(Token(low[unknown:end], unknown, end, "word"))
        return found

    def word_at(self, low: str, at: int) -> Token | None:
        """The longest entry that begins at an offset of plain lower-case text."""
        return self._known(low, at, len(low)) if at < len(low) else None

    def _known(self, low: str, at: int, end: int) -> Token | None:
        """The longest entry that begins at an offset."""
        lengths = self.lengths.get(low[at])
        if lengths is None:
            return None
        letter = low[at].isascii() and low[at].isalpha()
        if (self.spaced or letter) and at > 0 and low[at - 1].isalpha() and (self.spaced or low[at - 1].isascii()):
            return None
        if not self.spaced and not may_break(low, at):
            return None
        for length in lengths:
            stop = at + length
            if stop > end or low[at:stop] not in self.entries:
                continue
            if self.spaced or letter:
                if stop < len(low) and (low[stop].isalpha() and (self.spaced or low[stop].isascii())):
                    continue
            elif not may_break(low, stop):
                continue
            kind, gloss = self.entries[low[at:stop]]
            return Token(low[at:stop], at, stop, kind, gloss)
        return None

    def _other(self, low: str, at: int, end: int) -> Token | None:
        """A number, sign, blank or word that the lexicon does not have; None inside an unknown run without blanks."""
        character = low[at]
        if character.isspace():
            return Token("", at, at + 1, "mark")
        if character.isdigit():
            match = _NUMBER.match(low, at, end)
            stop = match.end() if match else at + 1
            return Token(low[at:stop], at, stop, "number")
        if not (character.isalpha() or hangs(character)):
            return Token(character, at, at + 1, "mark")
        if self.spaced or character.isascii():
            match = (_WORD if self.spaced else _LETTERS).match(low, at, end)
            stop = match.end() if match else at + 1
            return Token(low[at:stop], at, stop, "word")
        return None
