"""Every read of the reading area: a text's figures, and their verdicts."""

from guildbook.reading.queries.checking import CheckedFigure, CheckedText, check_text, read_text
from guildbook.reading.queries.judging import Answer

__all__ = ["Answer", "CheckedFigure", "CheckedText", "check_text", "read_text"]
