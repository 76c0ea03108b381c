"""What search writes: documents of records, at once or soon after they are kept, and vectors, in the background."""

from guildbook.search.actions.embedding import embed_missing
from guildbook.search.actions.keeping import refresh, refresh_many, reindex, reindex_if_outdated
from guildbook.search.actions.pending import catch_up

__all__ = ["catch_up", "embed_missing", "refresh", "refresh_many", "reindex", "reindex_if_outdated"]
