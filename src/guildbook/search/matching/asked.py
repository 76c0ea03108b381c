"""The words somebody looks for, taken apart once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from guildbook.language.folding import is_unspaced, runs, spelt

# More words than this narrow nothing any more; each costs a question to the index.
MOST_WORDS = 12
_LETTERS = re.compile(r"[a-z]+\Z")


@dataclass(frozen=True)
class Words:
    """What is looked for: the spelling as a whole, and its words; `text` is as it was typed."""

    text: str
    spelling: str
    words: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.words)

    @cached_property
    def spaced(self) -> bool:
        """Whether every word is of a script that sets blanks between words."""
        return not any(is_unspaced(word) for word in self.words)

    @cached_property
    def letters(self) -> str:
        """The words as one run of letters such as pinyin may be typed in; empty where they are something else."""
        return sound("".join(self.words)) if all(map(_LETTERS.match, self.words)) else ""


def read_words(text: str) -> Words:
    """Take apart what was typed; typed blanks part words of every script. No words: what comes back is false."""
    words = [run for part in text.split() for run in runs(spelt(part))][:MOST_WORDS]
    return Words(text, spelt(text), tuple(dict.fromkeys(words)))


def sound(letters: str) -> str:
    """Letters as pinyin is compared: ü is typed as u or v."""
    return letters.replace("v", "u")
