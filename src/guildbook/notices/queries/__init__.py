"""What a person has been told, and how they want to be told."""

from guildbook.notices.queries.letters import held_up, letter_of, letters, letters_counted
from guildbook.notices.queries.notices import notice_of, notices_of, said, unread_count
from guildbook.notices.queries.settings import language_of, setting_by_token, setting_of, settings_of

__all__ = [
    "held_up",
    "language_of",
    "letter_of",
    "letters",
    "letters_counted",
    "notice_of",
    "notices_of",
    "said",
    "setting_by_token",
    "setting_of",
    "settings_of",
    "unread_count",
]
