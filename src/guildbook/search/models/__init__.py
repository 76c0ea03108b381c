"""What search keeps beside the records: their documents, the words of their names, and vectors of texts."""

from guildbook.search.models.document import VERSION, SearchDocument
from guildbook.search.models.pending import Pending
from guildbook.search.models.vector import Vector
from guildbook.search.models.word import LONGEST_WORD, SearchWord

__all__ = ["LONGEST_WORD", "VERSION", "Pending", "SearchDocument", "SearchWord", "Vector"]
