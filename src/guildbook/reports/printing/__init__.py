"""Reports as files: Word and PDF in any language of the interface."""

from guildbook.reports.printing.chromium import PrintingError
from guildbook.reports.printing.pages import pdf_of
from guildbook.reports.printing.word import word_of

__all__ = ["PrintingError", "pdf_of", "word_of"]
