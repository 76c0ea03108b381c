"""What reading a text, a Word file or a workbook brings: items with their places, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

LONGEST_NUMBER = 20


@dataclass(frozen=True)
class Line:
    """One item as it was read: where it stands in what was sent, its number, kind, the number it is part of, its text.

    `sure` is false where the kind is only guessed from the depth: then what the book holds of the item stands.
    """

    place: str
    number: str
    text: str
    kind: str = ""
    parent: str = ""
    depth: int = 1
    identifier: str = ""
    sure: bool = True


@dataclass(frozen=True)
class Problem:
    """Something about what was sent: what must be put right first (`fatal`), or what somebody should look at."""

    place: str
    message: str
    fatal: bool = True

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


@dataclass
class Outline:
    """Items in their order, and the problems found."""

    lines: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def refused(self) -> bool:
        """Whether something must be put right before this can be kept."""
        return any(problem.fatal for problem in self.problems)


def check(outline: Outline) -> Outline:
    """Add what is wrong with the items together: empty ones, numbers that come twice, parents and numbers missing."""
    seen: dict[str, Line] = {}
    for line in outline.lines:
        if not line.number:
            outline.problems.append(Problem(line.place, _("an item needs a number")))
        elif len(line.number) > LONGEST_NUMBER:
            message = _("the number “%(number)s” is longer than %(n)s characters")
            outline.problems.append(Problem(line.place, message % {"number": line.number[:40], "n": LONGEST_NUMBER}))
        elif line.number in seen:
            message = _("the number %(number)s stands at %(place)s already")
            outline.problems.append(
                Problem(line.place, message % {"number": line.number, "place": seen[line.number].place})
            )
        if not line.text.strip():
            message = _("the item %(number)s has no text")
            outline.problems.append(Problem(line.place, message % {"number": line.number or "?"}))
        seen.setdefault(line.number, line)
    for line in outline.lines:
        if line.parent and line.parent not in seen:
            message = _("%(number)s is said to be part of %(parent)s, which is not there")
            outline.problems.append(Problem(line.place, message % {"number": line.number, "parent": line.parent}))
    outline.problems.extend(_gaps(outline.lines))
    return outline


def _gaps(lines: Iterable[Line]) -> Iterable[Problem]:
    """Decimal numbers that leave one out; standards do that when an item was dropped, so it is only said."""
    last: dict[str, tuple[int, str]] = {}
    for line in lines:
        stem, __, end = line.number.rpartition(".")
        if not end.isdecimal():
            continue
        before, number = last.get(stem, (0, "")), int(end)
        if number > before[0] + 1 and (before[1] or number > 1):
            message = _("after %(before)s comes %(number)s: is an item missing?")
            names = {"before": before[1] or _("nothing"), "number": line.number}
            yield Problem(line.place, message % names, fatal=False)
        last[stem] = (number, line.number)


def parent_of(number: str, numbers: Container[str]) -> str:
    """The longest of the numbers that this one goes on from at a dot or hyphen: 1.2 for 1.2.3; empty for none."""
    for place in range(len(number) - 1, 0, -1):
        if number[place] in ".-" and number[:place] in numbers:
            return number[:place]
    return ""
