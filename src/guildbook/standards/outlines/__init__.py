"""Numbered items from what people have: pasted text, Word files, workbooks; and how two lists of items differ. No database."""

from guildbook.standards.outlines.lines import Line, Outline, Problem

__all__ = ["Line", "Outline", "Problem"]
