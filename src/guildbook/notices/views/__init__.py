"""Pages of the notices area."""

from guildbook.notices.views.letters import again, letters_page
from guildbook.notices.views.notices import all_read, follow, notices_page
from guildbook.notices.views.settings import settings_page, unsubscribe

__all__ = ["again", "all_read", "follow", "letters_page", "notices_page", "settings_page", "unsubscribe"]
