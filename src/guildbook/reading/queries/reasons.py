"""Why a figure has no line in the book, in words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from guildbook.language import ReadFigure
from guildbook.reading.matching.asides import Aside
from guildbook.reading.matching.likeness import THRESHOLD, Counted, likeness
from guildbook.reading.matching.lines import Key, Line
from guildbook.reading.matching.whom import About
from guildbook.reading.queries.book import Book

_MOST_NAMED = 3
_LEFT = frozenset({"graduate"})


def why_aside(aside: Aside, own: frozenset[str], line: Line) -> str:
    """Why a figure that its clause denies, that is an increase or a part, or of those who left, is not the line's.

    A part may be one that the book counts: then its own clause says a word that narrows the line.
    """
    if aside == "left" and line.described & _LEFT:
        return ""
    if aside == "part" and own & (line.described - line.heads - _LEFT):
        return ""
    reasons = {
        "denied": _("the text denies it"),
        "added": _("the text speaks of an increase"),
        "left": _("the text speaks of those who have graduated"),
        "part": _("the text speaks of a part of a figure"),
    }
    return reasons.get(aside, "")


def why_barred(figure: ReadFigure, line: Line) -> str:
    """Why a figure cannot be compared with a line of the same thing: a rate, or an aim, against what is not."""
    if (figure.per or "") != line.kind.per:
        if figure.per == "year" or line.kind.per == "year":
            return _("one is counted per year, the other is not")
        return _("the two are counted per different periods")
    if line.kind.role == "target" and figure.role != "target":
        return _("the book has this as a target")
    if line.kind.role == "actual" and figure.role == "target":
        return _("the text speaks of a target")
    return ""


def why_unknown(book: Book, about: About, counted: Counted | None, otherwise: str = "") -> str:
    """What keeps a figure from the book: another subject, none, several, or nothing like it at all."""
    of = _subjects_with(book, counted) if counted is not None else ""
    if of and about.joint:
        return _("it is counted for several together; the book has this of %(of)s") % {"of": of}
    if of and about.other:
        return _("it speaks of %(other)s; the book has this of %(of)s") % {"other": about.other, "of": of}
    if of and not about.subjects:
        return _("the text does not say whose it is; the book has this of %(of)s") % {"of": of}
    if of:
        return _("the book has this of another subject: %(of)s") % {"of": of}
    return otherwise or _("nothing like it in the book")


def _subjects_with(book: Book, counted: Counted) -> str:
    """Subjects of whom the book has such a figure."""
    found: dict[Key, None] = {}
    for name in {name for head in counted.phrase.heads for name in book.by_head.get(head, ())}:
        kind = book.kinds[name]
        line = Line(kind, ("", ""), kind.phrases, alone=False)
        if book.witnesses.get(name) and likeness(counted, line, book.weights) >= THRESHOLD:
            found.update(dict.fromkeys(sorted(book.witnesses[name])))
    return ", ".join(book.labels.get(key, key[1]) for key in list(found)[:_MOST_NAMED])
