"""What can be found, and why it was."""

from guildbook.search.queries.finding import Found, Question, find, is_ready, suggest
from guildbook.search.queries.literal import MOST
from guildbook.search.queries.meaning import Progress, meaning_progress
from guildbook.search.queries.reasons import Hit, hits

__all__ = ["MOST", "Found", "Hit", "Progress", "Question", "find", "hits", "is_ready", "meaning_progress", "suggest"]
