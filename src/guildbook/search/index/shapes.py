"""What every index can be asked, so that all databases give the same answers."""

from collections.abc import Iterator
from typing import Protocol

from guildbook.search.matching import Words
from guildbook.search.models import SearchDocument


class Index(Protocol):
    """Finds documents that may fit, by id, ascending. It may find too many, never too few."""

    def heads(self, asked: Words) -> Iterator[int]:
        """Documents of which a name may be or begin with all that was asked."""

    def named(self, asked: Words) -> Iterator[int]:
        """Documents whose names may have every word."""

    def anywhere(self, asked: Words) -> Iterator[int]:
        """Documents that may have every word in a name, its pinyin, or another text."""

    def put(self, documents: list[SearchDocument]) -> None:
        """Take up documents that have just been saved. Documents deleted leave by themselves."""
