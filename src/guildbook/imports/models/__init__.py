"""Imports: files sent, what they would do, and how a list's columns are read."""

from guildbook.imports.models.imported import Import, ImportRow, RowState, State
from guildbook.imports.models.mapping import Mapping

__all__ = ["Import", "ImportRow", "Mapping", "RowState", "State"]
