"""Invented texts with the verdict each of their figures should get."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_MARK = re.compile(r"\{([^|{}]+)\|(agrees|differs|unknown)(?:\|([a-z-]+))?\}")


@dataclass(frozen=True)
class Expected:
    """A figure's place in the text without marks, and what should be said of it."""

    start: int
    printed: str
    verdict: str
    indicator: str


@dataclass(frozen=True)
class Labelled:
    """A text and its figures."""

    text: str
    figures: tuple[Expected, ...]


def labelled_texts(file: Path) -> Iterator[Labelled]:
    """The texts of a file, marks taken out."""
    lines = [line for line in file.read_text(encoding="utf-8").split("\n") if not line.startswith("#")]
    for block in "\n".join(lines).split("\n---\n"):
        if block.strip():
            yield _unmarked(block.strip("-\n"))


def _unmarked(block: str) -> Labelled:
    parts: list[str] = []
    figures: list[Expected] = []
    length = position = 0
    for mark in _MARK.finditer(block):
        before = block[position : mark.start()]
        parts += [before, mark.group(1)]
        length += len(before)
        figures.append(Expected(length, mark.group(1), mark.group(2), mark.group(3) or ""))
        length += len(mark.group(1))
        position = mark.end()
    return Labelled("".join([*parts, block[position:]]), tuple(figures))
