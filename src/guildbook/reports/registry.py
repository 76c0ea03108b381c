"""Who reads a text for typed numbers: the area that can lies above reports, and offers itself here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from guildbook.kit.actors import Actor


@dataclass(frozen=True)
class Finding:
    """A number found in a text: where, what it says, and how it stands to the book.

    `verdict` is agrees, differs or unknown; `said` the number as it is typed, `book` what the book has, `url`
    the page of that.
    """

    start: int
    end: int
    said: str
    counts: str
    verdict: str
    difference: str = ""
    reason: str = ""
    book: str = ""
    url: str = ""


Checker = Callable[[Actor, str], list[Finding]]
_checkers: list[Checker] = []


def offer_checker(checker: Checker) -> None:
    """Have an area check a report's text; called when it starts."""
    _checkers.append(checker)


def findings(actor: Actor, text: str) -> list[Finding]:
    """The numbers of a text in reading order, each judged by the book."""
    return [found for checker in _checkers for found in checker(actor, text)]
