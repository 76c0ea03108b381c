"""Whether and how a record's document has the words asked for: plain predicates, the same for every database."""

from guildbook.search.matching.asked import Words, read_words
from guildbook.search.matching.judging import Entry, Match, Tier, judge
from guildbook.search.matching.marking import marks_of, sound_marks

__all__ = ["Entry", "Match", "Tier", "Words", "judge", "marks_of", "read_words", "sound_marks"]
