"""How well a reader finds the labelled figures of a file: recall, precision, qualifiers, nouns."""

from __future__ import annotations

from dataclasses import dataclass, field

from guildbook.language import ReadFigure, read_figures
from language.labelled import LabelledText, read_labelled


@dataclass
class Measured:
    """Counts over a file; `wrong` shows what went wrong, text by text."""

    wanted: int = 0
    found: int = 0
    right: int = 0
    qualified: int = 0
    named: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """How many of the labelled figures were found where they stand."""
        return self.right / self.wanted

    @property
    def precision(self) -> float:
        """How many of the figures found are labelled."""
        return self.right / self.found

    @property
    def qualifiers(self) -> float:
        """How many of the right ones have the labelled qualifier."""
        return self.qualified / self.right

    @property
    def nouns(self) -> float:
        """How many of the right ones count a phrase with the labelled noun, or have it as unit; "-" asks nothing."""
        return self.named / self.right


def measured(language: str, name: str) -> Measured:
    """Measure the reader of a language on a labelled file beside this one."""
    sums = Measured()
    for text in read_labelled(name):
        figures = {figure.start: figure for figure in read_figures(text.text, language)}
        sums.wanted += len(text.labels)
        sums.found += len(figures)
        sums.wrong += [f"not labelled: {f.counts} in {text.text}" for f in figures.values() if not _labelled(text, f)]
        for label in text.labels:
            figure = figures.get(label.start)
            if figure is None or text.text[figure.start : figure.end] != label.printed:
                sums.wrong.append(f"not found: {label.printed} in {text.text}")
                continue
            sums.right += 1
            sums.qualified += figure.qualifier == label.qualifier
            sums.named += label.head in ("-", figure.unit) or label.head in figure.counts.lower()
    return sums


def _labelled(text: LabelledText, figure: ReadFigure) -> bool:
    return figure.start in {label.start for label in text.labels}
