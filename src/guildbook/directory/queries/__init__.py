"""Reads of the directory: what an actor may see, who refers to a record, and which records may be the same."""

from guildbook.directory.queries.visible import (
    bodies_of,
    links_of,
    organisations_in,
    places_in,
    roles_at,
    roles_of,
    sources_by,
    text_of,
    visible_city_links,
    visible_fields,
    visible_organisations,
    visible_people,
    visible_places,
    visible_roles,
    visible_sources,
)

__all__ = [
    "bodies_of",
    "links_of",
    "organisations_in",
    "places_in",
    "roles_at",
    "roles_of",
    "sources_by",
    "text_of",
    "visible_city_links",
    "visible_fields",
    "visible_organisations",
    "visible_people",
    "visible_places",
    "visible_roles",
    "visible_sources",
]
