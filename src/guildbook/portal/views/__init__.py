"""Pages of the public face."""

from guildbook.portal.views.atlas import map_page
from guildbook.portal.views.errors import bad_request, not_allowed, not_found, server_error, too_many
from guildbook.portal.views.home import home
from guildbook.portal.views.latest import latest
from guildbook.portal.views.service import health, robots
from guildbook.portal.views.words import words

__all__ = [
    "bad_request", "health", "home", "latest", "map_page", "not_allowed", "not_found", "robots", "server_error",
    "too_many", "words",
]  # fmt: skip
