"""A report's text as blocks and spans: CommonMark and tables without HTML, figures in their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from guildbook.reports.writing.insertions import INSERTION, Insertion, InsertionError, WritingFault, read_insertion

# An insertion's stand-in while the text is read as CommonMark, which knows nothing of braces; both are private
# characters, and where somebody typed one it is taken out first.
_HELD = re.compile("\ue000(\\d+)\ue001")
_PRIVATE = re.compile("[\ue000\ue001]")
_BLOCKS = {"blockquote": "quote", "bullet_list": "list", "ordered_list": "list", "list_item": "item", "hr": "rule"}
_BLOCKS |= {"table": "table", "tr": "row", "th": "head", "td": "cell", "heading": "heading", "paragraph": "paragraph"}


@dataclass(frozen=True)
class Span:
    """A piece of a line: text, strong, em, code, link, break, or a figure (`figure` is its place in the body)."""

    kind: str
    text: str = ""
    spans: tuple[Span, ...] = ()
    url: str = ""
    figure: int = -1


@dataclass(frozen=True)
class Block:
    """A heading, paragraph, list, item, quote, code, rule, table, row, head, cell or figure; `level` from 1."""

    kind: str
    spans: tuple[Span, ...] = ()
    blocks: tuple[Block, ...] = ()
    level: int = 0
    ordered: bool = False
    start: int = 1
    figure: int = -1


@dataclass(frozen=True)
class Body:
    """A text read: its blocks, the figures inserted in their order, and everything wrong with it."""

    blocks: tuple[Block, ...] = ()
    insertions: tuple[Insertion, ...] = ()
    faults: tuple[WritingFault, ...] = field(default=())


def _parser() -> MarkdownIt:
    # Pictures would be fetched from elsewhere; markup of the writer's own would not be ours to vouch for.
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


def read_body(text: str) -> Body:
    """Read a report's text in one language; faults are collected, not raised."""
    return _Reading(_PRIVATE.sub("\ufffd", text)).body()


class _Reading:
    """One text while it is read: which insertions stand where, and which were met as figures."""

    def __init__(self, text: str) -> None:
        self.sources: list[str] = []
        self.read: dict[int, Insertion] = {}
        self.wrong: dict[int, WritingFault] = {}
        self.met: list[int] = []
        self.literal: set[int] = set()
        self.faults: list[WritingFault] = []
        self.text = INSERTION.sub(self._hold, text)

    def _hold(self, found: re.Match[str]) -> str:
        place = len(self.sources)
        self.sources.append(found.group())
        line, column = position(found.string, found.start())
        try:
            self.read[place] = replace(read_insertion(found[1]), line=line, column=column)
        except InsertionError as error:
            self.wrong[place] = WritingFault(*position(found.string, found.start(1) + error.at), str(error))
        # An insertion over several lines keeps them, so that CommonMark sees as many lines as the writer.
        return f"\ue000{place}\ue001" + "\n" * found.group().count("\n")

    def body(self) -> Body:
        root = SyntaxTreeNode(_parser().parse(self.text))
        blocks = tuple(self._blocks(root))
        for place in range(len(self.sources)):
            if place not in self.literal and place not in self.met:
                if place in self.wrong:
                    self.faults.append(self.wrong[place])
                else:
                    self.faults.append(self.read[place].fault(_("a figure cannot stand in the address of a link")))
        self._stray_braces()
        insertions = tuple(self.read[place] for place in self.met)
        return Body(blocks, insertions, tuple(sorted(self.faults, key=lambda one: (one.line, one.column))))

    def _stray_braces(self) -> None:
        """Braces that open a figure and never close it."""
        for number, line in enumerate(self.text.split("\n"), 1):
            at = line.find("{{")
            if at >= 0 and "`" not in line:
                self.faults.append(WritingFault(number, at + 1, _("“{{” begins a figure; “}}” is missing")))

    def _blocks(self, node: SyntaxTreeNode) -> Iterator[Block]:
        for child in node.children:
            if child.type in ("thead", "tbody"):
                yield from self._blocks(child)
            elif child.type in ("fence", "code_block"):
                yield Block("code", (Span("text", self._as_typed(child.content)),))
            elif child.type in ("paragraph", "heading", "th", "td"):
                yield self._line(child)
            elif child.type in _BLOCKS:
                start = int(child.attrs.get("start") or 1)
                ordered = child.type == "ordered_list"
                yield Block(_BLOCKS[child.type], (), tuple(self._blocks(child)), ordered=ordered, start=start)

    def _line(self, node: SyntaxTreeNode) -> Block:
        """A paragraph, heading or cell; a picture or table stands alone in a paragraph, or is a fault."""
        spans = tuple(span for inline in node.children for child in inline.children for span in self._spans(child))
        said = [span for span in spans if span.kind != "break" and (span.kind != "text" or span.text.strip())]
        pictures = [span for span in _within(said) if span.kind == "figure" and self._insertion(span).is_block]
        if node.type == "paragraph" and len(said) == 1 and pictures == said:
            return Block("figure", figure=said[0].figure)
        for span in pictures:
            message = _("a table or a chart stands in a paragraph of its own, with an empty line before and after it")
            self.faults.append(self._insertion(span).fault(message))
        level = int(node.tag[1]) if node.type == "heading" else 0
        return Block(_BLOCKS[node.type], spans, level=level)

    def _insertion(self, span: Span) -> Insertion:
        return self.read[self.met[span.figure]]

    def _spans(self, node: SyntaxTreeNode) -> Iterator[Span]:
        if node.type == "text":
            yield from self._figures(node.content)
        elif node.type in ("softbreak", "hardbreak"):
            yield Span("break", "\n" if node.type == "hardbreak" else " ")
        elif node.type == "code_inline":
            yield Span("code", self._as_typed(node.content))
        elif node.type in ("strong", "em", "link"):
            spans = tuple(span for child in node.children for span in self._spans(child))
            url = str(node.attrs.get("href", "")) if node.type == "link" else ""
            yield Span(node.type, spans=spans, url=url)
        else:
            yield Span("text", self._as_typed(node.content))

    def _figures(self, text: str) -> Iterator[Span]:
        """A run of text with the figures in it; one that could not be read stays as it was typed."""
        at = 0
        for found in _HELD.finditer(text):
            if found.start() > at:
                yield Span("text", text[at : found.start()])
            place = int(found[1])
            if place in self.read:
                self.met.append(place)
                yield Span("figure", figure=len(self.met) - 1)
            else:
                yield Span("wrong", self.sources[place])
            at = found.end()
        if at < len(text):
            yield Span("text", text[at:])

    def _as_typed(self, text: str) -> str:
        """Code shows braces as they are."""
        self.literal |= {int(place) for place in _HELD.findall(text)}
        return _HELD.sub(lambda found: self.sources[int(found[1])], text)


def _within(spans: list[Span]) -> Iterator[Span]:
    for span in spans:
        yield span
        yield from _within(list(span.spans))


def position(text: str, at: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1."""
    return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1
