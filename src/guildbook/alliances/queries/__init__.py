"""What an actor may read of alliances; every read for a person starts here."""

from guildbook.alliances.queries.offices import overseeing, secretariat_of, with_offices
from guildbook.alliances.queries.records import (
    alliances_with_members_from,
    members_of,
    memberships_of,
    offices_held,
    offices_of_person,
    visible_alliances,
    visible_memberships,
)

__all__ = [
    "alliances_with_members_from",
    "members_of",
    "memberships_of",
    "offices_held",
    "offices_of_person",
    "overseeing",
    "secretariat_of",
    "visible_alliances",
    "visible_memberships",
    "with_offices",
]
