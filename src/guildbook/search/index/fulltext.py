"""The index on SQLite: one FTS5 table of terms the application makes."""

from collections.abc import Iterator

from django.db import connection

from guildbook.search.index.terms import any_question, head_question, name_question, terms_of
from guildbook.search.matching import Words
from guildbook.search.models import SearchDocument

AT_ONCE = 1000


class FullText:
    """Candidates from the table `search_terms`; a trigger takes out the terms of deleted documents."""

    def heads(self, asked: Words) -> Iterator[int]:
        """Documents of which a name may begin so."""
        return self._ask(head_question(asked))

    def named(self, asked: Words) -> Iterator[int]:
        """Documents whose names may have every word."""
        return self._ask(name_question(asked))

    def anywhere(self, asked: Words) -> Iterator[int]:
        """Documents that may have every word somewhere."""
        return self._ask(any_question(asked))

    def put(self, documents: list[SearchDocument]) -> None:
        """Enter the terms of documents."""
        rows = [(document.pk, terms_of(document)) for document in documents]
        with connection.cursor() as cursor:
            cursor.executemany("INSERT INTO search_terms(rowid, terms) VALUES (%s, %s)", rows)

    def _ask(self, question: str) -> Iterator[int]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT rowid FROM search_terms WHERE search_terms MATCH %s ORDER BY rowid", [question])
            while rows := cursor.fetchmany(AT_ONCE):
                yield from (row[0] for row in rows)
