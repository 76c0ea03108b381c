"""A report as a Word file: headings, lists, tables and charts, each figure with a note at the end."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx
from django.utils.translation import gettext as _
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt, RGBColor

from guildbook.kit.texts import current_tag
from guildbook.reports.models import Report
from guildbook.reports.printing.chromium import PrintingError
from guildbook.reports.printing.fonts import both_sizes, set_language
from guildbook.reports.printing.pages import Paper, paper_of, pictures_of
from guildbook.reports.queries import Shown
from guildbook.reports.writing import Block, Span

WIDE = Cm(16)
INDENT = Cm(0.75)
SEA = RGBColor(0x0F, 0x5C, 0x6E)
SOFT = RGBColor(0x5D, 0x57, 0x4D)
LONGEST_TITLE = 250


def word_of(report: Report, tag: str, base: str) -> bytes:
    """The report as .docx in the active language.

    Where no browser is there to draw charts, their values stand in tables and the file says why.
    """
    paper = paper_of(report, tag, base)
    try:
        pictures, why = pictures_of(paper, base), ""
    except PrintingError as error:
        pictures, why = [], str(error)
    made = _Word(paper, iter(pictures), why)
    return made.saved()


class _Word:
    """The file while it is written."""

    def __init__(self, paper: Paper, pictures: Iterator[bytes], why: str) -> None:
        self.paper, self.text, self.pictures, self.why = paper, paper.text, pictures, why
        self.reader, self.tag = current_tag(), paper.text.language
        self.file: Document = docx.Document()
        self._styles()
        self._head()
        for block in self.text.body.blocks:
            self._block(block, 0)
        self._notes()

    def saved(self) -> bytes:
        """The file's bytes."""
        out = io.BytesIO()
        self.file.save(out)
        return out.getvalue()

    def _styles(self) -> None:
        sizes = {"Normal": 11, "Title": 22, "Heading 1": 16, "Heading 2": 14, "Heading 3": 12, "Heading 4": 11}
        for name, points in sizes.items():
            style = self.file.styles[name]
            set_language(style.element.get_or_add_rPr(), self.tag)
            both_sizes(style, points)
            style.font.color.rgb = RGBColor(0x1D, 0x1B, 0x18)
        for held in self.file.styles.element.iter(qn("w:rPrDefault")):
            set_language(held.find(qn("w:rPr")), self.tag)
        section = self.file.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.5)
        properties = self.file.core_properties
        properties.title, properties.language = self.text.title[:LONGEST_TITLE], self.tag
        properties.author, properties.comments = "Guildbook", ""

    def _head(self) -> None:
        self._run(self.file.add_paragraph(style="Title"), self.text.title, self.tag)
        for label, value in self.paper.facts:
            paragraph = self.file.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0)
            self._run(paragraph, f"{label}: ", self.reader, soft=True)
            self._run(paragraph, value, self.reader)
        for notice in self.paper.notice:
            self._run(self.file.add_paragraph(), notice, self.reader, italic=True)

    def _run(self, paragraph: Any, text: str, tag: str, *, soft: bool = False, **marks: bool) -> Any:
        run = paragraph.add_run(text)
        run.bold, run.italic = marks.get("bold") or None, marks.get("italic") or None
        if soft:
            run.font.color.rgb = SOFT
        if run.bold:
            run.font.cs_bold = True
        set_language(run._element.get_or_add_rPr(), tag)
        return run

    def _block(self, block: Block, depth: int) -> None:
        if block.kind == "heading":
            self._spans(self.file.add_paragraph(style=f"Heading {min(block.level, 4)}"), block.spans)
        elif block.kind == "paragraph":
            self._spans(self._paragraph(depth), block.spans)
        elif block.kind == "list":
            for item in block.blocks:
                self._item(item, depth, ordered=block.ordered, first=item is block.blocks[0])
        elif block.kind in ("quote", "item"):
            for inner in block.blocks:
                self._block(inner, depth + 1)
        elif block.kind == "code":
            self._spans(self._paragraph(depth), block.spans)
        elif block.kind == "table":
            self._table(block)
        elif block.kind == "figure" and self.text.figures[block.figure] is not None:
            self._figure(self.text.figures[block.figure], block.figure)

    def _paragraph(self, depth: int, style: str = "Normal") -> Any:
        paragraph = self.file.add_paragraph(style=style)
        if depth:
            paragraph.paragraph_format.left_indent = INDENT * depth
        return paragraph

    def _item(self, item: Block, depth: int, *, ordered: bool, first: bool) -> None:
        """One item of a list: its first paragraph with the bullet or number, the rest below it."""
        style = f"List {'Number' if ordered else 'Bullet'}{f' {depth + 1}' if 0 < depth < 3 else ''}"
        for place, inner in enumerate(item.blocks):
            if place == 0 and inner.kind == "paragraph":
                paragraph = self.file.add_paragraph(style=style)
                if ordered and first:
                    self._numbered_anew(paragraph)
                elif ordered and self.numbering is not None:
                    _numbering(paragraph, self.numbering)
                self._spans(paragraph, inner.spans)
            else:
                self._block(inner, depth + 1)

    numbering: int | None = None

    def _numbered_anew(self, paragraph: Any) -> None:
        """Begin a list's numbers at one: Word would go on from the list before."""
        numbering = self.file.part.numbering_part.element
        style = paragraph.style.element.find(".//" + qn("w:numId"))
        if style is None:
            return
        held = numbering.num_having_numId(int(style.get(qn("w:val"))))
        made = numbering.add_num(held.abstractNumId.val)
        made.add_lvlOverride(ilvl=0).add_startOverride(1)
        self.numbering = int(made.numId)
        _numbering(paragraph, self.numbering)

    def _spans(self, paragraph: Any, spans: tuple[Span, ...], **marks: bool) -> None:
        for span in spans:
            if span.kind == "figure":
                self._inline(paragraph, span.figure, **marks)
            elif span.kind == "break":
                self._run(paragraph, span.text, self.tag, **marks)
            elif span.kind == "link":
                self._link(paragraph, span, **marks)
            elif span.kind in ("strong", "em"):
                self._spans(paragraph, span.spans, **{**marks, "bold" if span.kind == "strong" else "italic": True})
            else:
                self._run(paragraph, span.text, self.tag, **marks)

    def _inline(self, paragraph: Any, place: int, **marks: bool) -> None:
        shown = self.text.figures[place]
        if shown is None:
            self._run(paragraph, self.text.body.insertions[place].written, self.tag, **marks)
            return
        self._run(paragraph, shown.words, self.tag, **marks)
        self._mark(paragraph, place)

    def _mark(self, paragraph: Any, place: int) -> None:
        """The small number that leads to the figure's note."""
        run = self._run(paragraph, str(place + 1), self.reader)
        run.font.superscript = True
        run.font.color.rgb = SEA

    def _link(self, paragraph: Any, span: Span, **marks: bool) -> None:
        to = self.file.part.relate_to(span.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), to)
        before = len(paragraph.runs)
        self._spans(paragraph, span.spans, **marks)
        for run in paragraph.runs[before:]:
            run.font.color.rgb, run.font.underline = SEA, True
            link.append(run._element)
        paragraph._element.append(link)

    def _table(self, block: Block) -> None:
        rows = block.blocks
        table = self.file.add_table(len(rows), max(len(row.blocks) for row in rows), style="Table Grid")
        for line, row in zip(table.rows, rows, strict=True):
            for cell, held in zip(line.cells, row.blocks, strict=False):
                self._spans(cell.paragraphs[0], held.spans, bold=held.kind == "head")
        _repeated_head(table)
        self.file.add_paragraph()

    def _figure(self, shown: Shown | None, place: int) -> None:
        if shown is None:
            return
        caption = self.file.add_paragraph()
        caption.paragraph_format.keep_with_next = True
        self._run(caption, shown.caption, self.reader, bold=True)
        if not shown.points:
            self._run(caption, f": {shown.figure.text}", self.reader)
        self._mark(caption, place)
        # A table's picture is not used, but stands in its place in the row of pictures.
        picture = next(self.pictures, None)
        if picture is not None and shown.form != "table":
            self._picture(picture, shown)
        else:
            self._rows(shown)
        note = self.file.add_paragraph()
        said = self.why if picture is None and shown.form != "table" else ""
        self._run(note, " · ".join(part for part in (shown.note, said) if part), self.reader, soft=True)

    def _picture(self, picture: bytes, shown: Shown) -> None:
        self.file.add_picture(io.BytesIO(picture), width=WIDE)
        inline = self.file.inline_shapes[len(self.file.inline_shapes) - 1]._inline
        inline.docPr.set("descr", shown.words)
        inline.docPr.set("title", shown.caption)

    def _rows(self, shown: Shown) -> None:
        pairs = [(row.label, row.number) for row in shown.rows] or [(one.year, one.number) for one in shown.points]
        table = self.file.add_table(len(pairs) + 1, 2, style="Table Grid")
        heads = (shown.by[:1].upper() + shown.by[1:] or _("Year"), _("Value"))
        for line, cells in zip(table.rows, [heads, *pairs], strict=True):
            for cell, text in zip(line.cells, cells, strict=True):
                self._run(cell.paragraphs[0], text, self.reader, bold=cells is heads)
        _repeated_head(table)

    def _notes(self) -> None:
        if not self.paper.notes:
            return
        self._run(self.file.add_paragraph(style="Heading 2"), _("What stands behind the figures"), self.reader)
        for note in self.paper.notes:
            paragraph = self.file.add_paragraph()
            self._run(paragraph, f"{note.number}. {note.what} · {note.known}", self.reader)
            if note.flag:
                self._run(paragraph, f" · {note.flag}", self.reader, bold=True)
            self._link(paragraph, Span("link", spans=(Span("text", f" {note.address}"),), url=note.address))


def _numbering(paragraph: Any, number: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def _repeated_head(table: Any) -> None:
    """The first row of a table stands again on every page, and is told to be its head."""
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))
