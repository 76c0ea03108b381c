"""One organisation, many names: a name in any script is matched to the names a book holds."""

from guildbook.language.naming.book import NameBook
from guildbook.language.naming.shapes import SURE, Candidate

__all__ = ["SURE", "Candidate", "NameBook"]
