"""Writes of the standards area."""

from guildbook.standards.actions.alignments import save_alignment
from guildbook.standards.actions.standards import save_standard

__all__ = ["save_alignment", "save_standard"]
