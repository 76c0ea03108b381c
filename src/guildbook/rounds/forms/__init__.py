"""The workbook of a round: written for one organisation, and read when it comes back."""

from guildbook.rounds.forms.reading import Line, Read, read_book
from guildbook.rounds.forms.writing import write_form

__all__ = ["Line", "Read", "read_book", "write_form"]
