"""A pasted text as items: numbered lines become items, lines without a number go on with the item before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from guildbook.language.decoding import plain
from guildbook.standards.outlines.lines import Line, Outline, Problem, check
from guildbook.standards.outlines.numbering import Marker, read_marker

KINDS_BY_DEPTH = ("duty", "task", "competence")
DIVIDING = "other"


@dataclass(frozen=True)
class Piece:
    """One line or paragraph of what was sent; `level` is what the file itself says of its depth, 0 for nothing.

    `counted` is the decimal number an automatic list of Word gives it.
    """

    place: str
    text: str
    level: int = 0
    counted: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Open:
    """An item that following ones may be part of."""

    style: str
    number: str
    depth: int
    parts: tuple[int, ...] = ()
    value: int = 0


def read_text(text: str, kinds: Sequence[str] = KINDS_BY_DEPTH) -> Outline:
    """Items of a text, a line each; `kinds` are those of the first, second and deeper levels."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    pieces = (Piece(_("line %(n)s") % {"n": number}, line) for number, line in enumerate(lines, 1))
    return read_pieces(pieces, kinds)


def read_pieces(pieces: Iterable[Piece], kinds: Sequence[str] = KINDS_BY_DEPTH) -> Outline:
    """Items of lines or paragraphs in their order; where none has a number, each is an item and they are counted."""
    reader = _Reader(kinds)
    held = [(piece, text) for piece in pieces if (text := plain(piece.text))]
    for piece, text in held:
        reader.take(piece, text)
    if not held:
        return Outline(problems=[Problem("", _("there is no text in it"))])
    if not reader.outline.lines:
        lines = [Line(piece.place, str(n), text, DIVIDING) for n, (piece, text) in enumerate(held, 1)]
        message = _("no line begins with a number; every line is taken for an item and numbered")
        return check(Outline(lines, [Problem("", message, fatal=False)]))
    return check(reader.outline)


class _Reader:
    """Reads line after line, remembering the items that are open."""

    def __init__(self, kinds: Sequence[str]) -> None:
        self.kinds = kinds
        self.outline = Outline()
        self.open: list[_Open] = []
        self.numbers: set[str] = set()

    def take(self, piece: Piece, text: str) -> None:
        """Read one line: an item of its own, or more text of the last one."""
        marker = read_marker(text)
        if marker is None and piece.counted:
            marker = Marker("decimal", piece.counted[-1], text, parts=piece.counted)
        elif marker is None and piece.level:
            marker = self._heading(piece, text)
        if marker is not None:
            self._enter(piece, marker)
        elif self.outline.lines:
            last = self.outline.lines[-1]
            joined = f"{last.text}\n{text}" if last.text else text
            self.outline.lines[-1] = replace(last, text=joined)
        else:
            message = _("“%(text)s” stands before the first number and is left out")
            self.outline.problems.append(Problem(piece.place, message % {"text": text[:60]}, fatal=False))

    def _heading(self, piece: Piece, text: str) -> Marker:
        """A heading of a Word file without a number of its own: the next of its level."""
        style = f"heading {piece.level}"
        before = [item for item in self.open if item.style == style]
        return Marker(style, before[-1].value + 1 if before else 1, text)

    def _enter(self, piece: Piece, marker: Marker) -> None:
        self._close(marker, piece.level)
        above = self.open[-1] if self.open else None
        number = self._number(marker, above)
        depth = above.depth + 1 if above else 1
        kind = marker.kind or (DIVIDING if marker.label and marker.style[:1] in "w第" else "")
        kind = kind or self.kinds[min(depth, len(self.kinds)) - 1]
        parent = above.number if above else ""
        line = Line(piece.place, number, marker.text, kind, parent, depth, sure=bool(marker.kind))
        self.outline.lines.append(line)
        self.numbers.add(number)
        self.open.append(_Open(marker.style, number, depth, marker.parts, marker.value))

    def _close(self, marker: Marker, level: int) -> None:
        """Close the items this one is no part of: a list of the same style goes on, a new style goes deeper."""
        if marker.style == "decimal":
            while self.open and not self._holds(self.open[-1], marker):
                self.open.pop()
            return
        styles = [item.style for item in self.open]
        if marker.style in styles:
            del self.open[styles.index(marker.style) :]
        elif level:
            while self.open and self.open[-1].style.startswith("heading ") and int(self.open[-1].style[8:]) >= level:
                self.open.pop()
        elif marker.style.startswith("A-1"):
            # A-1 is part of A, B-1 of B; without them it begins anew.
            stem = marker.label[:1]
            while self.open and self.open[-1].number[:1] != stem:
                self.open.pop()

    def _holds(self, item: _Open, marker: Marker) -> bool:
        """Whether a decimal number belongs under an open item."""
        if item.style != "decimal":
            # 1.1 under a heading is its part; a list 1, 2, 3 that goes on from before this item is not.
            before = (*marker.parts[:-1], marker.parts[-1] - 1)
            above = {other.parts for other in self.open if other.style == "decimal"}
            return before not in above and (len(marker.parts) == 1 or marker.parts[:-1] not in above)
        return len(item.parts) < len(marker.parts) and marker.parts[: len(item.parts)] == item.parts

    def _number(self, marker: Marker, above: _Open | None) -> str:
        """How the item is numbered: as written where that is a number of its own, else counted on from its parent."""
        if marker.label:
            label = marker.label
            return f"{above.number}.{label}" if label in self.numbers and above else label
        if marker.style == "decimal":
            written = ".".join(str(part) for part in marker.parts)
            base = next((item for item in reversed(self.open) if item.style != "decimal"), None)
            if base is None or (len(marker.parts) > 1 and marker.parts[0] == base.value):
                return written
            return f"{base.number}.{written}"
        return f"{above.number}.{marker.value}" if above else str(marker.value)
