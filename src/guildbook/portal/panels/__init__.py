"""What the public face adds to the pages of records: maps, and texts with their figures marked."""

from guildbook.kit.panels import offer
from guildbook.portal.panels.maps import map_of_alliance, map_of_event, map_of_link, map_of_place, map_of_unit
from guildbook.portal.panels.texts import claim_in_place, text_of_source


def offer_panels() -> None:
    """Offer them all; called when Django starts."""
    offer("alliance", map_of_alliance)
    offer("place", map_of_place)
    offer("unit", map_of_unit)
    offer("city-link", map_of_link)
    offer("event", map_of_event)
    offer("source", text_of_source)
    offer("claim", claim_in_place)
