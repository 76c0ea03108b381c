"""Every read of the reading area: a text's figures, and their verdicts."""

from guildbook.reading.queries.book import NoBookError
from guildbook.reading.queries.checked import CheckedFigure, CheckedText
from guildbook.reading.queries.checking import check_text, read_text
from guildbook.reading.queries.given import MOST_BYTES, TextError, checked, decoded, text_in
from guildbook.reading.queries.judging import Answer

__all__ = [
    "MOST_BYTES",
    "Answer",
    "CheckedFigure",
    "CheckedText",
    "NoBookError",
    "TextError",
    "check_text",
    "checked",
    "decoded",
    "read_text",
    "text_in",
]
