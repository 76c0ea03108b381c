"""Reads the labelled test texts: figures marked in place as {number|qualifier|head}."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
_MARK = re.compile(r"\{([^{}|]+)\|([a-z]+)\|([^{}|]+)\}")


@dataclass(frozen=True)
class Label:
    """A figure that the text states: where its number stands and how it should be read."""

    start: int
    printed: str
    qualifier: str
    head: str


@dataclass(frozen=True)
class LabelledText:
    """A text without its marks, and the figures that were marked."""

    text: str
    labels: tuple[Label, ...]


def read_labelled(name: str) -> list[LabelledText]:
    """Return the labelled texts of a file beside this one."""
    lines = (HERE / name).read_text(encoding="utf-8").split("\n")
    body = "\n".join(line for line in lines if not line.startswith("#"))
    return [_unmark(block.strip("\n")) for block in body.split("\n---\n") if block.strip("-\n ")]


def _unmark(block: str) -> LabelledText:
    text = ""
    labels = []
    position = 0
    for mark in _MARK.finditer(block):
        text += block[position : mark.start()]
        labels.append(Label(len(text), mark.group(1), mark.group(2), mark.group(3)))
        text += mark.group(1)
        position = mark.end()
    return LabelledText(text + block[position:], tuple(labels))
