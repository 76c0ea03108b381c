"""What search writes: documents of records, at once with the record, and vectors, in the background."""

from guildbook.search.actions.embedding import embed_missing
from guildbook.search.actions.keeping import refresh, refresh_many, reindex, reindex_if_outdated

__all__ = ["embed_missing", "refresh", "refresh_many", "reindex", "reindex_if_outdated"]
