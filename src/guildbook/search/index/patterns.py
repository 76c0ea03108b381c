"""The index on PostgreSQL: LIKE on the spelt columns, quick where the extension pg_trgm is there, right without it."""

from collections.abc import Iterator

from django.db.models import Q

from guildbook.search.matching import Words
from guildbook.search.matching.asked import sound
from guildbook.search.models import SearchDocument


class Patterns:
    """Candidates by LIKE. The columns are spelt already, so that % and _ cannot occur in what is asked."""

    def heads(self, asked: Words) -> Iterator[int]:
        """Documents of which a name begins so."""
        return _ids(Q(spelt__contains=f"\n{asked.spelling}"))

    def named(self, asked: Words) -> Iterator[int]:
        """Documents whose names have every word."""
        return _ids(Q(*(Q(spelt__contains=word) for word in asked.words)))

    def anywhere(self, asked: Words) -> Iterator[int]:
        """Documents that have every word somewhere."""
        each = Q()
        for word in asked.words:
            found = Q(spelt__contains=word) | Q(body__contains=word)
            if word.isascii():
                found |= Q(sounds__icontains=sound(word)) | Q(initials__contains=f"\n{sound(word)}")
            each &= found
        return _ids(each | Q(sounds__icontains=asked.letters) if asked.letters else each)

    def put(self, documents: list[SearchDocument]) -> None:
        """Do nothing: the columns are the index."""


class Everything:
    """No index at all: every document is a candidate. The yardstick the others are held to."""

    def heads(self, asked: Words) -> Iterator[int]:
        """Every document."""
        return _ids(Q())

    named = anywhere = heads

    def put(self, documents: list[SearchDocument]) -> None:
        """Do nothing."""


def _ids(wanted: Q) -> Iterator[int]:
    return SearchDocument.objects.filter(wanted).order_by("pk").values_list("pk", flat=True).iterator()
