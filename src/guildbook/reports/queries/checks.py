"""The check before publication: every number of every language that somebody typed, beside what the book says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guildbook.kit.actors import Actor
from guildbook.reports.models import Acknowledgement, Report
from guildbook.reports.queries.reading import Text, read_report, strange_insertions, tags_of
from guildbook.reports.registry import Finding, findings
from guildbook.reports.writing import PlainText


@dataclass(frozen=True)
class TypedNumber:
    """A number that is typed, not inserted: the sentence it stands in, its verdict, and why it was let stand."""

    language: str
    paragraph: int
    quote: str
    finding: Finding
    reason: str = ""

    @property
    def differs(self) -> bool:
        """Whether the book contradicts it."""
        return self.finding.verdict == "differs"

    @property
    def open(self) -> bool:
        """Whether somebody must still say why it may stand."""
        return self.differs and not self.reason


@dataclass(frozen=True)
class Checked:
    """One language version checked."""

    text: Text
    plain: PlainText
    typed: tuple[TypedNumber, ...]

    @property
    def inserted(self) -> int:
        """How many figures are inserted."""
        return len(self.text.body.insertions)


@dataclass(frozen=True)
class Check:
    """A whole report checked: every language, and which versions differ in their figures."""

    texts: tuple[Checked, ...]
    strange: dict[str, list[str]]

    @property
    def open(self) -> list[TypedNumber]:
        """Numbers that differ from the book and are not acknowledged."""
        return [number for each in self.texts for number in each.typed if number.open]

    @property
    def faults(self) -> list[tuple[str, str]]:
        """What is wrong with the texts' figures, by language."""
        return [(each.text.language, str(fault)) for each in self.texts for fault in each.text.faults]

    @property
    def ready(self) -> bool:
        """Whether the report can be published."""
        return not self.open and not self.faults


def check_report(actor: Actor, report: Report) -> Check:
    """Check every language of a report; nothing is stored."""
    held = list(report.acknowledged.all())
    texts = tuple(_checked(actor, read_report(report, tag), held) for tag in tags_of(report))
    return Check(texts, strange_insertions(report))


def _checked(actor: Actor, text: Text, held: Sequence[Acknowledgement]) -> Checked:
    plain = text.plain()
    reasons = {(one.language, one.number, one.quote): one.reason for one in held}
    typed = []
    for found in findings(actor, plain.text):
        if plain.inserted(found.start, found.end):
            continue
        quote = plain.sentence(found.start, found.end)
        reason = reasons.get((text.language, found.said, quote), "")
        typed.append(TypedNumber(text.language, plain.paragraph(found.start), quote, found, reason))
    return Checked(text, plain, tuple(typed))
