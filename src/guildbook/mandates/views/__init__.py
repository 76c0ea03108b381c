"""The pages of the mandates area."""

from guildbook.mandates.views.invitations import invitation_page
from guildbook.mandates.views.people import (
    change_term_of,
    end_mandate,
    hand_over_to,
    invite_colleague,
    people_page,
    withdraw,
)

__all__ = [
    "change_term_of",
    "end_mandate",
    "hand_over_to",
    "invitation_page",
    "invite_colleague",
    "people_page",
    "withdraw",
]
