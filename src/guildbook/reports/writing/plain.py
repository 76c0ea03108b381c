"""A report's text as plain text, for the check, for the source kept of it, and for finding its figures again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from guildbook.reports.writing.blocks import Block, Body, Span


@dataclass(frozen=True)
class PlainText:
    """The text with one empty line between paragraphs, and where each inserted figure stands: (start, end, place)."""

    text: str
    figures: tuple[tuple[int, int, int], ...]

    def paragraph(self, at: int) -> int:
        """Number of the paragraph (from 1) that an offset lies in, as sources count them."""
        return sum(1 for part in self.text[:at].split("\n\n")[:-1] if part.strip()) + 1

    def sentence(self, start: int, end: int) -> str:
        """The line around a stretch, cut to a quotable length."""
        begin = self.text.rfind("\n", 0, start) + 1
        stop = self.text.find("\n", end)
        line = self.text[begin : stop if stop >= 0 else len(self.text)]
        if len(line) <= 300:
            return line.strip()
        return self.text[max(begin, start - 140) : min(begin + len(line), end + 140)].strip()

    def inserted(self, start: int, end: int) -> bool:
        """Whether a stretch touches an inserted figure."""
        return any(start < stop and begin < end for begin, stop, __ in self.figures)


def plain_text(title: str, body: Body, say: Callable[[int], str]) -> PlainText:
    """Title and body as plain text; `say` gives the words of the figure at a place, several lines for a table."""
    made = _Writing(say)
    made.paragraph(title)
    for block in body.blocks:
        made.block(block)
    return PlainText(made.text.strip("\n"), tuple(made.figures))


class _Writing:
    """The text so far, and where figures came to stand in it."""

    def __init__(self, say: Callable[[int], str]) -> None:
        self.say = say
        self.text = ""
        self.figures: list[tuple[int, int, int]] = []

    def paragraph(self, text: str) -> None:
        if text.strip():
            self.text += f"{text}\n\n"

    def block(self, block: Block) -> None:
        if block.kind == "figure":
            self._figure(block.figure)
            self.text += "\n\n"
        elif block.kind in ("list", "item", "quote", "table"):
            for inner in block.blocks:
                self.block(inner)
        elif block.kind == "row":
            for cell in block.blocks:
                self._spans(cell.spans)
                self.text += "\t"
            self.text = self.text.rstrip("\t") + "\n\n"
        elif block.kind != "rule":
            self._spans(block.spans)
            self.text += "\n\n"

    def _spans(self, spans: tuple[Span, ...]) -> None:
        for span in spans:
            if span.kind == "figure":
                self._figure(span.figure)
            else:
                self.text += span.text
                self._spans(span.spans)

    def _figure(self, place: int) -> None:
        words = self.say(place)
        if words:
            self.figures.append((len(self.text), len(self.text) + len(words), place))
            self.text += words
