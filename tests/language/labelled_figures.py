"""Labelled texts of the languages that the prose engine reads, and how well a reader finds their figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from guildbook.language import ReadFigure, reader_for
from guildbook.language.characters import fold
from guildbook.language.prose import ProseReader

HERE = Path(__file__).parent
_MARK = re.compile(r"\{([^{}|=]+)(?:=([\d.]+))?\|([a-z]+)\|([a-z*/ ]+)\}")


@dataclass(frozen=True)
class Label:
    """A figure that a text states: where it stands, its value, its qualifier and the English head of what it counts."""

    start: int
    value: Decimal
    qualifier: str
    head: str


@dataclass(frozen=True)
class Result:
    """What was right, missed and invented in a file of texts, each as a line to read."""

    right: int
    labels: int
    found: int
    faults: tuple[str, ...]

    @property
    def recall(self) -> float:
        """The share of labelled figures that were read with their value, qualifier and noun."""
        return self.right / self.labels

    @property
    def precision(self) -> float:
        """The share of read figures that are labelled so."""
        return self.right / self.found


def read_texts(name: str, decimal_comma: bool = False) -> list[tuple[str, list[Label]]]:
    """The texts of a file beside this one with their labels."""
    lines = (HERE / name).read_text(encoding="utf-8").split("\n")
    body = "\n".join(line for line in lines if not line.startswith("#"))
    return [
        _unmark(block.strip("\n"), decimal_comma) for block in ("\n" + body).split("\n---\n") if block.strip("-\n ")
    ]


def _unmark(block: str, decimal_comma: bool) -> tuple[str, list[Label]]:
    text, labels, position = "", [], 0
    for mark in _MARK.finditer(block):
        printed, value, qualifier, head = mark.groups()
        text += block[position : mark.start()]
        labels.append(Label(len(text), Decimal(value) if value else _value(printed, decimal_comma), qualifier, head))
        text += printed
        position = mark.end()
    assert "{" not in text + block[position:], block
    return text + block[position:], labels


def _value(printed: str, decimal_comma: bool) -> Decimal:
    plain = fold(printed)
    return Decimal(plain.replace(".", "").replace(",", ".") if decimal_comma else plain.replace(",", ""))


def measure(language: str, name: str, decimal_comma: bool = False) -> Result:
    """Read a file of texts and compare."""
    reader = reader_for(language)
    assert isinstance(reader, ProseReader)
    right = found = labelled = 0
    faults: list[str] = []
    for text, labels in read_texts(name, decimal_comma):
        figures = {figure.start: figure for figure in reader.read_figures(text, None)}
        labelled += len(labels)
        found += len(figures)
        for label in labels:
            figure = figures.pop(label.start, None)
            if figure is None:
                faults.append(f"missed {label.value} {label.head}: {text}")
            elif (fault := _fault(reader, figure, label)) is None:
                right += 1
            else:
                faults.append(f"{fault}: {text}")
        faults += [f"invented {figure.value} {figure.counts!r}: {text}" for figure in figures.values()]
    return Result(right, labelled, found, tuple(faults))


def _fault(reader: ProseReader, figure: ReadFigure, label: Label) -> str | None:
    entry = reader.grammar.lexicon.entries.get(figure.head)
    gloss = (entry and entry[1]) or reader.grammar.classifier_glosses.get(figure.head, "") or figure.unit or ""
    head = gloss.split()[-1] if gloss else f"?{figure.head}"
    if figure.value != label.value:
        return f"value {figure.value} for {label.value}"
    if figure.qualifier != label.qualifier:
        return f"{figure.value} qualifier {figure.qualifier} for {label.qualifier}"
    if label.head != "*" and head != label.head:
        return f"{figure.value} head {head} ({figure.counts!r}) for {label.head}"
    return None
