"""Insertions: `{{members of alliance:ilstc at 2025 in country=lao by kind as bars}}` and what is wrong with one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from rapidfuzz.process import extractOne

from guildbook.kit.fuzzy import last_day

FORMS = ("number", "sentence", "table", "bars", "line")
BLOCK_FORMS = ("table", "bars", "line")
CLAUSES = ("of", "at", "in", "by", "over", "as")
EXAMPLE = "{{members of alliance:ilstc at 2025-12-31}}"
# Within one paragraph: braces never closed must not swallow the text up to the next figure.
INSERTION = re.compile(r"\{\{((?:(?!\{\{|\n[ \t]*\n).)*?)\}\}", re.DOTALL)
_WORD = re.compile(r"\S+")
_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_SUBJECT = re.compile(r"([a-z]+(-[a-z]+)*:)?[a-z0-9]+(-[a-z0-9]+)*\Z")
_FILTER = re.compile(r"([a-z_]+)=([\w.-]+)\Z")
_YEARS = re.compile(r"(\d{4})(?:-|–|\.\.)(\d{4})\Z")
# More points than years anybody keeps records of would only be asked by mistake.
MOST_YEARS = 60
LONGEST = 400


@dataclass(frozen=True)
class WritingFault:
    """One thing wrong with a text: where (line and column from 1) and what would be right."""

    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return _("line %(line)s, column %(column)s: %(message)s") % {
            "line": self.line,
            "column": self.column,
            "message": self.message,
        }


@dataclass(frozen=True)
class Insertion:
    """A figure inserted by name: what is asked, in which form it is shown, and where in the text it stands."""

    indicator: str
    subject: str = ""
    at: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    by: str = ""
    years: tuple[int, int] | None = None
    form: str = "number"
    line: int = 1
    column: int = 1

    @property
    def name(self) -> str:
        """The question alone, written in one way: equal for the same figure, whatever its form and language."""
        parts = [self.indicator, f"of {self.subject}" if self.subject else "", f"at {self.at}" if self.at else ""]
        parts.append("in " + ", ".join(f"{name}={value}" for name, value in self.filters) if self.filters else "")
        parts.append(f"by {self.by}" if self.by else "")
        parts.append(f"over {self.years[0]}-{self.years[1]}" if self.years else "")
        return " ".join(part for part in parts if part)

    @property
    def written(self) -> str:
        """The insertion as a text holds it."""
        usual = _usual_form(self)
        return f"{{{{{self.name}{'' if self.form == usual else f' as {self.form}'}}}}}"

    @property
    def is_block(self) -> bool:
        """Whether it stands in a paragraph of its own."""
        return self.form in BLOCK_FORMS

    def fault(self, message: str) -> WritingFault:
        """What is wrong with it, at its place."""
        return WritingFault(self.line, self.column, message)


class InsertionError(ValueError):
    """An insertion that cannot be read; `at` is the offset within its braces."""

    def __init__(self, at: int, message: str) -> None:
        self.at = at
        super().__init__(message)


def read_insertion(inner: str) -> Insertion:
    """What stands between the braces, read; raises InsertionError saying what would be right."""
    words = [(found.start(), found.group()) for found in _WORD.finditer(inner)]
    if not words:
        raise InsertionError(0, _("name a figure, as %(example)s") % {"example": EXAMPLE})
    if len(inner) > LONGEST:
        raise InsertionError(0, _("this is longer than a figure's name can be; perhaps “}}” is missing"))
    start, indicator = words[0]
    if not _KEY.match(indicator):
        said = _("“%(word)s” is not the key of an indicator; write for example %(example)s")
        raise InsertionError(start, said % {"word": indicator[:40], "example": EXAMPLE})
    made = Insertion(indicator)
    for place, clause, said in _clauses(words[1:]):
        made = _READERS[clause](made, place, said)
    return _with_form(made, start)


def _clauses(words: list[tuple[int, str]]) -> Iterable[tuple[int, str, str]]:
    """Each clause with the place and the words that follow its keyword; each keyword once."""
    seen: set[str] = set()
    while words:
        place, clause = words.pop(0)
        if clause not in CLAUSES:
            near = extractOne(clause, [*CLAUSES, *FORMS], score_cutoff=60)
            said = _("“%(word)s” is not understood here; after the indicator come %(known)s")
            hint = _("; perhaps it means “%(word)s”") % {"word": near[0]} if near else ""
            raise InsertionError(place, said % {"word": clause[:40], "known": ", ".join(CLAUSES)} + hint)
        if clause in seen:
            raise InsertionError(place, _("“%(word)s” is said twice") % {"word": clause})
        seen.add(clause)
        start, held = (words[0][0] if words else place), []
        while words and (words[0][1] not in CLAUSES):
            held.append(words.pop(0)[1])
            if clause != "in":
                break
        if not held:
            raise InsertionError(place, _("after “%(word)s” something is missing") % {"word": clause})
        yield start, clause, " ".join(held)


def _subject(made: Insertion, place: int, said: str) -> Insertion:
    if not _SUBJECT.match(said):
        message = _("“%(word)s” is not a subject; write its kind and key, as %(example)s")
        raise InsertionError(place, message % {"word": said[:60], "example": "alliance:ilstc"})
    return replace(made, subject=said)


def _at(made: Insertion, place: int, said: str) -> Insertion:
    try:
        day: dt.date | None = last_day(said)
    except ValidationError:
        day = None
    if day is None:
        message = _("“%(word)s” is not a date; write a day, a month or a year, as 2025-12-31")
        raise InsertionError(place, message % {"word": said[:40]})
    return replace(made, at=said)


def _filters(made: Insertion, place: int, said: str) -> Insertion:
    held = []
    for part in filter(None, (one.strip() for one in said.split(","))):
        found = _FILTER.match(part)
        if not found:
            message = _("“%(word)s” narrows nothing; write what and which, as %(example)s")
            raise InsertionError(place, message % {"word": part[:60], "example": "kind=school"})
        held.append((found[1], found[2]))
    if len(dict(held)) < len(held):
        raise InsertionError(place, _("“%(word)s” is said twice") % {"word": held[-1][0]})
    return replace(made, filters=tuple(sorted(held)))


def _by(made: Insertion, place: int, said: str) -> Insertion:
    if not re.match(r"[a-z_]+\Z", said):
        message = _("“%(word)s” is nothing to break down by; write for example %(example)s")
        raise InsertionError(place, message % {"word": said[:40], "example": "by country"})
    return replace(made, by=said)


def _over(made: Insertion, place: int, said: str) -> Insertion:
    found = _YEARS.match(said)
    first, last = (int(found[1]), int(found[2])) if found else (0, 0)
    if not found or not (1 <= first < last <= 9998) or last - first >= MOST_YEARS:
        message = _("“%(word)s” is no span of years; write for example %(example)s")
        raise InsertionError(place, message % {"word": said[:40], "example": "over 2021-2025"})
    return replace(made, years=(first, last))


def _as(made: Insertion, place: int, said: str) -> Insertion:
    if said not in FORMS:
        message = _("there is no form “%(word)s”; there are %(known)s")
        raise InsertionError(place, message % {"word": said[:40], "known": ", ".join(FORMS)})
    return replace(made, form=f"={said}")


_READERS: dict[str, Callable[[Insertion, int, str], Insertion]] = {
    "of": _subject,
    "at": _at,
    "in": _filters,
    "by": _by,
    "over": _over,
    "as": _as,
}


def _usual_form(made: Insertion) -> str:
    return "table" if made.by else "line" if made.years else "number"


def _with_form(made: Insertion, place: int) -> Insertion:
    """The insertion in the form it asked for, or the one that goes without saying; `=` marks one that was said."""
    form = made.form[1:] if made.form.startswith("=") else _usual_form(made)
    if made.by and made.years:
        raise InsertionError(place, _("choose “by” or “over”: one picture shows one of the two"))
    if made.at and made.years:
        raise InsertionError(place, _("a figure over years is asked as of the end of each; leave “at” out"))
    if form == "line" and not made.years:
        raise InsertionError(place, _("a line needs years, as %(example)s") % {"example": "over 2021-2025"})
    if form in ("table", "bars") and not (made.by or made.years):
        said = _("a table or bars need “by” or “over”, as %(example)s")
        raise InsertionError(place, said % {"example": "by country"})
    if form in ("number", "sentence") and (made.by or made.years):
        raise InsertionError(place, _("a single number is not broken down; leave “by” and “over” out"))
    return replace(made, form=form)
