"""Which index the database at hand has."""

from functools import cache

from django.db import connection

from guildbook.search.index.fulltext import FullText
from guildbook.search.index.patterns import Patterns
from guildbook.search.index.shapes import Index


@cache
def index() -> Index:
    """The index of this book's database: FTS5 on SQLite, LIKE elsewhere."""
    return FullText() if connection.vendor == "sqlite" else Patterns()
