"""Numbered items from pasted text, Word files and workbooks; and how two lists of items differ. No database."""

from guildbook.standards.outlines.lines import Line, Outline, Problem

__all__ = ["Line", "Outline", "Problem"]
