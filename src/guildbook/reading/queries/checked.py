"""What checking gives back: a text with its figures and their answers, and the JSON of both."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from guildbook.language import DocumentFacts, ReadFigure
from guildbook.language.detection import UNDETERMINED, Run, language_runs
from guildbook.reading.matching.lines import Key
from guildbook.reading.queries.judging import Answer


@dataclass(frozen=True)
class CheckedFigure:
    """A figure of a text; `answer` is None where it was only read, `score` the likeness of the nearest line, 0 to 1."""

    read: ReadFigure
    answer: Answer | None = None
    score: float | None = None
    subjects: tuple[Key, ...] = ()
    indicator: str = ""

    def data(self) -> dict[str, Any]:
        """The figure as JSON carries it; a figure that was only read has the same keys, empty."""
        read, answer = self.read, self.answer
        claim = answer.claim if answer else None
        return {
            "value": read.number,
            "qualifier": read.qualifier,
            "counts": read.counts,
            "subject": read.subject,
            "date": read.date,
            "start": read.start,
            "end": read.end,
            "verdict": answer.verdict if answer else None,
            "figure": answer.figure_url if answer else None,
            "book_value": _number(answer.book_value) if answer else None,
            "unit": read.unit,
            "per": read.per,
            "role": read.role,
            "paragraph": read.paragraph,
            "reason": answer.reason or None if answer else None,
            "difference": _number(answer.difference) if answer else None,
            "claim": claim.url if claim else None,
            "source": claim.source if claim else None,
            "locator": claim.locator if claim else None,
            "language": read.language,
            "score": round(self.score, 3) if self.score is not None else None,
        }


@dataclass(frozen=True)
class CheckedText:
    """A text with its figures in reading order; `facts` are of its first pages, `seconds` without loading the book."""

    text: str
    facts: DocumentFacts
    figures: tuple[CheckedFigure, ...]
    seconds: float

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The languages of the text in order, as detected."""
        if self.text.isascii() and self.facts.language == "en":
            return (Run(0, len(self.text), "en"),)
        return tuple(language_runs(self.text))

    @property
    def main_language(self) -> str:
        """The language most of the text is in, script included (zh-Hant)."""
        told: dict[str, int] = {}
        for run in self.runs:
            told[run.language] = told.get(run.language, 0) + run.end - run.start
        best = max(told, key=lambda language: told[language], default=UNDETERMINED)
        return best if best != UNDETERMINED else self.facts.language

    def count(self, verdict: str) -> int:
        """How many figures have a verdict."""
        return sum(1 for figure in self.figures if figure.answer is not None and figure.answer.verdict == verdict)

    def data(self) -> dict[str, Any]:
        """The text's figures as JSON carries them."""
        return {"language": self.facts.language, "figures": [figure.data() for figure in self.figures]}


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
